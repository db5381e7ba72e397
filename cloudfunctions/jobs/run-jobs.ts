/** One round of everything that is due. Rounds may overlap: every job claims its work in the database. */
import type { JobReport } from '@/contract/jobs'
import { ok, type Ok } from '@/domain/result'
import { SECOND } from '@/domain/time'
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
import { isUnavailable } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import type { Round } from '../runtime/each-due'
import { drainOutbox } from '../runtime/outbox'
import { letterHandlers } from './letter-handlers'

type Job = (deps: Deps) => Promise<Round>

/** A function may run for a minute, and the other jobs want their turn. */
const POST_ROUND = 20 * SECOND
const LETTERS = 50

/** The clock strikes once a minute: what is due is worked through, else a refund would wait behind thousands of reminders. */
const deliverPost: Job = async (deps) => {
  const until = performance.now() + POST_ROUND
  const sum = { done: 0, failed: 0 }
  let isMore: boolean
  do {
    const { done, failed } = await drainOutbox(deps, letterHandlers, LETTERS)
    sum.done += done
    sum.failed += failed
    isMore = done + failed === LETTERS
  } while (isMore && performance.now() < until)
  return sum
}

const rounds: readonly (readonly [string, Job])[] = [
  ['outbox', deliverPost],
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
    const { done, failed } = await turnOf(deps, job, run)
    if (done + failed > 0) reports.push({ job, done, failed })
  }
  return ok({ reports })
}

/** A job that breaks is logged and has its turn again in the next round; the others have theirs all the same. */
const turnOf = async (deps: Deps, job: string, run: Job): Promise<Round> => {
  try {
    return await run(deps)
  } catch (error) {
    if (isUnavailable(error)) throw error
    deps.log.error({ job, err: error }, 'a job broke')
    return { done: 0, failed: 1 }
  }
}
