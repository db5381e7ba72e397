/** Promises a refund inside the caller's transaction: the amount is taken from the lines at once, the money follows by the outbox. */
import { sql } from 'kysely'
import type { EndedBy } from '@/domain/coupon/coupon'
import type { Fen } from '@/domain/money'
import { addFen } from '@/domain/money'
import type { OrderEvent } from '@/domain/order/events'
import type { RefundSum } from '@/domain/pricing/refund-amount'
import type { RefundId } from '@/domain/ids'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { letterRow } from '../runtime/outbox'
import { moveOrder, type OrderRow } from '../order/lock-order'
import { shrinkInSale } from '../sale/chain-order.sql'
import { returnDeals } from './return-deals'

export type Wanted = {
  readonly requestId: string
  readonly kind:
    | 'shopper-cancel'
    | 'staff'
    | 'group-expired'
    | 'group-left'
    | 'seat-lost'
    /** Of a group sale: a lower tier was reached, less came than was sold, nobody fetched the bag. */
    | 'sale-tier'
    | 'shortage'
    | 'no-show'
  /** Who wants it; the shopper if nobody is named. */
  readonly by?: 'staff' | 'clock'
  readonly sum: RefundSum
  readonly deliveryFen: Fen
  readonly reason: string
  readonly restock: boolean
  readonly staffId?: string
  /** Told beside the refund, e.g. that fulfilment stops. */
  readonly events?: readonly OrderEvent[]
  readonly change?:
    | { fulfilment: 'stopped' }
    | { fulfilment: 'stopped'; trade: 'closed'; ended_at: Date }
    | { fulfilment: 'shipped'; auto_confirm_at: Date }
}

/** Who ended it, as far as the coupons are concerned. */
const endedBy = {
  'shopper-cancel': 'shopper',
  'group-left': 'shopper',
  staff: 'shop',
  'group-expired': 'shop',
  'seat-lost': 'shop',
  'sale-tier': 'shop',
  shortage: 'shop',
  'no-show': 'shop',
} as const satisfies Record<Wanted['kind'], EndedBy>

/** `row` must be locked, its sale before it (`lockOrderInSale`), and refundable. Breaks `refund_request_repeated` where the same request was promised before. */
export const wantRefund = async (trx: Trx, deps: Deps, row: OrderRow, wanted: Wanted): Promise<RefundId> => {
  const amountFen = addFen(wanted.sum.amountFen, wanted.deliveryFen)
  const id = deps.newId('ref')
  const attempt = await trx
    .selectFrom('payment')
    .select('out_trade_no')
    .where('store_id', '=', deps.storeId)
    .where('order_id', '=', row.id)
    .where('state', '=', 'paid')
    .orderBy('paid_at')
    .executeTakeFirstOrThrow()
  await trx
    .with('sent', (db) => db.insertInto('outbox').values(letterRow(deps, { topic: 'refund.send', subject: id })))
    .insertInto('refund')
    .values({
      store_id: deps.storeId,
      id,
      out_refund_no: id,
      order_id: row.id,
      out_trade_no: attempt.out_trade_no,
      request_id: wanted.requestId,
      amount_fen: amountFen,
      delivery_fen: wanted.deliveryFen,
      lines: JSON.stringify(wanted.sum.lines),
      restock: wanted.restock,
      reason: wanted.reason,
      kind: wanted.kind,
      state: 'wanted',
      staff_id: wanted.staffId ?? null,
      wanted_at: new Date(deps.now()),
    })
    .execute()
  await returnDeals(trx, deps, row, { refundId: id, sum: wanted.sum, endedBy: endedBy[wanted.kind] })
  await shrinkInSale(trx, deps, row, wanted.sum)
  await takeFromLines(trx, deps, row.id, wanted.sum)
  const by = { kind: wanted.by ?? ('shopper' as const), ...(wanted.staffId ? { staffId: wanted.staffId } : {}) }
  await moveOrder(
    trx,
    deps,
    row,
    by,
    [{ kind: 'refund-wanted', refundFen: amountFen, reason: wanted.reason }, ...(wanted.events ?? [])],
    {
      money: 'refunding',
      refunded_fen: row.refunded_fen + amountFen,
      ...wanted.change,
    },
  )
  return id
}

/** The checks on the lines (`refund_quantity`, `refund_above_line`) are the last guard. */
const takeFromLines = async (trx: Trx, deps: Deps, orderId: string, sum: RefundSum): Promise<void> => {
  if (sum.lines.length === 0) return
  await sql`
    update order_line l set refunded_quantity = l.refunded_quantity + t.quantity, refunded_fen = l.refunded_fen + t."amountFen"
    from jsonb_to_recordset(${JSON.stringify(sum.lines)}::jsonb) as t ("lineId" text, quantity int, "amountFen" bigint)
    where l.store_id = ${deps.storeId} and l.order_id = ${orderId} and l.id = t."lineId"`.execute(trx)
}
