/** Lines and parcels of an order that is being shipped; the order's row is locked by the caller. */
import { sql } from 'kysely'
import type { ParcelPart, ShippableLine } from '@/domain/order/parcel'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

export const shippableLines = async (trx: Trx, deps: Deps, orderId: string): Promise<ShippableLine[]> =>
  trx
    .selectFrom('order_line')
    .select(['id', 'quantity', 'shipped_quantity as shippedQuantity', 'refunded_quantity as refundedQuantity'])
    .where('store_id', '=', deps.storeId)
    .where('order_id', '=', orderId)
    .orderBy('line_no')
    .execute()

export const countParcels = async (trx: Trx, deps: Deps, orderId: string): Promise<number> => {
  const { n } = await trx
    .selectFrom('parcel')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('store_id', '=', deps.storeId)
    .where('order_id', '=', orderId)
    .executeTakeFirstOrThrow()
  return n
}

/** The check `parcel_quantity` is the last guard. */
export const takeForParcel = async (
  trx: Trx,
  deps: Deps,
  orderId: string,
  parts: readonly ParcelPart[],
): Promise<void> => {
  await sql`
    update order_line l set shipped_quantity = l.shipped_quantity + t.quantity
    from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as t ("lineId" text, quantity int)
    where l.store_id = ${deps.storeId} and l.order_id = ${orderId} and l.id = t."lineId"`.execute(trx)
}
