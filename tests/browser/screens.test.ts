/** Every screen of the shop, phone and desk, as pictures to look at; a screen that complains or stays empty fails. */
import type { Page } from 'playwright-core'
import { DESK, describeInBrowser, openBrowser, shoot, type TestBrowser } from '../support/chromium'
import { keepSession } from '../support/chromium/shopper'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { startServer, type ShopServer } from '../support/server'

describeInBrowser('screens', () => {
  let database: TestDatabase
  let shop: ShopServer
  let browser: TestBrowser
  beforeAll(async () => {
    database = await freshDatabase({ seeded: true })
    shop = await startServer({ databaseUrl: database.url })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await shop.stop()
    await database.drop()
  })

  const ask = async (fn: string, action: string, input: object, session?: string): Promise<never> => {
    const headers = { 'content-type': 'application/json', ...(session ? { authorization: `Bearer ${session}` } : {}) }
    const body = JSON.stringify({ action, input })
    const reply = (await (await fetch(`${shop.url}/cloud/${fn}`, { method: 'POST', headers, body })).json()) as {
      data: never
    }
    return reply.data
  }

  /** Waits until nothing is asked for and no skeleton is left. */
  const atRest = async (page: Page): Promise<void> => {
    await page.waitForLoadState('networkidle')
    await page.waitForFunction(() => ![...document.querySelectorAll('.bone')].some((bone) => bone.checkVisibility()))
    await page.waitForTimeout(300)
  }

  type Facts = { product: string; code: string; orders: Record<string, string>; category: string }
  let facts: Facts
  let session: string
  const xiaomei = async (): Promise<Facts> => {
    session = (await ask('member', 'signIn', { code: 'demo:xiaomei' }))['session']
    const home = (await ask('feed', 'home', {})) as { feed: { items: { id: string }[] } }
    const product = home.feed.items[0]?.id ?? ''
    const { code } = (await ask('share', 'create', { productId: product, channel: 'chat' }, session)) as {
      code: string
    }
    const orders: Record<string, string> = {}
    for (const tab of ['to-pay', 'to-ship', 'to-receive', 'done']) {
      const { items } = (await ask('order', 'list', { tab }, session)) as { items: { id: string }[] }
      if (items[0]) orders[tab] = items[0].id
    }
    return { product, code, orders, category: '' }
  }

  describe('phone', () => {
    let page: Page & { complaints: string[] }
    beforeAll(async () => {
      facts = await xiaomei()
      page = await browser.newPage()
      await keepSession(page, session)
    })
    const screens: [string, () => string][] = [
      ['home', () => '/pages/home/index'],
      ['category', () => '/pages/category/index'],
      ['community', () => '/pages/community/index'],
      ['cart', () => '/pages/cart/index'],
      ['me', () => '/pages/me/index'],
      ['search', () => '/packages/product/search/index'],
      ['favorites', () => '/packages/product/favorites/index'],
      ['coupons', () => '/packages/coupon/centre/index'],
      ['my-coupons', () => '/packages/coupon/mine/index'],
      ['points', () => '/packages/coupon/points/index'],
      ['flash', () => '/packages/flash/slots/index'],
      ['product', () => `/packages/product/detail/index?id=${facts.product}`],
      ['landing', () => `/packages/share/landing/index?c=${facts.code}`],
      ['poster', () => `/packages/share/poster/index?c=${facts.code}`],
      ['checkout', () => '/packages/order/checkout/index'],
      ['orders', () => '/packages/order/list/index'],
      ['order-to-pay', () => `/packages/order/detail/index?id=${facts.orders['to-pay']}`],
      ['order-to-ship', () => `/packages/order/detail/index?id=${facts.orders['to-ship']}`],
      ['order-to-receive', () => `/packages/order/detail/index?id=${facts.orders['to-receive']}`],
      ['order-done', () => `/packages/order/detail/index?id=${facts.orders['done']}`],
      ['pay-result', () => `/packages/order/pay-result/index?id=${facts.orders['to-ship']}`],
      ['addresses', () => '/packages/member/addresses/index'],
      ['address-edit', () => '/packages/member/address-edit/index'],
      ['profile', () => '/packages/member/profile/index'],
      ['privacy', () => '/packages/member/privacy/index'],
      ['settings', () => '/packages/member/settings/index'],
    ]
    test.each(screens)('%s', async (name, path) => {
      page.complaints.length = 0
      await page.goto('about:blank')
      await page.goto(`${shop.url}/#${path()}`)
      await atRest(page)
      await shoot(page, `phone/${name}`)
      if (['home', 'product', 'category'].includes(name)) await shoot(page, `phone/${name}-full`, { fullPage: true })
      expect(page.complaints).toEqual([])
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(390)
    })
  })

  describe('desk', () => {
    let page: Page & { complaints: string[] }
    beforeAll(async () => {
      page = await browser.newPage(DESK)
    })
    test('storefront', async () => {
      await page.goto(`${shop.url}/`)
      await atRest(page)
      await shoot(page, 'desk/storefront')
    })
    test('sign-in', async () => {
      await page.goto(`${shop.url}/admin/`)
      await page.getByText('登录管理后台').waitFor()
      await shoot(page, 'desk/sign-in')
      await page.getByRole('button', { name: /沈知秋/ }).click()
      await page.locator('.rail').first().waitFor()
    })
    test.each([
      ['today', '/'],
      ['orders', '/orders'],
      ['products', '/products'],
      ['product-new', '/products/new'],
      ['stock', '/stock'],
      ['home-blocks', '/home'],
      ['delivery', '/delivery'],
      ['pickup', '/pickup'],
      ['settings', '/settings'],
      ['staff', '/staff'],
      ['audit', '/audit'],
      ['outbox', '/outbox'],
    ])('%s', async (name, path) => {
      page.complaints.length = 0
      await page.goto(`${shop.url}/admin${path}`)
      await page.waitForLoadState('networkidle')
      await page.waitForTimeout(500)
      await shoot(page, `desk/${name}`)
      expect(page.complaints).toEqual([])
    })
  })
})
