/** One order with everything that hangs on it, in one statement. With a member id, only that member's own. */
import type { GroupState, SeatState } from '@/domain/group-buy/group'
import type { GroupId, MemberId, OrderId, OrderLineId, ProductId, SaleId, SkuId } from '@/domain/ids'
import type { OrderEvent } from '@/domain/order/events'
import type { DeliveryKind, FulfilmentState } from '@/domain/order/fulfilment'
import type { MoneyState } from '@/domain/order/money-state'
import type { TradeState } from '@/domain/order/trade'
import type { BagState } from '@/domain/pickup/bag'
import type { SaleState } from '@/domain/sale/sale'
import type { Quote } from '@/domain/pricing/quote'
import type { Picture, PickupPointView } from '@/contract/views'
import type { AddressSnapshot, ParcelLine } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'

export type OrderRecord = {
  id: OrderId
  number: string
  memberId: MemberId | null
  trade: TradeState
  money: MoneyState
  fulfilment: FulfilmentState
  deliveryKind: DeliveryKind
  address: AddressSnapshot | null
  pickupPoint: PickupPointView | null
  pickupCode: string | null
  buyerName: string
  buyerPhone: string | null
  note: string | null
  remark: string | null
  quote: Quote
  totalFen: number
  deliveryFen: number
  paidFen: number
  refundedFen: number
  shareCode: string | null
  sharerName: string | null
  priceChanged: boolean
  placedAt: Date
  payDeadlineAt: Date
  paidAt: Date | null
  shipDeadlineAt: Date | null
  shippedAt: Date | null
  autoConfirmAt: Date | null
  lines: readonly LineRecord[]
  events: readonly EventRecord[]
  parcels: readonly { id: string; carrier: string; trackingNo: string; at: number; lines: readonly ParcelLine[] }[]
  refunds: readonly RefundRecord[]
  servicePhone: string | null
  /** The group it was bought in, and its own seat there. */
  group: GroupRecord | null
  /** The group sale it was ordered in, and its own place there. */
  sale: SaleRecord | null
  /** State of the newest shipping upload, or null if none was written. */
  upload: 'waiting' | 'done' | 'dead' | null
}

