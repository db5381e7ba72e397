/** A leader (团长) applies and staff decide; only an approved leader opens sales and earns. Business rules §5. */
import { ok, refuse, type Result } from '../result'
import { DAY, later, type EpochMs } from '../time'

export type LeaderState = 'applied' | 'approved' | 'rejected' | 'suspended'

export const leaderMoves = {
  applied: ['approved', 'rejected'],
  // a rejection is not for life
  rejected: ['applied'],
  approved: ['suspended'],
  suspended: ['approved'],
} as const satisfies Record<LeaderState, readonly LeaderState[]>

export const canMoveLeader = (from: LeaderState, to: LeaderState): boolean =>
  (leaderMoves[from] as readonly LeaderState[]).includes(to)

/** Who was rejected mends what was wrong first. */
const REAPPLY_AFTER = 7 * DAY
export const reapplyFrom = (rejectedAt: EpochMs): EpochMs => later(rejectedAt, REAPPLY_AFTER)

/** How an earlier application stands; `since` is when it came to stand so. */
export type LeaderStanding = { readonly state: LeaderState; readonly sinceAt: EpochMs }

export type ApplyNo =
  | { code: 'leader.terms-unread' }
  | { code: 'leader.already'; state: LeaderState }
  | { code: 'leader.too-soon'; fromAt: EpochMs }

/** There is no entry fee and no invitation tree: reading the terms is all that is asked (platform rule and law, §6). */
export const applyAsLeader = (
  standing: LeaderStanding | null,
  hasReadTerms: boolean,
  now: EpochMs,
): Result<'applied', ApplyNo> => {
  if (!hasReadTerms) return refuse({ code: 'leader.terms-unread' })
  if (!standing) return ok('applied')
  if (standing.state !== 'rejected') return refuse({ code: 'leader.already', state: standing.state })
  const fromAt = reapplyFrom(standing.sinceAt)
  return now < fromAt ? refuse({ code: 'leader.too-soon', fromAt }) : ok('applied')
}

export type LeaderPowers = {
  /** Opens communities and sales, binds groups. */
  readonly opensSales: boolean
  /** Their cards and communities count as a touch. */
  readonly earns: boolean
  /** Runs what is open to its end: hands over bags, allocates shortages. */
  readonly finishesSales: boolean
  readonly isPaid: boolean
}

/**
 * A suspended leader still hands over what neighbours have paid for and still gets what was earned before: money owed stays
 * owed. What was earned by fraud is taken back row by row with a reason, never by silence.
 */
export const leaderPowers = {
  applied: { opensSales: false, earns: false, finishesSales: false, isPaid: false },
  rejected: { opensSales: false, earns: false, finishesSales: false, isPaid: false },
  approved: { opensSales: true, earns: true, finishesSales: true, isPaid: true },
  suspended: { opensSales: false, earns: false, finishesSales: true, isPaid: true },
} as const satisfies Record<LeaderState, LeaderPowers>

/** Still responsible for something: a suspended leader finishes what is open. */
export const isOnDuty = (state: LeaderState): boolean => leaderPowers[state].finishesSales
