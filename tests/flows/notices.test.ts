/** 钱的消息在路上会出的事：伪造、篡改、过期、重复、乱序、丢失、晚到。真的签名、真的报文。 */
import { foldEvents } from '@/domain/order/events'
import { MINUTE } from '@/domain/time'
import { aPlacedOrder, type Placed } from '../support/shop/buying'
import { dataOf } from '../support/functions'
import { openWiredShop, type WiredShop } from '../support/shop/wired'

let shop: WiredShop
beforeAll(async () => {
  shop = await openWiredShop()
})
beforeEach(() => {
  shop.standin.faults.reset()
  shop.answers.length = 0
})
afterAll(() => shop.close())

const detail = async ({ orderId, memberId }: Placed) =>
  dataOf(await shop.call('order', 'detail', { orderId }, memberId))

/** 订单的状态，就是它的经过讲出来的样子；经过里同一件事只有一次。 */
const toldTruly = async (order: Placed) => {
  const view = await detail(order)
  const { trade, money, fulfilment } = view
  const events = view.timeline.map((entry) => entry.event)
  expect(foldEvents(events)).toEqual({ trade, money, fulfilment })
  expect(events.filter((event) => event.kind === 'paid').length).toBeLessThanOrEqual(1)
  return view
}

const eventually = async (claim: () => Promise<boolean> | boolean): Promise<void> => {
  for (const until = Date.now() + 20_000; Date.now() < until;) {
    if (await claim()) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`still not so: ${String(claim)}`)
}
const isPaid = (order: Placed) => async () => (await detail(order)).money === 'paid'

test.each([
  ['伪造的', 'forged'],
  ['改过金额的', 'altered'],
  ['过期重放的', 'stale'],
  ['用陌生公钥签的', 'unknown-serial'],
] as const)('%s付款通知一分钱也不认；真的那条随后到，订单照样付好', async (_name, fault) => {
  const order = await aPlacedOrder(shop)
  shop.standin.faults.set({ notice: fault })
  await shop.payInWechat(order.orderId, order.memberId)
  expect(shop.answers).toContain(401)
  expect(shop.answers).not.toContain(204)
  expect(await toldTruly(order)).toMatchObject({ trade: 'awaiting-payment', money: 'unpaid' })
  shop.standin.faults.reset()
  await eventually(isPaid(order))
  expect(await toldTruly(order)).toMatchObject({ trade: 'fulfilling', money: 'paid', paidFen: order.totalFen })
})

test('同一条通知来了二十遍，只付一次', async () => {
  const order = await aPlacedOrder(shop, { stock: 5, quantity: 2 })
  shop.standin.faults.set({ copies: 20 })
  await shop.payInWechat(order.orderId, order.memberId)
  expect(shop.answers).toEqual(Array.from({ length: 20 }, () => 204))
  const view = await toldTruly(order)
  expect(view.timeline.map((entry) => entry.event.kind)).toEqual(['placed', 'paid', 'fulfilling'])
  expect([await shop.availableOf(order.skuId), await shop.ledgerOf(order.skuId)]).toEqual([3, 3])
})

test('通知丢了：付完回到页面问一声，就知道付好了', async () => {
  const order = await aPlacedOrder(shop)
  shop.standin.faults.set({ notice: 'lost' })
  await shop.payInWechat(order.orderId, order.memberId)
  expect((await detail(order)).money).toBe('unpaid')
  const { orderId, memberId } = order
  expect(dataOf(await shop.call('payment', 'check', { orderId }, memberId))).toMatchObject({ isPaid: true })
  expect(await toldTruly(order)).toMatchObject({ trade: 'fulfilling', money: 'paid' })
})

test('通知丢了，客人也没回来：到点之前店里先问微信，付过的单不会被当作没付而关掉', async () => {
  const order = await aPlacedOrder(shop, { stock: 1 })
  shop.standin.faults.set({ notice: 'lost' })
  await shop.payInWechat(order.orderId, order.memberId)
  shop.clock.advance(31 * MINUTE)
  await shop.tick()
  expect(await toldTruly(order)).toMatchObject({ trade: 'fulfilling', money: 'paid' })
  expect(await shop.availableOf(order.skuId)).toBe(0)
})

