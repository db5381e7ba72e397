/** Paying: the notice is the truth, once; late, doubled, lost and forged money ends where it belongs. */
import { foldEvents } from '@/domain/order/events'
import { fen } from '@/domain/money'
import { MINUTE } from '@/domain/time'
import { aPaidOrder, aPlacedOrder, lateNotice, type Placed } from '../support/shop/buying'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
afterEach(() => shop.pay.setDown(false))

const detail = async ({ orderId, memberId }: Placed) =>
  dataOf(await shop.call('order', 'detail', { orderId }, memberId))
const tick = () => shop.call('jobs', 'run', {}, 'timer')
/** The states of the row are what its events tell. */
const expectToldTruly = async (order: Placed) => {
  const view = await detail(order)
  expect(foldEvents(view.timeline.map((e) => e.event))).toEqual({
    trade: view.trade,
    money: view.money,
    fulfilment: view.fulfilment,
  })
  return view
}

test('a payment makes the order ready to be fulfilled, with a code to fetch it and a clock to ship it', async () => {
  const order = await aPaidOrder(shop, { priceFen: 3680, quantity: 2 })
  const view = await expectToldTruly(order)
  expect(view).toMatchObject({ trade: 'fulfilling', money: 'paid', fulfilment: 'to-ship', paidFen: 7360 })
  expect(view.pickup?.code).toMatch(/^\d{6}$/)
  expect(view.acts).toEqual(['cancel-paid', 'buy-again'])
})

test('the same notice ten times at once pays once', async () => {
  const order = await aPlacedOrder(shop)
  dataOf(await shop.call('payment', 'start', { orderId: order.orderId }, order.memberId))
  const notice = shop.pay.pay(order.number)
  const replies = await Promise.all(Array.from({ length: 10 }, () => shop.deliver('payment', notice)))
  expect(replies.every((r) => r.status === 204)).toBe(true)
  const view = await expectToldTruly(order)
  expect(view.timeline.map((e) => e.event.kind)).toEqual(['placed', 'paid', 'fulfilling'])
})

test('asking for payment twice gives the same prepay order', async () => {
  const order = await aPlacedOrder(shop)
  const start = () => shop.call('payment', 'start', { orderId: order.orderId }, order.memberId)
  expect(dataOf(await start()).params.package).toBe(dataOf(await start()).params.package)
})

test('a lost notice is found by asking', async () => {
  const order = await aPlacedOrder(shop)
  dataOf(await shop.call('payment', 'start', { orderId: order.orderId }, order.memberId))
  expect(dataOf(await shop.call('payment', 'check', { orderId: order.orderId }, order.memberId)).isPaid).toBe(false)
  shop.pay.pay(order.number)
  expect(dataOf(await shop.call('payment', 'check', { orderId: order.orderId }, order.memberId))).toEqual({
    trade: 'fulfilling',
    money: 'paid',
    isPaid: true,
  })
})

test('a notice with another amount, a forged one and one for nothing we know change nothing', async () => {
  const order = await aPlacedOrder(shop)
  dataOf(await shop.call('payment', 'start', { orderId: order.orderId }, order.memberId))
  const wrong = shop.pay.pay(order.number, { paidFen: fen(1) })
  expect((await shop.deliver('payment', wrong)).status).toBe(401)
  expect((await shop.deliver('payment', { ...wrong, headers: {} })).status).toBe(401)
  const stray = { ...wrong, body: (wrong.body ?? '').replaceAll(order.number, '999999999999999999') }
  expect((await shop.deliver('payment', stray)).status).toBe(204)
  expect((await detail(order)).money).toBe('unpaid')
})

test('an unpaid order past its deadline gives its stock back, after WeChat Pay was asked', async () => {
  const order = await aPlacedOrder(shop, { stock: 10, quantity: 4 })
  dataOf(await shop.call('payment', 'start', { orderId: order.orderId }, order.memberId))
  shop.clock.advance(31 * MINUTE)
  expect(refusalOf(await shop.call('payment', 'start', { orderId: order.orderId }, order.memberId)).code).toBe(
    'order.not-payable',
  )
  await tick()
  const view = await expectToldTruly(order)
  expect(view).toMatchObject({ trade: 'cancelled', money: 'unpaid', fulfilment: 'stopped' })
  expect(shop.pay.stateOf(order.number)?.isClosed).toBe(true)
  expect(await shop.availableOf(order.skuId)).toBe(10)
  expect(await shop.ledgerOf(order.skuId)).toBe(10)
})

test('an order that was paid in the last second is paid, not expired', async () => {
  const order = await aPlacedOrder(shop)
  dataOf(await shop.call('payment', 'start', { orderId: order.orderId }, order.memberId))
  shop.pay.pay(order.number)
  shop.clock.advance(31 * MINUTE)
  await tick()
  expect(await expectToldTruly(order)).toMatchObject({ trade: 'fulfilling', money: 'paid' })
})

