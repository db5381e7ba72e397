/** The lines of an order as a refund needs them. */
import { fen } from '@/domain/money'
import type { RefundableLine } from '@/domain/pricing/refund-amount'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

export const refundableLines = async (db: Db | Trx, deps: Deps, orderId: string): Promise<RefundableLine[]> => {
  const rows = await db
    .selectFrom('order_line')
    .select(['id', 'quantity', 'paid_fen', 'refunded_quantity'])
    .where('store_id', '=', deps.storeId)
    .where('order_id', '=', orderId)
    .orderBy('line_no')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    quantity: row.quantity,
    paidFen: fen(row.paid_fen),
    refundedQuantity: row.refunded_quantity,
  }))
}
