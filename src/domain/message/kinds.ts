/**
 * What the shop tells its members, and of what nature each message is. A message is a kind and its facts; a phone words it
 * for the inbox, `wording.ts` for WeChat.
 */
import type { LeaderState } from '../community/leader'
import type { CommunityId, CouponId, GroupId, HandOverId, MemberId, OrderId, SaleId, TransferId } from '../ids'
import type { Fen } from '../money'
import type { EpochMs } from '../time'

/** `title` is always of the goods, or of the group sale. */
export type MessageFacts = {
  'order-shipped': { orderId: OrderId; title: string; carrier: string; trackingTail: string; isPart: boolean }
  'order-ready': { orderId: OrderId; title: string; point: string; hours: string; code: string }
  'group-full': { groupId: GroupId; orderId: OrderId; title: string; size: number }
  'group-expired': { groupId: GroupId; orderId: OrderId; title: string; refundFen: Fen }
  /** Paid, and the seat was gone: until `chooseBy` the shopper says where to. */
  'seat-lost': { groupId: GroupId; orderId: OrderId; title: string; chooseBy: EpochMs }
  'refund-sent': { orderId: OrderId; title: string; refundFen: Fen }
  /** `name` and `expiresAt` are of the one that ends first; all that are named end soon. */
  'coupon-ending': { couponIds: readonly CouponId[]; name: string; expiresAt: EpochMs }
  /** To the neighbours of a community, once: a sale of theirs has begun. */
  'sale-opened': { saleId: SaleId; title: string; community: string; endsAt: EpochMs }
  /** The leader reminds, once: the order waits for its payment until `payBy`. */
  'sale-unpaid': { orderId: OrderId; title: string; payBy: EpochMs }
  /** `backFen`: the difference to the tier that was reached, already on its way back; 0 where there is none. */
  'sale-closed': { orderId: OrderId; title: string; backFen: Fen }
  /** The truck was short: so many pieces less, so much back. */
  'shortage-cut': { orderId: OrderId; title: string; cutPieces: number; refundFen: Fen }
  /** The goods are handed over today, from one hour to the other. */
  'hand-over': { orderId: OrderId; title: string; point: string; fromAt: EpochMs; untilAt: EpochMs }
  /** To its leader: the sale is over, everything is paid or gone, the goods can be bought in. */
  'list-ready': { saleId: SaleId; title: string; orders: number; pieces: number }
  /** To a leader: commission waits for their yes in WeChat until `confirmBy`. */
  'payout-waiting': { transferId: TransferId; amountFen: Fen; confirmBy: EpochMs }
  /** `reason` is what the staff wrote, for what nobody likes to read. */
  'leader-decided': { state: Exclude<LeaderState, 'applied'>; reason: string | null }
  /** A community is offered to this leader; without an answer by `answerBy` it stays where it is. */
  'community-offered': {
    handOverId: HandOverId
    communityId: CommunityId
    community: string
    from: string
    answerBy: EpochMs
  }
}

export type MessageKind = keyof MessageFacts

/** `subject` makes it one of its kind for this member, e.g. the parcel's id: told twice, it is written once. */
export type Message = {
  [K in MessageKind]: {
    readonly kind: K
    readonly memberId: MemberId
    readonly subject: string
    readonly facts: MessageFacts[K]
    /** Known already, about to be told by another message, or without a permission to spend: the inbox only. */
    readonly isQuiet?: boolean
  }
}[MessageKind]

/** A template of WeChat's; one permission is for one message by one template. */
export const messageTemplates = ['shipped', 'ready', 'group', 'refund', 'coupon', 'sale', 'opening', 'leader'] as const
export type MessageTemplate = (typeof messageTemplates)[number]

/** What a member can switch off as a whole; the inbox keeps it all the same. `leader` is for who leads a community. */
export const messageTopics = ['order', 'group', 'sale', 'refund', 'coupon', 'leader'] as const
export type MessageTopic = (typeof messageTopics)[number]

type Nature = {
  readonly topic: MessageTopic
  readonly template: MessageTemplate
  /** `now` can't wait for the morning, `day` can, `offer` is meant to sell. */
  readonly pace: 'now' | 'day' | 'offer'
}

export const natureOf = {
  'order-shipped': { topic: 'order', template: 'shipped', pace: 'day' },
  'order-ready': { topic: 'order', template: 'ready', pace: 'day' },
  'group-full': { topic: 'group', template: 'group', pace: 'day' },
  'group-expired': { topic: 'group', template: 'group', pace: 'day' },
  'seat-lost': { topic: 'group', template: 'group', pace: 'now' },
  'refund-sent': { topic: 'refund', template: 'refund', pace: 'day' },
  'coupon-ending': { topic: 'coupon', template: 'coupon', pace: 'offer' },
  // asks nobody for what was promised for arrivals: it has a template, and so permissions, of its own
  'sale-opened': { topic: 'sale', template: 'opening', pace: 'offer' },
  'sale-unpaid': { topic: 'sale', template: 'sale', pace: 'now' },
  'sale-closed': { topic: 'sale', template: 'sale', pace: 'day' },
  'shortage-cut': { topic: 'sale', template: 'sale', pace: 'day' },
  'hand-over': { topic: 'sale', template: 'sale', pace: 'now' },
  // the market opens before the sun does
  'list-ready': { topic: 'leader', template: 'leader', pace: 'now' },
  'payout-waiting': { topic: 'leader', template: 'leader', pace: 'day' },
  'leader-decided': { topic: 'leader', template: 'leader', pace: 'day' },
  'community-offered': { topic: 'leader', template: 'leader', pace: 'day' },
} as const satisfies Record<MessageKind, Nature>

export const messageKinds = Object.keys(natureOf) as MessageKind[]
