/** Give money back, and ask how that went. */
import { ok, refuse, type Result } from '@/domain/result'
import type { RefundAsk, RefundRefusal, RefundState } from '../wechat-pay'
import { payFault, type PayCall } from './client'
import { refundWire } from './wire'

export const refund = async (call: PayCall, ask: RefundAsk): Promise<Result<RefundState, RefundRefusal>> => {
  const answer = await call('POST', 'v3/refund/domestic/refunds', {
    out_trade_no: ask.outTradeNo,
    out_refund_no: ask.outRefundNo,
    reason: Array.from(ask.reason).slice(0, 80).join(''),
    notify_url: ask.notifyUrl,
    amount: { refund: ask.refundFen, total: ask.totalFen, currency: 'CNY' },
  })
  if (answer.ok) return ok(stateOf(answer.body))
  switch (answer.code) {
    case 'NOT_ENOUGH':
      return refuse({ code: 'refund.balance-short' })
    case 'RESOURCE_NOT_EXISTS':
    case 'ORDER_NOT_EXIST':
      return refuse({ code: 'refund.not-paid' })
    case 'USER_ACCOUNT_ABNORMAL':
      return refuse({ code: 'refund.payer-abnormal' })
    case 'INVALID_REQUEST':
      return refuse({ code: 'refund.invalid', detail: answer.message })
    default:
      throw payFault(answer)
  }
}

export const queryRefund = async (call: PayCall, outRefundNo: string): Promise<RefundState | 'unknown-refund'> => {
  const answer = await call('GET', `v3/refund/domestic/refunds/${encodeURIComponent(outRefundNo)}`)
  if (answer.ok) return stateOf(answer.body)
  if (answer.code === 'RESOURCE_NOT_EXISTS') return 'unknown-refund'
  throw payFault(answer)
}

const stateOf = (body: unknown): RefundState => {
  const wire = refundWire.parse(body)
  return {
    refundId: wire.refund_id,
    outRefundNo: wire.out_refund_no,
    outTradeNo: wire.out_trade_no,
    status: wire.status,
    refundFen: wire.amount.refund,
    ...(wire.success_time === undefined ? {} : { refundedAt: wire.success_time }),
  }
}
