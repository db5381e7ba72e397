/**
 * The one guarded statement that places an order. Everything or nothing: the check `sku_short` ends the whole statement
 * where a hold would go below zero, `order_request_repeated` where this checkout has been placed before.
 * Stock rows are locked in the order of their ids, so two baskets never wait for each other in a circle.
 */
import type { Deps } from '../runtime/deps'
import type { OrderRows } from './order-rows'

const placeStatement = {
  name: 'order.place',
  text: `
with locked as materialized (
  select sku_id from stock where store_id = $6 and bucket = 0 and sku_id = any($9::text[]) order by sku_id for update
), placed as (
  insert into orders select * from jsonb_populate_record(null::orders, $1::jsonb) returning id
), lines as (
  insert into order_line select * from jsonb_populate_recordset(null::order_line, $2::jsonb)
), told as (
  insert into order_event select * from jsonb_populate_record(null::order_event, $3::jsonb)
), attempt as (
  insert into payment select * from jsonb_populate_record(null::payment, $4::jsonb)
), moved as (
  insert into stock_movement select * from jsonb_populate_recordset(null::stock_movement, $5::jsonb)
), emptied as (
  delete from cart_line where $7::boolean and store_id = $6 and member_id = $8 and sku_id = any($9::text[])
), held as (
  -- the array is named once more for the planner: joined to JSON rows alone it walks the whole shelf (11 ms, not 0.5)
  update stock s set available = s.available - q.quantity
  from unnest($9::text[], $10::int[]) as q (sku_id, quantity)
  where s.store_id = $6 and s.bucket = 0 and s.sku_id = any($9::text[]) and s.sku_id = q.sku_id
    and q.sku_id in (select sku_id from locked)
  returning s.sku_id
)
-- a SKU without a stock row would be sold without a hold: the division ends the statement
select 1 / (case when (select count(*) from held) = cardinality($9::text[]) then 1 else 0 end) as held`,
}

export const writeOrder = async (deps: Deps, rows: OrderRows, fromCart: boolean): Promise<void> => {
  await deps.database.run(placeStatement, [
    JSON.stringify(rows.order),
    JSON.stringify(rows.lines),
    JSON.stringify(rows.event),
    JSON.stringify(rows.payment),
    JSON.stringify(rows.movements),
    rows.order.store_id,
    fromCart,
    rows.order.member_id,
    rows.lines.map((line) => line.sku_id),
    rows.lines.map((line) => line.quantity),
  ])
}
