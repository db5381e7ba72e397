/** Everything that is left of a paid order goes back to its shopper, inside the caller's transaction. */
import type { RefundId } from '@/domain/ids'
import { fen, subtractFen } from '@/domain/money'
import { allThatIsLeft, refundAmount } from '@/domain/pricing/refund-amount'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { OrderRow } from '../order/lock-order'
import { refundableLines } from './refundable-lines.sql'
import { wantRefund, type Wanted } from './want-refund'

/** `row` must be locked, and its goods given back before: afterwards nothing of it counts as held. */
export const refundAll = async (
  trx: Trx,
  deps: Deps,
  row: OrderRow,
  wanted: Omit<Wanted, 'sum' | 'deliveryFen' | 'restock'> & { readonly restock?: boolean },
): Promise<RefundId> => {
  const lines = await refundableLines(trx, deps, row.id)
  const sum = refundAmount(lines, allThatIsLeft(lines))
  if (!sum.ok) throw new Error('what is left of an order can always be refunded')
  const left = subtractFen(fen(row.paid_fen), fen(row.refunded_fen))
  return wantRefund(trx, deps, row, {
    restock: true,
    ...wanted,
    sum: sum.value,
    deliveryFen: subtractFen(left, sum.value.amountFen),
  })
}
