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
with want as materialized (
  select sku_id, sum(quantity)::int as quantity from jsonb_populate_recordset(null::order_line, $2::jsonb) group by sku_id
), locked as materialized (
  select s.sku_id from stock s join want w using (sku_id) where s.store_id = $6 and s.bucket = 0 order by s.sku_id for update of s
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
  delete from cart_line c using want w where $7::boolean and c.store_id = $6 and c.member_id = $8 and c.sku_id = w.sku_id
), held as (
  update stock s set available = s.available - w.quantity
  from want w join locked l using (sku_id)
  where s.store_id = $6 and s.bucket = 0 and s.sku_id = w.sku_id
  returning s.sku_id
)
-- a SKU without a stock row would be sold without a hold: the division ends the statement
select 1 / (case when (select count(*) from held) = (select count(*) from want) then 1 else 0 end) as held`,
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
  ])
}
