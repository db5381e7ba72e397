/** Group sales (接龙) as neighbours see them. Ordering goes through `order.place` with `saleId`; here are the page, its pulse and the chain. */
import * as z from 'zod'
import { action, cursorIn, draftCodeIn, idOf } from './define'
import type { LeaderFace } from './community'
import { shareCodeIn, type ShareView } from './share'
import type { Page, Picture, PickupPointView } from './views'
import type { CommunityId, OrderId, ProductId, SaleId, SkuId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { TradeState } from '@/domain/order/trade'
import type { BagState } from '@/domain/pickup/bag'
import type { BasketNo } from '@/domain/sale/basket'
import type { SaleState } from '@/domain/sale/sale'
import type { Tier } from '@/domain/sale/tier'
import type { Policy } from '@/domain/shortage/allocate'
import type { EpochMs } from '@/domain/time'

/** A sale in a list. */
export type SaleCard = {
  id: SaleId
  title: string
  state: SaleState
  /** Null for the store's own sale. */
  community: { id: CommunityId; name: string } | null
  leader: LeaderFace | null
  startsAt: EpochMs
  endsAt: EpochMs
  handOverFromAt: EpochMs
  /** First four pictures. */
  pictures: readonly Picture[]
  lines: number
  /** Paid orders in the chain. */
  people: number
  /** Lowest price of all lines. */
  priceFromFen: Fen
}

export type SaleLineView = {
  skuId: SkuId
  productId: ProductId
  title: string
  options: readonly string[]
  /** "今早 6:20 到店": the product's subtitle. */
  subtitle: string | null
  label: string
  picture: Picture
  /** What one pays now, by the tier that is reached. */
  priceFen: Fen
  shopFen: Fen
  /** All steps, the first price included as `fromUnits` 1. */
  tiers: readonly Tier[]
  /** Paid units so far. */
  sold: number
  /** What can still be bought of the sale and the shelf, capped at 99. */
  left: number
  /** Units this person may still order; null = no limit. */
  leftForYou: number | null
  perPerson: number | null
}

/** Told apart by its number: order ids are nobody else's business. */
export type ChainEntryView = {
  number: number
  isPending: boolean
  /** Masked; one's own stands whole only to oneself. */
  name: string
  avatar: string | null
  /** `草莓×2，可颂×1`. */
  text: string
  at: EpochMs
  isYou: boolean
}

/** One's own order in the sale. */
export type MySaleOrder = {
  orderId: OrderId
  number: number | null
  trade: TradeState
  payDeadlineAt: EpochMs | null
  bag: BagState
  text: string
  totalFen: Fen
  /** Whom it is for, where a leader wrote it down. */
  forName: string | null
}

export type SaleView = SaleCard & {
  version: number
  note: string
  membership: 'joined' | 'muted' | 'left' | null
  shortagePolicy: Policy
  handOverUntilAt: EpochMs
  keepDays: number
  lineViews: readonly SaleLineView[]
  /** Where it is handed over; empty = the store's courier brings it. */
  pickupPoints: readonly PickupPointView[]
  /** The newest 20, then `sale.chain`. */
  chain: readonly ChainEntryView[]
  /** Paid entries. */
  chainCount: number
  /** Units of everything that was paid, for the text to post: by label. */
  totals: readonly { label: string; quantity: number }[]
  mine: readonly MySaleOrder[]
  isLeader: boolean
  canOrder: boolean
  cardPicture: string | null
  sharer: LeaderFace | null
  shareCode: string | null
}

/** What moves while the page is open: the pulse brings this and not the page. */
export type SalePulse = Pick<
  SaleView,
  'state' | 'version' | 'endsAt' | 'chain' | 'chainCount' | 'totals' | 'people'
> & {
  lines: readonly Pick<SaleLineView, 'skuId' | 'priceFen' | 'sold' | 'left' | 'leftForYou'>[]
  mine: readonly MySaleOrder[]
}

/** An order that the leader wrote down for a neighbour: whoever opens the link sees it and pays. */
export type NeighbourDraftView = {
  code: string
  saleId: SaleId
  sale: string
  leader: LeaderFace
  forName: string
  note: string
  state: 'open' | 'placed' | 'withdrawn' | 'lapsed'
  lines: readonly {
    skuId: SkuId
    productId: ProductId
    title: string
    options: readonly string[]
    picture: Picture
    quantity: number
    priceFen: Fen
  }[]
  totalFen: Fen
  pickupPoint: PickupPointView | null
  endsAt: EpochMs
  /** Set for whoever placed it. */
  orderId: OrderId | null
}

/**
 * What a phone needs to show a rotating code without a network: the order's own key, good for this order alone. Codes are
 * made by `pickupCode` of the domain with HMAC-SHA-256 in hex.
 */
export type PickupKey = {
  orderId: OrderId
  number: number | null
  key: string
  plainCode: string | null
  bag: BagState
  /** The shop's clock, for a phone whose own is wrong. */
  madeAt: EpochMs
  saleId: SaleId
  title: string
  state: SaleState
  forName: string | null
  handOverFromAt: EpochMs
  handOverUntilAt: EpochMs
  keptUntilAt: EpochMs
  place: { name: string; address: string; keeper: string } | null
}

/** Why an order can't be part of a sale. */
export type SaleRefusal =
  | { code: 'sale.unknown' }
  | { code: 'sale.elsewhere'; pickupPointIds: readonly string[] }
  | { code: 'draft.unknown' }
  | { code: 'draft.over'; state: 'placed' | 'withdrawn' | 'lapsed' }
  | BasketNo

const saleIdIn = z.strictObject({ saleId: idOf('sal') })

export const sale = {
  /** Everything the page draws, by id or by the code of a card. A leader's card counts as a touch of a signed-in member. */
  open: action<SaleView, { code: 'sale.unknown' }>()(
    'anyone',
    z.union([
      z.strictObject({ code: shareCodeIn, scene: z.int().min(0).max(9999).default(0) }),
      z.strictObject({ saleId: idOf('sal') }),
    ]),
  ),
  /** The page's pulse: null while nothing has changed since `version`. */
  watch: action<{ pulse: SalePulse | null }, { code: 'sale.unknown' }>()(
    'anyone',
    z.strictObject({ saleId: idOf('sal'), version: z.int().min(0) }),
  ),
  /** The chain from the newest back. */
  chain: action<Page<ChainEntryView>, { code: 'sale.unknown' }>()(
    'anyone',
    z.strictObject({ saleId: idOf('sal'), cursor: cursorIn.optional() }),
  ),
  /** The text to post back into the chat is made on the phone from this: all paid entries, oldest first, at most 500. */
  chainForChat: action<{ entries: readonly ChainEntryView[]; totals: SaleView['totals'] }, { code: 'sale.unknown' }>()(
    'member',
    saleIdIn,
  ),
  share: action<ShareView, { code: 'sale.unknown' } | { code: 'sale.not-open'; state: SaleState }>()(
    'member',
    z.strictObject({ saleId: idOf('sal'), channel: z.enum(['chat', 'poster', 'link']) }),
  ),
  drafted: action<NeighbourDraftView, { code: 'draft.unknown' }>()('anyone', z.strictObject({ code: draftCodeIn })),
  /** The key of one's own paid order that is handed over in a sale. */
  pickupKey: action<PickupKey, { code: 'order.unknown' } | { code: 'pickup.not-ready'; trade: TradeState }>()(
    'member',
    z.strictObject({ orderId: idOf('ord') }),
  ),
}
