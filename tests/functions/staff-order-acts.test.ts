/** What the staff do with orders: ship in parts, hand over, refund to the fen, and never twice. */
import { foldEvents } from '@/domain/order/events'
import { later, MINUTE, DAY } from '@/domain/time'
import type { OrderId } from '@/domain/ids'
import { roles } from '@/domain/staff/roles'
import { aPaidOrder, anExpressOrder, aPlacedOrder, pay, place, requestId } from '../support/shop/buying'
import type { StaffSeat } from '../support/shop/builders'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'

let shop: Shop
let owner: StaffSeat
beforeAll(async () => {
  shop = await openShop()
})
// a session lives twelve hours, and some of these stories move the clock by days
beforeEach(async () => {
  owner = await shop.aStaff({ name: '林晓禾' })
})
afterAll(() => shop.close())

const tick = () => shop.call('jobs', 'run', {}, 'timer')
const open = async (orderId: OrderId) => dataOf(await shop.call('staff-order', 'detail', { orderId }, owner))
const ship = (orderId: OrderId, trackingNo: string, lines?: { lineId: never; quantity: number }[], as = owner) =>
  shop.call('staff-order', 'ship', { orderId, carrier: 'sf', trackingNo, ...(lines ? { lines } : {}) }, as)

const aPaidExpressOrder = async (quantities?: readonly number[], priceFen?: number) => {
  const order = await anExpressOrder(shop, quantities, priceFen)
  await pay(shop, order)
  return { ...order, lines: (await open(order.orderId)).lines }
}

test('an order ships in two parcels, WeChat hears of each, and the clock of receipt starts with the last', async () => {
  const { orderId, memberId, lines } = await aPaidExpressOrder([2, 3])
  const [first, second] = lines
  if (!first || !second) throw new Error('two lines')
  const part = dataOf(await ship(orderId, 'SF0001', [{ lineId: first.id as never, quantity: 2 }]))
  expect(part).toMatchObject({ fulfilment: 'part-shipped', autoConfirmAt: null })
  expect(refusalOf(await ship(orderId, 'SF0002', [{ lineId: first.id as never, quantity: 1 }]))).toEqual({
    code: 'parcel.quantity',
    lineId: first.id,
    left: 0,
  })
  expect(refusalOf(await ship(orderId, 'SF0001')).code).toBe('parcel.tracking-used')
  const rest = dataOf(await ship(orderId, 'SF0002'))
  expect(rest).toMatchObject({ fulfilment: 'shipped', autoConfirmAt: later(shop.clock.now(), 10 * DAY) })
  expect(refusalOf(await ship(orderId, 'SF0003')).code).toBe('order.act-not-open')
  await tick()
  expect((await open(orderId)).shippingUpload).toBe('done')
  const seen = dataOf(await shop.call('order', 'detail', { orderId }, memberId))
  expect(seen.parcels.map((p) => p.trackingNo)).toEqual(['SF0001', 'SF0002'])
  expect(seen.acts).toContain('confirm-receipt')
  const received = dataOf(await shop.call('order', 'confirmReceipt', { orderId }, memberId))
  expect(received).toMatchObject({ trade: 'completed', fulfilment: 'received' })
  expect(foldEvents(received.timeline.map((e) => e.event))).toEqual({
    trade: 'completed',
    money: 'paid',
    fulfilment: 'received',
  })
})

test('two colleagues who ship the same order at once send one parcel', async () => {
  const { orderId } = await aPaidExpressOrder([1])
  const replies = await Promise.all([ship(orderId, 'SF1001'), ship(orderId, 'SF1002'), ship(orderId, 'SF1003')])
  expect(replies.filter((r) => r.ok)).toHaveLength(1)
  expect((await open(orderId)).parcels).toHaveLength(1)
})

test('ten days after the last parcel the clock receives the order', async () => {
  const { orderId } = await aPaidExpressOrder([1])
  dataOf(await ship(orderId, 'SF2001'))
  shop.clock.advance(10 * DAY)
  await tick()
  owner = await shop.aStaff()
  const view = await open(orderId)
  expect(view.trade).toBe('completed')
  expect(view.timeline.find((e) => e.event.kind === 'received')).toMatchObject({ by: 'clock' })
})

