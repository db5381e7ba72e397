/** Gives the stock that an order holds back to the shelf, with a ledger row each; at most once an order. */
import { sql } from 'kysely'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

/** Needs the order's row locked. Stock rows are locked in the order of their ids, as in placing. */
export const giveBackStock = async (trx: Trx, deps: Deps, orderId: string): Promise<void> => {
  await sql`
    with want as materialized (
      select sku_id, sum(quantity - refunded_quantity)::int as quantity from order_line
      where store_id = ${deps.storeId} and order_id = ${orderId} group by sku_id having sum(quantity - refunded_quantity) > 0
    ), locked as materialized (
      select s.sku_id from stock s join want w using (sku_id) where s.store_id = ${deps.storeId} and s.bucket = 0 order by s.sku_id for update of s
    ), moved as (
      insert into stock_movement (store_id, id, sku_id, kind, quantity, order_id, at)
      select ${deps.storeId}, ${deps.newId('mov')} || lpad((row_number() over (order by sku_id))::text, 3, '0'), sku_id, 'released', quantity, ${orderId}, ${new Date(deps.now())}
      from want
    )
    update stock s set available = s.available + w.quantity
    from want w join locked l using (sku_id)
    where s.store_id = ${deps.storeId} and s.bucket = 0 and s.sku_id = w.sku_id`.execute(trx)
}

/** Takes the stock of a cancelled order off the shelf once more; breaks the check `sku_short` where it is gone. */
export const holdStockAgain = async (trx: Trx, deps: Deps, orderId: string): Promise<void> => {
  const requestId = deps.newId('mov')
  await sql`
    with want as materialized (
      select sku_id, sum(quantity)::int as quantity from order_line where store_id = ${deps.storeId} and order_id = ${orderId} group by sku_id
    ), locked as materialized (
      select s.sku_id from stock s join want w using (sku_id) where s.store_id = ${deps.storeId} and s.bucket = 0 order by s.sku_id for update of s
    ), moved as (
      insert into stock_movement (store_id, id, sku_id, kind, quantity, order_id, request_id, at)
      select ${deps.storeId}, ${requestId} || lpad((row_number() over (order by sku_id))::text, 3, '0'), sku_id, 'held', -quantity, ${orderId}, ${requestId}, ${new Date(deps.now())}
      from want
    )
    update stock s set available = s.available - w.quantity
    from want w join locked l using (sku_id)
    where s.store_id = ${deps.storeId} and s.bucket = 0 and s.sku_id = w.sku_id`.execute(trx)
}
