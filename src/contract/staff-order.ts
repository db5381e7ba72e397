/** Orders as the staff see them: today's board, the filtered list, the detail, and every act on an order. */
import * as z from 'zod'
import { action, fenIn, idOf, none, words, wordsOrNone } from './define'
import { addressIn } from './member'
import type { OrderCard, OrderGroupView, OrderView, RefundView } from './order'
import type { OrderId, SkuId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { EpochMs } from '@/domain/time'
import type { StaffAct } from '@/domain/order/order'
import type { Picture } from './views'

const staffOrderTabs = [
  'all',
  'to-pay',
  'to-ship',
  'awaiting-group',
  'to-pick-up',
  'shipped',
  'refunding',
  'completed',
  'closed',
] as const
export type StaffOrderTab = (typeof staffOrderTabs)[number]

export const staffOrderFilterIn = z.strictObject({
  tab: z.enum(staffOrderTabs).default('all'),
  /** Order number, phone tail, pick-up code of what lies ready, buyer's or product's name. */
  text: z.string().trim().max(40).optional(),
  fromAt: z.int().optional(),
  untilAt: z.int().optional(),
  deliveryKind: z.enum(['pickup', 'local', 'express']).optional(),
  pickupPointId: idOf('pup').optional(),
  source: z.enum(['share', 'direct']).optional(),
})

export type StaffOrderRow = Omit<OrderCard, 'acts' | 'sale'> & {
  buyer: string
  maskedPhone: string | null
  source: 'share' | 'direct'
  pickupPointName: string | null
  /** Set where it was bought in a group. */
  group: Pick<OrderGroupView, 'id' | 'state' | 'size' | 'confirmed'> | null
  /** The clock that runs now, if one does. `system` clocks need nobody. */
  clock: {
    /** `group`: until its group is full or over; `choose`: until its shopper has said where to, as the seat was gone. */
    kind: 'ship' | 'pay' | 'pick-up' | 'refund' | 'confirm' | 'group' | 'choose'
    startAt: EpochMs
    endAt: EpochMs
    isSystem: boolean
  } | null
  acts: readonly StaffAct[]
}

export type StaffOrderView = Omit<OrderView, 'acts' | 'timeline'> & {
  buyer: string
  maskedPhone: string | null
  source: { kind: 'share'; sharer: string | null } | { kind: 'direct' }
  remark: string | null
  acts: readonly StaffAct[]
  clock: StaffOrderRow['clock']
  timeline: readonly (OrderView['timeline'][number] & { staffName: string | null })[]
  shippingUpload: 'none' | 'waiting' | 'done' | 'dead'
}

type Unknown = { code: 'order.unknown' }
type Stale = { code: 'order.act-not-open'; act: StaffAct }
const orderIdIn = z.strictObject({ orderId: idOf('ord') })
const linesIn = z
  .array(z.strictObject({ lineId: idOf('oln'), quantity: z.int().min(1).max(9999) }))
  .min(1)
  .max(50)
const carriers = ['sf', 'jd', 'zto', 'yto', 'sto', 'yunda', 'ems', 'jtexpress', 'own'] as const
export type Carrier = (typeof carriers)[number]

export type TodayView = {
  kpis: { paidFen: Fen; paidOrders: number; averageFen: Fen; newBuyers: number; refundRateBp: number }
  /** The same figures over the same hours a week ago. */
  lastWeek: { paidFen: Fen; paidOrders: number; averageFen: Fen; newBuyers: number; refundRateBp: number }
  /** Sorted by time left; the ones the system does alone come last. */
  todos: readonly (
    | { kind: 'ship'; orders: number; totalFen: Fen; firstOrderId: OrderId; startAt: EpochMs; endAt: EpochMs }
    | { kind: 'make-ready'; orders: number; pickupPoint: string; startAt: EpochMs; endAt: EpochMs }
    | { kind: 'low-stock'; skus: number; firstTitle: string }
    | { kind: 'dead-letter'; letters: number; topic: string }
    /** Refunds of groups that were given up: they wait for somebody. */
    | { kind: 'group-refund'; refunds: number; totalFen: Fen }
    | { kind: 'refund-retry'; refunds: number; totalFen: Fen; nextTryAt: EpochMs }
  )[]
  /** Paid fen by hour of the day, 24 numbers each; hours to come are null in `today`. */
  hours: { today: readonly (Fen | null)[]; lastWeek: readonly Fen[] }
  topProducts: readonly { title: string; picture: Picture; pieces: number; paidFen: Fen }[]
  lowStock: readonly { skuId: SkuId; title: string; options: readonly string[]; picture: Picture; available: number }[]
  /** Product pages opened, put into the cart, ordered, paid. */
  funnel: readonly { step: 'opened' | 'carted' | 'placed' | 'paid'; people: number }[]
  counts: { toShip: number; deadLetters: number }
}

export type OutboxRow = {
  id: string
  topic: string
  state: 'waiting' | 'dead'
  attempts: number
  lastError: string | null
  subject: string | null
  createdAt: EpochMs
  nextTryAt: EpochMs | null
}

export const staffOrder = {
  today: action<TodayView>()('staff:order.read', none),
  list: action<{
    rows: readonly StaffOrderRow[]
    total: number
    totalIsCapped: boolean
    counts: Partial<Record<StaffOrderTab, number>>
  }>()(
    'staff:order.read',
    staffOrderFilterIn.extend({
      page: z.int().min(1).max(200).default(1),
      pageSize: z.int().min(5).max(50).default(20),
    }),
  ),
  detail: action<StaffOrderView, Unknown>()('staff:order.read', orderIdIn),
  /** The whole name, phone and address; each look is an audit row. */
  unmask: action<{ name: string; phone: string; address: string }, Unknown>()('staff:order.unmask', orderIdIn),
  /** One parcel with some or all of what is left; without `lines` everything left. At most 15 parcels an order. */
  ship: action<
    StaffOrderView,
    | Unknown
    | Stale
    | { code: 'parcel.too-many'; limit: number }
    | { code: 'parcel.quantity'; lineId: string; left: number }
    | { code: 'parcel.tracking-used' }
  >()(
    'staff:order.ship',
    z.strictObject({
      orderId: idOf('ord'),
      carrier: z.enum(carriers),
      trackingNo: z
        .string()
        .trim()
        .regex(/^[A-Za-z0-9-]{4,40}$/),
      lines: linesIn.optional(),
    }),
  ),
  /** Each order stands alone: one that can't ship doesn't hold back the others. */
  shipMany: action<{ shipped: number; refused: readonly { orderId: OrderId; code: string }[] }>()(
    'staff:order.ship',
    z.strictObject({
      parcels: z
        .array(
          z.strictObject({
            orderId: idOf('ord'),
            carrier: z.enum(carriers),
            trackingNo: z
              .string()
              .trim()
              .regex(/^[A-Za-z0-9-]{4,40}$/),
          }),
        )
        .min(1)
        .max(100),
    }),
  ),
  makeReady: action<{ ready: number; refused: readonly { orderId: OrderId; code: string }[] }>()(
    'staff:order.ship',
    z.strictObject({ orderIds: z.array(idOf('ord')).min(1).max(100) }),
  ),
  /** Hands a pick-up order over against its six-digit code. */
  handOver: action<StaffOrderView, Unknown | Stale | { code: 'pickup.wrong-code' }>()(
    'staff:pickup.verify',
    z.strictObject({ orderId: idOf('ord'), code: z.string().regex(/^\d{6}$/) }),
  ),
  /** Full or by line and quantity; `deliveryFee` adds the fee. The amount is what those units really paid. */
  refund: action<
    { order: StaffOrderView; refund: RefundView },
    Unknown | Stale | { code: 'refund.quantity'; lineId: string; left: number } | { code: 'refund.nothing-left' }
  >()(
    'staff:order.refund',
    z.strictObject({
      orderId: idOf('ord'),
      requestId: z.string().regex(/^[A-Za-z0-9_-]{16,40}$/),
      lines: linesIn.optional(),
      deliveryFee: z.boolean().default(false),
      reason: words(80),
      restock: z.boolean().default(false),
    }),
  ),
  /** What a refund of these lines would pay back, by the same rule. */
  refundPreview: action<{ amountFen: Fen }, Unknown | { code: 'refund.quantity'; lineId: string; left: number }>()(
    'staff:order.refund',
    z.strictObject({ orderId: idOf('ord'), lines: linesIn.optional(), deliveryFee: z.boolean().default(false) }),
  ),
  /** Once per unpaid order; spread over the lines by largest remainder. */
  changePrice: action<
    StaffOrderView,
    Unknown | Stale | { code: 'price.already-changed' } | { code: 'price.not-lower' }
  >()(
    'staff:order.price',
    z.strictObject({ orderId: idOf('ord'), totalFen: fenIn(1, 100_000_000), reason: words(80) }),
  ),
  changeAddress: action<StaffOrderView, Unknown | Stale | { code: 'delivery.out-of-area' }>()(
    'staff:order.ship',
    z.strictObject({ orderId: idOf('ord'), address: addressIn }),
  ),
  cancel: action<StaffOrderView, Unknown | Stale | { code: 'order.was-paid' }>()('staff:order.price', orderIdIn),
  remark: action<StaffOrderView, Unknown | Stale>()(
    'staff:order.read',
    z.strictObject({ orderId: idOf('ord'), remark: wordsOrNone(200) }),
  ),
  /** CSV with a BOM, at most 5,000 rows; names and phones stay masked. */
  exportCsv: action<{ csv: string; rows: number; isCapped: boolean }>()('staff:order.export', staffOrderFilterIn),
  deadLetters: action<{ rows: readonly OutboxRow[] }>()('staff:order.read', none),
  retryLetter: action<{ rows: readonly OutboxRow[] }, { code: 'letter.unknown' }>()(
    'staff:outbox.retry',
    z.strictObject({ id: z.string().max(40) }),
  ),
}
