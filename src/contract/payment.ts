/** Paying an order. The truth is WeChat Pay's signed notice (or its answer to a query), never the phone's word. */
import * as z from 'zod'
import { action, idOf } from './define'
import type { MoneyState } from '@/domain/order/money-state'
import type { TradeState } from '@/domain/order/trade'
import type { EpochMs } from '@/domain/time'
import type { Fen } from '@/domain/money'

/** Arguments of `wx.requestPayment`. `standinUrl` is set in the demo, where a pay sheet on the page plays WeChat. */
export type PayParams = {
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'RSA'
  paySign: string
  standinUrl: string | null
}

export type PaymentState = { trade: TradeState; money: MoneyState; isPaid: boolean }

export const payment = {
  start: action<
    { params: PayParams; amountFen: Fen; payDeadlineAt: EpochMs },
    { code: 'order.unknown' } | { code: 'order.not-payable'; trade: TradeState } | { code: 'order.was-paid' }
  >()('member', z.strictObject({ orderId: idOf('ord') })),
  /** Asked by the screen after the pay sheet closed: looks at the order, then asks WeChat Pay if no notice has come yet. */
  check: action<PaymentState, { code: 'order.unknown' }>()('member', z.strictObject({ orderId: idOf('ord') })),
}
