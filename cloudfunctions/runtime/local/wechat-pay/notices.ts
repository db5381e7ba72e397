/** A notice on the wire: sealed for the merchant, signed by the platform — or, on demand, wrong in one chosen way. */
import { randomBytes } from 'node:crypto'
import { later, SECOND, type EpochMs } from '@/domain/time'
import { rfc3339 } from '../../adapters/rfc3339'
import { seal, signLines } from '../../adapters/wechat-pay/signature'
import type { Faults } from './faults'
import { rsaPair, type StandinKeys } from './keys'
import type { PaidOrder, PayRefund, PayTransfer } from './ledger'
import { newNoticeId } from './numbers'
import { paidContent, refundContent, transferContent } from './wire'

export type Notice = {
  id: string
  /** `paid:<outTradeNo>`, `refund:<outRefundNo>` or `transfer:<outBillNo>`: under this key the shop's acknowledgement is booked. */
  key: string
  url: string
  createdAt: EpochMs
  eventType: string
  kind: 'transaction' | 'refund' | 'mch_payment'
  summary: string
  content: object
}

export const paidNotice = (keys: StandinKeys, order: PaidOrder): Notice => ({
  id: newNoticeId(order.paidAt),
  key: `paid:${order.outTradeNo}`,
  url: order.notifyUrl,
  createdAt: order.paidAt,
  eventType: 'TRANSACTION.SUCCESS',
  kind: 'transaction',
  summary: '支付成功',
  content: paidContent(keys, order),
})

const REFUND_SUMMARY = { PROCESSING: '退款处理中', SUCCESS: '退款成功', CLOSED: '退款关闭', ABNORMAL: '退款异常' }

/** Null where the merchant asked for no notice. */
export const refundNotice = (keys: StandinKeys, refund: PayRefund, now: EpochMs): Notice | null =>
  refund.notifyUrl === null
    ? null
    : {
        id: newNoticeId(now),
        key: `refund:${refund.outRefundNo}`,
        url: refund.notifyUrl,
        createdAt: now,
        eventType: `REFUND.${refund.status}`,
        kind: 'refund',
        summary: REFUND_SUMMARY[refund.status],
        content: refundContent(keys, refund),
      }

export const transferNotice = (keys: StandinKeys, transfer: PayTransfer): Notice => ({
  id: newNoticeId(transfer.updatedAt),
  key: `transfer:${transfer.outBillNo}`,
  url: transfer.notifyUrl,
  createdAt: transfer.updatedAt,
  eventType: 'MCHTRANSFER.BILL.FINISHED',
  kind: 'mch_payment',
  summary: '商家转账单据终态通知',
  content: transferContent(keys, transfer),
})

export type SignedNotice = { headers: Record<string, string>; body: string }

const STALE_BY = 600 * SECOND
let stranger: ReturnType<typeof rsaPair> | undefined

export const signNotice = async (
  keys: StandinKeys,
  notice: Notice,
  fault: Faults['notice'],
  now: EpochMs,
): Promise<SignedNotice> => {
  const body = bodyOf(keys, notice)
  const timestamp = String(Math.floor((fault === 'stale' ? later(now, -STALE_BY) : now) / SECOND))
  const nonce = randomBytes(16).toString('hex')
  const isStranger = fault === 'forged' || fault === 'unknown-serial'
  const key = isStranger ? (await (stranger ??= rsaPair())).privateKey : keys.platform.privateKey
  return {
    headers: {
      'content-type': 'application/json',
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': nonce,
      'wechatpay-serial': fault === 'unknown-serial' ? 'PUB_KEY_ID_OF_NOBODY' : keys.platform.serial,
      'wechatpay-signature': signLines(key, timestamp, nonce, body),
      'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
    },
    body: fault === 'altered' ? body.replace(notice.summary, `${notice.summary}！`) : body,
  }
}

const bodyOf = (keys: StandinKeys, notice: Notice): string => {
  const nonce = randomBytes(6).toString('hex')
  return JSON.stringify({
    id: notice.id,
    create_time: rfc3339(notice.createdAt),
    resource_type: 'encrypt-resource',
    event_type: notice.eventType,
    summary: notice.summary,
    resource: {
      original_type: notice.kind,
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: seal(keys.apiV3Key, nonce, notice.kind, JSON.stringify(notice.content)),
      associated_data: notice.kind,
      nonce,
    },
  })
}
