/** The staff's way through deals on a desk: an assist campaign against the rules is mended by tap and published; the other rooms stand. */
import type { Locator, Page } from 'playwright-core'
import { DESK, describeInBrowser, openBrowser, shoot, type TestBrowser } from '../support/chromium'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { startServer, type ShopServer } from '../support/server'

describeInBrowser('the staff run deals', () => {
  let database: TestDatabase
  let shop: ShopServer
  let browser: TestBrowser
  let page: Page & { complaints: string[] }
  beforeAll(async () => {
    database = await freshDatabase({ seeded: true })
    shop = await startServer({ databaseUrl: database.url })
    browser = await openBrowser()
    page = await browser.newPage(DESK)
    await page.goto(`${shop.url}/admin/`)
    await page.getByRole('button', { name: /沈知秋/ }).click()
    await page.locator('.rail').waitFor()
    page.complaints.length = 0
  })
  afterAll(async () => {
    await browser.close()
    await shop.stop()
    await database.drop()
  })
  afterEach(() => expect(page.complaints).toEqual([]))

  const open = async (path: string): Promise<void> => {
    await page.goto(`${shop.url}/admin${path}`)
    await page.waitForLoadState('networkidle')
  }
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true })
  const sure = (act: string): Promise<void> =>
    page.locator('.ant-popconfirm-buttons').getByRole('button', { name: act, exact: true }).click()
  const choose = async (field: string, name: string): Promise<void> => {
    await page.getByRole('combobox', { name: field }).fill(name)
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: name }).first().click()
  }
  const violation = (name: string): Locator => page.locator('.violation', { hasText: name })

  test('five friends and "share to get" are refused with their clauses, mended by tap, and published', async () => {
    await open('/campaigns/assist/new')
    await page.getByPlaceholder(/冬日助力券/).fill('冬日助力券')
    await choose('发起人得', '全场券')
    await choose('没凑齐时可直接领', '鲜蔬小券')
    await button('替我写一份').click()
    const rules = page.getByRole('textbox', { name: '规则全文（开始前给人看）' })
    await rules.fill(`${await rules.inputValue()}\n分享到 3 个群立得 12 元券。`)
    const helpers = page.getByRole('spinbutton', { name: '需要好友' })
    await helpers.fill('5')
    await helpers.blur()

    await violation('参与人数超过 5 人').getByText('5.1.8').waitFor()
    await violation('文案以分享换利益').getByText('5.1.1、5.1.4').waitFor()
    expect(await page.locator('.marked mark').allTextContents()).toEqual([expect.stringContaining('分享到 3 个群立得')])
    expect(await button('发布').isDisabled()).toBe(true)
    await page.locator('.sandbox__figures').waitFor()
    await page.locator('.sandbox svg').first().waitFor()
    await shoot(page, 'desk/assist-campaign-refused')

    await violation('参与人数超过 5 人').getByRole('button').click()
    while ((await page.locator('.violation header button').count()) > 0)
      await page.locator('.violation header button').first().click()
    expect(await rules.inputValue()).toContain('好友点“为 TA 助力”，满 4 位得')
    await button('发布').click()
    await sure('发布')
    await page.locator('.page__aside').getByText('进行中').waitFor()
    await page.waitForURL(/assist\/acp_/)
    await page.locator('.assist-brought .funnel').waitFor()
    await page.locator('.sandbox svg').first().waitFor()
    await shoot(page, 'desk/assist-campaign-live')
  })

  test('all campaigns stop at one switch, with a reason, and go on again', async () => {
    await open('/campaigns/assist')
    await page.getByText('冬日助力券').waitFor()
    for (const [act, shows] of [
      ['全部暂停', true],
      ['恢复', false],
    ] as const) {
      await button(act).click()
      await page.getByLabel('原因').fill('微信提醒分享过多')
      await page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click()
      await page.locator('.deal__stopped').waitFor({ state: shows ? 'visible' : 'detached' })
      if (shows) await shoot(page, 'desk/assist-campaigns-stopped')
    }
  })

  test('coupons, promotions and slots stand with what they cost', async () => {
    await open('/campaigns/coupons')
    await page.getByText('鲜蔬水果券').first().waitFor()
    await shoot(page, 'desk/coupons')
    await page.locator('tr', { hasText: '全场券' }).first().click()
    await page.locator('.sandbox__figures').waitFor()
    await page.locator('.sandbox svg').first().waitFor()
    await shoot(page, 'desk/coupon')
    await open('/campaigns/promotions')
    await page.getByText('满 ¥99 减 ¥10').first().waitFor()
    await page.getByRole('button', { name: '下移' }).first().click()
    await page
      .locator('tbody tr.ant-table-row', { hasText: '第二件半价' })
      .locator('.deal__order b', { hasText: '2' })
      .waitFor()
    await shoot(page, 'desk/promotions')
    await page.locator('tr', { hasText: '满 ¥99 减 ¥10' }).first().click()
    await page.locator('.sandbox__figures').waitFor()
    await shoot(page, 'desk/promotion')
    await open('/campaigns/flash')
    await page.locator('tbody tr.ant-table-row').first().click()
    await page.locator('.flash__items li').first().waitFor()
    await shoot(page, 'desk/flash')
  })
})
