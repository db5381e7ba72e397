/** The truck was short: who goes without by the stated policy, what they get back, and that it is decided once. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { foldEvents } from '@/domain/order/events'
import type { OrderId } from '@/domain/ids'
import { MINUTE } from '@/domain/time'
import { reckonSaleWhenDone } from '../../../cloudfunctions/sale/reckon-sale'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { tick } from '../../support/shop/group-buying'
import {
  aPaidSaleOrder,
  aSale,
  aSaleOrder,
  chainRow,
  expectSalesAgree,
  lineRow,
  tierBacks,
} from '../../support/shop/group-sales'
import {
  allocate,
  allocateAsShown,
  aSoldSale,
  closeAndPick,
  copyOrder,
  count,
  expectCutsAgree,
  leaderOf,
  look,
  move,
  orderRow,
  kitOf,
  scanOf,
  sync,
} from '../../support/shop/handing-over'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterEach(async () => {
  await expectSalesAgree(shop)
  await expectCutsAgree(shop)
})
afterAll(() => shop.close())

/** Four neighbours with 2, 1, 3 and 2 strawberries; the second also has croissants. */
const eight = (more: Parameters<typeof aSoldSale>[2] = {}) => aSoldSale(shop, [[2], [1, 2], [3], [2]], more)

const settle = async (orders: readonly { number: string }[]): Promise<void> => {
  await tick(shop)
  for (const { number } of orders)
    for (const refund of shop.pay.refundsOf(number))
      if (refund.status === 'PROCESSING') await shop.deliver('payment', shop.pay.settleRefund(refund.outRefundNo))
  await tick(shop)
}

test('both policies stand side by side, and nothing is shared out where nothing is missing', async () => {
  const { sale, orders, points } = await eight()
  await closeAndPick(shop, sale)
  const ask = () => shop.call('leader', 'shortage', { saleId: sale.saleId, skuId: sale.skuId }, leaderOf(sale))
  expect(refusalOf(await ask())).toEqual({ code: 'shortage.none' })
  dataOf(await count(shop, sale, 8))
  expect(refusalOf(await ask())).toEqual({ code: 'shortage.none' })
  dataOf(await count(shop, sale, 5))
  const view = dataOf(await ask())
  expect(view).toMatchObject({ sold: 8, received: 5, policy: 'first-paid', decided: null })
  expect(view.outlines).toMatchObject([
    {
      policy: 'first-paid',
      orders: 2,
      refundFen: 4_500,
      places: [
        { place: points[0], sold: 5, got: 4 },
        { place: points[1], sold: 3, got: 1 },
      ],
      cuts: [
        { orderId: orders[2]?.orderId, number: 3, ordered: 3, cut: 1, refundFen: 1_500, place: points[0] },
        { orderId: orders[3]?.orderId, number: 4, ordered: 2, cut: 2, refundFen: 3_000 },
      ],
    },
    {
      policy: 'proportional',
      refundFen: 4_500,
      places: [
        { sold: 5, got: 3 },
        { sold: 3, got: 2 },
      ],
    },
  ])
  for (const cut of view.outlines.flatMap((outline) => outline.cuts)) expect(cut.name).toMatch(/^.\*$/u)
})

