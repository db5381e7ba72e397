/** Group buys as shoppers see them. Placing goes through `order.place` with `group`; here are the page, its pulse, and leaving. */
import * as z from 'zod'
import { action, cursorIn, idOf } from './define'
import { shareCodeIn, type ShareView } from './share'
import type { Page, Picture, PickupPointView, SkuView, Spec } from './views'
import type { GroupCampaignId, GroupId, OrderId, ProductId, SkuId } from '@/domain/ids'
import type { GroupAct } from '@/domain/group-buy/acts'
import type { GroupState, SeatState } from '@/domain/group-buy/group'
import type { Fen } from '@/domain/money'
import type { EpochMs } from '@/domain/time'
import type { TradeState } from '@/domain/order/trade'

/** One group price of one SKU. `left` is what is left of the campaign's share and of the shelf, capped at 99. */
export type GroupPriceView = { skuId: SkuId; priceFen: Fen; left: number }

/** What the product page says of the campaign that runs for it. */
export type ProductGroupView = {
  campaignId: GroupCampaignId
  size: number
  /** Declared beforehand: so many are enough when time is up. */
  minSize: number | null
  lifeMs: number
  mostPieces: number
  prices: readonly GroupPriceView[]
  endsAt: EpochMs
  /** Groups one could join now, the fullest first, at most 5; `openCount` counts all. Never one's own. */
  open: readonly OpenGroupCard[]
  openCount: number
  /** One's own group that is still filling, if any: it stands instead of "open a group". */
  mine: GroupId | null
}

export type OpenGroupCard = {
  id: GroupId
  /** Masked. */
  leader: string
  avatars: readonly (string | null)[]
  missing: number
  deadlineAt: EpochMs
}

export type GroupMemberView = {
  /** Masked ("顾*"); the caller's own and the sharer's stand whole only to themselves. */
  name: string
  avatar: string | null
  isLeader: boolean
  isYou: boolean
}

export type { GroupAct }

export type GroupSeatView = {
  orderId: OrderId
  state: SeatState
  trade: TradeState
  payDeadlineAt: EpochMs | null
  /** Set while a paid person without a seat chooses; then the money goes back by itself. */
  chooseBy: EpochMs | null
  /** What the seat costs while it waits for its payment, delivery and all; null once there is nothing to pay. */
  dueFen: Fen | null
  paidFen: Fen
  refund: GroupRefundView | null
}

export type GroupRefundView = {
  amountFen: Fen
  state: 'wanted' | 'sent' | 'done' | 'failed'
  wantedAt: EpochMs
  doneAt: EpochMs | null
  /** When it is there at the latest by WeChat's word: balance at once, bank card within three working days. */
  expectedBy: EpochMs
}

export type GroupView = {
  id: GroupId
  state: GroupState
  version: number
  size: number
  minSize: number | null
  /** Members with a paid seat, leader first, then by the time they came. */
  members: readonly GroupMemberView[]
  /** Seats kept for people who are paying right now. */
  reserved: number
  /** `size` − members; what the ring still shows open. */
  missing: number
  /** While every seat left is kept for somebody who pays: when the first of them comes free if they don't. Else null. */
  freesAt: EpochMs | null
  deadlineAt: EpochMs | null
  filledAt: EpochMs | null
  product: {
    id: ProductId
    title: string
    subtitle: string | null
    tags: readonly string[]
    picture: Picture
    specs: readonly Spec[]
    /** SKUs of the campaign only. */
    skus: readonly SkuView[]
    isOnSale: boolean
  }
  campaignId: GroupCampaignId
  /** The campaign still takes new groups. */
  isCampaignOn: boolean
  lifeMs: number
  prices: readonly GroupPriceView[]
  mostPieces: number
  pickupPoint: PickupPointView | null
  /** Who sent the card, masked; null without a code, for one's own card, or where they are gone. */
  sharer: { name: string; avatar: string | null } | null
  shareCode: string | null
  mine: GroupSeatView | null
  acts: readonly GroupAct[]
  /** Others to join, when this one is full or over. */
  others: readonly OpenGroupCard[]
  cardPicture: string | null
  /** WeChat's dynamic message that counts up in the chat; null where there is none (yet). */
  activityId: string | null
}

export type GroupListItem = {
  id: GroupId
  orderId: OrderId
  state: GroupState
  seat: SeatState
  size: number
  confirmed: number
  deadlineAt: EpochMs | null
  title: string
  options: readonly string[]
  picture: Picture
  paidFen: Fen
  refund: GroupRefundView | null
  at: EpochMs
}

/** Why an order can't take part. `freesAt`: all seats are taken, but one is only reserved and may come free then. */
export type GroupRefusal =
  | { code: 'group.unknown' }
  | { code: 'group.over'; state: GroupState }
  | { code: 'group.full'; freesAt: EpochMs | null }
  | { code: 'group.already-in'; groupId: GroupId; orderId: OrderId }
  | { code: 'group.limit-reached'; limit: number }
  | { code: 'group.pieces'; most: number }
  | { code: 'group.sold-out'; available: number }
  | { code: 'group.one-product' }
  | { code: 'campaign.over' }

const groupIdIn = z.strictObject({ groupId: idOf('grp') })

export const groupBuy = {
  /** Everything the page draws, by the code of a card or by id. A `forming` group is known to its opener only. */
  open: action<GroupView, { code: 'group.unknown' }>()(
    'anyone',
    z.union([
      z.strictObject({ code: shareCodeIn, scene: z.int().min(0).max(9999).default(0) }),
      z.strictObject({ groupId: idOf('grp') }),
    ]),
  ),
  /** The page's pulse: null while nothing has changed since `version`. */
  watch: action<{ view: GroupView | null }, { code: 'group.unknown' }>()(
    'anyone',
    z.strictObject({ groupId: idOf('grp'), version: z.int().min(0) }),
  ),
  /** Only a paid member of an open group can hand it on. The same code all day. */
  share: action<
    ShareView & { activityId: string | null },
    { code: 'group.unknown' } | { code: 'group.over'; state: GroupState }
  >()('member', z.strictObject({ groupId: idOf('grp'), channel: z.enum(['chat', 'poster', 'link']) })),
  /** Before it is full: everything paid goes back, leadership passes on, the deadline stays. */
  leave: action<GroupView, { code: 'group.unknown' } | { code: 'group.over'; state: GroupState }>()(
    'member',
    groupIdIn,
  ),
  /** Paid, but the seat was gone: where to now? The order goes along at the price that was paid; no answer in ten minutes means refund. */
  choose: action<
    { orderId: OrderId; groupId: GroupId | null },
    GroupRefusal | { code: 'order.unknown' } | { code: 'choice.over' }
  >()(
    'member',
    z.strictObject({
      orderId: idOf('ord'),
      choice: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('join'), groupId: idOf('grp') }),
        z.strictObject({ kind: z.literal('open') }),
        z.strictObject({ kind: z.literal('refund') }),
      ]),
    }),
  ),
  /** Groups one could join now for a product, all of them by cursor. */
  joinable: action<Page<OpenGroupCard>>()(
    'anyone',
    z.strictObject({ productId: idOf('prd'), cursor: cursorIn.optional() }),
  ),
  mine: action<Page<GroupListItem>>()('member', z.strictObject({ cursor: cursorIn.optional() })),
}
