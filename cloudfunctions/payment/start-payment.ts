/** Opens WeChat Pay for an unpaid order of one's own. Asking twice gives the same prepay order while it is good. */
import type { payment as contract } from '@/contract/payment'
import type { OutputOf, RefusalOf } from '@/contract/define'
import type { OrderId } from '@/domain/ids'
import { fen } from '@/domain/money'
import type { TradeState } from '@/domain/order/trade'
import { ok, refuse, type Result } from '@/domain/result'
import { epochMs, HOUR, later, SECOND, type EpochMs } from '@/domain/time'
import type { MemberCaller } from '../runtime/caller'
import { demoOpenid } from '../runtime/db/demo-ids'
import type { Deps } from '../runtime/deps'
import { markPaid } from './mark-paid'
import { findAttempt, markAsked, savePrepay, type Attempt } from './payment.sql'

type Started = OutputOf<typeof contract.start>
type No = RefusalOf<typeof contract.start>

/** A prepay id is good for two hours; one this old is asked for anew. */
const PREPAY_LIFE = 2 * HOUR - 10 * 60_000

/**
 * WeChat takes no end (`time_expire`) nearer than a minute, and refuses the same number with another end. So its end is this
 * long after ours, always: the clock closes the order there at our deadline, and who was quicker than the clock has paid.
 */
const LONGER_AT_WECHAT = 75 * SECOND

export const startPayment = async (
  deps: Deps,
  caller: MemberCaller,
  input: { orderId: OrderId },
): Promise<Result<Started, No>> => {
  const attempt = await findAttempt(deps, input.orderId, caller.memberId)
  if (!attempt) return refuse({ code: 'order.unknown' })
  const payDeadlineAt = epochMs(attempt.payDeadlineAt.getTime())
  if (attempt.trade !== 'awaiting-payment' || attempt.outTradeNo === null || deps.now() >= payDeadlineAt)
    return refuse({ code: 'order.not-payable', trade: attempt.trade as TradeState })
  const prepay = await prepayFor(deps, caller, { ...attempt, outTradeNo: attempt.outTradeNo }, payDeadlineAt)
  if (!prepay.ok) return prepay
  return ok({
    params: {
      ...deps.pay.clientParams(prepay.value, deps.now()),
      standinUrl: deps.config.isDemo ? '/standin/wechat-pay/pay' : null,
    },
    amountFen: fen(attempt.amountFen),
    payDeadlineAt,
  })
}

type OpenAttempt = Attempt & { outTradeNo: string }

const prepayFor = async (
  deps: Deps,
  caller: MemberCaller,
  attempt: OpenAttempt,
  payDeadlineAt: EpochMs,
): Promise<Result<string, No>> => {
  const age = attempt.prepaidAt ? deps.now() - attempt.prepaidAt.getTime() : Infinity
  if (attempt.prepayId && age < PREPAY_LIFE) return ok(attempt.prepayId)
  const openid = caller.openid ?? attempt.openid ?? (deps.config.isDemo ? demoOpenid(caller.memberId) : null)
  if (!openid) throw new Error('a member without openid can only pay in the demo')
  // noted before asking, so that a cancel in between knows that WeChat Pay may have heard of this number
  if (!(await markAsked(deps, attempt.outTradeNo))) return refuse({ code: 'order.not-payable', trade: 'cancelled' })
  const prepaid = await deps.pay.prepay({
    outTradeNo: attempt.outTradeNo,
    description: `${attempt.storeName}-${attempt.firstTitle}`.slice(0, 40),
    amountFen: fen(attempt.amountFen),
    openid,
    expiresAt: later(payDeadlineAt, LONGER_AT_WECHAT),
    notifyUrl: deps.config.PAY_NOTICE_URL ?? `${deps.config.PUBLIC_URL}/notice/pay`,
  })
  if (!prepaid.ok)
    return prepaid.refusal.code === 'pay.was-paid'
      ? settleNow(deps, attempt)
      : refuse({ code: 'order.not-payable', trade: 'cancelled' })
  if (!(await savePrepay(deps, attempt.outTradeNo, prepaid.value.prepayId))) {
    // cancelled while we asked: nobody may pay it any more
    await deps.pay.close(attempt.outTradeNo)
    return refuse({ code: 'order.not-payable', trade: 'cancelled' })
  }
  return ok(prepaid.value.prepayId)
}

/** WeChat says it has been paid, so the notice is late or lost: take the truth by asking. */
const settleNow = async (deps: Deps, attempt: OpenAttempt): Promise<Result<string, No>> => {
  const paid = await deps.pay.query(attempt.outTradeNo)
  if (paid !== 'unknown-order' && paid.state === 'SUCCESS') await markPaid(deps, paid)
  return refuse({ code: 'order.was-paid' })
}
