/**
 * The one guarded statement that places orders. Everything or nothing: the check `sku_short` ends the whole statement
 * where a hold would go below zero, `order_request_repeated` where this checkout has been placed before.
 * Stock rows are locked in the order of their ids, so two baskets never wait for each other in a circle.
 *
 * It takes one order or many: see `place-together.ts`.
 */
import type { Database } from '../runtime/db/connect'
import type { OrderRows } from './order-rows'

export type Placing = { readonly rows: OrderRows; readonly fromCart: boolean }

/**
 * Writes the rows of orders: the first three parameters of every placing statement, as `insertParams` makes them. What
 * follows from an order and its lines (first event, attempt to pay, ledger of the shelf) is made of them here: written out
 * by the function, it cost both sides as much JSON again.
 */
export const insertCtes = `
placed as (
  insert into orders select * from jsonb_populate_recordset(null::orders, $2::jsonb)
  returning store_id, id, number, member_id, sale_id, total_fen, placed_at
), lines as (
  insert into order_line select * from jsonb_populate_recordset(null::order_line, $3::jsonb)
  returning store_id, order_id, id, sku_id, quantity
), told as (
  insert into order_event (store_id, order_id, seq, at, event, by_kind)
  select store_id, id, 1, placed_at, jsonb_build_object('kind', 'placed', 'totalFen', total_fen), 'shopper' from placed
), attempt as (
  insert into payment (store_id, out_trade_no, order_id, amount_fen, state, created_at)
  select store_id, number, id, total_fen, 'open', placed_at from placed
), moved as (
  insert into stock_movement (store_id, id, sku_id, kind, quantity, order_id, at)
  select l.store_id, 'mov_' || substr(l.id, 5), l.sku_id, 'held', -l.quantity, l.order_id, o.placed_at
  from lines l join placed o on o.id = l.order_id
)`

/** Writes the rows of orders and takes their goods off the shelf, whose rows `locked` has locked. Parameters as `rowParams` makes them. */
export const rowCtes = `${insertCtes}, emptied as (
  delete from cart_line c using unnest($6::text[], $7::text[]) as r (member_id, sku_id)
  where c.store_id = $1 and c.member_id = r.member_id and c.sku_id = r.sku_id
), held as (
  -- the array is named once more for the planner: joined to rows of JSON alone it walks the whole shelf (11 ms, not 0.5)
  update stock s set available = s.available - q.quantity
  from unnest($4::text[], $5::int[]) as q (sku_id, quantity)
  where s.store_id = $1 and s.bucket = 0 and s.sku_id = any($4::text[]) and s.sku_id = q.sku_id
    and q.sku_id in (select sku_id from locked)
  returning s.sku_id
)`

const placeStatement = {
  name: 'order.place',
  text: `
with locked as materialized (
  select sku_id from stock where store_id = $1 and bucket = 0 and sku_id = any($4::text[]) order by sku_id for update
), ${rowCtes}
-- a SKU without a stock row would be sold without a hold: the division ends the statement
select 1 / (case when (select count(*) from held) = cardinality($4::text[]) then 1 else 0 end) as held`,
}

/** Three parameters: the store (one for all), then orders and their lines. */
export const insertParams = (rows: readonly OrderRows[]): unknown[] => [
  rows[0]?.order.store_id,
  JSON.stringify(rows.map((r) => r.order)),
  JSON.stringify(rows.flatMap((r) => r.lines)),
]

/** Seven parameters: the store, the rows, what to hold by SKU, what to take out of carts. */
export const rowParams = (placings: readonly Placing[]): unknown[] => {
  const holds = new Map<string, number>()
  for (const { rows } of placings)
    for (const { sku_id, quantity } of rows.lines) holds.set(sku_id, (holds.get(sku_id) ?? 0) + quantity)
  const fromCart = placings
    .filter((p) => p.fromCart)
    .flatMap((p) => p.rows.lines.map((l) => [p.rows.order.member_id, l.sku_id]))
  return [
    ...insertParams(placings.map((p) => p.rows)),
    [...holds.keys()],
    [...holds.values()],
    fromCart.map(([memberId]) => memberId),
    fromCart.map(([, skuId]) => skuId),
  ]
}

/** Writes all of `placings` (of one store) or, where a constraint says no, none of them. */
export const writeOrders = async (database: Database, placings: readonly Placing[]): Promise<void> => {
  await database.run(placeStatement, rowParams(placings))
}