test('a pick-up order is made ready, and handed over only against its code', async () => {
  const order = await aPaidOrder(shop)
  const code = dataOf(await shop.call('order', 'detail', { orderId: order.orderId }, order.memberId)).pickup?.code ?? ''
  expect((await open(order.orderId)).pickup?.code).toBeNull()
  expect(
    dataOf(await shop.call('staff-order', 'makeReady', { orderIds: [order.orderId, order.orderId] }, owner)),
  ).toEqual({ ready: 1, refused: [] })
  const held = dataOf(await shop.call('staff-order', 'list', { text: code }, owner))
  expect(held.rows.map(({ id }) => id)).toEqual([order.orderId])
  const wrong = code === '000000' ? '000001' : '000000'
  expect(
    refusalOf(await shop.call('staff-order', 'handOver', { orderId: order.orderId, code: wrong }, owner)).code,
  ).toBe('pickup.wrong-code')
  expect(dataOf(await shop.call('staff-order', 'handOver', { orderId: order.orderId, code }, owner))).toMatchObject({
    trade: 'completed',
    fulfilment: 'received',
  })
  expect(dataOf(await shop.call('staff-order', 'list', { text: code }, owner)).rows).toEqual([])
})

test('partial refunds in any cuts give back exactly what was paid, then the order closes', async () => {
  const { orderId, number, lines, totalFen } = await aPaidExpressOrder([3, 2], 333)
  const [first] = lines
  if (!first) throw new Error('a line')
  const refund = async (body: object) =>
    shop.call(
      'staff-order',
      'refund',
      { orderId, requestId: requestId(), reason: '少发', deliveryFee: true, ...body },
      owner,
    )
  const settle = async () => {
    await tick()
    const open = shop.pay.refundsOf(number).find((r) => r.status === 'PROCESSING')
    await shop.deliver('payment', shop.pay.settleRefund(open?.outRefundNo ?? ''))
  }
  dataOf(await refund({ lines: [{ lineId: first.id, quantity: 1 }], restock: true }))
  expect(await shop.availableOf(first.skuId)).toBe(98)
  expect(refusalOf(await refund({})).code).toBe('order.act-not-open')
  await settle()
  expect(await open(orderId)).toMatchObject({ trade: 'fulfilling', money: 'part-refunded', refundedFen: 333 })
  expect(refusalOf(await refund({ lines: [{ lineId: first.id, quantity: 3 }] }))).toEqual({
    code: 'refund.quantity',
    lineId: first.id,
    left: 2,
  })
  dataOf(await refund({}))
  await settle()
  const closed = await open(orderId)
  expect(closed).toMatchObject({ trade: 'closed', money: 'refunded', fulfilment: 'stopped', refundedFen: totalFen })
  expect(foldEvents(closed.timeline.map((e) => e.event))).toEqual({
    trade: 'closed',
    money: 'refunded',
    fulfilment: 'stopped',
  })
  expect(shop.pay.refundsOf(number).reduce((sum, r) => sum + r.refundFen, 0)).toBe(totalFen)
})

test('an order all of whose goods are refunded closes, though its delivery fee was kept', async () => {
  const memberId = await shop.aMember()
  const addressId = await shop.anAddress(memberId)
  const deliveryTemplateId = await shop.aDeliveryTemplate({ name: '冷链', kind: 'express', feeFen: 800 as never })
  const { skuId } = await shop.aProduct({ skus: [{ priceFen: 1000 }], deliveryTemplateId })
  const wish = { basket: [{ skuId, quantity: 1 }], totalFen: 1800, delivery: { kind: 'express' as const, addressId } }
  const { orderId, number } = dataOf(await place(shop, memberId, wish))
  await pay(shop, { memberId, orderId, number })
  const refund = async (body: object) => {
    dataOf(
      await shop.call('staff-order', 'refund', { orderId, requestId: requestId(), reason: '缺货', ...body }, owner),
    )
    await tick()
    for (const { outRefundNo, status } of shop.pay.refundsOf(number))
      if (status === 'PROCESSING') await shop.deliver('payment', shop.pay.settleRefund(outRefundNo))
    const { trade, money, fulfilment, timeline } = await open(orderId)
    expect(foldEvents(timeline.map((e) => e.event))).toEqual({ trade, money, fulfilment })
    return { trade, money, fulfilment }
  }
  expect(await refund({})).toEqual({ trade: 'closed', money: 'part-refunded', fulfilment: 'stopped' })
  // and the fee may follow
  expect(await refund({ deliveryFee: true })).toEqual({ trade: 'closed', money: 'refunded', fulfilment: 'stopped' })
})

