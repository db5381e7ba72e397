/**
 * What goes back beside the money of a refund: the points that were spent on its units, the points that were earned with
 * them, and the coupons once everything of the order has gone back.
 */
import { addFen, subtractFen, ZERO } from '@/domain/money'
import type { EndedBy } from '@/domain/coupon/coupon'
import type { OrderId } from '@/domain/ids'
import { clawBackPoints } from '@/domain/points/earn'
import { refundPoints } from '@/domain/points/ledger'
import { refundLine, type RefundableLine, type RefundSum } from '@/domain/pricing/refund-amount'
import { goBackWith } from '@/domain/pricing/refund-beside'
import { giveBackCoupons } from '../coupon/order-coupons'
import type { OrderRow } from '../order/lock-order'
import { changePoints } from '../points/change-points'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { refundableLines, type LeftLine } from './refundable-lines.sql'

export type DealtOrder = Pick<OrderRow, 'id' | 'member_id' | 'completed_at' | 'deals' | 'quote'>
type Promised = { readonly refundId: string; readonly sum: RefundSum; readonly endedBy: EndedBy }

/** The order must be locked, and its lines not yet reduced by this refund. Most orders have nothing to give back. */
export const returnDeals = async (trx: Trx, deps: Deps, order: DealtOrder, promised: Promised): Promise<void> => {
  const isCompleted = order.completed_at !== null
  if (order.member_id === null || (!order.deals && !isCompleted)) return
  const { refundId, sum, endedBy } = promised
  const lines = await refundableLines(trx, deps, order.id)
  const returned = order.deals ? goBackWith(order.quote, unitsOf(lines, sum)).points : 0
  const clawedBack = isCompleted ? clawBackPoints(keptFen(lines), sum.amountFen) : 0
  if (order.deals && isEverything(lines, sum))
    await giveBackCoupons(trx, deps, order.id, order.deals.couponIds, endedBy)
  if (returned > 0 || clawedBack > 0)
    await changePoints(trx, deps, order.member_id, (account) =>
      refundPoints(account, { orderId: order.id as OrderId, refundId, returned, clawedBack }),
    )
}

const takenOf = (line: RefundableLine, sum: RefundSum): number =>
  sum.lines.find((part) => part.lineId === line.id)?.quantity ?? 0

/** Lines stand in the order of the quote. */
const unitsOf = (lines: readonly LeftLine[], sum: RefundSum) =>
  lines.flatMap((line, at) => {
    const quantity = takenOf(line, sum)
    return quantity > 0 ? [{ at, refundedQuantity: line.goneBefore + line.refundedQuantity, quantity }] : []
  })

/** Paid for goods and not refunded before. */
const keptFen = (lines: readonly RefundableLine[]) =>
  addFen(
    ZERO,
    ...lines.map((line) =>
      subtractFen(line.paidFen, refundLine({ ...line, refundedQuantity: 0 }, line.refundedQuantity)),
    ),
  )

/** Of what was paid for goods: a line that cost nothing can never be refunded by itself. */
const isEverything = (lines: readonly RefundableLine[], sum: RefundSum): boolean =>
  lines.every((line) => line.paidFen === 0 || line.refundedQuantity + takenOf(line, sum) >= line.quantity)
