/**
 * Records a payment that WeChat Pay vouches for, by notice or by query. Any number of times the same: the first one moves
 * the order, the others change nothing. Money for an order that is gone goes to `late-payment.ts`, for a seat in a group to
 * `pay-for-seat.ts`.
 */
import type { Payment } from '../runtime/adapters/wechat-pay'
import type { Deps } from '../runtime/deps'
import { shipDeadline } from '@/domain/order/clocks'
import { retryConflicts } from '../runtime/db/errors'
import { arbitrateLatePayment } from './late-payment'
import { payForSeat, type SeatOutcome } from './pay-for-seat'
import { findAttemptByNumber, writePaid, writePaidInSale, writePaidWithMore, type PaidFacts } from './payment.sql'

export type Paid = Pick<
  Extract<Payment, { state: 'SUCCESS' | 'REFUND' }>,
  'outTradeNo' | 'transactionId' | 'paidFen' | 'paidAt' | 'mchid' | 'appid'
>

/** `mismatch`: amount, merchant or app are not ours; nothing was written and staff see it in the log. */
export type PaidOutcome = SeatOutcome | 'unknown' | 'mismatch'

export const markPaid = async (deps: Deps, paid: Paid): Promise<PaidOutcome> => {
  if (
    paid.appid !== deps.config.WECHAT_APP_ID ||
    (deps.config.PAY_MERCHANT_ID && paid.mchid !== deps.config.PAY_MERCHANT_ID)
  ) {
    return refuseMoney(deps, paid, 'merchant or app')
  }
  const facts: PaidFacts = { ...paid, paidAt: new Date(paid.paidAt) }
  const shipBy = new Date(shipDeadline(paid.paidAt))
  if (await retryConflicts(() => writePaid(deps, facts, shipBy))) return 'paid'
  const attempt = await findAttemptByNumber(deps, paid.outTradeNo)
  if (!attempt) return 'unknown'
  if (attempt.amountFen !== paid.paidFen) return refuseMoney(deps, paid, 'amount')
  if (attempt.state === 'paid') return 'repeat'
  const otherWay = attempt.inSale ? writePaidInSale : attempt.hasMore ? writePaidWithMore : null
  if (otherWay && (await retryConflicts(() => otherWay(deps, facts, shipBy)))) return 'paid'
  return attempt.groupId ? payForSeat(deps, attempt.orderId, facts) : arbitrateLatePayment(deps, attempt.orderId, facts)
}

const refuseMoney = (deps: Deps, paid: Paid, what: string): 'mismatch' => {
  deps.log.error({ outTradeNo: paid.outTradeNo, what }, 'a payment does not fit its order')
  return 'mismatch'
}
