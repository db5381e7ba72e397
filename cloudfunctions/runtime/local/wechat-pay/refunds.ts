/** WeChat Pay's rules for a refund: never more than was paid, one number is one refund, and it takes its time. */
import { DAY, type EpochMs } from '@/domain/time'
import { ok, type Result } from '@/domain/result'
import { isPaid, refundsOf, type Ledger, type PayRefund } from './ledger'
import { newRefundId } from './numbers'
import { no, type PayNo } from './orders'
import { refundedFen, type RefundBody } from './wire'

const REFUNDABLE_FOR = 365 * DAY
const MOST_REFUNDS = 50

export const askRefund = (
  ledger: Ledger,
  ask: RefundBody,
  now: EpochMs,
  isBalanceShort: boolean,
): Result<{ refund: PayRefund; isNew: boolean }, PayNo> => {
  const order = ledger.orders.get(ask.out_trade_no)
  if (!order || !isPaid(order)) return no(404, 'RESOURCE_NOT_EXISTS', '订单不存在')
  const known = ledger.refunds.get(ask.out_refund_no)
  if (known) {
    const isSame =
      known.outTradeNo === order.outTradeNo &&
      known.refundFen === ask.amount.refund &&
      known.totalFen === ask.amount.total
    if (!isSame) return no(400, 'INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试')
    return ok({ refund: known, isNew: false })
  }
  const left = order.amountFen - refundedFen(ledger, order.outTradeNo)
  if (ask.amount.total !== order.amountFen) return no(400, 'INVALID_REQUEST', '订单金额不一致，请核实后再试')
  if (left === 0) return no(400, 'INVALID_REQUEST', '订单已全额退款')
  if (ask.amount.refund > left) return no(400, 'INVALID_REQUEST', '申请退款金额大于订单可退金额')
  if (refundsOf(ledger, order.outTradeNo).length >= MOST_REFUNDS)
    return no(400, 'INVALID_REQUEST', '部分退款次数超过限制')
  if (now - order.paidAt > REFUNDABLE_FOR) return no(400, 'INVALID_REQUEST', '订单已经超过退款期限')
  if (isBalanceShort) return no(403, 'NOT_ENOUGH', '基本账户余额不足，请充值后重新发起')

  const refund = ledger.refunds.put(ask.out_refund_no, {
    outRefundNo: ask.out_refund_no,
    refundId: newRefundId(now),
    outTradeNo: order.outTradeNo,
    transactionId: order.transactionId,
    refundFen: ask.amount.refund,
    totalFen: ask.amount.total,
    notifyUrl: ask.notify_url ?? null,
    createdAt: now,
    status: 'PROCESSING',
  })
  ledger.orders.put(order.outTradeNo, { ...order, state: 'REFUND' })
  return ok({ refund, isNew: true })
}

/** The bank has answered. Settling twice changes nothing. */
export const settleRefund = (
  ledger: Ledger,
  outRefundNo: string,
  end: 'SUCCESS' | 'ABNORMAL' | 'CLOSED',
  now: EpochMs,
): PayRefund | null => {
  const refund = ledger.refunds.get(outRefundNo)
  if (refund?.status !== 'PROCESSING') return null
  return ledger.refunds.put(
    outRefundNo,
    end === 'SUCCESS' ? { ...refund, status: end, refundedAt: now } : { ...refund, status: end },
  )
}
