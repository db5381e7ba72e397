/** Many at once on a real server: a sale that closes while people order, pay and withdraw; the last unit; a draft and two friends. */
import { sql } from 'kysely'
import type { MemberId } from '@/domain/ids'
import { HOUR, MINUTE, SECOND } from '@/domain/time'
import { closeSale } from '../../../cloudfunctions/sale/close-sale'
import { THE_CLOCK } from '../../../cloudfunctions/sale/move-sale'
import { reckonSaleWhenDone } from '../../../cloudfunctions/sale/reckon-sale'
import { dataOf, openShop, type Shop } from '../../support/functions'
import { pay } from '../../support/shop/buying'
import {
  aDraft,
  aPaidSaleOrder,
  aSale,
  aSaleOrder,
  chainRow,
  expectSalesAgree,
  lineRow,
  placeInSale,
  saleRow,
  tierBacks,
  type SaleOrder,
} from '../../support/shop/group-sales'

let shop: Shop
beforeAll(async () => {
  shop = await openShop({ embedded: false })
})
afterAll(async () => {
  // who waits for whom is the same everywhere: the server never had to choose a victim
  const { rows } = await sql<{ deadlocks: number }>`
    select deadlocks::int from pg_stat_database where datname = current_database()`.execute(shop.deps.db)
  expect(rows).toEqual([{ deadlocks: 0 }])
  await shop.close()
})
afterEach(() => expectSalesAgree(shop))

const many = <T>(n: number, work: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => work(i)))