test('the cut units leave order, sale and chain, their money goes back, and who went short is told', async () => {
  const { sale, orders } = await eight()
  await closeAndPick(shop, sale)
  dataOf(await count(shop, sale, 5))
  const view = await allocateAsShown(shop, sale)
  expect(view).toMatchObject({
    decided: { policy: 'first-paid', refundFen: 4_500, at: shop.clock.now() },
    outlines: [
      {
        orders: 2,
        refundFen: 4_500,
        cuts: [
          { cut: 1, ordered: 3 },
          { cut: 2, ordered: 2 },
        ],
      },
    ],
  })
  expect(view.outlines[0]?.places.map(({ sold, got }) => [sold, got])).toEqual([
    [5, 4],
    [3, 1],
  ])
  const [, , third, last] = orders
  if (!third || !last) throw new Error('four orders')
  expect(await orderRow(shop, third.orderId)).toMatchObject({
    money: 'refunding',
    trade: 'fulfilling',
    refunded_fen: 1_500,
  })
  // nothing is left of the last: it stops, and closes when the bank has paid
  expect(await orderRow(shop, last.orderId)).toMatchObject({ fulfilment: 'stopped', refunded_fen: 3_000 })
  expect(await chainRow(shop, last)).toMatchObject({ gone_at: new Date(shop.clock.now()) })
  expect(await lineRow(shop, sale)).toMatchObject({ paid_units: 5, reached_units: 8 })
  await settle(orders)
  expect(await orderRow(shop, third.orderId)).toMatchObject({ money: 'part-refunded', trade: 'fulfilling' })
  expect(await orderRow(shop, last.orderId)).toMatchObject({ money: 'refunded', trade: 'closed' })
  for (const { orderId, memberId } of [third, last]) {
    const detail = dataOf(await shop.call('order', 'detail', { orderId }, memberId))
    expect(foldEvents(detail.timeline.map((e) => e.event))).toEqual({
      trade: detail.trade,
      money: detail.money,
      fulfilment: detail.fulfilment,
    })
  }
  const told = await shop.deps.db
    .selectFrom('inbox_message')
    .selectAll()
    .where('kind', '=', 'shortage-cut')
    .where('member_id', 'in', [third.memberId, last.memberId])
    .execute()
  expect(told.map((one) => one.facts)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ orderId: third.orderId, cutPieces: 1, refundFen: 1_500 }),
      expect.objectContaining({ orderId: last.orderId, cutPieces: 2, refundFen: 3_000 }),
    ]),
  )
})

test('each product is decided once, by what the screen showed', async () => {
  const { sale } = await eight()
  await closeAndPick(shop, sale)
  expect(refusalOf(await allocate(shop, sale, 0))).toEqual({ code: 'shortage.none' })
  dataOf(await count(shop, sale, 5))
  expect(refusalOf(await allocate(shop, sale, 4_499))).toEqual({ code: 'shortage.changed', refundFen: 4_500 })
  dataOf(await count(shop, sale, 6))
  expect(refusalOf(await allocate(shop, sale, 4_500))).toEqual({ code: 'shortage.changed', refundFen: 3_000 })
  dataOf(await allocate(shop, sale, 3_000))
  expect(refusalOf(await allocate(shop, sale, 3_000))).toEqual({ code: 'shortage.decided' })
  const [, croissant] = sale.skuIds
  if (!croissant) throw new Error('two products')
  dataOf(await count(shop, sale, 1, croissant))
  expect((await allocateAsShown(shop, sale, croissant)).decided).toMatchObject({ refundFen: 900 })
})

test('not while somebody may still pay, and not any more when the goods are there', async () => {
  const { sale } = await eight()
  const late = await aSaleOrder(shop, sale)
  await move(shop, sale, 'close')
  dataOf(await count(shop, sale, 5))
  expect(refusalOf(await allocate(shop, sale, 4_500))).toEqual({ code: 'shortage.not-now', state: 'closed' })
  dataOf(await shop.call('order', 'cancel', { orderId: late.orderId }, late.memberId))
  await reckonSaleWhenDone(shop.deps, sale.saleId)
  await move(shop, sale, 'pick')
  await move(shop, sale, 'deliver')
  expect(refusalOf(await allocate(shop, sale, 4_500))).toEqual({ code: 'shortage.not-now', state: 'delivered' })
})

test('what has been handed over already stays handed over: the others share the rest', async () => {
  const { sale, orders } = await eight()
  const last = orders[3]
  if (!last) throw new Error('four orders')
  await closeAndPick(shop, sale)
  dataOf(await sync(shop, sale, [scanOf(shop, await kitOf(shop, sale), last.orderId, shop.clock.now())]))
  dataOf(await count(shop, sale, 5))
  const view = await look(shop, sale)
  expect(view).toMatchObject({ sold: 8, received: 5 })
  expect(view.outlines[0]?.cuts).toMatchObject([{ number: 3, cut: 3, ordered: 3 }])
  expect(view.outlines[0]?.places.map(({ sold, got }) => [sold, got])).toEqual([
    [5, 2],
    [3, 3],
  ])
  await allocateAsShown(shop, sale)
})

