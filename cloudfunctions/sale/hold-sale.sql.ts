/**
 * Parts of a guarded placing statement for orders of a group sale: the sale is locked while it is open, its lines count what
 * is taken and what each person has, a neighbour's draft is taken by one. Locks are taken in this order, and before those
 * of coupons, points and stock. The last guards are `sale_sold_out` and `sale_per_person`; a sale that is over, a line that
 * is gone, or a draft that somebody else has placed makes `saleHeld` false.
 */
import type { OrderRows } from '../order/order-rows'
import type { AgreedSale } from './agree-on-sale'

export type SalePlacing = { readonly rows: OrderRows; readonly agreed: AgreedSale }

/** Common table expressions whose parameters begin at `first`. */
export const saleCtes = (first: number): string => {
  const p = (n: number): string => `$${first + n}`
  const [now, sales, counts] = [p(0), p(1), p(2)]
  const [lineSales, lineSkus, pieces] = [p(3), p(4), p(5)]
  const [personSales, personSkus, people, held, limits] = [p(6), p(7), p(8), p(9), p(10)]
  const [codes, draftOrders] = [p(11), p(12)]
  return `
sales_open as materialized (
  select id from sale
  where store_id = $1 and id = any(${sales}::text[]) and state = 'open'
    and starts_at <= ${now}::timestamptz and ends_at > ${now}::timestamptz
  order by id for update
), sales_moved as (
  update sale s set version = s.version + q.orders
  from unnest(${sales}::text[], ${counts}::int[]) as q (id, orders)
  where s.store_id = $1 and s.id = any(${sales}::text[]) and s.id = q.id and s.id in (select id from sales_open)
  returning s.id
), sale_taken as (
  -- whoever changes a line has locked its sale, so lines need no order of their own
  update sale_line l set taken = l.taken + q.pieces
  from unnest(${lineSales}::text[], ${lineSkus}::text[], ${pieces}::int[]) as q (sale_id, sku_id, pieces)
  where l.store_id = $1 and l.sale_id = any(${sales}::text[]) and l.sale_id = q.sale_id and l.sku_id = q.sku_id
    and q.sale_id in (select id from sales_moved)
  returning l.sku_id
), sale_counted as (
  insert into sale_person (store_id, sale_id, sku_id, member_id, held, per_person)
  select $1, q.sale_id, q.sku_id, q.member_id, q.held, q.per_person
  from unnest(${personSales}::text[], ${personSkus}::text[], ${people}::text[], ${held}::int[], ${limits}::int[])
    as q (sale_id, sku_id, member_id, held, per_person)
  where (select count(*) from sale_taken) >= 0 order by 2, 3, 4
  on conflict (store_id, sale_id, sku_id, member_id)
    do update set held = sale_person.held + excluded.held, per_person = excluded.per_person
  returning 1
), drafts_placed as (
  update neighbour_draft d set state = 'placed', order_id = q.order_id, ended_at = ${now}::timestamptz
  from unnest(${codes}::text[], ${draftOrders}::text[]) as q (code, order_id)
  where d.store_id = $1 and d.code = any(${codes}::text[]) and d.code = q.code and d.state = 'open'
    and (select count(*) from sale_counted) >= 0
  returning 1
)`
}

/** Over `placed`, the orders that are written: their places in the chain. Parameters as those of `saleCtes`. */
export const chainedCte = (first: number): string => `
chained as (
  insert into sale_order (store_id, order_id, sale_id, member_id, for_name, placed_at)
  select $1, o.id, o.sale_id, o.member_id, q.for_name, o.placed_at
  from unnest($${first + 13}::text[], $${first + 14}::text[]) as q (order_id, for_name) join placed o on o.id = q.order_id
)`

/** A condition: who locks next names it. */
export const saleLocked = `(select count(*) from drafts_placed) >= 0`

/** A condition of the same statement: everything that was asked for is held. */
export const saleHeld = (first: number): string => `
(select count(*) from sales_moved) = cardinality($${first + 1}::text[])
  and (select count(*) from sale_taken) = cardinality($${first + 4}::text[])
  and (select count(*) from drafts_placed) = cardinality($${first + 11}::text[])`

/** How many parameters `saleParams` makes. */
export const SALE_PARAMS = 15

export const saleParams = (placings: readonly SalePlacing[], now: number): unknown[] => {
  const sales = new Map<string, number>()
  const lines = new Map<string, { saleId: string; skuId: string; pieces: number }>()
  const people = new Map<
    string,
    { saleId: string; skuId: string; memberId: string | null; held: number; limit: number }
  >()
  for (const { rows, agreed } of placings) {
    const saleId = agreed.part.id
    sales.set(saleId, (sales.get(saleId) ?? 0) + 1)
    for (const { sku_id: skuId, quantity } of rows.lines) {
      const line = lines.get(`${saleId} ${skuId}`) ?? { saleId, skuId, pieces: 0 }
      lines.set(`${saleId} ${skuId}`, { ...line, pieces: line.pieces + quantity })
      const limit = agreed.part.lines.find((each) => each.skuId === skuId)?.perPerson ?? null
      if (limit === null) continue
      const memberId = rows.order.member_id
      const key = `${saleId} ${skuId} ${memberId}`
      people.set(key, { saleId, skuId, memberId, held: (people.get(key)?.held ?? 0) + quantity, limit })
    }
  }
  const drafts = placings.flatMap(({ rows, agreed }) =>
    agreed.draft ? [{ code: agreed.draft.code, orderId: rows.order.id }] : [],
  )
  const [l, c] = [[...lines.values()], [...people.values()]]
  return [
    new Date(now),
    ...[[...sales.keys()], [...sales.values()]],
    ...[l.map((x) => x.saleId), l.map((x) => x.skuId), l.map((x) => x.pieces)],
    ...[c.map((x) => x.saleId), c.map((x) => x.skuId), c.map((x) => x.memberId)],
    ...[c.map((x) => x.held), c.map((x) => x.limit)],
    ...[drafts.map((x) => x.code), drafts.map((x) => x.orderId)],
    ...[placings.map(({ rows }) => rows.order.id), placings.map(({ agreed }) => agreed.draft?.forName ?? null)],
  ]
}

/** What a guard of these parts is called when it says no. */
export const SALE_GUARDS = ['sale_sold_out', 'sale_per_person']
