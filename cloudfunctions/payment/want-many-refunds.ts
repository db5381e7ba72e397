/**
 * Promises refunds to many orders at once, as `want-refund.ts` does to one, in as many statements for a thousand as for two:
 * amounts are taken from lines and orders, letters carry the money. Only orders with coupons or points cost more each.
 */
import { sql } from 'kysely'
import type { OrderId, RefundId } from '@/domain/ids'
import { addFen, type Fen } from '@/domain/money'
import type { OrderEvent } from '@/domain/order/events'
import type { RefundSum } from '@/domain/pricing/refund-amount'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { returnDeals, type DealtOrder } from './return-deals'
import type { Wanted } from './want-refund'

export type RefundedOrder = DealtOrder & {
  readonly sum: RefundSum
  readonly deliveryFen: Fen
  /** Nothing is left to be sent or fetched. */
  readonly isEmptied: boolean
}

export type Reason = Pick<Wanted, 'kind' | 'requestId' | 'reason' | 'staffId'> & { readonly by: 'staff' | 'clock' }

/**
 * The orders must be locked, their sale before them, and are not completed. Units that cost nothing are taken without a
 * refund: those orders are missing in the answer. Breaks `refund_request_repeated` like its sibling.
 */
export const wantManyRefunds = async (
  trx: Trx,
  deps: Deps,
  orders: readonly RefundedOrder[],
  why: Reason,
): Promise<Map<OrderId, RefundId>> => {
  const rows = orders.map((order) => rowOf(deps, order, why))
  const refunds = new Map(rows.flatMap((row) => (row.amount > 0 ? [[row.orderId, row.id]] : [])))
  // accounts of points are locked in one order, whoever else promises refunds to the same people
  const byMember = [...orders].sort((a, b) => ((a.member_id ?? '') < (b.member_id ?? '') ? -1 : 1))
  for (const order of byMember)
    if (order.deals) {
      const refundId = refunds.get(order.id as OrderId)
      if (refundId) await returnDeals(trx, deps, order, { refundId, sum: order.sum, endedBy: 'shop' })
    }
  await write(trx, deps, rows, why)
  return refunds
}

const rowOf = (deps: Deps, order: RefundedOrder, { reason }: Reason) => {
  const amount = addFen(order.sum.amountFen, order.deliveryFen)
  const events: OrderEvent[] = amount > 0 ? [{ kind: 'refund-wanted', refundFen: amount, reason }] : []
  if (order.isEmptied) events.push({ kind: 'stopped' })
  // with money, its refund closes the order
  const isClosed = order.isEmptied && amount === 0
  if (isClosed) events.push({ kind: 'closed' })
  return {
    orderId: order.id as OrderId,
    id: deps.newId('ref') as RefundId,
    sending: deps.newId('obx'),
    following: deps.newId('obx'),
    amount,
    delivery: order.deliveryFen,
    lines: order.sum.lines,
    events,
    emptied: order.isEmptied,
    closed: isClosed,
  }
}

const write = async (trx: Trx, deps: Deps, rows: readonly ReturnType<typeof rowOf>[], why: Reason): Promise<void> => {
  const now = new Date(deps.now())
  const { storeId } = deps
  await sql`
    with w as materialized (
      select w.*, o.event_count, o.leader_id, jsonb_array_length(w.events) as more
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w ("orderId" text, id text, sending text, "following" text,
        amount bigint, delivery bigint, lines jsonb, events jsonb, emptied boolean, closed boolean)
      join orders o on o.store_id = ${storeId} and o.id = w."orderId"
    ), promised as (
      insert into refund (store_id, id, out_refund_no, order_id, out_trade_no, request_id, amount_fen, delivery_fen, lines, restock,
        reason, kind, state, staff_id, wanted_at)
      select ${storeId}, w.id, w.id, w."orderId", p.out_trade_no, ${why.requestId}, w.amount, w.delivery, w.lines, false,
        ${why.reason}, ${why.kind}, 'wanted', ${why.staffId ?? null}, ${now}::timestamptz
      from w cross join lateral (select out_trade_no from payment
        where store_id = ${storeId} and order_id = w."orderId" and state = 'paid' order by paid_at limit 1) p
      where w.amount > 0
      returning id
    ), sent as (
      insert into outbox (store_id, id, topic, subject, payload, next_try_at, created_at)
      select ${storeId}, w.sending, 'refund.send', w.id, '{}'::jsonb, ${now}::timestamptz, ${now}::timestamptz from w where w.amount > 0
      union all
      select ${storeId}, w."following", 'commission.follow', w."orderId", '{}'::jsonb, ${now}::timestamptz, ${now}::timestamptz
      from w where w.leader_id is not null
    ), told as (
      insert into order_event (store_id, order_id, seq, at, event, by_kind, staff_id)
      select ${storeId}, w."orderId", w.event_count + e.nth, ${now}::timestamptz, e.event, ${why.by}, ${why.staffId ?? null}
      from w cross join lateral jsonb_array_elements(w.events) with ordinality e (event, nth)
    ), taken as (
      update order_line l set refunded_quantity = l.refunded_quantity + t.quantity, refunded_fen = l.refunded_fen + t."amountFen"
      from w cross join lateral jsonb_to_recordset(w.lines) as t ("lineId" text, quantity int, "amountFen" bigint)
      where l.store_id = ${storeId} and l.order_id = w."orderId" and l.id = t."lineId"
    )
    update orders o set event_count = o.event_count + w.more, refunded_fen = o.refunded_fen + w.amount,
      money = case when w.amount > 0 then 'refunding' else o.money end,
      fulfilment = case when w.emptied then 'stopped' else o.fulfilment end,
      trade = case when w.closed then 'closed' else o.trade end,
      ended_at = case when w.closed then ${now}::timestamptz else o.ended_at end
    from w
    -- a refund without its payment would be money that nobody sends: the division ends the statement
    where o.store_id = ${storeId} and o.id = w."orderId"
      and 1 / (case when (select count(*) from promised) = (select count(*) from w where amount > 0) then 1 else 0 end) = 1`.execute(
    trx,
  )
}
