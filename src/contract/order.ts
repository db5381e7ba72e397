/** Checkout, orders and what a shopper may do with them. Someone else's order is "unknown", never "forbidden". */
import * as z from 'zod'
import { action, cursorIn, draftCodeIn, fenIn, idOf, quantityIn, requestIdIn, wordsOrNone } from './define'
import type { CouponFace } from './coupon'
import type { FlashRefusal } from './flash'
import type { GroupRefusal } from './group-buy'
import { addressIn, type AddressView } from './member'
import type { SaleRefusal } from './sale'
import type { DeliveryPromise, Picture, PickupPointView } from './views'
import type { FlashSlotId, GroupId, OrderId, OrderLineId, PickupPointId, ProductId, SaleId, SkuId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { EpochMs } from '@/domain/time'
import type { GroupState, SeatState } from '@/domain/group-buy/group'
import type { OrderEvent } from '@/domain/order/events'
import type { DeliveryKind, FulfilmentState } from '@/domain/order/fulfilment'
import type { MoneyState } from '@/domain/order/money-state'
import type { ShopperAct } from '@/domain/order/order'
import type { TradeState } from '@/domain/order/trade'
import type { CouponOption } from '@/domain/pricing/best-deal'
import type { BagState } from '@/domain/pickup/bag'
import type { SaleState } from '@/domain/sale/sale'
import type { Choice } from '@/domain/pricing/basket'
import type { Quote } from '@/domain/pricing/quote'

const basketIn = z
  .array(z.strictObject({ skuId: idOf('sku'), quantity: quantityIn }))
  .min(1)
  .max(50)

const deliveryIn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pickup'), pickupPointId: idOf('pup') }),
  z.strictObject({ kind: z.literal('local'), addressId: idOf('adr') }),
  z.strictObject({ kind: z.literal('express'), addressId: idOf('adr') }),
])

/** Opens a group of a campaign, or joins one. The basket is one SKU then, at the group price. */
const groupIn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), campaignId: idOf('gcp') }),
  z.strictObject({ kind: z.literal('join'), groupId: idOf('grp') }),
])

const flashSkusIn = z.array(idOf('sku')).min(1).max(50)

/** What the shopper took by hand; what is left out is chosen as well as can be. Points are used only where this says so. */
const wishIn = z.strictObject({
  couponId: idOf('cpn').nullable().optional(),
  deliveryCouponId: idOf('cpn').nullable().optional(),
  usePoints: z.boolean().optional(),
})

/**
 * What the order uses: the `choice` of the checkout, sent back. Left out by whoever has neither coupons nor points: then the
 * wallet is not looked at, and the order's explanation says nothing of it.
 */
const choiceIn = z.strictObject({
  couponId: idOf('cpn').nullable().default(null),
  deliveryCouponId: idOf('cpn').nullable().default(null),
  usePoints: z.boolean().default(false),
})

export type CheckoutLine = {
  skuId: SkuId
  productId: ProductId
  title: string
  options: readonly string[]
  picture: Picture
  quantity: number
}

/** A coupon in the picker: what it is, what it would do, or why it can't. */
export type CouponOptionView = CouponOption & CouponFace & { validFromAt: EpochMs; expiresAt: EpochMs }

export type CheckoutDeals = {
  /** What the quote uses; placing sends it back as it is. */
  choice: Choice & { usePoints: boolean }
  /** The wallet, usable ones first, the cheapest total first; then those that lack the least. */
  options: readonly CouponOptionView[]
  /** `spendable` of the balance at this order, and what that is worth. Null where points don't count, as in a group. */
  points: { balance: number; spendable: number; worthFen: Fen } | null
}

/** One more thing, with which a coupon counts that is short of its threshold; `moreFen` is what the order costs more then. */
export type CheckoutAddOn = {
  line: CheckoutLine
  unitPriceFen: Fen
  couponName: string
  /** Below zero where the order gets cheaper. */
  moreFen: Fen
}

/** The slot that the flash prices come from, with what each SKU's buyer may take; `left` is capped at 99. */
export type CheckoutFlash = {
  slotId: FlashSlotId
  name: string
  endsAt: EpochMs
  /** How long there is to pay once it is placed. */
  payWindowMs: number
  items: readonly { skuId: SkuId; perPerson: number; left: number }[]
}

