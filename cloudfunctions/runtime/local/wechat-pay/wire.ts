/** Requests of the merchant as WeChat Pay v3 checks them, and its answers. */
import * as z from 'zod'
import { rfc3339 } from '../../adapters/rfc3339'
import {
  isPaid,
  refundsOf,
  type Ledger,
  type PaidOrder,
  type PayOrder,
  type PayRefund,
  type PayTransfer,
} from './ledger'
import type { StandinKeys } from './keys'

/** https without a query string; plain http only to this machine, where the stand-in and its shop live. */
const notifyUrl = z
  .url()
  .max(255)
  .refine((text) => {
    const url = new URL(text)
    const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
    return url.search === '' && (url.protocol === 'https:' || (url.protocol === 'http:' && isHere))
  })

export const prepayBody = z.object({
  appid: z.string(),
  mchid: z.string(),
  description: z.string().min(1).max(127),
  out_trade_no: z.string().regex(/^[0-9A-Za-z_\-|*]{6,32}$/),
  time_expire: z.iso.datetime({ offset: true }).optional(),
  attach: z.string().max(128).optional(),
  notify_url: notifyUrl,
  amount: z.object({ total: z.int().min(1), currency: z.literal('CNY').default('CNY') }),
  payer: z.object({ openid: z.string().min(1).max(128) }),
})
export type PrepayBody = z.infer<typeof prepayBody>

export const closeBody = z.object({ mchid: z.string() })

export const refundBody = z.object({
  out_trade_no: z.string(),
  out_refund_no: z.string().regex(/^[0-9A-Za-z_\-|*@]{1,64}$/),
  reason: z.string().max(80).optional(),
  notify_url: notifyUrl.optional(),
  amount: z.object({ refund: z.int().min(1), total: z.int().min(1), currency: z.literal('CNY') }),
})
export type RefundBody = z.infer<typeof refundBody>

export const transferBody = z.object({
  appid: z.string(),
  out_bill_no: z.string().regex(/^[0-9A-Za-z]{5,32}$/),
  transfer_scene_id: z.string().regex(/^\d{4}$/),
  openid: z.string().min(1).max(64),
  transfer_amount: z.int().min(10).max(199_999),
  transfer_remark: z.string().min(1).max(32),
  notify_url: notifyUrl,
  transfer_scene_report_infos: z
    .array(z.object({ info_type: z.string().min(1), info_content: z.string().min(1).max(32) }))
    .min(1),
})
export type TransferBody = z.infer<typeof transferBody>

/** `package_info` is told when it is asked for, not when somebody looks. */
export const transferAnswer = (transfer: PayTransfer) => ({
  out_bill_no: transfer.outBillNo,
  transfer_bill_no: transfer.billNo,
  create_time: rfc3339(transfer.createdAt),
  state: transfer.state,
  ...(transfer.failReason === null ? {} : { fail_reason: transfer.failReason }),
  ...(transfer.state === 'WAIT_USER_CONFIRM' ? { package_info: transfer.packageInfo } : {}),
})

/** Answer to a query, and content of the notice. */
export const transferContent = (keys: StandinKeys, transfer: PayTransfer) => ({
  mch_id: keys.mchid,
  out_bill_no: transfer.outBillNo,
  transfer_bill_no: transfer.billNo,
  appid: keys.appid,
  state: transfer.state,
  transfer_amount: transfer.amountFen,
  transfer_remark: transfer.remark,
  ...(transfer.failReason === null ? {} : { fail_reason: transfer.failReason }),
  openid: transfer.openid,
  create_time: rfc3339(transfer.createdAt),
  update_time: rfc3339(transfer.updatedAt),
})

const STATE_TEXT = { NOTPAY: '订单未支付', CLOSED: '订单已关闭', SUCCESS: '支付成功', REFUND: '订单发生过退款' }

/** Answer to a query; with `trade_state: 'SUCCESS'` also the content of a paid notice. */
export const orderAnswer = (keys: StandinKeys, order: PayOrder) => ({
  appid: keys.appid,
  mchid: keys.mchid,
  out_trade_no: order.outTradeNo,
  trade_state: order.state,
  trade_state_desc: STATE_TEXT[order.state],
  ...(isPaid(order) ? paidPart(order) : { amount: { total: order.amountFen, payer_currency: 'CNY' } }),
})

const paidPart = (order: PaidOrder) => ({
  transaction_id: order.transactionId,
  trade_type: 'JSAPI',
  bank_type: 'OTHERS',
  success_time: rfc3339(order.paidAt),
  ...(order.attach === null ? {} : { attach: order.attach }),
  payer: { openid: order.openid },
  amount: { total: order.amountFen, payer_total: order.amountFen, currency: 'CNY', payer_currency: 'CNY' },
})

export const paidContent = (keys: StandinKeys, order: PaidOrder) => orderAnswer(keys, { ...order, state: 'SUCCESS' })

const amountOf = (refund: PayRefund) => ({
  total: refund.totalFen,
  refund: refund.refundFen,
  payer_total: refund.totalFen,
  payer_refund: refund.refundFen,
})
const refundPart = (refund: PayRefund) => ({
  refund_id: refund.refundId,
  out_refund_no: refund.outRefundNo,
  transaction_id: refund.transactionId,
  out_trade_no: refund.outTradeNo,
  user_received_account: '支付用户零钱',
  ...(refund.status === 'SUCCESS' ? { success_time: rfc3339(refund.refundedAt) } : {}),
})

export const refundAnswer = (refund: PayRefund) => ({
  ...refundPart(refund),
  channel: 'ORIGINAL',
  create_time: rfc3339(refund.createdAt),
  status: refund.status,
  funds_account: 'AVAILABLE',
  amount: {
    ...amountOf(refund),
    settlement_total: refund.totalFen,
    settlement_refund: refund.refundFen,
    discount_refund: 0,
    currency: 'CNY',
    from: [],
  },
  promotion_detail: [],
})

export const refundContent = (keys: StandinKeys, refund: PayRefund) => ({
  mchid: keys.mchid,
  ...refundPart(refund),
  refund_status: refund.status,
  amount: amountOf(refund),
})

/** What has been given back or is on its way. */
export const refundedFen = (ledger: Ledger, outTradeNo: string): number =>
  refundsOf(ledger, outTradeNo)
    .filter((refund) => refund.status !== 'CLOSED')
    .reduce((sum, refund) => sum + refund.refundFen, 0)