test('an order whose rest is refunded after the first parcel is shipped, with its clock', async () => {
  const { orderId, number, lines } = await aPaidExpressOrder([2, 1])
  const [first] = lines
  if (!first) throw new Error('a line')
  dataOf(await ship(orderId, 'SF5001', [{ lineId: first.id as never, quantity: 2 }]))
  dataOf(
    await shop.call(
      'staff-order',
      'refund',
      { orderId, requestId: requestId(), reason: '缺货', lines: [{ lineId: lines[1]?.id as never, quantity: 1 }] },
      owner,
    ),
  )
  await tick()
  await shop.deliver('payment', shop.pay.settleRefund(shop.pay.refundsOf(number)[0]?.outRefundNo ?? ''))
  const view = await open(orderId)
  expect(view).toMatchObject({ trade: 'fulfilling', money: 'part-refunded', fulfilment: 'shipped' })
  expect(view.autoConfirmAt).not.toBeNull()
  expect(view.acts).not.toContain('ship')
  expect(foldEvents(view.timeline.map((e) => e.event)).fulfilment).toBe('shipped')
})

test('the same refund asked ten times at once is one refund', async () => {
  const { orderId, number, totalFen } = await aPaidExpressOrder([2])
  const ask = { orderId, requestId: requestId(), reason: '缺货' }
  const replies = await Promise.all(Array.from({ length: 10 }, () => shop.call('staff-order', 'refund', ask, owner)))
  const made = replies.filter((r) => r.ok).map((r) => dataOf(r).refund.id)
  expect(new Set(made).size).toBe(1)
  await tick()
  expect(shop.pay.refundsOf(number)).toMatchObject([{ refundFen: totalFen }])
})

test('the preview of a refund is what the refund pays', async () => {
  const { orderId, lines } = await aPaidExpressOrder([3], 335)
  const [line] = lines
  if (!line) throw new Error('a line')
  const parts = [{ lineId: line.id, quantity: 2 }]
  const preview = dataOf(await shop.call('staff-order', 'refundPreview', { orderId, lines: parts }, owner))
  const done = dataOf(
    await shop.call('staff-order', 'refund', { orderId, lines: parts, requestId: requestId(), reason: '坏果' }, owner),
  )
  expect(done.refund.amountFen).toBe(preview.amountFen)
})

test('one price change: the old number is closed, the new one is paid', async () => {
  const order = await aPlacedOrder(shop, { priceFen: 5000, quantity: 2 })
  dataOf(await shop.call('payment', 'start', { orderId: order.orderId }, order.memberId))
  const change = (totalFen: number) =>
    shop.call('staff-order', 'changePrice', { orderId: order.orderId, totalFen, reason: '老顾客' }, owner)
  expect(refusalOf(await change(10_000)).code).toBe('price.not-lower')
  const changed = dataOf(await change(8_801))
  expect(changed.lines.map((l) => l.paidFen)).toEqual([8_801])
  expect(refusalOf(await change(8_000)).code).toBe('price.already-changed')
  expect(shop.pay.stateOf(order.number)?.isClosed).toBe(true)
  await pay(shop, { ...order, number: `${order.number}-2` })
  expect(await open(order.orderId)).toMatchObject({ money: 'paid', paidFen: 8_801 })
})

test('what the staff see is masked, a look at the whole is in the audit, a colleague elsewhere sees nothing', async () => {
  const order = await aPaidExpressOrder([1])
  const view = await open(order.orderId)
  expect(view).toMatchObject({ buyer: '林*', maskedPhone: '138****2071' })
  expect(view.address?.detail).not.toContain('502')
  expect(dataOf(await shop.call('staff-order', 'unmask', { orderId: order.orderId }, owner)).phone).toBe('13800002071')
  const looks = await shop.deps.db.selectFrom('audit').select('action').where('subject', '=', order.orderId).execute()
  expect(looks.map((a) => a.action)).toEqual(['order.unmask'])
  const point = await shop.aPickupPoint()
  const clerk = await shop.aStaff({ role: 'warehouse', pickupPointIds: [point] })
  expect(refusalOf(await shop.call('staff-order', 'detail', { orderId: order.orderId }, clerk)).code).toBe(
    'order.unknown',
  )
  expect(refusalOf(await ship(order.orderId, 'SF9001', undefined, clerk)).code).toBe('order.unknown')
})

