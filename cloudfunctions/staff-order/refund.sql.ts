/** Statements about refunds by the staff; the order's row is locked by the caller. */
import { sql } from 'kysely'
import type { RefundSum } from '@/domain/pricing/refund-amount'
import type { StaffCaller } from '../runtime/caller'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

/** Delivery fee that earlier refunds have promised. */
export const refundedDelivery = async (db: Db | Trx, deps: Deps, orderId: string): Promise<number> => {
  const { fee } = await db
    .selectFrom('refund')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('delivery_fen'), sql<number>`0`).as('fee'))
    .where('store_id', '=', deps.storeId)
    .where('order_id', '=', orderId)
    .executeTakeFirstOrThrow()
  return Number(fee)
}

/** Refunded goods go back to the shelf, with a ledger row each, once a refund. */
export const restock = async (
  trx: Trx,
  deps: Deps,
  caller: StaffCaller,
  orderId: string,
  refundId: string,
  sum: RefundSum,
): Promise<void> => {
  await sql`
    with want as materialized (
      select l.sku_id, sum(t.quantity)::int as quantity
      from jsonb_to_recordset(${JSON.stringify(sum.lines)}::jsonb) as t ("lineId" text, quantity int)
      join order_line l on l.store_id = ${deps.storeId} and l.order_id = ${orderId} and l.id = t."lineId" group by l.sku_id
    ), locked as materialized (
      select s.sku_id from stock s join want w using (sku_id) where s.store_id = ${deps.storeId} and s.bucket = 0 order by s.sku_id for update of s
    ), moved as (
      insert into stock_movement (store_id, id, sku_id, kind, quantity, order_id, staff_id, request_id, at)
      select ${deps.storeId}, ${deps.newId('mov')} || lpad((row_number() over (order by sku_id))::text, 3, '0'), sku_id, 'returned', quantity,
        ${orderId}, ${caller.staffId}, ${refundId}, ${new Date(deps.now())} from want
    )
    update stock s set available = s.available + w.quantity
    from want w join locked l using (sku_id)
    where s.store_id = ${deps.storeId} and s.bucket = 0 and s.sku_id = w.sku_id`.execute(trx)
}
