/** One round of everything that is due. Rounds may overlap: every job claims its work in the database. */
import type { JobReport } from '@/contract/jobs'
import { ok, type Ok } from '@/domain/result'
import { expireAssists } from '../assist/end-cards'
import { expireCoupons } from '../coupon/expire-coupons'
import { remindOfCoupons } from '../coupon/remind'
import { refreshFeedWhenDue } from '../feed/refresh-feed'
import { endPromotions, endSlots } from '../flash/end-past'
import { endGroups, refundUndecided, settleGroups } from '../group-buy/due-groups'
import { confirmOverdueReceipts, expireOrders } from '../order/due-orders'
import { chaseRefunds } from '../payment/chase-refunds'
import { evaluateLevels } from '../points/evaluate-levels'
import type { TimerCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { drainOutbox } from '../runtime/outbox'
import { letterHandlers } from './letter-handlers'

type Job = (deps: Deps) => Promise<{ done: number; failed: number }>

const rounds: readonly (readonly [string, Job])[] = [
  ['outbox', (deps) => drainOutbox(deps, letterHandlers)],
  ['end-groups', endGroups],
  ['refund-undecided', refundUndecided],
  ['expire-assists', expireAssists],
  ['expire-orders', expireOrders],
  ['confirm-receipts', confirmOverdueReceipts],
  ['chase-refunds', chaseRefunds],
  ['settle-groups', settleGroups],
  ['expire-coupons', expireCoupons],
  ['remind-of-coupons', remindOfCoupons],
  ['end-flash-slots', endSlots],
  ['end-promotions', endPromotions],
  ['evaluate-levels', evaluateLevels],
  ['refresh-feed', refreshFeedWhenDue],
]

export const runJobs = async (
  deps: Deps,
  _caller: TimerCaller,
  _input: object,
): Promise<Ok<{ reports: JobReport[] }>> => {
  const reports: JobReport[] = []
  for (const [job, run] of rounds) {
    const { done, failed } = await run(deps)
    if (done + failed > 0) reports.push({ job, done, failed })
  }
  return ok({ reports })
}
