/** Two phones, two thumbs, one bag: whatever meets, every order is completed once and every fen is refunded once. */
import { sql } from 'kysely'
import { MINUTE, later } from '@/domain/time'
import { dataOf, openShop, type Shop } from '../../support/functions'
import {
  aPaidSaleOrder,
  aSale,
  aSaleOrder,
  expectSalesAgree,
  lineRow,
  type SaleOrder,
} from '../../support/shop/group-sales'
import {
  allocate,
  aSoldSale,
  closeAndPick,
  count,
  expectCutsAgree,
  kitOf,
  leaderOf,
  look,
  move,
  orderRow,
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

test('two phones sync scans of the same fifty bags at once: each is handed over once, and both agree on who was first', async () => {
  const sale = await aSale(shop)
  const orders: SaleOrder[] = []
  while (orders.length < 50) orders.push(await aPaidSaleOrder(shop, sale))
  await closeAndPick(shop, sale)
  await move(shop, sale, 'deliver')
  const kit = await kitOf(shop, sale)
  const start = shop.clock.now()
  const phone = (device: string, offset: number) =>
    orders.map(({ orderId }, i) =>
      scanOf(shop, kit, orderId, later(start, (i + (i % 2 === 0 ? offset : -offset)) * 1_000 + MINUTE), { device }),
    )
  const [mine, yours] = [phone('阿芳', 1), phone('老周', 2)]
  shop.clock.advance(10 * MINUTE)
  const parts = [mine.slice(0, 25), yours, mine.slice(25), yours.slice().reverse(), mine]
  const replies = await Promise.all(parts.map((scans) => sync(shop, sale, scans)))
  for (const reply of replies) for (const answer of dataOf(reply).answers) expect(answer.outcome).not.toBe('refused')
  const last = dataOf(await sync(shop, sale, [...mine, ...yours])).answers
  expect(last.filter((answer) => answer.outcome === 'handed')).toHaveLength(50)
  for (const { orderId } of orders) {
    const { rows } = await sql<{ completed: number; points: number; handed: Date; first: Date }>`
      select (select count(*)::int from order_event where order_id = ${orderId} and event ->> 'kind' = 'completed') as completed,
        (select count(*)::int from points_entry where order_id = ${orderId}) as points,
        (select handed_at from sale_order where order_id = ${orderId}) as handed,
        (select min(at) from hand_over_scan where order_id = ${orderId}) as first`.execute(shop.deps.db)
    expect(rows[0]).toMatchObject({ completed: 1, points: 1 })
    expect(rows[0]?.handed).toEqual(rows[0]?.first)
    expect(await orderRow(shop, orderId)).toMatchObject({ trade: 'completed' })
  }
})

test('the button is pressed five times at once: one decision, one refund for each order', async () => {
  const { sale, orders } = await aSoldSale(shop, [[2], [1], [3], [2]], { policy: 'proportional' })
  await closeAndPick(shop, sale)
  dataOf(await count(shop, sale, 5))
  const refundFen = (await look(shop, sale)).outlines[0]?.refundFen ?? 0
  const replies = await Promise.all(Array.from({ length: 5 }, () => allocate(shop, sale, refundFen)))
  expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
  for (const reply of replies)
    if (!reply.ok) expect('refusal' in reply && reply.refusal).toEqual({ code: 'shortage.decided' })
  const rows = await Promise.all(orders.map(({ orderId }) => orderRow(shop, orderId)))
  expect(rows.reduce((sum, row) => sum + row.refunded_fen, 0)).toBe(refundFen)
})

test('two products are shared out at once over the same orders', async () => {
  const { sale, orders } = await aSoldSale(shop, [
    [2, 1],
    [1, 2],
    [3, 3],
  ])
  await closeAndPick(shop, sale)
  for (const skuId of sale.skuIds) dataOf(await count(shop, sale, 1, skuId))
  const shown = await Promise.all(sale.skuIds.map((skuId) => look(shop, sale, skuId)))
  const replies = await Promise.all(
    sale.skuIds.map((skuId, i) => allocate(shop, sale, shown[i]?.outlines[0]?.refundFen ?? 0, skuId)),
  )
  for (const reply of replies) dataOf(reply)
  const rows = await Promise.all(orders.map(({ orderId }) => orderRow(shop, orderId)))
  expect(rows.reduce((sum, row) => sum + row.refunded_fen, 0)).toBe(5 * 1_500 + 5 * 900)
})

test('sharing out meets a refund by the staff: nobody is paid back twice, whoever comes first', async () => {
  const owner = await shop.aStaff()
  const outcomes = new Set<string>()
  for (let round = 0; round < 12; round++) {
    const { sale, orders } = await aSoldSale(shop, [[2], [2]])
    await closeAndPick(shop, sale)
    dataOf(await count(shop, sale, 3))
    const last = orders[1]
    if (!last) throw new Error('two orders')
    const wait = async (turns: number) => {
      for (let i = 0; i < turns; i++) await new Promise(setImmediate)
    }
    const [shared, refunded] = await Promise.all([
      wait(round % 2 === 0 ? 0 : 6).then(() => allocate(shop, sale, 1_500)),
      wait(round % 2 === 0 ? 6 : 0).then(() =>
        shop.call(
          'staff-order',
          'refund',
          {
            orderId: last.orderId,
            requestId: `refund-of-round-${round}`,
            reason: '协商退款',
            restock: false,
            deliveryFee: true,
          },
          owner,
        ),
      ),
    ])
    const row = await orderRow(shop, last.orderId)
    expect(row.refunded_fen).toBeLessThanOrEqual(row.paid_fen)
    if (!shared.ok) {
      // the refund came first: nothing is missing any more
      expect('refusal' in shared && shared.refusal.code).toMatch(/^shortage\.(none|changed)$/)
      expect(row.refunded_fen).toBe(3_000)
    } else expect(row.refunded_fen).toBe(refunded.ok ? 3_000 : 1_500)
    outcomes.add(`${shared.ok} ${refunded.ok}`)
    await expectSalesAgree(shop)
  }
  expect(outcomes.size).toBeGreaterThan(0)
})

test('sharing out meets hand-over: a bag that went with everything in it is not cut', async () => {
  for (let round = 0; round < 8; round++) {
    const { sale, orders } = await aSoldSale(shop, [[2], [2]])
    await closeAndPick(shop, sale)
    dataOf(await count(shop, sale, 3))
    const kit = await kitOf(shop, sale)
    const last = orders[1]
    if (!last) throw new Error('two orders')
    const [shared, synced] = await Promise.all([
      allocate(shop, sale, 1_500),
      sync(shop, sale, [scanOf(shop, kit, last.orderId, shop.clock.now())]),
    ])
    dataOf(synced)
    const [first, second] = await Promise.all(orders.map(({ orderId }) => orderRow(shop, orderId)))
    // the sum is the same either way, only who goes without is not
    if (shared.ok) expect((first?.refunded_fen ?? 0) + (second?.refunded_fen ?? 0)).toBe(1_500)
    else expect([first?.refunded_fen, second?.refunded_fen]).toEqual([0, 0])
  }
})

test('two phones remind at once: each neighbour hears it once', async () => {
  const sale = await aSale(shop)
  const orders = await Promise.all(Array.from({ length: 5 }, () => aSaleOrder(shop, sale)))
  shop.clock.advance(6 * MINUTE)
  const orderIds = orders.map((order) => order.orderId)
  const replies = await Promise.all(
    Array.from({ length: 4 }, () => shop.call('leader', 'nudge', { saleId: sale.saleId, orderIds }, leaderOf(sale))),
  )
  expect(replies.reduce((n, reply) => n + dataOf(reply).nudged, 0)).toBe(5)
})

test('a leader and two of the staff count in at once: the last count stands, and each trail says what was counted before', async () => {
  const { sale } = await aSoldSale(shop, [[2], [2]])
  await closeAndPick(shop, sale)
  const staff = [await shop.aStaff(), await shop.aStaff()]
  const counts = [4, 3, 2, 1]
  const replies = await Promise.all([
    ...staff.flatMap((who, i) =>
      counts.map((received) =>
        shop.call(
          'staff-sale',
          'receive',
          { saleId: sale.saleId, counts: [{ skuId: sale.skuId, received: received + 10 * (i + 1) }] },
          who,
        ),
      ),
    ),
    ...counts.map((received) => count(shop, sale, received)),
  ])
  expect(replies.every((reply) => reply.ok)).toBe(true)
  type Told = { before: { received: number | null }[]; after: { received: number }[] }
  const trail = (await shop.deps.db
    .selectFrom('audit')
    .select(['before', 'after'])
    .where('action', '=', 'sale.receive')
    .where('subject', '=', sale.saleId)
    .execute()) as Told[]
  // nobody finds the same count twice: what one has found, another or the leader had left
  const found = trail.map(({ before }) => before[0]?.received)
  expect(new Set(found).size).toBe(trail.length)
  const { received } = await lineRow(shop, sale)
  expect(found).not.toContain(received)
})

test('counted anew while it is shared out: the decision rests on one of the two counts', async () => {
  for (let round = 0; round < 4; round++) {
    const { sale, orders } = await aSoldSale(shop, [[2], [2]])
    await closeAndPick(shop, sale)
    dataOf(await count(shop, sale, 3))
    const shared = () => allocate(shop, sale, 1_500)
    const counted = () => count(shop, sale, 1)
    const [first, second] = await Promise.all(round % 2 ? [shared(), counted()] : [counted(), shared()])
    const outcome = round % 2 ? first : second
    const rows = await Promise.all(orders.map(({ orderId }) => orderRow(shop, orderId)))
    const backFen = rows.reduce((sum, row) => sum + row.refunded_fen, 0)
    if (outcome.ok) expect(backFen).toBe(1_500)
    else {
      expect('refusal' in outcome && outcome.refusal).toEqual({ code: 'shortage.changed', refundFen: 4_500 })
      expect(backFen).toBe(0)
    }
  }
})
