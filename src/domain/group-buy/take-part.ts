/** Who may open or join a group. The screen's acts and the server's refusals are this one rule; constraints stand behind it. */
import type { GroupId, OrderId } from '../ids'
import type { EpochMs } from '../time'
import type { GroupState, SeatState } from './group'
import { freeSeats, type SeatCounts } from './seats'

export type CampaignFacts = {
  readonly status: 'draft' | 'live' | 'paused' | 'ended'
  readonly startsAt: EpochMs
  readonly endsAt: EpochMs
  /** Groups a person may be in during the campaign. */
  readonly perPerson: number
  /** Pieces in one order. */
  readonly mostPieces: number
}

export type JoinableGroup = SeatCounts & {
  readonly id: GroupId
  readonly deadlineAt: EpochMs | null
  /** When the first of the seats that are only kept may come free. */
  readonly freesAt: EpochMs | null
}

/** A seat that counts: kept, paid, or lost and not yet decided. */
export type HeldSeat = {
  readonly groupId: GroupId
  readonly orderId: OrderId
  readonly state: SeatState
  /** The member's n-th part in the campaign. */
  readonly nth: number
}

export type PartFacts = {
  readonly campaign: CampaignFacts
  /** Of the campaign's share, not counting the shelf. */
  readonly left: number
  /** The caller's in this campaign. */
  readonly seats: readonly HeldSeat[]
}

export type PartNo =
  | { code: 'group.over'; state: GroupState }
  | { code: 'group.full'; freesAt: EpochMs | null }
  | { code: 'group.already-in'; groupId: GroupId; orderId: OrderId }
  | { code: 'group.limit-reached'; limit: number }
  | { code: 'group.pieces'; most: number }
  | { code: 'group.sold-out'; available: number }
  | { code: 'campaign.over' }

/** New groups are taken now. A paused or ended campaign takes none; groups that are open go on. */
export const isCampaignOn = (campaign: Pick<CampaignFacts, 'status' | 'startsAt' | 'endsAt'>, now: EpochMs): boolean =>
  campaign.status === 'live' && campaign.startsAt <= now && now < campaign.endsAt

/** Null: welcome. */
export const whyNotOpen = (facts: PartFacts, pieces: number, now: EpochMs): PartNo | null =>
  isCampaignOn(facts.campaign, now) ? whyNotTakePart(facts, pieces) : { code: 'campaign.over' }

/** Null: welcome. A group past its deadline is over, even in the moment before the clock has ended it. */
export const whyNotJoin = (group: JoinableGroup, facts: PartFacts, pieces: number, now: EpochMs): PartNo | null => {
  const own = facts.seats.find((seat) => seat.groupId === group.id && seat.state !== 'lost')
  if (own) return { code: 'group.already-in', groupId: own.groupId, orderId: own.orderId }
  if (group.state !== 'open') return { code: 'group.over', state: group.state }
  if (group.deadlineAt !== null && now >= group.deadlineAt) return { code: 'group.over', state: 'expired' }
  if (freeSeats(group) <= 0) return { code: 'group.full', freesAt: group.reserved > 0 ? group.freesAt : null }
  return whyNotTakePart(facts, pieces)
}

const whyNotTakePart = ({ campaign, left, seats }: PartFacts, pieces: number): PartNo | null => {
  if (seats.length >= campaign.perPerson) return { code: 'group.limit-reached', limit: campaign.perPerson }
  if (pieces > campaign.mostPieces) return { code: 'group.pieces', most: campaign.mostPieces }
  if (pieces > left) return { code: 'group.sold-out', available: Math.max(0, left) }
  return null
}

/** The smallest number that none of the seats has; two seats of one person in one campaign never share theirs. */
export const nextNth = (seats: readonly Pick<HeldSeat, 'nth'>[]): number => {
  const taken = new Set(seats.map((seat) => seat.nth))
  let nth = 1
  while (taken.has(nth)) nth++
  return nth
}