test('a tier that was reached comes off before the cut: both together give back what was paid', async () => {
  const { sale, orders } = await aSoldSale(shop, [[2], [3]], { tiers: [[5, 1_201]] })
  await closeAndPick(shop, sale)
  const backs = await tierBacks(shop, sale)
  expect(backs.map((back) => back.back_fen).sort((a, b) => a - b)).toEqual([598, 897])
  dataOf(await count(shop, sale, 0))
  const view = await allocateAsShown(shop, sale)
  expect(view.decided?.refundFen).toBe(5 * 1_201)
  await settle(orders)
  const owed = (await tierBacks(shop, sale)).filter((back) => back.refund_id === null)
  for (const { orderId } of orders) {
    const row = await orderRow(shop, orderId)
    const stillOwed = owed.filter((back) => back.order_id === orderId).reduce((sum, back) => sum + back.back_fen, 0)
    expect(row.refunded_fen + stillOwed).toBe(row.paid_fen)
    expect(row.trade).toBe('closed')
  }
})

test('the commission that falls is told beforehand, and the letter makes it follow', async () => {
  const { sale, orders } = await eight()
  const ids = orders.map(({ orderId }) => orderId)
  await shop.deps.db.updateTable('order_line').set({ rate_bp: 800 }).where('order_id', 'in', ids).execute()
  await closeAndPick(shop, sale)
  dataOf(await count(shop, sale, 5))
  expect((await look(shop, sale)).outlines[0]).toMatchObject({ refundFen: 4_500, commissionFen: 360 })
  await tick(shop)
  const view = await allocateAsShown(shop, sale)
  expect(view.outlines[0]?.commissionFen).toBe(360)
  const letters = await shop.deps.db
    .selectFrom('outbox')
    .select('subject')
    .where('topic', '=', 'commission.follow')
    .where('state', '=', 'waiting')
    .execute()
  expect(letters.map((letter) => letter.subject)).toEqual(expect.arrayContaining([ids[2], ids[3]]))
})

test('with its last unit an order to the door gets its delivery fee back as well', async () => {
  const sale = await aSale(shop)
  const order = await aPaidSaleOrder(shop, sale)
  // as if the courier had been paid for
  await shop.deps.db
    .updateTable('orders')
    .set((eb) => ({ paid_fen: eb('paid_fen', '+', 500), total_fen: eb('total_fen', '+', 500), delivery_fen: 500 }))
    .where('id', '=', order.orderId)
    .execute()
  await closeAndPick(shop, sale)
  dataOf(await count(shop, sale, 0))
  await allocateAsShown(shop, sale)
  expect(await orderRow(shop, order.orderId)).toMatchObject({ refunded_fen: 2_000 })
})