test.each(roles)('a %s may ship or refund only if the role says so', async (role) => {
  const seat = await shop.aStaff({ role })
  const { orderId } = await aPaidExpressOrder([1])
  const shipped = await ship(orderId, `SF-${role}`, undefined, seat)
  const refunded = await shop.call('staff-order', 'refund', { orderId, requestId: requestId(), reason: '测试' }, seat)
  const isAllowed = (reply: { ok: boolean }) => reply.ok
  expect([isAllowed(shipped), isAllowed(refunded)]).toEqual(
    {
      owner: [true, true],
      manager: [true, true],
      operations: [false, false],
      'customer-service': [false, true],
      warehouse: [true, false],
      clerk: [false, false],
      auditor: [false, false],
    }[role],
  )
})

test('a batch ships what it can and says what it couldn’t', async () => {
  const [a, b] = [await aPaidExpressOrder([1]), await anExpressOrder(shop, [1])]
  const parcels = [a, b].map(({ orderId }, i) => ({ orderId, carrier: 'zto' as const, trackingNo: `ZT${i}000` }))
  expect(dataOf(await shop.call('staff-order', 'shipMany', { parcels }, owner))).toEqual({
    shipped: 1,
    refused: [{ orderId: b.orderId, code: 'order.act-not-open' }],
  })
})

test('the list filters, counts and finds by number, phone tail, buyer and product', async () => {
  const { orderId, number } = await aPaidExpressOrder([1])
  const find = async (text: string) =>
    dataOf(await shop.call('staff-order', 'list', { text }, owner)).rows.map((r) => r.id)
  expect(await find(number)).toEqual([orderId])
  expect(await find(number.slice(-8))).toEqual([orderId])
  expect(await find('2071')).toContain(orderId)
  expect(await find('林小')).toContain(orderId)
  expect(await find('红颜')).toContain(orderId)
  expect(await find(`%' or 1=1 --`)).toEqual([])
  const board = dataOf(await shop.call('staff-order', 'list', { tab: 'to-ship', pageSize: 50 }, owner))
  expect(board.rows.every((r) => r.fulfilment === 'to-ship' || r.fulfilment === 'part-shipped')).toBe(true)
  const ends = board.rows.map((r) => r.clock?.endAt ?? 0)
  expect(ends).toEqual([...ends].sort((x, y) => x - y))
  expect(board.counts['to-ship']).toBe(board.total)
})

test('an export opens in Excel and runs no formula', async () => {
  const { skuId, pickupPointId, memberId } = await aPlacedOrder(shop)
  await shop.deps.db
    .updateTable('order_line')
    .set({ title: '=HYPERLINK("http://evil")' })
    .where('sku_id', '=', skuId)
    .execute()
  expect([pickupPointId, memberId]).toHaveLength(2)
  const { csv } = dataOf(await shop.call('staff-order', 'exportCsv', {}, owner))
  expect(csv.startsWith('\ufeff"订单号"')).toBe(true)
  expect(csv).toContain(`"'=HYPERLINK(""http://evil""`)
  expect(csv).not.toContain('13800002071')
})

test('the board of the day tells what came in and what has to be done', async () => {
  await aPaidExpressOrder([1])
  shop.clock.advance(MINUTE)
  const today = dataOf(await shop.call('staff-order', 'today', {}, owner))
  expect(today.kpis.paidOrders).toBeGreaterThan(0)
  expect(today.hours.today).toHaveLength(24)
  expect(today.hours.today.reduce<number>((sum, fen) => sum + (fen ?? 0), 0)).toBe(today.kpis.paidFen)
  const ship = today.todos.find((t) => t.kind === 'ship')
  expect(ship?.kind === 'ship' && ship.endAt - ship.startAt).toBe(48 * 60 * MINUTE)
})

test('a shipping upload that WeChat refuses for good becomes a dead letter that can be tried again', async () => {
  const { orderId, memberId } = await aPaidExpressOrder([1])
  await shop.deps.db
    .updateTable('payment')
    .set({ transaction_id: 'no-such-payment' })
    .where('order_id', '=', orderId)
    .execute()
  expect(memberId).toBeTruthy()
  dataOf(await ship(orderId, 'SF7001'))
  await shop.deps.db
    .updateTable('outbox')
    .set({ state: 'dead', last_error: 'shipping upload refused: 10060002' })
    .where('subject', '=', orderId)
    .execute()
  const { rows } = dataOf(await shop.call('staff-order', 'deadLetters', {}, owner))
  const letter = rows.find((r) => r.subject === orderId)
  expect(letter).toMatchObject({ state: 'dead', topic: 'shipping.upload' })
  dataOf(await shop.call('staff-order', 'retryLetter', { id: letter?.id ?? '' }, owner))
  await tick()
  expect((await open(orderId)).shippingUpload).not.toBe('dead')
})
