/** WeChat Pay's rules for an order: prepay, query, close, and the shopper's own act of paying. */
import { later, DAY, HOUR, MINUTE, type EpochMs } from '@/domain/time'
import { ok, refuse, type Result } from '@/domain/result'
import { fromRfc3339 } from '../../adapters/rfc3339'
import { isPaid, type Ledger, type OrderTerms, type PaidOrder, type PayOrder } from './ledger'
import { newPrepayId, newTransactionId } from './numbers'
import type { PrepayBody } from './wire'

/** How WeChat Pay says no: HTTP status, code, and a sentence for the merchant's log. */
export type PayNo = { code: string; status: number; message: string }
export const no = (status: number, code: string, message: string) => refuse<PayNo>({ code, status, message })

const DEFAULT_LIFE = 7 * DAY
const SHORTEST_LIFE = MINUTE
const LONGEST_LIFE = 90 * DAY
const PREPAY_ID_LIFE = 2 * HOUR

const OTHER_TERMS = '请求重入时，参数与首次请求时不一致'

export const prepayOrder = (ledger: Ledger, ask: PrepayBody, now: EpochMs): Result<{ prepayId: string }, PayNo> => {
  const terms = termsOf(ask)
  const known = ledger.orders.get(terms.outTradeNo)
  if (ledger.voided.has(terms.outTradeNo)) return no(400, 'INVALID_REQUEST', OTHER_TERMS)
  if (known) {
    if (isPaid(known)) return no(400, 'ORDERPAID', '该订单已支付')
    if (known.state === 'CLOSED') return no(400, 'ORDER_CLOSED', '该订单已关闭')
    if (!hasSameTerms(known, terms)) return no(400, 'INVALID_REQUEST', OTHER_TERMS)
    if (now >= known.expiresAt) return no(403, 'OUT_TRADE_NO_USED', '商户订单号重复')
  } else {
    ledger.orders.put(terms.outTradeNo, { ...terms, createdAt: now, expiresAt: expiryOf(terms, now), state: 'NOTPAY' })
  }
  const prepayId = newPrepayId(now)
  ledger.tickets.put(prepayId, { outTradeNo: terms.outTradeNo, madeAt: now })
  return ok({ prepayId })
}

const termsOf = (ask: PrepayBody): OrderTerms => ({
  outTradeNo: ask.out_trade_no,
  description: ask.description,
  amountFen: ask.amount.total,
  openid: ask.payer.openid,
  attach: ask.attach ?? null,
  notifyUrl: ask.notify_url,
  timeExpire: ask.time_expire ?? null,
})

const hasSameTerms = (a: OrderTerms, b: OrderTerms): boolean =>
  (['description', 'amountFen', 'openid', 'attach', 'notifyUrl', 'timeExpire'] as const).every((k) => a[k] === b[k])

/** WeChat quietly moves a deadline that is too near or too far. */
const expiryOf = (terms: OrderTerms, now: EpochMs): EpochMs => {
  const wanted = terms.timeExpire === null ? null : fromRfc3339(terms.timeExpire)
  const life = wanted === null ? DEFAULT_LIFE : wanted - now
  return later(now, Math.min(Math.max(life, SHORTEST_LIFE), LONGEST_LIFE))
}

export const findOrder = (ledger: Ledger, outTradeNo: string): Result<PayOrder, PayNo> => {
  const order = ledger.orders.get(outTradeNo)
  return order ? ok(order) : no(404, 'ORDER_NOT_EXIST', '订单不存在')
}

/** Closing a number that has no order succeeds and uses the number up: tried on the real thing by others, to their regret. */
export const closeOrder = (ledger: Ledger, outTradeNo: string, isPaying: boolean): Result<null, PayNo> => {
  const order = ledger.orders.get(outTradeNo)
  if (!order) {
    ledger.voided.put(outTradeNo, true)
    return ok(null)
  }
  if (isPaid(order)) return no(400, 'ORDERPAID', '该订单已支付')
  if (isPaying) return no(202, 'USERPAYING', '用户支付中，需要输入密码')
  ledger.orders.put(outTradeNo, { ...order, state: 'CLOSED' })
  return ok(null)
}

/** The order that a prepay id leads to, if it can still be paid. `message` is what `wx.requestPayment` fails with. */
export const payableOrder = (ledger: Ledger, prepayId: string, now: EpochMs): Result<PayOrder, PayNo> => {
  const ticket = ledger.tickets.get(prepayId)
  const order = ticket && ledger.orders.get(ticket.outTradeNo)
  if (!order) return no(404, 'ORDER_NOT_EXIST', '订单不存在')
  if (isPaid(order)) return no(400, 'ORDERPAID', '该订单已支付')
  if (order.state === 'CLOSED') return no(400, 'ORDER_CLOSED', '该订单已关闭')
  if (now >= order.expiresAt) return no(400, 'ORDER_EXPIRED', '订单已过支付时间')
  if (now >= later(ticket.madeAt, PREPAY_ID_LIFE)) return no(400, 'PREPAY_EXPIRED', '预支付交易会话已过期')
  return ok(order)
}

export const payOrder = (ledger: Ledger, prepayId: string, now: EpochMs): Result<PaidOrder, PayNo> => {
  const payable = payableOrder(ledger, prepayId, now)
  if (!payable.ok) return payable
  const paid = { ...payable.value, state: 'SUCCESS', transactionId: newTransactionId(now), paidAt: now } as const
  ledger.orders.put(paid.outTradeNo, paid)
  return ok(paid)
}
