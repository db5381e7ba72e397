/** Group sales as the staff run them: all leaders', and the store's own. The acts are the leader's, by the staff's right. */
import * as z from 'zod'
import { action, fenIn, idOf } from './define'
import {
  saleActIn,
  saleTermsIn,
  type AllocateRefusal,
  type PackingView,
  type ReceiveRefusal,
  type RollUpView,
  type SaleBoard,
  type SaleDraftView,
  type SaleGoods,
  type SaleMoveRefusal,
  type SaleOrderRow,
  type SaleRow,
  type SaleSaveRefusal,
  type ShortageView,
} from './leader'
import type { Page, PickupPointView } from './views'
import type { PickupPointId, SaleId, SkuId } from '@/domain/ids'
import type { Stop } from '@/domain/sale/packing'
import type { SaleState } from '@/domain/sale/sale'
import type { EpochMs } from '@/domain/time'

export type StaffSaleRow = SaleRow & { handOverUntilAt: EpochMs; units: number; shortGoods: number }

/** What one sale is about, for its head: the steps it went through with their instants. */
export type StaffSaleView = StaffSaleRow & {
  board: SaleBoard
  rollUp: RollUpView
  steps: readonly { state: SaleState; at: EpochMs | null }[]
  /** Who counted what came, newest first; none for whoever sees only a part of the sale. */
  counts: readonly SaleCount[]
}

export type SaleCount = {
  at: EpochMs
  by: { name: string; isLeader: boolean }
  lines: readonly { skuId: SkuId; before: number | null; after: number | null }[]
}

/** The same goods for several sales of a day: what to buy in, where to unload. */
export type DayRollUp = {
  dayAt: EpochMs
  sales: readonly {
    id: SaleId
    title: string
    leader: string | null
    state: SaleState
    people: number
    units: number
  }[]
  pickupPoints: readonly PickupPointView[]
  rows: readonly {
    skuId: SkuId
    title: string
    label: string
    cells: readonly { place: PickupPointId | null; sold: number; cut: number }[]
    sold: number
    cut: number
    received: number | null
  }[]
  /** The driver's list, in the order of the places. */
  stops: readonly Stop[]
}

const saleIdIn = z.strictObject({ saleId: idOf('sal') })
type Unknown = { code: 'sale.unknown' }

/** Clerks who look after single pick-up points see the rows of these. */
export const staffSale = {
  sales: action<{ rows: readonly StaffSaleRow[]; total: number; counts: Record<'all' | SaleState, number> }>()(
    'staff:community.read',
    z.strictObject({
      state: z.enum(['all', 'draft', 'open', 'closed', 'picking', 'delivered', 'settled', 'cancelled']).default('all'),
      communityId: idOf('com').optional(),
      leaderId: idOf('mem').optional(),
      page: z.int().min(1).max(200).default(1),
      pageSize: z.int().min(5).max(50).default(20),
    }),
  ),
  sale: action<StaffSaleView, Unknown>()('staff:community.read', saleIdIn),
  orders: action<{ rows: readonly SaleOrderRow[]; total: number }, Unknown>()(
    'staff:community.read',
    z.strictObject({
      saleId: idOf('sal'),
      pickupPointId: idOf('pup').optional(),
      page: z.int().min(1).max(400).default(1),
      pageSize: z.int().min(5).max(100).default(50),
    }),
  ),
  catalogue: action<Page<SaleGoods>>()(
    'staff:community.write',
    z.strictObject({ text: z.string().trim().max(40).optional(), cursor: z.string().max(200).optional() }),
  ),
  /** A new draft of the store's own, or an existing sale to edit. */
  draft: action<SaleDraftView, Unknown>()('staff:community.write', z.strictObject({ saleId: idOf('sal').optional() })),
  /** The store's own sale; a leader's stays the leader's to write. */
  save: action<SaleDraftView, SaleSaveRefusal>()(
    'staff:community.write',
    z.strictObject({
      saleId: idOf('sal').optional(),
      version: z.int().min(0).default(0),
      opens: z.boolean().default(false),
      ...saleTermsIn,
    }),
  ),
  move: action<StaffSaleView, SaleMoveRefusal>()(
    'staff:community.write',
    z.strictObject({ saleId: idOf('sal'), act: saleActIn }),
  ),
  receive: action<StaffSaleView, ReceiveRefusal>()(
    'staff:community.write',
    z.strictObject({
      saleId: idOf('sal'),
      counts: z
        .array(z.strictObject({ skuId: idOf('sku'), received: z.int().min(0).max(1_000_000).nullable() }))
        .min(1)
        .max(50),
    }),
  ),
  shortage: action<ShortageView, Unknown | { code: 'sale.line-gone'; skuId: SkuId } | { code: 'shortage.none' }>()(
    'staff:community.read',
    z.strictObject({ saleId: idOf('sal'), skuId: idOf('sku') }),
  ),
  allocate: action<ShortageView, AllocateRefusal>()(
    'staff:order.refund',
    z.strictObject({ saleId: idOf('sal'), skuId: idOf('sku'), refundFen: fenIn(0, 1_000_000_000) }),
  ),
  packing: action<PackingView, Unknown>()('staff:community.read', saleIdIn),
  /** All running sales whose goods are handed over on that day of the shop's calendar. */
  day: action<DayRollUp>()(
    'staff:community.read',
    z.strictObject({
      day: z
        .string()
        .regex(/^20\d{2}-\d{2}-\d{2}$/)
        .optional(),
    }),
  ),
  exportOrders: action<{ fileName: string; csv: string }, Unknown>()('staff:order.export', saleIdIn),
  /** Gives the money of a no-show back, in full or not at all; the store decides, never the clock. */
  refundNoShow: action<
    StaffSaleView,
    Unknown | { code: 'order.unknown' } | { code: 'bag.not-no-show' } | { code: 'order.not-refundable' }
  >()('staff:order.refund', z.strictObject({ saleId: idOf('sal'), orderId: idOf('ord') })),
}