export type CheckoutView = {
  lines: readonly CheckoutLine[]
  quote: Quote
  delivery: {
    kind: DeliveryKind
    pickupPoint: PickupPointView | null
    address: AddressView | null
    promise: DeliveryPromise | null
  }
  /** Kinds that can be chosen for this basket, with what is missing for each. */
  choices: readonly {
    kind: DeliveryKind
    promise: DeliveryPromise | null
    unavailable: 'no-address' | 'out-of-area' | null
  }[]
  pickupPoints: readonly PickupPointView[]
  addresses: readonly AddressView[]
  /** Set where the basket is bought in a group: what is agreed, before anything is paid. */
  group: { size: number; minSize: number | null; missing: number; deadlineAt: EpochMs | null; lifeMs: number } | null
  deals: CheckoutDeals
  /** Null where no coupon is near, or the shopper chose the coupons by hand. */
  addOn: CheckoutAddOn | null
  /** Set where the basket is bought in a flash sale. */
  flash: CheckoutFlash | null
  /** Set where the basket is ordered in a group sale. */
  sale: CheckoutSale | null
}

/** What is agreed with a group sale before anything is paid. */
export type CheckoutSale = {
  id: SaleId
  title: string
  endsAt: EpochMs
  handOverFromAt: EpochMs
  handOverUntilAt: EpochMs
  /** A lower tier that more orders may still reach: the difference comes back by itself. */
  hasTiers: boolean
  /** Where it can be fetched; empty = the store's courier brings it. */
  pickupPointIds: readonly PickupPointId[]
  /** Whom the leader wrote it down for. */
  forName: string | null
}

export type BasketRefusal =
  | { code: 'sku.unknown'; skuId: SkuId }
  | { code: 'sku.off'; skuId: SkuId; title: string }
  | { code: 'sku.short'; skuId: SkuId; title: string; available: number }
  | { code: 'pickup-point.unknown' }
  | { code: 'address.unknown' }
  | { code: 'delivery.out-of-area' }
  | { code: 'delivery.missing' }

export type OrderCard = {
  id: OrderId
  number: string
  trade: TradeState
  money: MoneyState
  fulfilment: FulfilmentState
  deliveryKind: DeliveryKind
  totalFen: Fen
  pieces: number
  /** First four pictures. */
  pictures: readonly Picture[]
  firstTitle: string
  placedAt: EpochMs
  payDeadlineAt: EpochMs | null
  acts: readonly ShopperAct[]
  /** Its group sale, if it was ordered in one: `number` in the chain, null until it is paid. */
  sale: { title: string; state: SaleState; number: number | null } | null
}

export type OrderLineView = CheckoutLine & {
  id: OrderLineId
  unitPriceFen: Fen
  paidFen: Fen
  shippedQuantity: number
  refundedQuantity: number
  refundedFen: Fen
}

export type ParcelView = {
  id: string
  carrier: string
  trackingNo: string
  shippedAt: EpochMs
  lines: readonly { lineId: OrderLineId; quantity: number }[]
}

export type RefundView = {
  id: string
  amountFen: Fen
  reason: string
  state: 'wanted' | 'sent' | 'done' | 'failed'
  wantedAt: EpochMs
  doneAt: EpochMs | null
}

export type TimelineEntry = { at: EpochMs; event: OrderEvent; by: 'shopper' | 'staff' | 'clock' | 'wechat' }

export type OrderView = {
  id: OrderId
  number: string
  trade: TradeState
  money: MoneyState
  fulfilment: FulfilmentState
  deliveryKind: DeliveryKind
  lines: readonly OrderLineView[]
  quote: Quote
  totalFen: Fen
  paidFen: Fen
  refundedFen: Fen
  address: Omit<AddressView, 'id' | 'isDefault'> | null
  pickup: { point: PickupPointView; code: string | null } | null
  note: string | null
  parcels: readonly ParcelView[]
  refunds: readonly RefundView[]
  timeline: readonly TimelineEntry[]
  acts: readonly ShopperAct[]
  placedAt: EpochMs
  payDeadlineAt: EpochMs | null
  /** The regret window closes then; null when it is not open. */
  regretUntilAt: EpochMs | null
  autoConfirmAt: EpochMs | null
  servicePhone: string | null
  group: OrderGroupView | null
  sale: OrderSaleView | null
}

/** The order's group sale, if it was ordered in one. */
export type OrderSaleView = {
  id: SaleId
  title: string
  state: SaleState
  /** In the chain and on the bag; null until it is paid. */
  number: number | null
  bag: BagState
  handOverFromAt: EpochMs
  handOverUntilAt: EpochMs
  keptUntilAt: EpochMs
  forName: string | null
  /** What came back because a lower tier was reached, and because less came than was sold. */
  tierBackFen: Fen
  cuts: readonly { lineId: OrderLineId; cut: number; refundFen: Fen }[]
}

