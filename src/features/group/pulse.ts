/** How often a group's page asks whether anything changed: briskly at first, more quietly when nothing happens for long, not at all at the end. */
import type { GroupView } from '@/contract/group-buy'
import { MINUTE, SECOND, type EpochMs } from '@/domain/time'
import { isFinal } from './stance'

const BRISK = 3 * SECOND
const CALM = 8 * SECOND
const SLOW = 20 * SECOND
/** Around a moment when a clock runs out, something is bound to happen. */
const AROUND = 30 * SECOND

const clocksOf = ({ deadlineAt, freesAt, mine }: GroupView): readonly EpochMs[] =>
  [deadlineAt, freesAt, mine?.payDeadlineAt, mine?.chooseBy].flatMap((at) => (at ? [at] : []))

/** Milliseconds until the next question; null is never. `quietMs`: how long nothing has changed. */
export const paceOf = (view: GroupView, quietMs: number, now: EpochMs, isConfirming = false): number | null => {
  if (isFinal(view) && !isConfirming) return null
  if (clocksOf(view).some((at) => Math.abs(at - now) < AROUND)) return BRISK
  if (quietMs < 2 * MINUTE) return BRISK
  return quietMs < 10 * MINUTE ? CALM : SLOW
}
