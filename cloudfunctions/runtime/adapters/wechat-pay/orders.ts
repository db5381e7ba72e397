/** Prepay, ask, close. */
import { ok, refuse, type Result } from '@/domain/result'
import type { Closing, Payment, PrepayAsk, PrepayRefusal, WechatPayConfig } from '../wechat-pay'
import { rfc3339 } from '../rfc3339'
import { payFault, type PayCall } from './client'
import { orderWire, prepaidWire } from './wire'

type Shop = Pick<WechatPayConfig, 'mchid' | 'appid'>
const orderPath = (outTradeNo: string) => `v3/pay/transactions/out-trade-no/${encodeURIComponent(outTradeNo)}`

export const prepay = async (
  call: PayCall,
  shop: Shop,
  ask: PrepayAsk,
): Promise<Result<{ prepayId: string }, PrepayRefusal>> => {
  const answer = await call('POST', 'v3/pay/transactions/jsapi', {
    appid: shop.appid,
    mchid: shop.mchid,
    description: shorten(ask.description, 127),
    out_trade_no: ask.outTradeNo,
    time_expire: rfc3339(ask.expiresAt),
    notify_url: ask.notifyUrl,
    amount: { total: ask.amountFen, currency: 'CNY' },
    payer: { openid: ask.openid },
    ...(ask.attach === undefined ? {} : { attach: ask.attach }),
  })
  if (answer.ok) return ok({ prepayId: prepaidWire.parse(answer.body).prepay_id })
  switch (answer.code) {
    case 'ORDERPAID':
    case 'ORDER_PAID':
      return refuse({ code: 'pay.was-paid' })
    case 'ORDER_CLOSED':
      return refuse({ code: 'pay.closed' })
    case 'OUT_TRADE_NO_USED':
      return refuse({ code: 'pay.number-used' })
    case 'INVALID_REQUEST':
      // The sentences under this code that are about the number; the others are bugs of ours.
      if (/重入|重复/.test(answer.message)) return refuse({ code: 'pay.number-used' })
  }
  throw payFault(answer)
}

export const queryOrder = async (call: PayCall, shop: Shop, outTradeNo: string): Promise<Payment | 'unknown-order'> => {
  const answer = await call('GET', `${orderPath(outTradeNo)}?mchid=${shop.mchid}`)
  if (!answer.ok) {
    if (answer.code === 'ORDER_NOT_EXIST' || answer.code === 'RESOURCE_NOT_EXISTS') return 'unknown-order'
    throw payFault(answer)
  }
  const order = orderWire.parse(answer.body)
  const common = { mchid: order.mchid, appid: order.appid, outTradeNo: order.out_trade_no }
  if (order.trade_state !== 'SUCCESS' && order.trade_state !== 'REFUND') return { ...common, state: order.trade_state }
  return {
    ...common,
    state: order.trade_state,
    transactionId: order.transaction_id,
    openid: order.payer.openid,
    paidFen: order.amount.total,
    paidAt: order.success_time,
  }
}

export const closeOrder = async (call: PayCall, shop: Shop, outTradeNo: string): Promise<Closing> => {
  const answer = await call('POST', `${orderPath(outTradeNo)}/close`, { mchid: shop.mchid })
  if (answer.ok) return saysPaying(answer.body) ? 'being-paid' : 'closed'
  switch (answer.code) {
    case 'ORDERPAID':
    case 'ORDER_PAID':
      return 'already-paid'
    case 'ORDER_CLOSED':
    case 'ORDER_NOT_EXIST':
      return 'closed'
    case 'USERPAYING':
    case 'USER_PAYING':
      return 'being-paid'
    default:
      throw payFault(answer)
  }
}

/** WeChat says "the shopper is paying" with status 202, which is a success to any HTTP client. */
const saysPaying = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && /^USER_?PAYING$/.test(String((body as { code?: unknown }).code))

const shorten = (text: string, max: number): string => {
  const letters = Array.from(text)
  return letters.length <= max ? text : `${letters.slice(0, max - 1).join('')}…`
}
