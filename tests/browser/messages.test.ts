/** 小美的订单备好了：「我的」里多一条没看的消息，点开就到那笔订单；不想在微信里听的，一个开关。 */
import type { Page } from 'playwright-core'
import { describeInBrowser, openBrowser, shoot, type TestBrowser } from '../support/chromium'
import { press, seen, signInAs } from '../support/chromium/shopper'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { startServer, type ShopServer } from '../support/server'

describeInBrowser('messages', () => {
  let database: TestDatabase
  let shop: ShopServer
  let browser: TestBrowser
  let xiaomei: Page & { complaints: string[] }
  beforeAll(async () => {
    database = await freshDatabase({ seeded: true })
    shop = await startServer({ databaseUrl: database.url })
    browser = await openBrowser()
    xiaomei = await browser.newPage()
    xiaomei.setDefaultTimeout(20_000)
    await signInAs(xiaomei, shop.url, 'xiaomei')
  })
  afterAll(async () => {
    await browser.close()
    await shop.stop()
    await database.drop()
  })
  afterEach(() => expect(xiaomei.complaints.splice(0)).toEqual([]))

  const lines = () => xiaomei.locator('.inbox-line').filter({ visible: true })
  const unread = () => xiaomei.locator('.inbox-new').filter({ visible: true })

  test('a quiet number in 我的 leads to what was told, and each message to what it is about', async () => {
    await xiaomei.goto(`${shop.url}/#/pages/me/index`)
    await seen(xiaomei, /\d+ 条没看/).waitFor()
    await shoot(xiaomei, 'phone/me-unread')
    await seen(xiaomei, /\d+ 条没看/).click()
    await lines().first().waitFor()
    await xiaomei.waitForTimeout(400)
    await shoot(xiaomei, 'phone/messages')
    const before = await unread().count()
    expect(before).toBeGreaterThan(0)
    await seen(xiaomei, /备好了，取货码 \d{6}/).click()
    await xiaomei.waitForURL(/packages\/order\/detail/)
    // on a busy machine the page comes after its address, and a way back before it leads nowhere
    await seen(xiaomei, '订单详情').waitFor()
    await xiaomei.goBack()
    await lines().first().waitFor()
    await xiaomei.waitForFunction((n) => document.querySelectorAll('.inbox-new').length < n, before)
  })

  test('all read at once, and 我的 says so too', async () => {
    await press(xiaomei, '都看过了')
    await unread().first().waitFor({ state: 'detached' })
    await xiaomei.goto(`${shop.url}/#/pages/me/index`)
    await seen(xiaomei, '消息').waitFor()
    await seen(xiaomei, /条没看/).waitFor({ state: 'detached' })
  })

  test('a topic is switched off and stays off; in the dark and in large letters it reads as well', async () => {
    await xiaomei.goto(`${shop.url}/#/packages/member/message-settings/index`)
    const coupons = xiaomei.getByRole('switch', { name: '优惠券到期' })
    await coupons.click()
    await shoot(xiaomei, 'phone/message-settings')
    await xiaomei.reload()
    await coupons.waitFor()
    expect(await coupons.getAttribute('aria-checked')).toBe('false')
    await xiaomei.emulateMedia({ colorScheme: 'dark' })
    await xiaomei.evaluate(() => localStorage.setItem('quanji.largeText', JSON.stringify({ data: true })))
    await xiaomei.goto('about:blank')
    await xiaomei.goto(`${shop.url}/#/packages/member/messages/index`)
    await lines().first().waitFor()
    await xiaomei.waitForTimeout(400)
    await shoot(xiaomei, 'phone/messages-dark-large')
    const width = await xiaomei.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
  })
})
