/** An assist card: friends' own taps unlock one fixed coupon. Business rules §3; WeChat's operating rules 5.1.4–5.1.8. */
import type { CouponState } from '../coupon/coupon'
import { HOUR, later, MINUTE, type EpochMs } from '../time'

/** What happens to the card itself, and is stored with it. */
export type CardState = 'collecting' | 'unlocked' | 'expired' | 'voided'

/** What the owner sees: after the unlocking the coupon tells the rest. `returned`: an order that had it was cancelled. */
export type SeenState = CardState | 'used' | 'returned'

const cardMoves = {
  collecting: ['unlocked', 'expired', 'voided'],
  unlocked: ['used', 'voided'],
  used: ['returned'],
  returned: ['used', 'voided'],
  expired: [],
  voided: [],
} as const satisfies Record<SeenState, readonly SeenState[]>

export const canMoveCard = (from: SeenState, to: SeenState): boolean =>
  (cardMoves[from] as readonly SeenState[]).includes(to)

/** `wasOrdered`: some order had the coupon before. One fact, one home: whether it is used only the coupon knows. */
export const seenState = (card: CardState, coupon: { state: CouponState; wasOrdered: boolean } | null): SeenState => {
  if (card !== 'unlocked' || !coupon) return card
  switch (coupon.state) {
    case 'locked':
    case 'used':
      return 'used'
    case 'voided':
      return 'voided'
    case 'claimed':
      return coupon.wasOrdered ? 'returned' : 'unlocked'
    case 'expired':
      return 'unlocked'
    default:
      return coupon.state satisfies never
  }
}

/** One to four, because WeChat bans team activities of more than five people with the initiator (operating rules 5.1.8). */
export const HELPERS = { min: 1, max: 4 } as const
/** A dynamic message lives 24 hours, and what takes longer is "long participation" (5.1.7). */
export const CARD_LIFE = { min: 10 * MINUTE, max: 24 * HOUR } as const

/** The card keeps its full life even where the campaign ends earlier: the end stops new cards, not promises made. */
export const cardDeadline = (startedAt: EpochMs, lifeMs: number): EpochMs =>
  later(startedAt, Math.min(Math.max(lifeMs, CARD_LIFE.min), CARD_LIFE.max))

/** Still collecting, and in time: at the deadline itself it is over, whether or not the clock has come by. */
export const isCollecting = (card: { state: CardState; deadlineAt: EpochMs }, now: EpochMs): boolean =>
  card.state === 'collecting' && now < card.deadlineAt