test('in the last second before its deadline the pay sheet opens; who is quick enough has paid, else the clock closes it', async () => {
  const [quick, slow] = [await aPlacedOrder(shop), await aPlacedOrder(shop)]
  shop.clock.advance(30 * MINUTE - 1000)
  for (const { orderId, memberId } of [quick, slow]) {
    const started = dataOf(await shop.call('payment', 'start', { orderId }, memberId))
    expect(started.payDeadlineAt).toBe(shop.clock.now() + 1000)
  }
  shop.clock.advance(2000)
  expect((await shop.deliver('payment', shop.pay.pay(quick.number))).status).toBe(204)
  expect(await expectToldTruly(quick)).toMatchObject({ trade: 'fulfilling', money: 'paid' })
  await tick()
  expect(await expectToldTruly(slow)).toMatchObject({ trade: 'cancelled', money: 'unpaid' })
  expect(() => shop.pay.pay(slow.number)).toThrow("can't be paid")
})

test('an answer of WeChat Pay that was lost is asked for again with the same terms, whatever time it is', async () => {
  const { orderId, memberId, number } = await aPlacedOrder(shop)
  const start = () => shop.call('payment', 'start', { orderId }, memberId)
  const until = async () => {
    await start()
    await shop.deps.db.updateTable('payment').set({ prepay_id: null }).where('out_trade_no', '=', number).execute()
    return shop.pay.asked.filter((ask) => ask.outTradeNo === number).map((ask) => ask.expiresAt)
  }
  await until()
  shop.clock.advance(30 * MINUTE - 1000)
  const [first, second] = await until()
  expect(second).toBe(first)
})

test('while WeChat Pay can’t be asked an order neither expires nor is cancelled', async () => {
  const order = await aPlacedOrder(shop)
  dataOf(await shop.call('payment', 'start', { orderId: order.orderId }, order.memberId))
  shop.pay.setDown(true)
  expect(await shop.call('order', 'cancel', { orderId: order.orderId }, order.memberId)).toMatchObject({
    ok: false,
    fault: { code: 'busy', retryable: true },
  })
  shop.clock.advance(31 * MINUTE)
  await tick()
  expect((await detail(order)).trade).toBe('awaiting-payment')
  shop.pay.setDown(false)
  await tick()
  expect((await detail(order)).trade).toBe('cancelled')
})

test('late money reopens a cancelled order while stock and price hold', async () => {
  const order = await aPlacedOrder(shop, { stock: 3, quantity: 3 })
  const notice = await lateNotice(shop, order)
  expect(await shop.availableOf(order.skuId)).toBe(3)
  expect((await shop.deliver('payment', notice)).status).toBe(204)
  expect(await expectToldTruly(order)).toMatchObject({ trade: 'fulfilling', money: 'paid', fulfilment: 'to-ship' })
  expect(await shop.availableOf(order.skuId)).toBe(0)
  expect(await shop.ledgerOf(order.skuId)).toBe(0)
})

test('late money for goods that are gone goes back by itself, once, whatever comes twice', async () => {
  const order = await aPlacedOrder(shop, { stock: 3, quantity: 3 })
  const notice = await lateNotice(shop, order)
  await shop.deps.db.updateTable('stock').set({ available: 1 }).where('sku_id', '=', order.skuId).execute()
  await Promise.all([shop.deliver('payment', notice), shop.deliver('payment', notice)])
  expect(await detail(order)).toMatchObject({ trade: 'late-paid', money: 'refunding', fulfilment: 'stopped' })
  await tick()
  await tick()
  const [refund, ...others] = shop.pay.refundsOf(order.number)
  expect(others).toEqual([])
  expect(refund?.refundFen).toBe(order.totalFen)
  await shop.deliver('payment', shop.pay.settleRefund(refund?.outRefundNo ?? ''))
  expect(await expectToldTruly(order)).toMatchObject({
    trade: 'closed',
    money: 'refunded',
    paidFen: order.totalFen,
    refundedFen: order.totalFen,
  })
  expect(await shop.availableOf(order.skuId)).toBe(1)
})

test('late money of somebody who has left the shop goes back: there is nobody to send the goods to', async () => {
  const order = await aPlacedOrder(shop, { stock: 3 })
  const notice = await lateNotice(shop, order)
  dataOf(await shop.call('member', 'deleteMe', { confirm: 'delete' }, order.memberId))
  expect((await shop.deliver('payment', notice)).status).toBe(204)
  await tick()
  expect(shop.pay.refundsOf(order.number)).toMatchObject([{ refundFen: order.totalFen }])
  expect(await shop.availableOf(order.skuId)).toBe(3)
})