/** The order's group, if it was bought in one. */
export type OrderGroupView = {
  id: GroupId
  state: GroupState
  seat: SeatState
  size: number
  confirmed: number
  deadlineAt: EpochMs | null
  chooseBy: EpochMs | null
}

export type OrderTab = 'all' | 'to-pay' | 'to-ship' | 'to-receive' | 'done'

/** A payment by the three numbers that WeChat names it with. */
const namedPaymentIn = z.strictObject({
  transactionId: z.string().min(1).max(64),
  merchantId: z.string().min(1).max(20),
  outTradeNo: z.string().min(1).max(64),
})

export const order = {
  /** The preview: what the basket costs and how it can be delivered. Uses the same `quoteBasket` as `place`. */
  checkout: action<CheckoutView, BasketRefusal | GroupRefusal | FlashRefusal | SaleRefusal>()(
    'member',
    z.strictObject({
      basket: basketIn,
      delivery: deliveryIn.optional(),
      group: groupIn.optional(),
      deals: wishIn.optional(),
      flashSlotId: idOf('fls').optional(),
      saleId: idOf('sal').optional(),
      draftCode: draftCodeIn.optional(),
      flashSkuIds: flashSkusIn.optional(),
    }),
  ),
  /**
   * Places once per `requestId` (made when the checkout screen opened): the same id answers with the same order.
   * `totalFen` is the client's claim; where the server's differs, nothing is placed and the refusal carries the new quote.
   * With a `flashSlotId`, goods of that slot cost its price, the others what they always do; it never goes with a group. With a `saleId`
   * (and the `draftCode` where the leader wrote it down) it is an order of that group sale at its prices, with neither of them.
   * `flashSkuIds` says which of them, where some are wanted in larger numbers than the slot allows; left out, all are.
   */
  place: action<
    {
      orderId: OrderId
      number: string
      totalFen: Fen
      payDeadlineAt: EpochMs
      isRepeat: boolean
      groupId: GroupId | null
    },
    | BasketRefusal
    | GroupRefusal
    | FlashRefusal
    | SaleRefusal
    | { code: 'quote.changed'; quote: Quote }
    | { code: 'order.too-many-unpaid'; limit: number }
    | { code: 'sign-in.required' }
  >()(
    'member',
    z.strictObject({
      requestId: requestIdIn,
      basket: basketIn,
      delivery: deliveryIn,
      totalFen: fenIn(1, 100_000_000),
      note: wordsOrNone(100).optional(),
      fromCart: z.boolean().default(false),
      group: groupIn.optional(),
      deals: choiceIn.optional(),
      flashSlotId: idOf('fls').optional(),
      saleId: idOf('sal').optional(),
      draftCode: draftCodeIn.optional(),
      flashSkuIds: flashSkusIn.optional(),
      shareCode: z
        .string()
        .regex(/^[0-9A-Za-z]{8,24}$/)
        .optional(),
    }),
  ),
  list: action<{ items: readonly OrderCard[]; next: string | null; counts: Partial<Record<OrderTab, number>> }>()(
    'member',
    z.strictObject({
      tab: z.enum(['all', 'to-pay', 'to-ship', 'to-receive', 'done']).default('all'),
      cursor: cursorIn.optional(),
    }),
  ),
  detail: action<OrderView, { code: 'order.unknown' }>()('member', z.strictObject({ orderId: idOf('ord') })),
  /** Unpaid: asks WeChat Pay first and closes the prepay order; if it was paid after all, the order is paid. Paid: within ten minutes, full refund. */
  cancel: action<
    OrderView,
    { code: 'order.unknown' } | { code: 'order.not-cancellable'; trade: TradeState } | { code: 'order.was-paid' }
  >()('member', z.strictObject({ orderId: idOf('ord') })),
  confirmReceipt: action<OrderView, { code: 'order.unknown' } | { code: 'order.not-receivable' }>()(
    'member',
    z.strictObject({ orderId: idOf('ord') }),
  ),
  /** By the platform only: pushed as event `trade_manage_order_settlement` once WeChat holds the goods for received. */
  learnReceipt: action<{ outcome: 'received' | 'known' | 'not-receivable' | 'unknown' }>()('timer', namedPaymentIn),
  /** By the platform only: pushed as event `trade_manage_remind_shipping` when WeChat misses the shipping info. */
  noteReminder: action<{ outcome: 'noted' | 'known' | 'unknown' }>()('timer', namedPaymentIn),
  changeAddress: action<
    OrderView,
    { code: 'order.unknown' } | { code: 'order.already-shipped' } | { code: 'delivery.out-of-area' }
  >()('member', z.strictObject({ orderId: idOf('ord'), address: addressIn })),
}
