/**
 * What happens to a group when somebody takes, pays for, loses or leaves a seat, and when time is up. Pure counts: the
 * server holds the group's row locked and writes what these answer.
 */
import type { GroupState } from './group'

export type SeatCounts = {
  readonly state: GroupState
  readonly size: number
  readonly minSize: number | null
  /** Kept for people who are paying. */
  readonly reserved: number
  /** Paid. */
  readonly confirmed: number
}

export const freeSeats = ({ size, reserved, confirmed }: Pick<SeatCounts, 'size' | 'reserved' | 'confirmed'>): number =>
  size - reserved - confirmed

/** Null where no seat can be taken: the group is not open, or each seat is somebody's. The deadline is the caller's to check. */
export const reserveSeat = (group: SeatCounts): SeatCounts | null =>
  group.state === 'open' && freeSeats(group) > 0 ? { ...group, reserved: group.reserved + 1 } : null

/** Who kept a seat did not pay. A group whose opener never paid was never there for anybody else. */
export const releaseSeat = (group: SeatCounts): SeatCounts => ({
  ...group,
  state: group.state === 'forming' ? 'dropped' : group.state,
  reserved: group.reserved - 1,
})

/**
 * Money has come for a seat that was kept (`reserved`), given up meanwhile (`released`) or chosen after another was lost
 * (`lost`). It is the payer's while the group is open and has it; the last one makes the group full.
 */
export const paySeat = (
  group: SeatCounts,
  from: 'reserved' | 'released' | 'lost',
): { readonly seat: 'confirmed' | 'lost'; readonly group: SeatCounts } => {
  const rest = from === 'reserved' ? { ...group, reserved: group.reserved - 1 } : group
  const isTaking = rest.state === 'open' || (rest.state === 'forming' && from === 'reserved')
  if (!isTaking || freeSeats(rest) <= 0) return { seat: 'lost', group: rest }
  const confirmed = rest.confirmed + 1
  return { seat: 'confirmed', group: { ...rest, confirmed, state: confirmed === rest.size ? 'full' : 'open' } }
}

/** A paid member leaves an open group; the last one to leave ends it. */
export const leaveSeat = (group: SeatCounts): SeatCounts => {
  const confirmed = group.confirmed - 1
  return { ...group, confirmed, state: confirmed === 0 ? 'dropped' : group.state }
}

/** Time is up for an open group: enough by its own declared threshold, or everything goes back. */
export const endSeats = (group: SeatCounts): SeatCounts => ({
  ...group,
  state: group.minSize !== null && group.confirmed >= group.minSize ? 'full' : 'expired',
})
