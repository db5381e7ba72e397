/** One round of everything that is due. Rounds may overlap: every job claims its work in the database. */
import type { JobReport } from '@/contract/jobs'
import { ok, type Ok } from '@/domain/result'
import { expireAssists } from '../assist/end-cards'
import { lapseOffers } from '../community/lapse-offers'
import { expireCoupons } from '../coupon/expire-coupons'
import { remindOfCoupons } from '../coupon/remind'
import { checkBooksAtNight } from '../earning/check-books'
import { RELEASE_BATCH, releaseDue } from '../earning/release-due'
import { sendTransfers } from '../earning/send-transfers'
import { refreshFeedWhenDue } from '../feed/refresh-feed'
import { endPromotions, endSlots } from '../flash/end-past'
import { endGroups, refundUndecided, settleGroups } from '../group-buy/due-groups'
import { tellHandOvers } from '../leader/tell-hand-over'
import { activateCards } from '../message/keep-card'
import { BATCH, confirmOverdueReceipts, expireOrders } from '../order/due-orders'
import { chaseRefunds } from '../payment/chase-refunds'
import { evaluateLevels } from '../points/evaluate-levels'
import type { TimerCaller } from '../runtime/caller'
import { isUnavailable } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import type { Round } from '../runtime/each-due'
import { drainOutbox } from '../runtime/outbox'
import { ageBags, closeSales, reckonSales, settleSales } from '../sale/due-sales'
import { letterHandlers } from './letter-handlers'
import { purge } from './purge'
import { workThrough, type Job } from './work-through'

const LETTERS = 50

const rounds: readonly (readonly [string, Job])[] = [
  ['outbox', workThrough((deps) => drainOutbox(deps, letterHandlers, LETTERS), LETTERS)],
  ['end-groups', endGroups],
  ['refund-undecided', refundUndecided],
  ['expire-assists', expireAssists],
  ['close-sales', closeSales],
  ['expire-orders', workThrough(expireOrders, BATCH)],
  ['reckon-sales', reckonSales],
  ['settle-sales', settleSales],
  ['age-bags', ageBags],
  ['tell-hand-overs', tellHandOvers],
  ['confirm-receipts', workThrough(confirmOverdueReceipts, BATCH)],
  ['chase-refunds', chaseRefunds],
  ['settle-groups', settleGroups],
  ['activate-cards', activateCards],
  ['release-commission', workThrough(releaseDue, RELEASE_BATCH)],
  ['send-transfers', sendTransfers],
  ['check-books', checkBooksAtNight],
  ['expire-coupons', expireCoupons],
  ['remind-of-coupons', remindOfCoupons],
  ['end-flash-slots', endSlots],
  ['end-promotions', endPromotions],
  ['lapse-offers', lapseOffers],
  ['evaluate-levels', evaluateLevels],
  ['refresh-feed', refreshFeedWhenDue],
  ['purge', purge],
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