test('late money for goods that cost more now goes back', async () => {
  const order = await aPlacedOrder(shop)
  const notice = await lateNotice(shop, order)
  await shop.deps.db.updateTable('sku').set({ price_fen: 9999 }).where('id', '=', order.skuId).execute()
  await shop.deliver('payment', notice)
  expect((await detail(order)).trade).toBe('late-paid')
})

test('a paid order taken back within ten minutes is refunded whole and its goods return', async () => {
  const order = await aPaidOrder(shop, { stock: 5, quantity: 2 })
  const cancelled = dataOf(await shop.call('order', 'cancel', { orderId: order.orderId }, order.memberId))
  expect(cancelled).toMatchObject({ money: 'refunding', fulfilment: 'stopped' })
  expect(await shop.availableOf(order.skuId)).toBe(5)
  await tick()
  const [refund] = shop.pay.refundsOf(order.number)
  expect(refund?.refundFen).toBe(order.totalFen)
  const notice = shop.pay.settleRefund(refund?.outRefundNo ?? '')
  await Promise.all([shop.deliver('payment', notice), shop.deliver('payment', notice)])
  const view = await expectToldTruly(order)
  expect(view).toMatchObject({ trade: 'closed', money: 'refunded', refundedFen: order.totalFen })
  expect(view.refunds).toMatchObject([{ state: 'done', amountFen: order.totalFen }])
})

test('eleven minutes later, or sent twice at once, it is not taken back twice', async () => {
  const late = await aPaidOrder(shop)
  shop.clock.advance(11 * MINUTE)
  expect(refusalOf(await shop.call('order', 'cancel', { orderId: late.orderId }, late.memberId)).code).toBe(
    'order.not-cancellable',
  )
  const order = await aPaidOrder(shop, { stock: 5 })
  const replies = await Promise.all(
    Array.from({ length: 8 }, () => shop.call('order', 'cancel', { orderId: order.orderId }, order.memberId)),
  )
  expect(replies.filter((r) => r.ok)).toHaveLength(1)
  await tick()
  expect(shop.pay.refundsOf(order.number)).toHaveLength(1)
  expect(await shop.availableOf(order.skuId)).toBe(5)
})

test('a refund that WeChat Pay can’t take now is tried again and never sent twice', async () => {
  const order = await aPaidOrder(shop)
  dataOf(await shop.call('order', 'cancel', { orderId: order.orderId }, order.memberId))
  shop.pay.setDown(true)
  await tick()
  expect((await detail(order)).refunds).toMatchObject([{ state: 'wanted' }])
  shop.pay.setDown(false)
  shop.clock.advance(MINUTE)
  await Promise.all([tick(), tick()])
  expect(shop.pay.refundsOf(order.number)).toHaveLength(1)
  expect((await detail(order)).refunds).toMatchObject([{ state: 'sent' }])
})

test('a lost refund notice is found by asking', async () => {
  const order = await aPaidOrder(shop)
  dataOf(await shop.call('order', 'cancel', { orderId: order.orderId }, order.memberId))
  await tick()
  shop.pay.settleRefund(shop.pay.refundsOf(order.number)[0]?.outRefundNo ?? '')
  shop.clock.advance(3 * MINUTE)
  await tick()
  expect((await detail(order)).money).toBe('refunded')
})

