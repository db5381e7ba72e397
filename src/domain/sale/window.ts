/** The clocks of a group sale. Prices are known before the window opens; orders are taken only inside it. */
import { payDeadline } from '../order/clocks'
import { DAY, MINUTE, epochMs, later, type EpochMs } from '../time'

/** A sale may be announced for later; its window is long enough to be read, short enough to mean something. */
export const SALE_WINDOW = { min: 10 * MINUTE, max: 14 * DAY, ahead: 14 * DAY } as const

/** Who ordered in the last minute may still pay this long after the end; then the list is final and the truck is loaded. */
const CHASE_WINDOW = 10 * MINUTE
const chaseDeadline = (endsAt: EpochMs): EpochMs => later(endsAt, CHASE_WINDOW)

/** The usual pay window, cut at ten minutes past the end. Ending early cuts the window of nobody who ordered before. */
export const salePayDeadline = (placedAt: EpochMs, endsAt: EpochMs): EpochMs =>
  epochMs(Math.min(payDeadline(placedAt), chaseDeadline(endsAt)))

type Window = { readonly startsAt: EpochMs; readonly endsAt: EpochMs }

/** Where `now` lies in the window; the end itself is outside. */
export const windowPhase = ({ startsAt, endsAt }: Window, now: EpochMs): 'before' | 'inside' | 'after' =>
  now < startsAt ? 'before' : now < endsAt ? 'inside' : 'after'

/** One reminder for each unpaid order, when a moment of thought is over and there is still time to act on it. */
const NUDGE_AFTER = 5 * MINUTE
const NUDGE_UNTIL = 2 * MINUTE

export type Unpaid = { readonly placedAt: EpochMs; readonly payDeadlineAt: EpochMs; readonly nudgedAt: EpochMs | null }

export const mayNudge = (order: Unpaid, now: EpochMs): boolean =>
  order.nudgedAt === null && now >= order.placedAt + NUDGE_AFTER && now < order.payDeadlineAt - NUDGE_UNTIL

/** Hand-over at a stairwell is an evening, not a week. */
export const HAND_OVER_WINDOW = { min: 30 * MINUTE, max: 3 * DAY } as const
