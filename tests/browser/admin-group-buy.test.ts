/** The staff's way through group buying on a desk: make a campaign, publish it, watch its groups, send a stopped refund again. */
import { fen } from '@/domain/money'
import type { Locator, Page } from 'playwright-core'
import { DESK, describeInBrowser, openBrowser, shoot, type TestBrowser } from '../support/chromium'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { startServer, type ShopServer } from '../support/server'

describeInBrowser('the staff run group buys', () => {
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
  /** The small question over a button, and its answer. */
  const sure = (act: string): Promise<void> =>
    page.locator('.ant-popconfirm-buttons').getByRole('button', { name: act, exact: true }).click()

  test('a campaign is made, held to the rules, and published', async () => {
    await open('/campaigns/group-buy/new')
    expect(await button('发布').isDisabled()).toBe(true)
    await page.getByText('先选商品', { exact: true }).waitFor()
    await page.locator('.campaign__fields .ant-select').first().click()
    await page.keyboard.type('三亚贵妃芒')
    await page.locator('.product-picker__row', { hasText: '贵妃芒' }).first().click()
    await page.getByPlaceholder(/草莓三人团/).fill('贵妃芒三人团')
    const row = page.locator('.price-rows tbody tr').first()
    const sale = await row.locator('.money').first().textContent()
    const saleFen = fen(Math.round(Number((sale ?? '').replace(/[^\d.]/g, '')) * 100))

    const price = row.locator('input').first()
    await price.fill((saleFen / 100).toFixed(2))
    await price.blur()
    await page.getByText('拼团价要低于售价').waitFor()
    await page.getByText('改好 1 处才能保存').waitFor()
    await shoot(page, 'desk/group-campaign-refused')
    expect(await button('发布').isDisabled()).toBe(true)

    await price.fill('1.00')
    await price.blur()
    await page.locator('.checks__finding').getByText('低于成本').waitFor()
    const share = row.locator('input').nth(1)
    await share.fill('9999')
    await page.getByText('份额比货架多').waitFor()
    await shoot(page, 'desk/group-campaign-warned')
    await page.locator('.checks__finding .ant-btn').click()
    await price.fill(((saleFen * 0.8) / 100).toFixed(2))
    await price.blur()
    await page.locator('.checks__finding').waitFor({ state: 'detached' })

    await button('发布').click()
    await page.getByText('之后再改，只影响新开的团').waitFor()
    await sure('发布')
    await page.locator('.page__aside').getByText('进行中').waitFor()
    await page.waitForURL(/group-buy\/gcp_/)
    await shoot(page, 'desk/group-campaign-new')
  })

  test('its terms change for groups to come; it rests, goes on, ends, and can be made once more', async () => {
    await page.getByText('改动只影响新开的团').waitFor()
    await page.locator('.ant-segmented-item', { hasText: '2 人' }).click()
    await page.getByText('有 1 处改动未保存').waitFor()
    await button('保存').click()
    await page.getByText('有 1 处改动未保存').waitFor({ state: 'detached' })
    await button('暂停').click()
    await page.getByText('现在没有正在拼的团。随时可以恢复。').waitFor()
    await sure('暂停')
    await page.locator('.page__aside').getByText('已暂停').waitFor()
    await button('恢复').click()
    await sure('恢复')
    await page.locator('.page__aside').getByText('进行中').waitFor()
    await button('结束').click()
    await sure('结束')
    await page.locator('.page__aside').getByText('已结束').waitFor()
    await button('复制一份').click()
    await page.waitForURL(/new\?from=/)
    await page.locator('.campaign__fields input[value="贵妃芒三人团（2）"]').waitFor()
    expect(await button('发布').isEnabled()).toBe(true)
    // nothing is kept of a copy that is left; the page asks
    await page.locator('.rail').getByText('今日').click()
    await button('不保存').click()
    await page.locator('.page__title', { hasText: '今日' }).waitFor()
  })

  test('campaigns stand with what they brought, and one opens with its funnel', async () => {
    await open('/campaigns/group-buy')
    await page.getByText('草莓三人团').waitFor()
    await shoot(page, 'desk/group-campaigns')
    await page.locator('tr', { hasText: '草莓三人团' }).click()
    await page.getByText('从卡片到付款').waitFor()
    await page.getByText(/个团正在拼，它们不受影响/).waitFor()
    await shoot(page, 'desk/group-campaign')
    expect(await page.locator('.funnel li').count()).toBe(4)
  })

  test('groups that fill show their clocks; one opens with its people and leads to their orders', async () => {
    await open('/campaigns/group-buy/groups')
    await page.locator('.clock').first().waitFor()
    await shoot(page, 'desk/group-groups')
    await page.locator('tbody tr.ant-table-row').first().click()
    await page.getByText('团里的人').waitFor()
    await page.locator('.group-people li').first().waitFor()
    await shoot(page, 'desk/group-drawer')
    await page.locator('.group-people a').first().click()
    await page.getByText('价格怎么来的').waitFor()
    await page
      .locator('.facts')
      .getByText(/人团，已有/)
      .waitFor()
    await shoot(page, 'desk/group-order')
    await open('/orders?tab=awaiting-group')
    await page.locator('.orders__source', { hasText: '拼团' }).first().waitFor()
    await shoot(page, 'desk/group-orders')
  })

  test('a refund that stopped is on the day’s board and goes back to work', async () => {
    await open('/')
    await page.locator('.todos__row', { hasText: '拼团退款停了' }).getByRole('button').click()
    await page.getByText('已停止自动重试').waitFor()
    await shoot(page, 'desk/group-refunds')
    await button('重试').click()
    await page.getByText('已重新排队，几秒后再看').waitFor()
    await page.getByText('没有停住的退款').waitFor()
    await open('/campaigns/group-buy/refunds?tab=all')
    const [download] = await Promise.all([page.waitForEvent('download'), button('导出 CSV').click()])
    expect(download.suggestedFilename()).toMatch(/^拼团退款-\d{4}-\d\d-\d\d\.csv$/)
  })
})