describe('staff', () => {
  test('share out by the right to refund and leave a row of audit', async () => {
    const { sale } = await eight({ policy: 'proportional' })
    await closeAndPick(shop, sale)
    const owner = await shop.aStaff()
    const { saleId, skuId } = sale
    dataOf(await shop.call('staff-sale', 'receive', { saleId, counts: [{ skuId, received: 4 }] }, owner))
    const view = dataOf(await shop.call('staff-sale', 'shortage', { saleId, skuId }, owner))
    const refundFen = view.outlines[0]?.refundFen ?? 0
    const packer = await shop.aStaff({ role: 'operations' })
    expect(refusalOf(await shop.call('staff-sale', 'allocate', { saleId, skuId, refundFen }, packer)).code).toBe(
      'role.required',
    )
    expect(
      dataOf(await shop.call('staff-sale', 'allocate', { saleId, skuId, refundFen }, owner)).decided,
    ).not.toBeNull()
    const rows = await shop.deps.db
      .selectFrom('audit')
      .select(['action', 'staff_id'])
      .where('subject', '=', saleId)
      .orderBy('id')
      .execute()
    expect(rows).toEqual([
      { action: 'sale.receive', staff_id: owner.staffId },
      { action: 'sale.allocate', staff_id: owner.staffId },
    ])
  })

  test('find later who counted what and when, the leader as well as a colleague; a count said again is no news', async () => {
    const { sale } = await eight({ policy: 'proportional' })
    await closeAndPick(shop, sale)
    const owner = await shop.aStaff()
    const { saleId, skuId } = sale
    const counted = (
      received: number | null,
      who: Parameters<Shop['call']>[3],
      fn: 'leader' | 'staff-sale' = 'leader',
    ) => shop.call(fn, 'receive', { saleId, counts: [{ skuId, received }] }, who)
    dataOf(await counted(6, leaderOf(sale)))
    const firstAt = shop.clock.now()
    shop.clock.advance(MINUTE)
    dataOf(await counted(6, leaderOf(sale)))
    dataOf(await counted(4, owner, 'staff-sale'))
    const { counts } = dataOf(await shop.call('staff-sale', 'sale', { saleId }, owner))
    expect(counts).toEqual([
      {
        at: shop.clock.now(),
        by: { name: expect.any(String), isLeader: false },
        lines: [{ skuId, before: 6, after: 4 }],
      },
      { at: firstAt, by: { name: expect.any(String), isLeader: true }, lines: [{ skuId, before: null, after: 6 }] },
    ])
    await allocateAsShown(shop, sale)
    const { rows } = dataOf(await shop.call('staff', 'audit', { subject: saleId }, owner))
    expect(rows.map(({ action, isLeader }) => [action, isLeader])).toEqual([
      ['sale.allocate', true],
      ['sale.receive', false],
      ['sale.receive', true],
    ])
    expect(rows[2]).toMatchObject({ staffName: counts[1]?.by.name, after: [{ skuId, received: 6 }] })
  })

  test('who looks after one of two places neither counts nor shares out', async () => {
    const { sale, points } = await eight()
    await closeAndPick(shop, sale)
    const { saleId, skuId } = sale
    const keeper = await shop.aStaff({ role: 'manager', pickupPointIds: [points[0]] })
    const replies = [
      await shop.call('staff-sale', 'receive', { saleId, counts: [{ skuId, received: 4 }] }, keeper),
      await shop.call('staff-sale', 'shortage', { saleId, skuId }, keeper),
      await shop.call('staff-sale', 'allocate', { saleId, skuId, refundFen: 0 }, keeper),
    ]
    for (const reply of replies) expect(reply).toMatchObject({ ok: false, refusal: { code: 'sale.unknown' } })
  })
})

test('a thousand orders go short at one press: all of them or, had the server died on the way, none', async () => {
  const { sale, orders } = await aSoldSale(shop, [[2]], { policy: 'proportional' })
  const [model] = orders
  if (!model) throw new Error('no order')
  await copyOrder(shop, sale, model, 1_000)
  await closeAndPick(shop, sale)
  dataOf(await count(shop, sale, 1_000))
  const view = await allocateAsShown(shop, sale)
  expect(view).toMatchObject({
    sold: 2_000,
    received: 1_000,
    decided: { refundFen: 1_500_000 },
    outlines: [{ orders: 1_000 }],
  })
  const { rows } = await sql<{ orders: number; letters: number }>`
    select (select count(*)::int from orders where sale_id = ${sale.saleId} and refunded_fen = 1500) as orders,
      (select count(*)::int from outbox b join refund r on r.id = b.subject where b.topic = 'refund.send' and r.kind = 'shortage'
        and exists (select from orders o where o.id = r.order_id and o.sale_id = ${sale.saleId})) as letters`.execute(
    shop.deps.db,
  )
  expect(rows).toEqual([{ orders: 1_000, letters: 1_000 }])
})

test('whatever is ordered and whatever comes: what is given is what came, refunds are the cuts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom('first-paid' as const, 'proportional' as const),
      fc.integer({ min: 101, max: 1_999 }),
      async (wants, share, policy, priceFen) => {
        const { sale, orders } = await aSoldSale(
          shop,
          wants.map((units) => [units]),
          { policy, prices: [priceFen] },
        )
        await closeAndPick(shop, sale)
        const sold = wants.reduce((a, b) => a + b, 0)
        const received = Math.min(sold - 1, Math.floor(share * sold))
        dataOf(await count(shop, sale, received))
        const view = await allocateAsShown(shop, sale)
        const cut = view.outlines[0]?.cuts.reduce((n, one) => n + one.cut, 0)
        expect(cut).toBe(sold - received)
        const rows = await Promise.all(orders.map(({ orderId }: { orderId: OrderId }) => orderRow(shop, orderId)))
        expect(rows.reduce((sum, row) => sum + row.refunded_fen, 0)).toBe(view.decided?.refundFen)
        await expectCutsAgree(shop)
      },
    ),
    { numRuns: 12 },
  )
})
