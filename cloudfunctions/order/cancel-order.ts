/**
 * Ends an unpaid order. WeChat Pay is asked first and its order closed, so no money can arrive for goods that have gone
 * back to the shelf; where it was paid after all, the order becomes paid instead.
 */
import type { EndedBy } from '@/domain/coupon/coupon'
import type { OrderId } from '@/domain/ids'
import { ok, refuse, type Result } from '@/domain/result'
import type { TradeState } from '@/domain/order/trade'
import type { Deps } from '../runtime/deps'
import { lockOrderWithin, seatOf } from '../group-buy/lock-group'
import { releaseKeptSeat } from '../group-buy/release-seat'
import { markPaid } from '../payment/mark-paid'
import { leaveSale } from '../sale/chain-order.sql'
import { giveBackStock } from './give-back-stock.sql'
import { giveBackDeals } from './hold-deals'
import { moveOrder } from './lock-order'

export type CancelReason = 'shopper' | 'deadline' | 'staff' | 'group-expired'
type No = { code: 'order.unknown' } | { code: 'order.was-paid' } | { code: 'order.not-cancellable'; trade: TradeState }
type By = { kind: 'shopper' | 'staff' | 'clock'; staffId?: string }

/** Who ended it, as far as the coupons are concerned: who lets the time to pay run out has chosen. */
const endedBy = {
  shopper: 'shopper',
  deadline: 'shopper',
  staff: 'shop',
  'group-expired': 'shop',
} as const satisfies Record<CancelReason, EndedBy>

/** Faults (WeChat Pay out of reach) leave the order as it was; the clock or the person tries again. */
export const cancelUnpaidOrder = async (
  deps: Deps,
  orderId: OrderId,
  by: By,
  reason: CancelReason,
): Promise<Result<null, No>> => {
  for (const attempt of await askedAttempts(deps, orderId)) {
    const closing = await deps.pay.close(attempt)
    if (closing === 'closed') continue
    const paid = await deps.pay.query(attempt)
    if (paid === 'unknown-order' || (paid.state !== 'SUCCESS' && paid.state !== 'REFUND')) throw new StillBeingPaid()
    await markPaid(deps, paid)
    return refuse({ code: 'order.was-paid' })
  }
  return endUnpaid(deps, orderId, by, reason)
}

/** The shopper is typing the password in WeChat right now: nobody can say yet how it ends. */
class StillBeingPaid extends Error {
  readonly retryable = true
}

/** Trade numbers that WeChat Pay may know of. One that was never sent there needs no closing. */
export const askedAttempts = async (deps: Deps, orderId: OrderId): Promise<string[]> =>
  (
    await deps.db
      .selectFrom('payment')
      .select('out_trade_no')
      .where('store_id', '=', deps.storeId)
      .where('order_id', '=', orderId)
      .where('state', '=', 'open')
      .where('prepaid_at', 'is not', null)
      .execute()
  ).map((row) => row.out_trade_no)

const endUnpaid = (deps: Deps, orderId: OrderId, by: By, reason: CancelReason): Promise<Result<null, No>> =>
  deps.db.transaction().execute(async (trx) => {
    const row = await lockOrderWithin(trx, deps, orderId)
    if (!row) return refuse({ code: 'order.unknown' })
    if (row.trade !== 'awaiting-payment') {
      return row.money === 'unpaid'
        ? refuse({ code: 'order.not-cancellable', trade: row.trade as TradeState })
        : refuse({ code: 'order.was-paid' })
    }
    await moveOrder(trx, deps, row, by, [{ kind: 'cancelled', reason }], {
      trade: 'cancelled',
      fulfilment: 'stopped',
      ended_at: new Date(deps.now()),
    })
    await trx
      .updateTable('payment')
      .set({ state: 'closed' })
      .where('store_id', '=', deps.storeId)
      .where('order_id', '=', orderId)
      .where('state', '=', 'open')
      .execute()
    await leaveSale(trx, deps, row)
    await giveBackDeals(trx, deps, row, endedBy[reason])
    const held = await seatOf(trx, deps, row)
    await (held ? releaseKeptSeat(trx, deps, held) : giveBackStock(trx, deps, orderId))
    return ok(null)
  })
