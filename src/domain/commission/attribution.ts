/** Who earns from an order: the last leader whose card or community led to it, one level and nobody above. Business rules §6. */
import { leaderPowers, type LeaderState } from '../community/leader'
import type { CommunityId, MemberId, SaleId } from '../ids'
import type { EpochMs } from '../time'
import { TOUCH_WINDOW } from './clocks'

/** A buyer opened a leader's card, or entered the shop through a leader's community. */
export type Touch = {
  readonly at: EpochMs
  /** Whose card or community it was then: a hand-over later changes nothing. */
  readonly leaderId: MemberId
  readonly via:
    | { readonly kind: 'card'; readonly shareCode: string }
    | { readonly kind: 'community'; readonly communityId: CommunityId }
}

export type AttributionFacts = {
  readonly buyerId: MemberId
  readonly orderedAt: EpochMs
  /** The leader's group sale it was ordered in, null for an ordinary order or a sale of the store itself. */
  readonly sale: { readonly saleId: SaleId; readonly leaderId: MemberId } | null
  readonly touches: readonly Touch[]
  /** Standing of everybody who made a touch, at the time of the order. Members who are no leaders are missing. */
  readonly leaders: ReadonlyMap<MemberId, LeaderState>
}

export type Attribution =
  | { readonly kind: 'sale'; readonly leaderId: MemberId; readonly saleId: SaleId }
  | { readonly kind: 'touch'; readonly leaderId: MemberId; readonly touch: Touch }
  /** Said on the leader's statement, so that nobody wonders where the row is. */
  | { readonly kind: 'own-purchase'; readonly leaderId: MemberId }
  | { readonly kind: 'none' }

/**
 * Inside a leader's sale it is that leader, whoever's card was seen before: the work of handing over is theirs. Else the
 * last touch within seven days by somebody who is a leader. One's own purchase earns nothing, and it doesn't fall to an
 * earlier leader either: nobody led a leader to their own shelf.
 */
export const attribute = (facts: AttributionFacts): Attribution => {
  const { buyerId, sale } = facts
  if (sale) return sale.leaderId === buyerId ? { kind: 'own-purchase', leaderId: buyerId } : { kind: 'sale', ...sale }
  const touch = lastTouch(facts)
  if (!touch) return { kind: 'none' }
  const { leaderId } = touch
  return leaderId === buyerId ? { kind: 'own-purchase', leaderId } : { kind: 'touch', leaderId, touch }
}

const lastTouch = ({ orderedAt, touches, leaders }: AttributionFacts): Touch | undefined =>
  touches
    .filter(({ at }) => at <= orderedAt && orderedAt - at <= TOUCH_WINDOW)
    .filter(({ leaderId }) => leaderPowers[leaders.get(leaderId) ?? 'rejected'].earns)
    // of touches at one instant the one recorded later counts
    .reduce<Touch | undefined>((last, touch) => (last && last.at > touch.at ? last : touch), undefined)
