/** The budgets that `npm run size` prints, for what every shopper and every staff member downloads. */
import path from 'node:path'
import { budgets, packageBudget } from '../bench/size/budgets'
import { measureWeapp } from '../bench/size/weapp'
import { measureFirstPage } from '../bench/size/web'
import { DESK, PHONE, describeInBrowser, openBrowser } from '../support/chromium'
import type { TestBrowser } from '../support/chromium'

const DIST = path.resolve(__dirname, '../../dist')

test('the mini program stays within our own budgets, main package and subpackages', () => {
  const { main, total, packages } = measureWeapp(path.join(DIST, 'weapp'))
  expect(main).toBeLessThanOrEqual(budgets.weapp.main.budget)
  expect(total).toBeLessThanOrEqual(budgets.weapp.total.budget)
  const heavy = Object.entries(packages).filter(([root, bytes]) => bytes > packageBudget(root).budget)
  expect(heavy).toEqual([])
})

describeInBrowser('the first page', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('of the storefront loads no more script than its budget', async () => {
    const bytes = await measureFirstPage(browser.newContext, path.join(DIST, 'h5'), '/', PHONE)
    expect(bytes).toBeLessThanOrEqual(budgets.h5.budget)
  })

  test('of the staff loads no more script than its budget', async () => {
    const bytes = await measureFirstPage(browser.newContext, path.join(DIST, 'admin'), '/admin/', DESK)
    expect(bytes).toBeLessThanOrEqual(budgets.admin.budget)
  })
})
