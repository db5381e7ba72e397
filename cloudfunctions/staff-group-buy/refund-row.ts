import type { GroupRefundRow } from '@/contract/staff-group-buy'
import { fen } from '@/domain/money'
import { maskName } from '@/domain/share/mask'
import { epochMs } from '@/domain/time'
import type { RefundRecord } from './refund-ledger.sql'

/** A line of the ledger. What is done has no next try and no error any more. */
export const refundRow = ({ buyerName, wantedAt, doneAt, attempts, ...row }: RefundRecord): GroupRefundRow => {
  const isOver = row.state === 'done'
  return {
    ...row,
    buyer: maskName(buyerName),
    amountFen: fen(row.amountFen),
    wantedAt: epochMs(wantedAt.getTime()),
    doneAt: doneAt && epochMs(doneAt.getTime()),
    attempts: attempts ?? 0,
    nextTryAt: isOver || !row.nextTryAt ? null : epochMs(row.nextTryAt.getTime()),
    lastError: isOver ? null : row.lastError,
  }
}