test('付款晚到：最后一秒付的钱，通知在期限之后才来，货留着，单子照发', async () => {
  const order = await aPlacedOrder(shop, { stock: 2, quantity: 2 })
  shop.standin.faults.set({ notice: 'held' })
  const ticket = await shop.openSheet(order.orderId, order.memberId)
  shop.clock.advance(29 * MINUTE)
  expect(shop.standin.pay(ticket, 'success').outcome).toBe('success')
  shop.clock.advance(5 * MINUTE)
  await shop.standin.release('in-order')
  await shop.tick()
  expect(await toldTruly(order)).toMatchObject({ trade: 'fulfilling', money: 'paid' })
  expect([await shop.availableOf(order.skuId), await shop.ledgerOf(order.skuId)]).toEqual([0, 0])
})

test('过了期限的单子已经关了，微信那边就付不进来', async () => {
  const order = await aPlacedOrder(shop, { stock: 2, quantity: 2 })
  const ticket = await shop.openSheet(order.orderId, order.memberId)
  shop.clock.advance(31 * MINUTE)
  await shop.tick()
  expect(shop.standin.pay(ticket, 'success').outcome).toBe('fail')
  expect(await toldTruly(order)).toMatchObject({ trade: 'cancelled', money: 'unpaid' })
  expect([await shop.availableOf(order.skuId), await shop.ledgerOf(order.skuId)]).toEqual([2, 2])
})

test.each(['in-order', 'reversed'] as const)('付款和退款的通知一起堵住、%s 到：结局一样', async (way) => {
  const order = await aPlacedOrder(shop, { stock: 4, quantity: 1 })
  const { orderId, memberId } = order
  shop.standin.faults.set({ notice: 'held' })
  await shop.payInWechat(orderId, memberId)
  dataOf(await shop.call('payment', 'check', { orderId }, memberId))
  dataOf(await shop.call('order', 'cancel', { orderId }, memberId))
  await shop.settleRefunds()
  await shop.standin.release(way)
  expect(await toldTruly(order)).toMatchObject({ trade: 'closed', money: 'refunded', refundedFen: order.totalFen })
  expect([await shop.availableOf(order.skuId), await shop.ledgerOf(order.skuId)]).toEqual([4, 4])
})

test('退款通知丢了：店里自己去问，钱退到了就记下来', async () => {
  const order = await aPlacedOrder(shop)
  const { orderId, memberId } = order
  await shop.payInWechat(orderId, memberId)
  dataOf(await shop.call('order', 'cancel', { orderId }, memberId))
  shop.standin.faults.set({ notice: 'lost' })
  await shop.settleRefunds()
  expect((await detail(order)).money).toBe('refunding')
  shop.clock.advance(60 * MINUTE)
  await shop.tick()
  expect(await toldTruly(order)).toMatchObject({ trade: 'closed', money: 'refunded' })
})

test('下单的回音丢了、微信忙、回话没有签名：都说稍后再试，再点一次就付得了，不会多扣', async () => {
  for (const api of ['busy', 'limited', 'reply-lost', 'unsigned'] as const) {
    const order = await aPlacedOrder(shop)
    const { orderId, memberId } = order
    shop.standin.faults.set({ api })
    const reply = await shop.call('payment', 'start', { orderId }, memberId)
    expect([api, reply]).toEqual([
      api,
      {
        ok: false,
        fault: {
          code: api === 'unsigned' ? expect.any(String) : 'busy',
          retryable: expect.any(Boolean),
          requestId: expect.any(String),
        },
      },
    ])
    shop.standin.faults.reset()
    await shop.payInWechat(orderId, memberId)
    expect(await toldTruly(order)).toMatchObject({ money: 'paid', paidFen: order.totalFen })
  }
})
