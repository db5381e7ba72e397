/** The life of a sale by the clock: it closes, is reckoned once, is settled; what later goes back is what was really paid. */
import { DAY, HOUR, MINUTE, SECOND } from '@/domain/time'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { lateNotice, pay } from '../../support/shop/buying'
import {
  aPaidSaleOrder,
  aSale,
  aSaleOrder,
  chainRow,
  expectSalesAgree,
  placeInSale,
  saleRow,
  tierBacks,
} from '../../support/shop/group-sales'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
afterEach(() => expectSalesAgree(shop))

/** The clock, and WeChat's word on every refund that has been sent. */
const strike = async () => {
  dataOf(await shop.call('jobs', 'run', {}, 'timer'))
  const open = await shop.deps.db.selectFrom('refund').select('out_refund_no').where('state', '=', 'sent').execute()
  for (const { out_refund_no } of open) await shop.deliver('payment', shop.pay.settleRefund(out_refund_no))
}
const refundsOf = (orderId: string) =>
  shop.deps.db
    .selectFrom('refund')
    .select(['kind', 'amount_fen', 'state', 'reason'])
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute()
const orderRow = (orderId: string) =>
  shop.deps.db.selectFrom('orders').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow()

test('on time it takes no orders any more; whoever ordered may still pay; then everybody gets the difference back, once', async () => {
  const sale = await aSale(shop, { lines: [{ priceFen: 1_500, tiers: [[3, 1_200]] }], endsAt: shop.clock.now() + HOUR })
  const early = await aPaidSaleOrder(shop, sale, { quantity: 2 })
  shop.clock.advance(HOUR - MINUTE)
  const late = await aSaleOrder(shop, sale)
  shop.clock.advance(MINUTE)
  await strike()
  expect(await saleRow(shop, sale)).toMatchObject({ state: 'closed', reckoned_at: null })
  expect(refusalOf(await placeInSale(shop, sale, await shop.aMember()))).toMatchObject({ code: 'sale.not-open' })
  shop.clock.advance(2 * MINUTE)
  await pay(shop, late)
  await strike()
  expect((await saleRow(shop, sale)).reckoned_at).not.toBeNull()
  expect(await tierBacks(shop, sale)).toMatchObject([
    { order_id: early.orderId, units: 2, back_fen: 600 },
    { order_id: late.orderId, units: 1, back_fen: 300 },
  ])
  await strike()
  expect(await refundsOf(early.orderId)).toEqual([
    { kind: 'sale-tier', amount_fen: 600, state: 'done', reason: '接龙到了更低一档，退差价' },
  ])
  expect(await orderRow(early.orderId)).toMatchObject({
    trade: 'fulfilling',
    money: 'part-refunded',
    refunded_fen: 600,
  })
  const detail = dataOf(await shop.call('order', 'detail', { orderId: early.orderId }, early.memberId))
  expect(detail.sale).toMatchObject({ state: 'closed', tierBackFen: 600 })
  expect(detail.acts).not.toContain('cancel-paid')
  await strike()
  expect(await tierBacks(shop, sale)).toHaveLength(2)
  const told = await shop.deps.db
    .selectFrom('inbox_message')
    .select(['facts'])
    .where('kind', '=', 'sale-closed')
    .execute()
  expect(told.map(({ facts }) => (facts as { backFen: number }).backFen).sort((a, b) => a - b)).toEqual([300, 600])
})

test('the pay window ends ten minutes after the sale: who did not pay is out, and the sale is reckoned', async () => {
  const sale = await aSale(shop, { endsAt: shop.clock.now() + HOUR })
  shop.clock.advance(HOUR - MINUTE)
  const order = await aSaleOrder(shop, sale)
  shop.clock.advance(MINUTE + 10 * MINUTE)
  await strike()
  expect((await chainRow(shop, order)).gone_at).not.toBeNull()
  expect(await saleRow(shop, sale)).toMatchObject({ state: 'settled' })
})

test('money that comes after the reckoning goes back by itself', async () => {
  const sale = await aSale(shop, { endsAt: shop.clock.now() + HOUR })
  const order = await aSaleOrder(shop, sale)
  const notice = await lateNotice(shop, order)
  shop.clock.advance(HOUR + 11 * MINUTE)
  await strike()
  await shop.deliver('payment', notice)
  await strike()
  expect(await orderRow(order.orderId)).toMatchObject({ trade: 'closed', refunded_fen: sale.priceFen })
})

