/** What was sold in a sale, line by line, as roll-up, packing slips and driver's list need it. */
import type { MemberId, OrderId, PickupPointId, SaleId, SkuId } from '@/domain/ids'
import type { SoldLine } from '@/domain/sale/sold-line'

/**
 * Whose bag an order goes into. An order that the leader wrote down for a neighbour goes into that neighbour's, whoever
 * paid; somebody who left the shop is told apart by the order.
 */
export const bagOwner = `case when so.for_name is not null then coalesce(so.member_id, so.order_id) || ' ' || so.for_name
  else coalesce(so.member_id, so.order_id) end`

/** `[order, owner, number, sku, place, sold, cut, sale]`: two thousand objects with keys would weigh four times as much. */
export type PackedLine = readonly [OrderId, MemberId, number, SkuId, PickupPointId | null, number, number, SaleId]

/**
 * An array of `PackedLine`, by number. $1 is the store, $2 an array of sales, $3 the pick-up points or null. What was cut is
 * taken from the lines in the moment it is decided, so sold = what is left + what was cut. Order by order, by their keys:
 * left to itself the planner took one busy sale for the measure of all, and joined the lines of the whole shop (250 ms, not 12).
 */
export const soldLinesJson = `
(select coalesce(json_agg(json_build_array(x.order_id, x.owner, x.number, x.sku_id, x.place, x.sold, x.cut, x.sale_id) order by x.number, x.line_no), '[]')
from (
  select so.order_id, so.sale_id, ${bagOwner} as owner, so.number, l.line_no, l.sku_id, o.pickup_point_id as place,
    l.quantity - l.refunded_quantity + coalesce(c.cut, 0) as sold, coalesce(c.cut, 0) as cut
  from sale_order so
  cross join lateral (select pickup_point_id from orders where store_id = so.store_id and id = so.order_id limit 1) o
  cross join lateral (select * from order_line where store_id = so.store_id and order_id = so.order_id offset 0) l
  left join lateral (select cut from shortage_cut
    where store_id = so.store_id and sale_id = so.sale_id and line_id = l.id limit 1) c on true
  where so.store_id = $1 and so.sale_id = any($2::text[]) and so.paid_at is not null and so.number is not null
    and ($3::text[] is null or o.pickup_point_id = any($3::text[]))
) x where x.sold > 0)`

/** `labels` are the short names of the sale's products. */
export const soldLines = (packed: readonly PackedLine[], labels: ReadonlyMap<SkuId, string>): SoldLine[] =>
  packed.map(([orderId, memberId, number, skuId, pickupPointId, sold, cut]) => ({
    orderId,
    memberId,
    number,
    skuId,
    label: labels.get(skuId) ?? '',
    pickupPointId,
    sold,
    cut,
  }))