export type LineRecord = {
  id: OrderLineId
  skuId: SkuId
  productId: ProductId
  title: string
  options: readonly string[]
  picture: Picture
  quantity: number
  unitPriceFen: number
  paidFen: number
  shippedQuantity: number
  refundedQuantity: number
  refundedFen: number
}
export type EventRecord = {
  at: number
  event: OrderEvent
  by: 'shopper' | 'staff' | 'clock' | 'wechat'
  staffName: string | null
}
export type GroupRecord = {
  id: GroupId
  state: GroupState
  seat: SeatState
  size: number
  confirmed: number
  deadlineAt: number | null
  chooseBy: number | null
}
export type SaleRecord = {
  id: SaleId
  title: string
  state: SaleState
  number: number | null
  bag: BagState
  handOverFromAt: number
  handOverUntilAt: number
  keepDays: number
  forName: string | null
  tierBackFen: number
  cuts: readonly { lineId: OrderLineId; cut: number; refundFen: number }[]
}
export type RefundRecord = {
  id: string
  amountFen: number
  reason: string
  state: 'wanted' | 'sent' | 'done' | 'failed'
  wantedAt: number
  doneAt: number | null
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`

const readOrderStatement = {
  name: 'order.read',
  text: `
select o.id, o.number, o.member_id as "memberId", o.trade, o.money, o.fulfilment, o.delivery_kind as "deliveryKind", o.address,
  (select json_build_object('id', id, 'name', name, 'keeper', keeper, 'address', address, 'hours', hours, 'latitude', latitude,
      'longitude', longitude, 'walkMinutes', walk_minutes)
    from pickup_point where store_id = o.store_id and id = o.pickup_point_id) as "pickupPoint",
  o.pickup_code as "pickupCode", o.buyer_name as "buyerName", o.buyer_phone as "buyerPhone", o.note, o.remark, o.quote,
  o.total_fen as "totalFen", o.delivery_fen as "deliveryFen", o.paid_fen as "paidFen", o.refunded_fen as "refundedFen",
  o.share_code as "shareCode", (select name from member where store_id = o.store_id and id = o.sharer_id) as "sharerName",
  o.price_changed as "priceChanged", o.placed_at as "placedAt", o.pay_deadline_at as "payDeadlineAt", o.paid_at as "paidAt",
  o.ship_deadline_at as "shipDeadlineAt", o.shipped_at as "shippedAt", o.auto_confirm_at as "autoConfirmAt",
  (select json_agg(json_build_object('id', id, 'skuId', sku_id, 'productId', product_id, 'title', title, 'options', options,
      'picture', picture, 'quantity', quantity, 'unitPriceFen', unit_price_fen, 'paidFen', paid_fen,
      'shippedQuantity', shipped_quantity, 'refundedQuantity', refunded_quantity, 'refundedFen', refunded_fen) order by line_no)
    from order_line where store_id = o.store_id and order_id = o.id) as lines,
  (select json_agg(json_build_object('at', ${ms('e.at')}, 'event', e.event, 'by', e.by_kind, 'staffName', s.name) order by e.seq)
    from order_event e left join staff s on s.store_id = e.store_id and s.id = e.staff_id
    where e.store_id = o.store_id and e.order_id = o.id) as events,
  coalesce((select json_agg(json_build_object('id', id, 'carrier', carrier, 'trackingNo', tracking_no, 'at', ${ms('shipped_at')}, 'lines', lines) order by id)
    from parcel where store_id = o.store_id and order_id = o.id), '[]') as parcels,
  coalesce((select json_agg(json_build_object('id', id, 'amountFen', amount_fen, 'reason', reason, 'state', state,
      'wantedAt', ${ms('wanted_at')}, 'doneAt', ${ms('done_at')}) order by id)
    from refund where store_id = o.store_id and order_id = o.id), '[]') as refunds,
  (select settings ->> 'servicePhone' from store where id = o.store_id) as "servicePhone",
  case when o.group_id is not null then (
    select json_build_object('id', g.id, 'state', g.state, 'seat', t.state, 'size', g.size, 'confirmed', g.confirmed,
      'deadlineAt', ${ms('g.deadline_at')}, 'chooseBy', case when t.state = 'lost' then ${ms('t.choose_by')} end)
    from group_buy g join group_seat t on t.store_id = g.store_id and t.group_id = g.id and t.order_id = o.id
    where g.store_id = o.store_id and g.id = o.group_id) end as "group",
  case when o.sale_id is not null then (
    select json_build_object('id', s.id, 'title', s.title, 'state', s.state, 'number', c.number, 'bag', c.bag_state,
      'handOverFromAt', ${ms('s.hand_over_from_at')}, 'handOverUntilAt', ${ms('s.hand_over_until_at')}, 'keepDays', s.keep_days,
      'forName', c.for_name,
      'tierBackFen', (select coalesce(sum(back_fen), 0) from tier_back where store_id = o.store_id and order_id = o.id),
      'cuts', (select coalesce(json_agg(json_build_object('lineId', line_id, 'cut', cut, 'refundFen', refund_fen)), '[]')
        from shortage_cut where store_id = o.store_id and order_id = o.id))
    from sale s join sale_order c on c.store_id = s.store_id and c.order_id = o.id
    where s.store_id = o.store_id and s.id = o.sale_id) end as sale,
  (select state from outbox where store_id = o.store_id and subject = o.id and topic = 'shipping.upload' order by id desc limit 1) as upload
from orders o
where o.store_id = $1 and o.id = $2 and ($3::text is null or o.member_id = $3)`,
}

export const readOrder = async (
  deps: Deps,
  orderId: OrderId,
  memberId: MemberId | null,
): Promise<OrderRecord | null> => {
  const [row] = await deps.database.run<OrderRecord>(readOrderStatement, [deps.storeId, orderId, memberId])
  return row ?? null
}
