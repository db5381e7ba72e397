/** What WeChat pushes about an order's money: a receipt it has seen, a shipping it misses. */
import type { OrderId } from '@/domain/ids'
import { DAY } from '@/domain/time'
import type { As, Shop } from '../support/functions'
import { dataOf, openShop } from '../support/functions'
import type { StaffSeat } from '../support/shop/builders'
import { anExpressOrder, aPaidOrder, pay, type Placed } from '../support/shop/buying'
import { MCHID } from '../support/shop/fake-pay'
import { ORIGINAL_ID, pushHead, remindPush, settledPush, shippedPush } from '../support/wechat-push'

let shop: Shop
let owner: StaffSeat
beforeAll(async () => {
  shop = await openShop({ env: { WECHAT_ORIGINAL_ID: ORIGINAL_ID } })
})
beforeEach(async () => {
  owner = await shop.aStaff({ name: '林晓禾' })
})
afterAll(() => shop.close())

const paidFacts = async (orderId: OrderId) => {
  const row = await shop.deps.db
    .selectFrom('payment')
    .select(['transaction_id', 'out_trade_no'])
    .where('order_id', '=', orderId)
    .where('state', '=', 'paid')
    .executeTakeFirstOrThrow()
  const { transaction_id: transactionId, out_trade_no: outTradeNo } = row
  return { transactionId: transactionId ?? '', outTradeNo, merchantId: MCHID, paidAt: shop.clock.now() }
}
const push = async (event: object, as: As = 'timer') =>
  (await shop.send('order', event, as)) as { ok: boolean; data?: { outcome: string }; refusal?: { code: string } }
const outcomeOf = async (event: object) => (await push(event)).data?.outcome
const seen = async ({ orderId }: { orderId: OrderId }) =>
  dataOf(await shop.call('staff-order', 'detail', { orderId }, owner))
const lettersOf = (orderId: OrderId, topic: string) =>
  shop.deps.db.selectFrom('outbox').selectAll().where('subject', '=', orderId).where('topic', '=', topic).execute()
const tick = () => shop.call('jobs', 'run', {}, 'timer')

const aShippedOrder = async () => {
  const order = await anExpressOrder(shop, [1])
  await pay(shop, order)
  dataOf(
    await shop.call(
      'staff-order',
      'ship',
      { orderId: order.orderId, carrier: 'sf', trackingNo: `SF${order.number}` },
      owner,
    ),
  )
  return { ...order, paid: await paidFacts(order.orderId) }
}

describe('a receipt that WeChat has seen', () => {
  test('completes the order as the shopper would, once, however often it is pushed', async () => {
    const order = await aShippedOrder()
    const event = settledPush(order.paid, shop.clock.now())
    const outcomes = await Promise.all([outcomeOf(event), outcomeOf(event), outcomeOf(event)])
    expect(outcomes.filter((outcome) => outcome === 'received')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'known')).toHaveLength(2)
    const view = await seen(order)
    expect(view).toMatchObject({ trade: 'completed', fulfilment: 'received' })
    expect(view.timeline.filter((e) => e.event.kind === 'received')).toMatchObject([{ by: 'shopper' }])
    expect(await outcomeOf(event)).toBe('known')
  })

  test('meets the shopper’s own tap and leaves one receipt', async () => {
    const order = await aShippedOrder()
    const confirm = () => shop.call('order', 'confirmReceipt', { orderId: order.orderId }, order.memberId)
    await Promise.all([confirm(), push(settledPush(order.paid, shop.clock.now())), confirm()])
    expect((await seen(order)).timeline.filter((e) => e.event.kind === 'completed')).toHaveLength(1)
  })

  test('a forecast at shipping is none', async () => {
    const order = await aShippedOrder()
    expect((await push(shippedPush(order.paid, shop.clock.now()))).refusal?.code).toBe('action.unknown')
    expect((await seen(order)).trade).toBe('fulfilling')
  })

  test('of goods that were never shipped changes nothing', async () => {
    const order: Placed = await aPaidOrder(shop)
    const event = settledPush(await paidFacts(order.orderId), shop.clock.now())
    expect(await outcomeOf(event)).toBe('not-receivable')
    expect((await seen(order)).trade).toBe('fulfilling')
  })
})

