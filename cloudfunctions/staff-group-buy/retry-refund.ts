/** Puts a refund that was given up back to work; the clock asks WeChat Pay within seconds, under the refund's own number. */
import type { GroupRefundRow, staffGroupBuy } from '@/contract/staff-group-buy'
import { ok, refuse, type Result } from '@/domain/result'
import { audit } from '../runtime/audit'
import { enqueue } from '../runtime/outbox'
import type { UseCase } from '../runtime/serve'
import { findRefund, lockRefund, wakeRefund } from './refund-ledger.sql'
import { refundRow } from './refund-row'

type Retried = Result<GroupRefundRow, { code: 'refund.unknown' } | { code: 'refund.not-retryable' }>

export const retryRefund: UseCase<typeof staffGroupBuy.retryRefund> = (deps, caller, { refundId }) =>
  deps.db.transaction().execute(async (trx): Promise<Retried> => {
    await lockRefund(trx, deps, refundId)
    const before = await findRefund(trx, deps, caller.pickupPointIds, refundId)
    if (!before) return refuse({ code: 'refund.unknown' })
    if (!before.isDead) return refuse({ code: 'refund.not-retryable' })
    const hasLetter = await wakeRefund(trx, deps, refundId)
    if (!hasLetter) await enqueue(trx, deps, { topic: 'refund.send', subject: refundId })
    await audit(trx, deps, caller, {
      action: 'refund.retry',
      subject: refundId,
      subjectName: before.orderNumber,
      before: { refundState: before.state, attempts: before.attempts ?? 0, lastError: before.lastError },
      after: { refundState: 'wanted', attempts: 0 },
    })
    const after = await findRefund(trx, deps, caller.pickupPointIds, refundId)
    if (!after) throw new Error('a refund vanished')
    return ok(refundRow(after))
  })