describe('a refund that fails', () => {
  /** Taken back, sent, and ended by the bank. */
  const aFailedRefund = async (status: 'ABNORMAL' | 'CLOSED') => {
    const order = await aPaidOrder(shop)
    dataOf(await shop.call('order', 'cancel', { orderId: order.orderId }, order.memberId))
    await tick()
    const outRefundNo = shop.pay.refundsOf(order.number)[0]?.outRefundNo ?? ''
    const notice = shop.pay.settleRefund(outRefundNo, status)
    await Promise.all([shop.deliver('payment', notice), shop.deliver('payment', notice)])
    return { order, outRefundNo }
  }
  const failures = async (order: Placed) =>
    (await expectToldTruly(order)).timeline.filter(({ event }) => event.kind === 'refund-failed').length
  const todos = async () => {
    const board = dataOf(await shop.call('staff-order', 'today', {}, await shop.aStaff()))
    return board.todos.map(({ kind }) => kind)
  }

  test('is told to both sides, tried again by itself, and done as soon as the bank has done it', async () => {
    const { order, outRefundNo } = await aFailedRefund('ABNORMAL')
    expect(await detail(order)).toMatchObject({ money: 'refunding', refunds: [{ state: 'failed' }] })
    expect(await todos()).toContain('refund-retry')
    shop.clock.advance(11 * MINUTE)
    await tick()
    expect((await detail(order)).refunds).toMatchObject([{ state: 'failed' }])
    expect(await failures(order)).toBe(1)
    // the staff ended it in WeChat's own console, and the notice of it was lost
    shop.pay.settleRefund(outRefundNo)
    shop.clock.advance(11 * MINUTE)
    await tick()
    expect(await expectToldTruly(order)).toMatchObject({ money: 'refunded', refunds: [{ state: 'done' }] })
    expect(await todos()).not.toContain('refund-retry')
  })

  test('because WeChat closed it gets another number, and the money goes once', async () => {
    const { order, outRefundNo } = await aFailedRefund('CLOSED')
    shop.clock.advance(11 * MINUTE)
    await Promise.all([tick(), tick()])
    const [closed, open, ...others] = shop.pay.refundsOf(order.number)
    expect(others).toEqual([])
    expect([closed?.outRefundNo, closed?.status, open?.status]).toEqual([outRefundNo, 'CLOSED', 'PROCESSING'])
    expect((await detail(order)).refunds).toMatchObject([{ state: 'sent' }])
    await shop.deliver('payment', shop.pay.settleRefund(open?.outRefundNo ?? ''))
    expect(await expectToldTruly(order)).toMatchObject({ money: 'refunded', refundedFen: order.totalFen })
  })

  test('and is given up is the staff’s: it says so, and goes on when they try it again', async () => {
    const order = await aPaidOrder(shop)
    dataOf(await shop.call('order', 'cancel', { orderId: order.orderId }, order.memberId))
    shop.pay.setDown(true)
    for (let n = 0; n < 13; n++) {
      await tick()
      shop.clock.advance(61 * MINUTE)
    }
    expect(await detail(order)).toMatchObject({ money: 'refunding', refunds: [{ state: 'failed' }] })
    expect(await failures(order)).toBe(1)
    expect(await todos()).toContain('dead-letter')
    shop.pay.setDown(false)
    const staff = await shop.aStaff()
    const dead = dataOf(await shop.call('staff-order', 'deadLetters', {}, staff)).rows.filter(
      (row) => row.state === 'dead',
    )
    for (const { id } of dead) dataOf(await shop.call('staff-order', 'retryLetter', { id }, staff))
    await tick()
    expect((await detail(order)).refunds).toMatchObject([{ state: 'sent' }])
  })
})

type Act = 'pay' | 'cancel' | 'expire'
const orders: Act[][] = [
  ['pay', 'cancel', 'expire'],
  ['pay', 'expire', 'cancel'],
  ['cancel', 'pay', 'expire'],
  ['cancel', 'expire', 'pay'],
  ['expire', 'pay', 'cancel'],
  ['expire', 'cancel', 'pay'],
]

describe.each([
  ['one after the other', false],
  ['all at once', true],
])('pay, cancel and expire %s', (_name, isParallel) => {
  test.each(orders)('%s, %s, %s: money and goods end together', async (...acts) => {
    const order = await aPlacedOrder(shop, { stock: 2, quantity: 2 })
    dataOf(await shop.call('payment', 'start', { orderId: order.orderId }, order.memberId))
    const notice = shop.pay.pay(order.number)
    shop.clock.advance(31 * MINUTE)
    const run: Record<Act, () => Promise<unknown>> = {
      pay: () => shop.deliver('payment', notice),
      cancel: () => shop.call('order', 'cancel', { orderId: order.orderId }, order.memberId),
      expire: tick,
    }
    if (isParallel) await Promise.all(acts.map((act) => run[act]()))
    else for (const act of acts) await run[act]()
    const view = await expectToldTruly(order)
    const left = await shop.availableOf(order.skuId)
    expect(await shop.ledgerOf(order.skuId)).toBe(left)
    // paid money is either for goods that are held, or on its way back with the goods on the shelf
    if (view.fulfilment === 'to-ship') expect([view.money, left]).toEqual(['paid', 0])
    else expect([view.money, left]).toEqual(['refunding', 2])
  })
})

test('refunds that the bank takes its time with keep none of the others from being asked after', async () => {
  const orders: Placed[] = []
  while (orders.length < 25) orders.push(await aPaidOrder(shop))
  for (const { orderId, memberId } of orders) dataOf(await shop.call('order', 'cancel', { orderId }, memberId))
  await tick()
  const newest = orders[24] as Placed
  // its notice is lost
  for (const { outRefundNo } of shop.pay.refundsOf(newest.number)) shop.pay.settleRefund(outRefundNo)
  shop.clock.advance(5 * MINUTE)
  for (let round = 0; round < 12; round++) await tick()
  expect((await detail(newest)).money).toBe('refunded')
})
