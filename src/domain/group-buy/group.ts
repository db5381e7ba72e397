/** A group buy: two to five people pay one price within a day, or everybody gets their money back. Business rules §2. */
import { HOUR, MINUTE, later, type EpochMs } from '../time'

/**
 * `forming`: the opener has not paid yet, nobody else can see it. `dropped`: it ended with nobody in it, because the opener
 * never paid or everybody left; there is nothing to pay back any more.
 */
export type GroupState = 'forming' | 'open' | 'full' | 'expired' | 'refunded' | 'fulfilled' | 'dropped'

export const groupMoves = {
  forming: ['open', 'dropped'],
  open: ['full', 'expired', 'dropped'],
  full: ['fulfilled'],
  expired: ['refunded'],
  refunded: [],
  fulfilled: [],
  dropped: [],
} as const satisfies Record<GroupState, readonly GroupState[]>

export const canMoveGroup = (from: GroupState, to: GroupState): boolean =>
  (groupMoves[from] as readonly GroupState[]).includes(to)

/**
 * One person's place in one group, tied to one order. `reserved` while they pay; `released` if they didn't; `lost`: paid,
 * but the seat was gone, so they choose; `moved`: they chose another group.
 */
export type SeatState = 'reserved' | 'confirmed' | 'released' | 'left' | 'lost' | 'moved' | 'refunded'

const seatMoves = {
  reserved: ['confirmed', 'released', 'lost'],
  confirmed: ['left', 'refunded'],
  // money that came late: the seat may still be free, else it is lost
  released: ['confirmed', 'lost'],
  // to another group, or into their own one again where a seat came free
  lost: ['moved', 'confirmed', 'refunded'],
  left: [],
  moved: [],
  refunded: [],
} as const satisfies Record<SeatState, readonly SeatState[]>

export const canMoveSeat = (from: SeatState, to: SeatState): boolean =>
  (seatMoves[from] as readonly SeatState[]).includes(to)

/** WeChat bans team activities of more than five people with the initiator (operating rules 5.1.8). */
export const GROUP_SIZE = { min: 2, max: 5 } as const
/** A dynamic message lives 24 hours, and so does a group at most. */
export const GROUP_LIFE = { min: 10 * MINUTE, max: 24 * HOUR } as const
/** A seat is kept this long for who is paying. */
const SEAT_WINDOW = 15 * MINUTE
/** Who paid for a seat that was gone chooses within this time; no answer means refund. */
export const CHOICE_WINDOW = 10 * MINUTE

/** A group lives from the moment it can be shown, and no longer than its message in the chats. */
export const groupDeadline = (openedAt: EpochMs, lifeMinutes: number): EpochMs =>
  later(openedAt, Math.min(lifeMinutes * MINUTE, GROUP_LIFE.max))

export const seatDeadline = (placedAt: EpochMs): EpochMs => later(placedAt, SEAT_WINDOW)
export const choiceDeadline = (lostAt: EpochMs): EpochMs => later(lostAt, CHOICE_WINDOW)
