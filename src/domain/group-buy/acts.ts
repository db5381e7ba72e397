/** What somebody who looks at a group may do now. The page draws exactly these; the server guards with the same rule. */
import type { EpochMs } from '../time'
import type { GroupState, SeatState } from './group'
import { whyNotJoin, whyNotOpen, type JoinableGroup, type PartFacts } from './take-part'

/** `invite`: the group is open and the caller is in it. `join` may still be refused if somebody was faster. */
export type GroupAct = 'join' | 'open-own' | 'invite' | 'pay' | 'leave' | 'choose' | 'see-order'

/** Out again while the others still gather: a kept seat at any time, a paid one until the group is full. */
export const canLeave = (state: GroupState, seat: SeatState | null): boolean =>
  seat === 'reserved' || (seat === 'confirmed' && state === 'open')

/** Only who is in it and has paid hands a group on, and only while somebody can still come. */
export const canInvite = (
  { state, deadlineAt }: Pick<JoinableGroup, 'state' | 'deadlineAt'>,
  seat: SeatState | null,
  now: EpochMs,
): boolean => seat === 'confirmed' && state === 'open' && (deadlineAt === null || now < deadlineAt)

/** `seat`: the caller's newest in this group, whatever became of it. `part.left`: of the SKU that has most. */
export const groupActs = (
  group: JoinableGroup,
  part: PartFacts,
  seat: SeatState | null,
  now: EpochMs,
): readonly GroupAct[] => {
  const acts: GroupAct[] = []
  const isIn = seat === 'reserved' || seat === 'confirmed' || seat === 'lost'
  if (seat === 'reserved') acts.push('pay')
  if (canInvite(group, seat, now)) acts.push('invite')
  if (seat === 'lost') acts.push('choose')
  if (!isIn && whyNotJoin(group, part, 1, now) === null) acts.push('join')
  if (!isIn && whyNotOpen(part, 1, now) === null) acts.push('open-own')
  if (canLeave(group.state, seat)) acts.push('leave')
  if (seat !== null && seat !== 'released') acts.push('see-order')
  return acts
}
