/** Is it paid? Asked when the pay sheet closes. The order answers if the notice has come, else WeChat Pay is asked. */
import type { payment as contract, PaymentState } from '@/contract/payment'
import type { RefusalOf } from '@/contract/define'
import type { OrderId } from '@/domain/ids'
import type { MoneyState } from '@/domain/order/money-state'
import type { TradeState } from '@/domain/order/trade'
import { ok, refuse, type Result } from '@/domain/result'
import type { MemberCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { markPaid } from './mark-paid'
import { findAttempt, type Attempt } from './payment.sql'

export const checkPayment = async (
  deps: Deps,
  caller: MemberCaller,
  input: { orderId: OrderId },
): Promise<Result<PaymentState, RefusalOf<typeof contract.check>>> => {
  const attempt = await findAttempt(deps, input.orderId, caller.memberId)
  if (!attempt) return refuse({ code: 'order.unknown' })
  if (attempt.trade !== 'awaiting-payment' || attempt.outTradeNo === null || attempt.prepayId === null)
    return ok(stateOf(attempt))
  const payment = await deps.pay.query(attempt.outTradeNo)
  if (payment === 'unknown-order' || payment.state !== 'SUCCESS') return ok(stateOf(attempt))
  await markPaid(deps, payment)
  const now = await findAttempt(deps, input.orderId, caller.memberId)
  return now ? ok(stateOf(now)) : refuse({ code: 'order.unknown' })
}

const stateOf = (attempt: Attempt): PaymentState => ({
  trade: attempt.trade as TradeState,
  money: attempt.money as MoneyState,
  isPaid: attempt.money === 'paid',
})