describe('a reminder', () => {
  test('of an order that still lies here becomes one letter that staff see at once, and goes when it is shipped', async () => {
    const order = await anExpressOrder(shop, [1])
    await pay(shop, order)
    shop.clock.advance(2 * DAY)
    owner = await shop.aStaff({ name: '何小满' })
    const event = remindPush(await paidFacts(order.orderId), shop.clock.now())
    expect(await outcomeOf(event)).toBe('noted')
    expect(await outcomeOf(event)).toBe('known')
    await tick()
    const dead = dataOf(await shop.call('staff-order', 'deadLetters', {}, owner)).rows
    expect(dead).toMatchObject([{ topic: 'shipping.remind', state: 'dead', subject: order.orderId }])
    expect(await outcomeOf(event)).toBe('known')

    const ship = { orderId: order.orderId, carrier: 'sf', trackingNo: 'SF70001' } as const
    dataOf(await shop.call('staff-order', 'ship', ship, owner))
    dataOf(await shop.call('staff-order', 'retryLetter', { id: dead[0]?.id ?? '' }, owner))
    await tick()
    expect(dataOf(await shop.call('staff-order', 'deadLetters', {}, owner)).rows).toEqual([])
  })

  test('of an order that was shipped tells WeChat again', async () => {
    const order = await aShippedOrder()
    await tick()
    expect(await outcomeOf(remindPush(order.paid, shop.clock.now()))).toBe('noted')
    await tick()
    await tick()
    expect((await lettersOf(order.orderId, 'shipping.upload')).map(({ state }) => state)).toEqual(['done', 'done'])
    expect((await lettersOf(order.orderId, 'shipping.remind')).map(({ state }) => state)).toEqual(['done'])
  })
})

describe('what is not WeChat’s', () => {
  test('numbers of no payment, of another one or of another merchant move nothing', async () => {
    const [order, other] = [await aShippedOrder(), await aShippedOrder()]
    const wrong = [
      { transactionId: '4200000000000000000000000000' },
      { transactionId: other.paid.transactionId },
      { outTradeNo: other.paid.outTradeNo },
      { merchantId: '1999999999' },
    ]
    for (const lie of wrong) {
      expect(await outcomeOf(settledPush({ ...order.paid, ...lie }, shop.clock.now()))).toBe('unknown')
      expect(await outcomeOf(remindPush({ ...order.paid, ...lie }, shop.clock.now()))).toBe('unknown')
    }
    expect((await seen(order)).trade).toBe('fulfilling')
    expect(await lettersOf(order.orderId, 'shipping.remind')).toEqual([])
  })

  test.each<[string, (event: object) => object]>([
    ['to another mini program', (event) => ({ ...event, ToUserName: 'gh_ffffffffffff' })],
    ['of last week', (event) => ({ ...event, CreateTime: 1 })],
    ['with SQL for a number', (event) => ({ ...event, transaction_id: `' or 1=1; drop table orders --` })],
    ['with a list for a number', (event) => ({ ...event, transaction_id: [1] })],
    ['with an object for a number', (event) => ({ ...event, merchant_trade_no: { $ne: null } })],
    ['with a number too long', (event) => ({ ...event, transaction_id: '4'.repeat(100_000) })],
    ['received before there was time', (event) => ({ ...event, confirm_receive_time: -1, settlement_time: -1 })],
    ['of another kind', (event) => ({ ...event, Event: 'subscribe_msg_popup_event' })],
    ['that is a call as well', (event) => ({ ...event, Event: 'x_y', action: 'learnReceipt' })],
  ])('an event %s is refused', async (_what, spoil) => {
    const order = await aShippedOrder()
    const reply = await push(spoil(settledPush(order.paid, shop.clock.now())))
    expect(reply.ok).toBe(false)
    expect(['action.unknown', 'input.invalid']).toContain(reply.refusal?.code)
    expect((await seen(order)).trade).toBe('fulfilling')
  })

  test('the same event from a phone or a browser is a call like any other, and the actions behind it are nobody’s', async () => {
    const order = await aShippedOrder()
    const event = settledPush(order.paid, shop.clock.now())
    const { paidAt: _, ...input } = order.paid
    for (const as of [order.memberId, 'stranger', owner, { openid: 'o-cheat' }] as const) {
      expect((await push(event, as)).refusal?.code).toBe('action.unknown')
      const called = await shop.call('order', 'learnReceipt', input, as)
      expect(called).toMatchObject({ ok: false, refusal: { code: 'action.unknown' } })
    }
    expect((await seen(order)).trade).toBe('fulfilling')
  })

  test('a door that understands no push takes none', async () => {
    const reply = await shop.send('cart', pushHead('trade_manage_order_settlement', shop.clock.now()), 'timer')
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'action.unknown' } })
  })
})
