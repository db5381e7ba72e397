/** The lines of an order as a refund needs them: after the tier that their group sale reached, where it was one. */
import { fen } from '@/domain/money'
import type { RefundableLine } from '@/domain/pricing/refund-amount'
import { lineAfterTier } from '@/domain/sale/reckon'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

/** `goneBefore`: units that were refunded before the sale was reckoned, which the rest of the line knows nothing of. */
export type LeftLine = RefundableLine & { readonly goneBefore: number }

/** Of an order in a group sale read only what is locked (`lockOrderInSale`), or for a look. */
export const refundableLines = async (db: Db | Trx, deps: Deps, orderId: string): Promise<LeftLine[]> => {
  const rows = await db
    .selectFrom('order_line as l')
    .leftJoin('tier_back as t', (j) => j.onRef('t.store_id', '=', 'l.store_id').onRef('t.line_id', '=', 'l.id'))
    .select(['l.id', 'l.quantity', 'l.paid_fen', 'l.refunded_quantity', 't.units', 't.back_fen'])
    .where('l.store_id', '=', deps.storeId)
    .where('l.order_id', '=', orderId)
    .orderBy('l.line_no')
    .execute()
  return rows.map(({ units, back_fen: backFen, ...row }) => {
    const line = {
      id: row.id,
      quantity: row.quantity,
      paidFen: fen(row.paid_fen),
      refundedQuantity: row.refunded_quantity,
    }
    const back = units === null || backFen === null ? null : { units, backFen: fen(backFen) }
    return { ...lineAfterTier(line, back), goneBefore: back ? line.quantity - back.units : 0 }
  })
}