test('after the reckoning a refund of units gives what they cost since; all together it is what was paid', async () => {
  const sale = await aSale(shop, { lines: [{ priceFen: 1_499, tiers: [[4, 1_211]] }], endsAt: shop.clock.now() + HOUR })
  const order = await aPaidSaleOrder(shop, sale, { quantity: 3 })
  await aPaidSaleOrder(shop, sale, { quantity: 1 })
  shop.clock.advance(HOUR)
  await strike()
  const staff = await shop.aStaff({ role: 'owner' })
  const { lines } = dataOf(await shop.call('order', 'detail', { orderId: order.orderId }, order.memberId))
  const [line] = lines
  if (!line) throw new Error('no line')
  const one = { orderId: order.orderId, lines: [{ lineId: line.id, quantity: 1 }], deliveryFee: false }
  const preview = dataOf(await shop.call('staff-order', 'refundPreview', one, staff))
  expect(preview.amountFen).toBe(1_211)
  await strike()
  const ask = { ...one, requestId: 'refund-of-the-first', reason: '坏了一盒', restock: false }
  expect(dataOf(await shop.call('staff-order', 'refund', ask, staff)).refund.amountFen).toBe(1_211)
  await strike()
  const rest = {
    orderId: order.orderId,
    requestId: 'refund-of-the-rest',
    reason: '都坏了',
    restock: false,
    deliveryFee: true,
  }
  dataOf(await shop.call('staff-order', 'refund', rest, staff))
  await strike()
  expect(await orderRow(order.orderId)).toMatchObject({ trade: 'closed', money: 'refunded', refunded_fen: 3 * 1_499 })
  expect((await chainRow(shop, order)).gone_at).not.toBeNull()
})

test('a refund before the reckoning leaves only the other units something to get back', async () => {
  const sale = await aSale(shop, { lines: [{ priceFen: 1_500, tiers: [[3, 1_200]] }], endsAt: shop.clock.now() + HOUR })
  const order = await aPaidSaleOrder(shop, sale, { quantity: 3 })
  const staff = await shop.aStaff({ role: 'owner' })
  const { lines } = dataOf(await shop.call('order', 'detail', { orderId: order.orderId }, order.memberId))
  const ask = {
    orderId: order.orderId,
    requestId: 'refund-before-close',
    reason: '少要一盒',
    restock: true,
    deliveryFee: false,
  }
  const parts = [{ lineId: lines[0]?.id ?? ('' as never), quantity: 1 }]
  expect(dataOf(await shop.call('staff-order', 'refund', { ...ask, lines: parts }, staff)).refund.amountFen).toBe(1_500)
  shop.clock.advance(HOUR)
  await strike()
  expect(await tierBacks(shop, sale)).toMatchObject([{ units: 2, back_fen: 600 }])
})

test('a pick-up order of a sale is made ready and handed over as any other; a week after the goods the sale is settled', async () => {
  const sale = await aSale(shop, { endsAt: shop.clock.now() + HOUR })
  const order = await aPaidSaleOrder(shop, sale)
  shop.clock.advance(HOUR)
  await strike()
  const staff = await shop.aStaff({ role: 'owner' })
  dataOf(await shop.call('staff-order', 'makeReady', { orderIds: [order.orderId] }, staff))
  const { pickup } = dataOf(await shop.call('order', 'detail', { orderId: order.orderId }, order.memberId))
  dataOf(await shop.call('staff-order', 'handOver', { orderId: order.orderId, code: pickup?.code ?? '' }, staff))
  expect(await orderRow(order.orderId)).toMatchObject({ trade: 'completed', fulfilment: 'received' })
  expect(await chainRow(shop, order)).toMatchObject({ bag_state: 'handed' })
  for (const state of ['picking', 'delivered'] as const)
    await shop.deps.db
      .updateTable('sale')
      .set({ state, delivered_at: new Date(shop.clock.now()) })
      .where('id', '=', sale.saleId)
      .execute()
  await strike()
  expect((await saleRow(shop, sale)).state).toBe('delivered')
  shop.clock.advance(7 * DAY + SECOND)
  await strike()
  expect((await saleRow(shop, sale)).state).toBe('settled')
})

test('bags nobody fetched are overdue when the evening is over, and not kept longer than was said', async () => {
  const sale = await aSale(shop, { endsAt: shop.clock.now() + HOUR, keepDays: 1 })
  const order = await aPaidSaleOrder(shop, sale)
  shop.clock.advance(HOUR + DAY + 3 * HOUR)
  await strike()
  const { version } = await saleRow(shop, sale)
  expect((await chainRow(shop, order)).bag_state).toBe('overdue')
  await strike()
  expect((await saleRow(shop, sale)).version).toBe(version)
  shop.clock.advance(DAY)
  await strike()
  expect((await chainRow(shop, order)).bag_state).toBe('no-show')
})
