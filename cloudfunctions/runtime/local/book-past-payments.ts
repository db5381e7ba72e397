/**
 * The demo's past orders were never paid at the stand-in, so it would refuse their refunds and shipping info. Before it
 * opens, every payment of the database that its books don't know is entered there, as if it had been made.
 */
import { join } from 'node:path'
import { HOUR, epochMs, later, type EpochMs } from '@/domain/time'
import type { Database } from '../db/connect'
import { demoOpenid } from '../db/demo-ids'
import { openLedger, type Ledger } from './wechat-pay/ledger'
import { PAY_BOOKS } from './wechat-pay/standin'

type PastPayment = {
  outTradeNo: string
  transactionId: string
  amountFen: number
  memberId: string
  title: string
  placedAt: Date
  paidAt: Date
}
type PastRefund = {
  outRefundNo: string
  wechatRefundId: string
  outTradeNo: string
  amountFen: number
  wantedAt: Date
  doneAt: Date
}

export const bookPastPayments = async (
  { db }: Database,
  storeId: string,
  dataDir: string,
  notifyUrl: string,
): Promise<void> => {
  const ledger = openLedger(join(dataDir, PAY_BOOKS))
  const payments = await db
    .selectFrom('payment as p')
    .innerJoin('orders as o', (j) => j.onRef('o.store_id', '=', 'p.store_id').onRef('o.id', '=', 'p.order_id'))
    .select(['p.out_trade_no as outTradeNo', 'p.transaction_id as transactionId', 'p.amount_fen as amountFen'])
    .select(['o.member_id as memberId', 'o.first_title as title', 'o.placed_at as placedAt', 'p.paid_at as paidAt'])
    .where('p.store_id', '=', storeId)
    .where('p.state', '=', 'paid')
    .$narrowType<PastPayment>()
    .execute()
  for (const payment of payments) if (!ledger.orders.has(payment.outTradeNo)) bookPayment(ledger, payment, notifyUrl)
  const refunds = await db
    .selectFrom('refund')
    .select(['out_refund_no as outRefundNo', 'wechat_refund_id as wechatRefundId', 'out_trade_no as outTradeNo'])
    .select(['amount_fen as amountFen', 'wanted_at as wantedAt', 'done_at as doneAt'])
    .where('store_id', '=', storeId)
    .where('state', '=', 'done')
    .$narrowType<PastRefund>()
    .execute()
  for (const refund of refunds) if (!ledger.refunds.has(refund.outRefundNo)) bookRefund(ledger, refund, notifyUrl)
}

const instant = (date: Date): EpochMs => epochMs(date.getTime())

const bookPayment = (ledger: Ledger, payment: PastPayment, notifyUrl: string): void => {
  const { outTradeNo, transactionId, amountFen, memberId, title, placedAt, paidAt } = payment
  ledger.orders.put(outTradeNo, {
    outTradeNo,
    description: title,
    amountFen,
    // how the demo names a payer who never was in WeChat
    openid: demoOpenid(memberId),
    attach: null,
    notifyUrl,
    timeExpire: null,
    createdAt: instant(placedAt),
    expiresAt: later(instant(placedAt), HOUR),
    state: 'SUCCESS',
    transactionId,
    paidAt: instant(paidAt),
  })
  ledger.acknowledged.put(`paid:${outTradeNo}`, true)
}

const bookRefund = (ledger: Ledger, refund: PastRefund, notifyUrl: string): void => {
  const { outRefundNo, wechatRefundId, outTradeNo, amountFen, wantedAt, doneAt } = refund
  const order = ledger.orders.get(outTradeNo)
  if (!order || !('transactionId' in order)) return
  ledger.orders.put(outTradeNo, { ...order, state: 'REFUND' })
  ledger.refunds.put(outRefundNo, {
    outRefundNo,
    refundId: wechatRefundId,
    outTradeNo,
    transactionId: order.transactionId,
    refundFen: amountFen,
    totalFen: order.amountFen,
    notifyUrl,
    createdAt: instant(wantedAt),
    status: 'SUCCESS',
    refundedAt: instant(doneAt),
  })
  ledger.acknowledged.put(`refund:${outRefundNo}`, true)
}
