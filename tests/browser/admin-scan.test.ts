/** Behind the counter, a phone in one hand: the code is typed or scanned, the goods are handed over, and what is wrong is said in large letters. */
import type { Page } from 'playwright-core'
import { Client } from 'pg'
import { describeInBrowser, openBrowser, shoot, type TestBrowser } from '../support/chromium'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { startServer, type ShopServer } from '../support/server'

describeInBrowser('the staff hand over with a phone', () => {
  let database: TestDatabase
  let shop: ShopServer
  let browser: TestBrowser
  let page: Page & { complaints: string[] }
  let codes: readonly string[]
  beforeAll(async () => {
    database = await freshDatabase({ seeded: true })
    codes = await codesReady()
    shop = await startServer({ databaseUrl: database.url })
    browser = await openBrowser()
    page = await browser.newPage()
    page.setDefaultTimeout(20_000)
    await page.goto(`${shop.url}/admin/sign-in?to=/scan`)
    await page.getByRole('button', { name: /沈知秋/ }).click()
    await page.getByLabel('取货码').waitFor()
    page.complaints.length = 0
  })
  afterAll(async () => {
    await browser.close()
    await shop.stop()
    await database.drop()
  })

  /** Of orders that lie ready; each of its own. */
  const codesReady = async (): Promise<string[]> => {
    const client = new Client(database.url)
    await client.connect()
    const { rows } = await client.query<{ code: string }>(
      `select pickup_code as code from orders where trade = 'fulfilling' and fulfilment = 'ready' order by id limit 3`,
    )
    await client.end()
    return rows.map(({ code }) => code)
  }
  const type = async (code: string): Promise<void> => page.getByLabel('取货码').fill(code)
  const button = (name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true }).first()

  test('typed: who it is and how much stands there before anything is handed over; a second time there is nothing left', async () => {
    const [code = ''] = codes
    await shoot(page, 'phone/staff-scan-1-ready')
    await type(code)
    await page.getByText('核对商品，再交货').waitFor()
    await page.locator('.scan__line b', { hasText: '×' }).first().waitFor()
    await shoot(page, 'phone/staff-scan-2-found')
    await button(/交货给/).click()
    await page.getByText('已核销').waitFor()
    await shoot(page, 'phone/staff-scan-3-done')
    await button('下一位').click()
    await type(code)
    await page.getByText(`没有 ${code} 的货`).waitFor()
    await shoot(page, 'phone/staff-scan-4-none')
    await button('换个码').click()
    expect(page.complaints).toEqual([])
  })

  test('without a network nothing is said to be handed over, and trying again goes on', async () => {
    const [, code = ''] = codes
    await page.context().setOffline(true)
    await page.getByText('现在没有网络').waitFor()
    await type(code)
    await page.getByText('货先别交').waitFor()
    await shoot(page, 'phone/staff-scan-5-offline')
    await page.context().setOffline(false)
    await button('再试一次').click()
    await page.getByText('核对商品，再交货').waitFor()
    await button('换个码').click()
    // the browser complains about the network itself
    page.complaints.length = 0
  })

  test('scanned: the camera’s code is found by itself; where there is no reader, one types', async () => {
    const [, code = ''] = codes
    await page.getByText('这个浏览器不会扫码').waitFor()
    await page.addInitScript((read) => {
      const picture = document.createElement('canvas')
      Object.assign(window, {
        BarcodeDetector: class {
          detect = async () => (picture.getContext('2d') ? [{ rawValue: read }] : [])
        },
      })
      navigator.mediaDevices.getUserMedia = async () => {
        picture.getContext('2d')?.fillRect(0, 0, 300, 150)
        return picture.captureStream(5)
      }
    }, code)
    await page.reload()
    await button('打开相机扫码').click()
    await page.getByText('核对商品，再交货').waitFor()
    await button(/交货给/).click()
    await page.getByText('已核销').waitFor()
    expect(page.complaints).toEqual([])
  })
})
