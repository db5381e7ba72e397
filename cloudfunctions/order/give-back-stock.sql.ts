/** Gives the stock that an order holds back to the shelf, with a ledger row each. */
import { sql } from 'kysely'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

/**
 * Needs the order's row locked. Stock rows are locked in the order of their ids, as in placing. The first giving back is
 * guarded by `stock_held_once`; an order that late money took up again gives back once more under a number of its own.
 */
export const giveBackStock = async (trx: Trx, deps: Deps, orderId: string): Promise<void> => {
  const id = deps.newId('mov')
  await sql`
    with want as materialized (
      select sku_id, sum(quantity - refunded_quantity)::int as quantity from order_line
      where store_id = ${deps.storeId} and order_id = ${orderId} group by sku_id having sum(quantity - refunded_quantity) > 0
    ), locked as materialized (
      select s.sku_id from stock s join want w using (sku_id) where s.store_id = ${deps.storeId} and s.bucket = 0 order by s.sku_id for update of s
    ), moved as (
      insert into stock_movement (store_id, id, sku_id, kind, quantity, order_id, request_id, at)
      select ${deps.storeId}, ${id} || lpad((row_number() over (order by sku_id))::text, 3, '0'), sku_id, 'released', quantity, ${orderId},
        case when exists (select from stock_movement m where m.store_id = ${deps.storeId} and m.order_id = ${orderId}
          and m.sku_id = w.sku_id and m.kind = 'released' and m.request_id is null) then ${id} end, ${new Date(deps.now())}
      from want w
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
