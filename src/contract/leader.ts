/** The leader's workbench: writing a sale, who ordered, counting in, sharing out what is short, handing over with or without a network. */
import * as z from 'zod'
import { action, cursorIn, draftCodeIn, fenIn, idOf, none, words, wordsOrNone } from './define'
import type { TextNo } from './community'
import type { NeighbourDraftView, SaleCard } from './sale'
import type { Page, Picture, PickupPointView } from './views'
import type { CommunityId, OrderId, PickupPointId, ProductId, SaleId, ScanId, SkuId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { TradeState } from '@/domain/order/trade'
import type { BagState } from '@/domain/pickup/bag'
import type { EditNo } from '@/domain/sale/edit'
import type { Stop } from '@/domain/sale/packing'
import type { RollUp } from '@/domain/sale/roll-up'
import type { SaleAct, SaleNo, SaleState } from '@/domain/sale/sale'
import type { SaleLine, SaleTerms, TermsNo } from '@/domain/sale/terms'
import type { Policy, Reason } from '@/domain/shortage/allocate'
import type { PolicyOutline } from '@/domain/shortage/order-cuts'
import { epochMs, type EpochMs } from '@/domain/time'

/** A sale as its leader (or the staff) edits it. */
export type SaleDraftView = Omit<SaleTerms, 'lines'> & {
  /** Of a proposal that nobody has saved: the id it will have, if it is saved with version 0. */
  id: SaleId
  state: SaleState
  /** Of what was written, for `saveSale`; orders don't move it. */
  version: number
  communityId: CommunityId | null
  keepDays: number
  lines: readonly (SaleLine & SaleGoods & { taken: number })[]
  acts: readonly SaleAct[]
  /** Whose points and neighbours it can be for. */
  communities: readonly { id: CommunityId; name: string; pickupPointIds: readonly PickupPointId[] }[]
  pickupPoints: readonly PickupPointView[]
}

/** A SKU that may go into a sale, and within what a leader prices it. */
export type SaleGoods = {
  skuId: SkuId
  productId: ProductId
  title: string
  options: readonly string[]
  picture: Picture
  shopFen: Fen
  floorFen: Fen
  /** Free on the shelf, capped at 999. */
  available: number
  /** The short name proposed for the chain. */
  proposedLabel: string
}

export type SaleRow = SaleCard & {
  acts: readonly SaleAct[]
  paidOrders: number
  unpaidOrders: number
  paidFen: Fen
}

/** What the workbench opens with, in one call. */
export type WorkbenchView = {
  name: string
  avatar: string | null
  /** The sale to look at: open, else the one to hand over, else the newest. Null before the first. */
  sale: SaleBoard | null
  /** What else runs. */
  others: readonly SaleRow[]
  /** The one before, while bags are still on the shelf. */
  leftover: { saleId: SaleId; title: string; handed: number; bags: number; keptUntilAt: EpochMs } | null
  communities: readonly { id: CommunityId; name: string; members: number }[]
  /** Payable now, and what comes in the next seven days. */
  money: { payableFen: Fen; comingFen: Fen; toConfirmFen: Fen }
}

export type SaleBoard = SaleRow & {
  version: number
  estimatedFen: Fen
  unpaid: readonly UnpaidOrder[]
  goods: readonly GoodsRow[]
  bags: { all: number; handed: number; waiting: number; overdue: number; noShow: number }
  handOverUntilAt: EpochMs
  reckonedAt: EpochMs | null
}

export type UnpaidOrder = {
  orderId: OrderId
  name: string
  avatar: string | null
  text: string
  totalFen: Fen
  payDeadlineAt: EpochMs
  nudgedAt: EpochMs | null
  canNudge: boolean
}

export type GoodsRow = {
  skuId: SkuId
  title: string
  label: string
  picture: Picture
  orders: number
  sold: number
  received: number | null
  cut: number
  /** Decided already: who goes short is settled. */
  isDecided: boolean
}

export type SaleOrderRow = {
  orderId: OrderId
  number: number | null
  name: string
  phoneTail: string | null
  avatar: string | null
  text: string
  totalFen: Fen
  trade: TradeState
  bag: BagState
  pickupPointId: PickupPointId | null
  forName: string | null
  at: EpochMs
}

/** Names for the places and goods of a roll-up. */
export type RollUpView = RollUp & {
  saleId: SaleId
  title: string
  state: SaleState
  pickupPoints: readonly PickupPointView[]
  goods: readonly (SaleGoods & { label: string; priceFen: Fen })[]
  paidFen: Fen
  unpaid: number
}

/** One product that came short: what each policy would do, before anybody presses the button. */
export type ShortageView = {
  skuId: SkuId
  title: string
  picture: Picture
  sold: number
  received: number
  /** What the sale stated beforehand. */
  policy: Policy
  outlines: readonly (PolicyOutline & {
    commissionFen: Fen
    places: readonly { place: PickupPointId | null; sold: number; got: number }[]
    cuts: readonly {
      orderId: OrderId
      number: number | null
      name: string
      place: PickupPointId | null
      paidAt: EpochMs
      ordered: number
      cut: number
      refundFen: Fen
      reason: Reason
    }[]
  })[]
  decided: { policy: Policy; refundFen: Fen; at: EpochMs } | null
}

export type PackingView = {
  title: string
  printedAt: EpochMs
  handOverFromAt: EpochMs
  handOverUntilAt: EpochMs
  pickupPoints: readonly PickupPointView[]
  slips: readonly {
    place: PickupPointId | null
    numbers: readonly number[]
    name: string
    phoneTail: string | null
    items: readonly { label: string; quantity: number; cut: number }[]
    units: number
  }[]
  stops: readonly Stop[]
}

/** A bag as the leader's phone keeps it for an evening without a network. */
export type KitBag = {
  orderId: OrderId
  numbers: readonly number[]
  name: string
  phoneTail: string | null
  text: string
  units: number
  trade: TradeState
  bag: BagState
  pickupPointId: PickupPointId | null
  /** HMAC key of this order's codes. */
  key: string
  /** The six digits it can be asked for by, where a phone is flat. */
  plainCode: string | null
  handed: ScanFacts | null
}

export type ScanFacts = {
  scanId: ScanId
  at: EpochMs
  device: string
  byYou: boolean
  pickupPointId: PickupPointId | null
}

export type HandOverKit = {
  saleId: SaleId
  title: string
  madeAt: EpochMs
  handOverFromAt: EpochMs
  handOverUntilAt: EpochMs
  keepDays: number
  pickupPoints: readonly PickupPointView[]
  bags: readonly KitBag[]
}

/** What became of a scan. `refused` names why; the queue lets go of it all the same, since asking again changes nothing. */
export type ScanAnswer =
  | { scanId: ScanId; outcome: 'handed' }
  | { scanId: ScanId; outcome: 'duplicate'; first: ScanFacts; sameDevice: boolean }
  | {
      scanId: ScanId
      outcome: 'refused'
      why: 'unknown' | 'forged' | 'stale' | 'ahead' | 'elsewhere' | 'nothing-left' | 'not-ready' | 'returned'
    }

const instantIn = z
  .int()
  .min(946_684_800_000)
  .max(4_102_444_800_000)
  .transform((at) => epochMs(at))

const saleLineIn = z.strictObject({
  skuId: idOf('sku'),
  label: words(8),
  priceFen: fenIn(1, 10_000_000),
  tiers: z
    .array(z.strictObject({ fromUnits: z.int().min(2).max(100_000), priceFen: fenIn(1, 10_000_000) }))
    .max(5)
    .default([]),
  stockLimit: z.int().min(1).max(100_000).nullable().default(null),
  perPerson: z.int().min(1).max(999).nullable().default(null),
})

/** Limits are the rule's (`openSale`), so that a refusal can name what is wrong; a draft may still be incomplete. */
export const saleTermsIn = {
  title: wordsOrNone(24),
  note: wordsOrNone(500).default(''),
  startsAt: instantIn,
  endsAt: instantIn,
  pickupPointIds: z.array(idOf('pup')).max(20).nullable(),
  handOverFromAt: instantIn,
  handOverUntilAt: instantIn,
  keepDays: z.int().min(0).max(7).default(1),
  shortagePolicy: z.enum(['first-paid', 'proportional']),
  lines: z.array(saleLineIn).max(50),
}

const saleIdIn = z.strictObject({ saleId: idOf('sal') })
export const saleActIn = z.enum(['open', 'close', 'cancel', 'pick', 'deliver'])

type Unknown = { code: 'sale.unknown' }
type Changed = { code: 'sale.changed' }
export type SaleSaveRefusal =
  | Unknown
  | Changed
  | TermsNo
  | EditNo
  | { code: 'leader.not-approved' }
  | { code: 'community.not-yours' }
  | { code: 'community.not-active' }
  | { code: 'pickup-point.unknown' }
  | TextNo
export type SaleMoveRefusal =
  | Unknown
  | Changed
  | SaleNo
  | TermsNo
  | { code: 'leader.not-approved' }
  | { code: 'community.not-yours' }
  | { code: 'community.not-active' }
  | { code: 'pickup-point.unknown' }
export type ReceiveRefusal =
  Unknown | { code: 'sale.not-counted-now'; state: SaleState } | { code: 'sale.line-gone'; skuId: SkuId }
export type AllocateRefusal =
  | Unknown
  | { code: 'sale.line-gone'; skuId: SkuId }
  | { code: 'shortage.none' }
  | { code: 'shortage.decided' }
  | { code: 'shortage.not-now'; state: SaleState }
  /** The count, an order or a refund changed since the screen was drawn. */
  | { code: 'shortage.changed'; refundFen: Fen }

const scanIn = z.strictObject({
  scanId: idOf('scn'),
  orderId: idOf('ord'),
  codeStep: z.int().min(0).nullable(),
  mac: z.string().max(64).nullable(),
  at: instantIn,
  device: z.string().min(1).max(40),
  pickupPointId: idOf('pup').nullable(),
})

/** Everything here is the signed-in leader's own; others' sales are `sale.unknown`. */
export const leader = {
  today: action<WorkbenchView, { code: 'leader.not-approved' }>()('member', none),
  sales: action<Page<SaleRow>, { code: 'leader.not-approved' }>()(
    'member',
    z.strictObject({ cursor: cursorIn.optional() }),
  ),
  board: action<SaleBoard, Unknown>()('member', saleIdIn),
  /** Goods to put into a sale: search by name, keyword or pinyin. */
  catalogue: action<Page<SaleGoods>, { code: 'leader.not-approved' }>()(
    'member',
    z.strictObject({ text: z.string().trim().max(40).optional(), cursor: cursorIn.optional() }),
  ),
  /** A draft to edit: new, from an earlier sale with the windows moved on, or one that exists. */
  draft: action<SaleDraftView, Unknown | { code: 'leader.not-approved' }>()(
    'member',
    z.discriminatedUnion('from', [
      z.strictObject({ from: z.literal('nothing'), communityId: idOf('com').optional() }),
      z.strictObject({ from: z.literal('last') }),
      z.strictObject({ from: z.literal('sale'), saleId: idOf('sal') }),
      z.strictObject({ from: z.literal('self'), saleId: idOf('sal') }),
    ]),
  ),
  /** A draft whole; of an open sale only what `editSale` allows: prices stand. With `opens` it is opened in the same step. */
  saveSale: action<SaleDraftView, SaleSaveRefusal>()(
    'member',
    z.strictObject({
      saleId: idOf('sal').optional(),
      version: z.int().min(0).default(0),
      communityId: idOf('com'),
      opens: z.boolean().default(false),
      ...saleTermsIn,
    }),
  ),
  moveSale: action<SaleBoard, SaleMoveRefusal>()('member', z.strictObject({ saleId: idOf('sal'), act: saleActIn })),
  orders: action<
    { items: readonly SaleOrderRow[]; next: string | null; counts: Record<SaleOrderTab, number> },
    Unknown
  >()(
    'member',
    z.strictObject({
      saleId: idOf('sal'),
      tab: z.enum(['all', 'unpaid', 'waiting', 'handed', 'no-show', 'gone']).default('all'),
      text: z.string().trim().max(20).optional(),
      cursor: cursorIn.optional(),
    }),
  ),
  /** Reminds each unpaid order once; answers with whom. */
  nudge: action<{ nudged: number; unpaid: readonly UnpaidOrder[] }, Unknown>()(
    'member',
    z.strictObject({ saleId: idOf('sal'), orderIds: z.array(idOf('ord')).min(1).max(100) }),
  ),
  rollUp: action<RollUpView, Unknown>()('member', saleIdIn),
  /** What was counted on arrival, product by product; null takes a count back. */
  receive: action<RollUpView, ReceiveRefusal>()(
    'member',
    z.strictObject({
      saleId: idOf('sal'),
      counts: z
        .array(z.strictObject({ skuId: idOf('sku'), received: z.int().min(0).max(1_000_000).nullable() }))
        .min(1)
        .max(50),
    }),
  ),
  shortage: action<ShortageView, Unknown | { code: 'sale.line-gone'; skuId: SkuId } | { code: 'shortage.none' }>()(
    'member',
    z.strictObject({ saleId: idOf('sal'), skuId: idOf('sku') }),
  ),
  /** Shares out what came by the stated policy: refunds, commission and messages follow by themselves. `refundFen` is what the screen showed. */
  allocate: action<ShortageView, AllocateRefusal>()(
    'member',
    z.strictObject({ saleId: idOf('sal'), skuId: idOf('sku'), refundFen: fenIn(0, 1_000_000_000) }),
  ),
  packing: action<PackingView, Unknown>()('member', saleIdIn),
  /** UTF-8 with a byte order mark, `,` and CRLF; cells that a spreadsheet would run are defused. */
  exportOrders: action<{ fileName: string; csv: string }, Unknown>()('member', saleIdIn),
  kit: action<HandOverKit, Unknown>()('member', saleIdIn),
  /** Scans in any order, any number of times: the earliest scan of an order handed it over, whatever arrives later. */
  sync: action<{ answers: readonly ScanAnswer[] }, Unknown>()(
    'member',
    z.strictObject({ saleId: idOf('sal'), scans: z.array(scanIn).min(1).max(200) }),
  ),
  /** A bag nobody fetched: back to the store. Money follows only by the store's word. */
  returnBag: action<SaleBoard, Unknown | { code: 'order.unknown' } | { code: 'bag.move'; state: BagState }>()(
    'member',
    z.strictObject({ saleId: idOf('sal'), orderId: idOf('ord') }),
  ),
  drafts: action<{ items: readonly NeighbourDraftView[] }, Unknown>()('member', saleIdIn),
  writeDraft: action<
    NeighbourDraftView & { url: string; path: string },
    | Unknown
    | { code: 'sale.line-gone'; skuId: SkuId }
    | { code: 'sale.not-open'; state: SaleState }
    | { code: 'draft.too-many'; limit: number }
    | { code: 'pickup-point.unknown' }
    | TextNo
  >()(
    'member',
    z.strictObject({
      saleId: idOf('sal'),
      forName: words(20),
      note: wordsOrNone(100).default(''),
      pickupPointId: idOf('pup').nullable(),
      basket: z
        .array(z.strictObject({ skuId: idOf('sku'), quantity: z.int().min(1).max(999) }))
        .min(1)
        .max(50),
    }),
  ),
  withdrawDraft: action<
    { items: readonly NeighbourDraftView[] },
    { code: 'draft.unknown' } | { code: 'draft.over'; state: string }
  >()('member', z.strictObject({ code: draftCodeIn })),
}

export type SaleOrderTab = 'all' | 'unpaid' | 'waiting' | 'handed' | 'no-show' | 'gone'