/** How many went well, and the refusals of the others by code; a fault fails the test. */
const tally = (replies: readonly object[]) => {
  const counts: Record<string, number> = {}
  for (const reply of replies) {
    const { ok, refusal } = reply as { ok: boolean; refusal?: { code: string } }
    const name = ok ? 'ok' : (refusal?.code ?? `fault ${JSON.stringify(reply)}`)
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

const aCrowd = async (size: number): Promise<MemberId[]> => {
  const people = Array.from({ length: size }, (_, n) => ({
    ...{ store_id: shop.deps.storeId, id: shop.deps.newId('mem'), name: `邻居${n}` },
    created_at: new Date(shop.clock.now()),
  }))
  await shop.deps.db.insertInto('member').values(people).execute()
  return people.map((person) => person.id)
}

test('a hundred want the last units: as many are in as there are, the others are told', async () => {
  const sale = await aSale(shop, { lines: [{ stockLimit: 7 }] })
  const people = await aCrowd(100)
  const replies = await many(100, (i) => placeInSale(shop, sale, people[i] as MemberId))
  expect(tally(replies)).toEqual({ ok: 7, 'sale.sold-out': 93 })
  expect(await lineRow(shop, sale)).toMatchObject({ taken: 7 })
})

test('one person on thirty phones has no more than one person may', async () => {
  const sale = await aSale(shop, { lines: [{ perPerson: 3 }] })
  const memberId = await shop.aMember()
  expect(tally(await many(30, () => placeInSale(shop, sale, memberId)))).toEqual({ ok: 3, 'sale.per-person': 27 })
})

test('a neighbour’s draft is placed by one of ten friends', async () => {
  const sale = await aSale(shop)
  const code = await aDraft(shop, sale)
  const friends = await aCrowd(10)
  const replies = await many(10, (i) => placeInSale(shop, sale, friends[i] as MemberId, { draftCode: code }))
  expect(tally(replies)).toEqual({ ok: 1, 'draft.over': 9 })
})

test('forty pay at once: every number is given once, and every change of the sale is counted', async () => {
  const sale = await aSale(shop, { lines: [{ priceFen: 1_500, tiers: [[20, 1_300]] }] })
  const people = await aCrowd(40)
  const orders = await many(40, (i) => aSaleOrder(shop, sale, { memberId: people[i] as MemberId }))
  await many(40, (i) => pay(shop, orders[i] as SaleOrder))
  expect(await saleRow(shop, sale)).toMatchObject({ last_number: 40, version: 80 })
  expect(await lineRow(shop, sale)).toMatchObject({ paid_units: 40, reached_units: 40 })
})

test('payments, cancels and the clock meet at the end of a sale: each order is paid or gone, once', async () => {
  const sale = await aSale(shop, { lines: [{ perPerson: 2 }], endsAt: shop.clock.now() + HOUR })
  shop.clock.advance(HOUR - MINUTE)
  const people = await aCrowd(30)
  const orders = await many(30, (i) => aSaleOrder(shop, sale, { memberId: people[i] as MemberId }))
  for (const { orderId, memberId } of orders) dataOf(await shop.call('payment', 'start', { orderId }, memberId))
  const paid = orders.slice(0, 20).map(({ number }) => shop.pay.pay(number))
  shop.clock.advance(11 * MINUTE + SECOND)
  await Promise.all([
    ...paid.map((notice) => shop.deliver('payment', notice)),
    ...orders.slice(10).map(({ orderId, memberId }) => shop.call('order', 'cancel', { orderId }, memberId)),
    shop.call('jobs', 'run', {}, 'timer'),
    closeSale(shop.deps, sale.saleId, THE_CLOCK),
    closeSale(shop.deps, sale.saleId, THE_CLOCK),
  ])
  dataOf(await shop.call('jobs', 'run', {}, 'timer'))
  expect(await saleRow(shop, sale)).toMatchObject({ state: 'closed', last_number: 20 })
  expect((await saleRow(shop, sale)).reckoned_at).not.toBeNull()
})

test('units are taken back and bought at once: the tier stays, the sums agree', async () => {
  const sale = await aSale(shop, { lines: [{ priceFen: 1_500, tiers: [[5, 1_300]], stockLimit: 40, perPerson: 9 }] })
  const people = await aCrowd(30)
  const orders = await many(10, (i) => aSaleOrder(shop, sale, { memberId: people[i] as MemberId }))
  await many(10, (i) => pay(shop, orders[i] as SaleOrder))
  await Promise.all([
    ...orders.map(({ orderId, memberId }) => shop.call('order', 'cancel', { orderId }, memberId)),
    many(20, (i) => aPaidSaleOrder(shop, sale, { memberId: people[10 + i] as MemberId, totalFen: 1_300 })),
  ])
  expect(await lineRow(shop, sale)).toMatchObject({ paid_units: 20, taken: 20 })
  expect((await chainRow(shop, orders[0] as SaleOrder)).gone_at).not.toBeNull()
})
test('a sale with a thousand orders closes while fifty more arrive: each is in or refused, sums are right, reckoned once', async () => {
  const sale = await aSale(shop, {
    lines: [
      {
        priceFen: 1_500,
        tiers: [
          [100, 1_400],
          [900, 1_250],
        ],
      },
    ],
    endsAt: shop.clock.now() + HOUR,
  })
  const people = await aCrowd(1_050)
  const orders: SaleOrder[] = []
  for (let from = 0; from < 1_000; from += 100)
    orders.push(...(await many(100, (i) => aSaleOrder(shop, sale, { memberId: people[from + i] as MemberId }))))
  for (let from = 0; from < 1_000; from += 100) await many(100, (i) => pay(shop, orders[from + i] as SaleOrder))
  const { paid_units } = await lineRow(shop, sale)
  expect(paid_units).toBe(1_000)
  const [replies] = await Promise.all([
    many(50, (i) => placeInSale(shop, sale, people[1_000 + i] as MemberId, { totalFen: 1_250 })),
    (async () => {
      shop.clock.advance(HOUR)
      await many(3, () => closeSale(shop.deps, sale.saleId, THE_CLOCK))
    })(),
  ])
  const { ok = 0, ...refused } = tally(replies)
  expect(Object.keys(refused).every((code) => ['sale.not-open', 'sale.ended'].includes(code))).toBe(true)
  expect(ok + Object.values(refused).reduce((a, b) => a + b, 0)).toBe(50)
  shop.clock.advance(11 * MINUTE)
  for (let round = 0; round < 3; round++) dataOf(await shop.call('jobs', 'run', {}, 'timer'))
  await many(5, () => reckonSaleWhenDone(shop.deps, sale.saleId))
  const backs = await tierBacks(shop, sale)
  expect((await saleRow(shop, sale)).reckoned_at).not.toBeNull()
  const { rows } = await sql<{ orders: number; sum: number }>`
    select count(distinct order_id)::int as orders, sum(amount_fen)::int as sum from refund
    where kind = 'sale-tier' and order_id in (select order_id from sale_order where sale_id = ${sale.saleId})`.execute(
    shop.deps.db,
  )
  const paidMore = await sql<{ more: number }>`
    select sum(l.paid_fen - 1250 * l.quantity)::int as more from order_line l
    join sale_order c on c.order_id = l.order_id and c.number is not null where c.sale_id = ${sale.saleId}`.execute(
    shop.deps.db,
  )
  expect(rows[0]?.sum).toBe(backs.reduce((sum, { back_fen }) => sum + back_fen, 0))
  expect(rows[0]?.sum).toBe(paidMore.rows[0]?.more)
  expect(rows[0]?.orders).toBe(backs.length)
}, 180_000)
