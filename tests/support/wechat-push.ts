/** Events as WeChat's message push delivers them, field by field as its guide lists them. */
import { SECOND, type EpochMs } from '@/domain/time'

export const ORIGINAL_ID = 'gh_0123456789ab'

/** What every event carries. */
export const pushHead = (Event: string, now: EpochMs) => ({
  ToUserName: ORIGINAL_ID,
  FromUserName: 'oSystemAccountOfWeChat00001',
  CreateTime: Math.floor(now / SECOND),
  MsgType: 'event',
  Event,
})

type Paid = { transactionId: string; merchantId: string; outTradeNo: string; paidAt: EpochMs }
const payment = ({ transactionId, merchantId, outTradeNo, paidAt }: Paid) => ({
  transaction_id: transactionId,
  merchant_id: merchantId,
  sub_merchant_id: '',
  merchant_trade_no: outTradeNo,
  pay_time: Math.floor(paidAt / SECOND),
})

export const remindPush = (paid: Paid, now: EpochMs) => ({
  ...pushHead('trade_manage_remind_shipping', now),
  ...payment(paid),
  msg: '你有订单超过48小时未发货，请及时发货',
})

/** All is shipped; the rest is a forecast. */
export const shippedPush = (paid: Paid, now: EpochMs) => ({
  ...pushHead('trade_manage_order_settlement', now),
  ...payment(paid),
  shipped_time: Math.floor(now / SECOND),
  estimated_settlement_time: Math.floor(now / SECOND) + 864_000,
})

export const settledPush = (paid: Paid, now: EpochMs) => ({
  ...pushHead('trade_manage_order_settlement', now),
  ...payment(paid),
  shipped_time: Math.floor(paid.paidAt / SECOND),
  confirm_receive_method: 2,
  confirm_receive_time: Math.floor(now / SECOND),
  settlement_time: Math.floor(now / SECOND),
})
