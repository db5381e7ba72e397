/** The paid lines of one product of a sale, as the sharing out of what came needs them. */
import { sql } from 'kysely'
import type { Picture } from '@/contract/views'
import type { OrderId, OrderLineId, PickupPointId } from '@/domain/ids'
import type { Policy, Reason } from '@/domain/shortage/allocate'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

export type ShortRow = {
  id: OrderLineId
  orderId: OrderId
  number: number
  buyerName: string
  forName: string | null
  pickupPointId: PickupPointId | null
  paidAt: Date
  quantity: number
  paidFen: number
  refundedQuantity: number
  /** Of the commission; null where nobody earns from it. */
  rateBp: number | null
  /** The tier difference of this line, if there was one. */
  backUnits: number | null
  backFen: number | null
  /** Not handed over, not sent, not received: what is in somebody's hands already can't be shared out again. */
  isHere: boolean
}

/** In the order of their numbers. What was taken back whole is not in it. */
export const readShortRows = async (db: Db | Trx, deps: Deps, saleId: string, skuId: string): Promise<ShortRow[]> =>
  (
    await sql<ShortRow>`
    select l.id, l.order_id as "orderId", so.number, o.buyer_name as "buyerName", so.for_name as "forName",
      o.pickup_point_id as "pickupPointId", so.paid_at as "paidAt", l.quantity, l.paid_fen as "paidFen",
      l.refunded_quantity as "refundedQuantity", t.units as "backUnits", t.back_fen as "backFen",
      case when o.attribution ->> 'kind' <> 'own-purchase' then l.rate_bp end as "rateBp",
      o.trade = 'fulfilling' and o.fulfilment in ('to-ship', 'ready') and so.bag_state <> 'handed' as "isHere"
    from sale_order so
    join orders o on o.store_id = so.store_id and o.id = so.order_id
    join order_line l on l.store_id = so.store_id and l.order_id = so.order_id and l.sku_id = ${skuId}
    left join tier_back t on t.store_id = l.store_id and t.line_id = l.id
    where so.store_id = ${deps.storeId} and so.sale_id = ${saleId} and so.paid_at is not null and so.number is not null
      and l.refunded_quantity < l.quantity
    order by so.number, l.line_no`.execute(db)
  ).rows

export type Product = {
  label: string
  title: string
  picture: Picture
  received: number | null
  decided: Decided | null
}
export type Decided = { policy: Policy; sold: number; received: number; refundFen: number; at: number }

/** The product in the sale, with what was decided about it; undefined where the sale doesn't have it. */
export const readProduct = async (
  db: Db | Trx,
  deps: Deps,
  saleId: string,
  skuId: string,
): Promise<Product | undefined> =>
  (
    await sql<Product>`
    select sl.label, p.title, coalesce(k.picture, p.pictures -> 0) as picture, sl.received,
      (select json_build_object('policy', policy, 'sold', sold, 'received', received, 'refundFen', refund_fen,
          'at', (extract(epoch from at) * 1000)::bigint)
        from shortage where store_id = sl.store_id and sale_id = sl.sale_id and sku_id = sl.sku_id) as decided
    from sale_line sl
    join product p on p.store_id = sl.store_id and p.id = sl.product_id
    join sku k on k.store_id = sl.store_id and k.id = sl.sku_id
    where sl.store_id = ${deps.storeId} and sl.sale_id = ${saleId} and sl.sku_id = ${skuId}`.execute(db)
  ).rows[0]

export type CutRow = {
  orderId: OrderId
  number: number
  buyerName: string
  forName: string | null
  place: PickupPointId | null
  paidAt: Date
  /** Before the cut. */
  ordered: number
  cut: number
  refundFen: number
  reason: Reason
  rateBp: number | null
  /** What the line had cost before it was cut, after tier and earlier refunds. */
  beforeFen: number
}

/** What was decided, row by row, in the order of payment. */
export const readCuts = async (db: Db | Trx, deps: Deps, saleId: string, skuId: string): Promise<CutRow[]> =>
  (
    await sql<CutRow>`
    select c.order_id as "orderId", so.number, o.buyer_name as "buyerName", so.for_name as "forName",
      o.pickup_point_id as place, so.paid_at as "paidAt", l.quantity - l.refunded_quantity + c.cut as ordered, c.cut,
      c.refund_fen as "refundFen", c.reason, case when o.attribution ->> 'kind' <> 'own-purchase' then l.rate_bp end as "rateBp",
      l.paid_fen - l.refunded_fen - coalesce(t.back_fen, 0) + c.refund_fen as "beforeFen"
    from shortage_cut c
    join sale_order so on so.store_id = c.store_id and so.order_id = c.order_id
    join orders o on o.store_id = c.store_id and o.id = c.order_id
    join order_line l on l.store_id = c.store_id and l.order_id = c.order_id and l.id = c.line_id
    left join tier_back t on t.store_id = c.store_id and t.line_id = c.line_id
    where c.store_id = ${deps.storeId} and c.sale_id = ${saleId} and c.sku_id = ${skuId}
    order by so.paid_at, c.line_id`.execute(db)
  ).rows

/** Locks the orders that have the product, by id; whoever refunds or hands over waits. The sale is locked before. */
export const lockOrdersWith = async (trx: Trx, deps: Deps, saleId: string, skuId: string): Promise<void> => {
  await sql`
    select o.id from orders o
    where o.store_id = ${deps.storeId} and o.id in (
      select so.order_id from sale_order so join order_line l on l.store_id = so.store_id and l.order_id = so.order_id and l.sku_id = ${skuId}
      where so.store_id = ${deps.storeId} and so.sale_id = ${saleId})
    order by o.id for update`.execute(trx)
}
