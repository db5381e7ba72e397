/** 阿杰领一张券，结算时已经选好最省的，付了款，订单里写着每一分；秒杀按钟点开，价钱和限购都在付钱前说清。 */
import type { Page } from 'playwright-core'
import { Client } from 'pg'
import type { CallOutput } from '@/contract/index'
import type { ProductId } from '@/domain/ids'
import { describeInBrowser, openBrowser, shoot, type TestBrowser } from '../support/chromium'
import { press, seen, signInAs } from '../support/chromium/shopper'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { startServer, type ShopServer } from '../support/server'
import { productNamed, type Ask } from '../support/server/neighbours'

describeInBrowser('coupons, points and flash sales', () => {
  let database: TestDatabase
  let shop: ShopServer
  let browser: TestBrowser
  let ajie: Page & { complaints: string[] }
  beforeAll(async () => {
    database = await freshDatabase({ seeded: true })
    shop = await startServer({ databaseUrl: database.url })
    await runNow()
    browser = await openBrowser()
    ajie = await browser.newPage()
    ajie.setDefaultTimeout(20_000)
    await signInAs(ajie, shop.url, 'ajie')
  })
  afterAll(async () => {
    await browser.close()
    await shop.stop()
    await database.drop()
  })
  afterEach(() => expect(ajie.complaints.splice(0)).toEqual([]))

  /** The demo's slots follow the clock on the wall; here the first of today runs whenever the tests do, and goods of a home row are in it. */
  const runNow = async (): Promise<void> => {
    const client = new Client(database.url)
    await client.connect()
    await client.query(`
      delete from flash_slot where id not in (select id from flash_slot order by starts_at limit 1);
      delete from flash_item where slot_id not in (select id from flash_slot);
      update flash_slot set status = 'live', starts_at = now() - interval '1 minute', ends_at = now() + interval '2 hours';
      insert into flash_item (store_id, slot_id, sku_id, product_id, price_fen, stock_share, per_person, position)
      select k.store_id, f.id, k.id, k.product_id, k.price_fen / 2, 9, 1, 99
      from flash_slot f, home_block b, sku k
      where b.block ->> 'kind' = 'product-row' and k.product_id = b.block -> 'productIds' ->> 0 order by k.position limit 1;`)
    await client.end()
  }
  const post = async (fn: string, action: string, input: object, session = ''): Promise<never> => {
    const reply = await fetch(`${shop.url}/cloud/${fn}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(session ? { authorization: `Bearer ${session}` } : {}) },
      body: JSON.stringify({ action, input }),
    })
    const said = (await reply.json()) as { ok: boolean; data: never }
    if (!said.ok) throw new Error(`${fn}.${action} ${JSON.stringify(said)}`)
    return said.data
  }
  const ask: Ask = (fn, action, input) => post(fn, action, input)
  const asAjie: Ask = async (fn, action, input) => {
    const { session } = (await ask('member', 'signIn', { code: 'demo:ajie' })) as { session: string }
    return post(fn, action, input, session)
  }
  const at = (path: string) => ajie.waitForURL((url) => url.hash.startsWith(`#/${path}`))
  const goTo = (path: string) => ajie.goto(`${shop.url}/#/${path}`)
  const label = (words: string) => ajie.locator(`[aria-label="${words}"]`).filter({ visible: true }).first()
  test('一点就领到，按钮变成去使用', async () => {
    await goTo('packages/coupon/centre/index')
    await label('领取鲜蔬小券').click()
    await label('用鲜蔬小券').waitFor()
    await shoot(ajie, 'phone/deals-1-centre')
  })

  test('结算时已经选好最省的，别的券说得出为什么用不上；换一张，价钱马上跟着变', async () => {
    const { skus } = await productNamed(ask, '云南蓝莓')
    await goTo(`packages/order/checkout/index?sku=${skus[0]?.id}&quantity=1`)
    await seen(ajie, /已选最省的搭配，比原价省 ¥[\d.]+/).waitFor()
    await seen(ajie, '鲜蔬小券 满 ¥39 减 ¥5').waitFor()
    await shoot(ajie, 'phone/deals-2-checkout')
    await seen(ajie, '我来选优惠').click()
    await seen(ajie, '最省').waitFor()
    await shoot(ajie, 'phone/deals-3-picker')
    await seen(ajie, '不用券').click()
    await seen(ajie, /换回最省的，再省 ¥5\.00/).waitFor({ state: 'attached' })
    await press(ajie, '就这样')
    await seen(ajie, /换回最省的，再省 ¥5\.00/).click()
    await seen(ajie, '鲜蔬小券 满 ¥39 减 ¥5').waitFor()
    await seen(ajie, /已选最省的搭配/).waitFor()
  })

  test('付了款，订单里是同一份明细；券在“用过的”里，点得到订单', async () => {
    await press(ajie, '微信支付')
    await seen(ajie, '微信支付（演示）').waitFor()
    await press(ajie, '确认付款')
    await at('packages/order/pay-result/index')
    await press(ajie, '看订单')
    await at('packages/order/detail/index')
    await seen(ajie, /微信支付 ¥[\d.]+ 到账/).waitFor()
    await ajie.locator('.line-row', { hasText: '实付' }).filter({ visible: true }).last().click()
    await seen(ajie, '鲜蔬小券 满 ¥39 减 ¥5').waitFor()
    await seen(ajie, '−¥5.00').waitFor()
    await shoot(ajie, 'phone/deals-4-order')
    await goTo('packages/coupon/mine/index')
    await seen(ajie, '用过的').click()
    await press(ajie, '看订单')
    await at('packages/order/detail/index')
  })

  test('兑换码怎么抄都行', async () => {
    await goTo('packages/coupon/centre/index')
    await seen(ajie, '用兑换码换券').click()
    await ajie.locator('.coupon-code input').filter({ visible: true }).fill('qj-8k4m 21')
    await press(ajie, '兑换')
    await seen(ajie, '换到了「邻里卡」').waitFor()
    await at('packages/coupon/mine/index')
    await seen(ajie, '邻里卡').waitFor()
    await shoot(ajie, 'phone/deals-5-mine')
  })

  test('秒杀开着：一点就到结算，秒杀价、限购和付款时间都写着；买过以后，再来就说买到了', async () => {
    await goTo('packages/flash/slots/index')
    await press(ajie, '抢购')
    await at('packages/order/checkout/index')
    await seen(ajie, /下单后 5 分钟内付款/).waitFor()
    await shoot(ajie, 'phone/deals-6-flash-checkout')
    await press(ajie, '微信支付')
    await seen(ajie, '微信支付（演示）').waitFor()
    await press(ajie, '确认付款')
    await at('packages/order/pay-result/index')
    // everybody's slots are remembered for a second
    await ajie.waitForTimeout(1_200)
    await goTo('packages/flash/slots/index')
    await seen(ajie, /已售 1 \/ \d+ 件/).waitFor()
    await shoot(ajie, 'phone/deals-7-flash')
  })

  test('购物车里也是秒杀价，写着几时结束，旁边是平时的价；结算认同一场', async () => {
    const { slots } = (await ask('flash', 'slots', {})) as CallOutput<'flash', 'slots'>
    const running = slots.filter((slot) => slot.phase === 'running').flatMap((slot) => slot.items)
    const item = running.find((each) => !each.isSoldOut && each.sold === 0)
    if (!item) throw new Error('nothing is left in the sale')
    await asAjie('cart', 'add', { skuId: item.skuId, quantity: 1 })
    await goTo('pages/cart/index')
    await seen(ajie, '秒杀价').waitFor()
    await seen(ajie, '后结束').waitFor()
    await seen(ajie, /平时 ¥/).waitFor()
    await shoot(ajie, 'phone/deals-9-cart')
    await press(ajie, '去结算')
    await at('packages/order/checkout/index')
    await seen(ajie, /下单后 5 分钟内付款/).waitFor()
    await shoot(ajie, 'phone/deals-10-cart-checkout')
  })

  test('首页横排和商品页下面的邻货，也写着秒杀价和几时止', async () => {
    const { blocks } = (await ask('feed', 'home', {})) as CallOutput<'feed', 'home'>
    const goods = blocks.flatMap((block) => (block.kind === 'product-row' ? block.products : []))
    const [inSale] = goods.filter((one) => one.flash)
    if (!inSale) throw new Error('nothing of the sale stands in a row')
    const tile = (row: string) => ajie.locator(`.${row}`, { hasText: inSale.title }).filter({ visible: true }).first()
    await goTo('pages/home/index')
    await tile('row-thing')
      .getByText(/^秒杀 · \d\d:\d\d 止$/)
      .waitFor()
    await shoot(ajie, 'phone/deals-11-rows')
    const productOf = (productId: ProductId) =>
      ask('catalog', 'product', { productId }) as Promise<CallOutput<'catalog', 'product'>>
    const shelves = await Promise.all((await productOf(inSale.id)).related.map(({ id }) => productOf(id)))
    const above = shelves.find(({ related }) => related.some((one) => one.id === inSale.id))
    if (!above) throw new Error('it stands on no shelf')
    await goTo(`packages/product/detail/index?id=${above.id}`)
    const related = tile('related-one').getByText(/^秒杀 · /)
    await related.scrollIntoViewIfNeeded()
    await shoot(ajie, 'phone/deals-12-related')
  })

  test('积分页说得清有多少、怎么来', async () => {
    await goTo('packages/coupon/points/index')
    await seen(ajie, '怎么来，怎么用').waitFor()
    await shoot(ajie, 'phone/deals-8-points')
  })
})
