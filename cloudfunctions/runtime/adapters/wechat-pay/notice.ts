/**
 * Reads a notice: is it fresh, from a key we know, signed over exactly these bytes, sealed for us, and of a shape we
 * know? Repeats are not looked for here: WeChat repeats a notice for a day, and only the database knows what was done.
 */
import { ok, refuse, type Result } from '@/domain/result'
import type {
  NoticeRefusal,
  NoticeRequest,
  PaidNotice,
  RefundNotice,
  TransferNotice,
  WechatPayConfig,
} from '../wechat-pay'
import { originChecker } from './platform-signature'
import { unseal } from './signature'
import { endOf } from './transfers'
import { noticeWire, paidWire, refundedWire, transferredWire } from './wire'

type Read = Result<PaidNotice | RefundNotice | TransferNotice, NoticeRefusal>

export const readNotice = (config: Pick<WechatPayConfig, 'platformKeys' | 'apiV3Key'>) => {
  const originOf = originChecker(config.platformKeys)
  return ({ headers, rawBody, now }: NoticeRequest): Read => {
    const body = rawBody.toString()
    const origin = originOf(headerOf(headers), body, Math.floor(now / 1000))
    switch (origin.is) {
      case 'genuine':
        return understand(body, config.apiV3Key)
      case 'stale':
        return refuse({ code: 'notice.stale', ageSeconds: origin.ageSeconds })
      case 'unknown-serial':
        return refuse({ code: 'notice.replayed-serial', serial: origin.serial })
      case 'unsigned':
      case 'forged':
        return refuse({ code: 'notice.forged' })
    }
  }
}

const headerOf = (headers: NoticeRequest['headers']) => {
  // Gateways differ in how they spell header names.
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  return (name: string): string | undefined => {
    const value = byName.get(name)
    return typeof value === 'string' ? value : value?.[0]
  }
}

const understand = (body: string, apiV3Key: string): Read => {
  const envelope = noticeWire.safeParse(jsonOrNull(body))
  if (!envelope.success) return refuse({ code: 'notice.unreadable', eventType: null })
  const { id, event_type: eventType, resource } = envelope.data
  const content = contentOf(() => unseal(apiV3Key, resource.nonce, resource.associated_data, resource.ciphertext))
  if (eventType === 'TRANSACTION.SUCCESS') {
    const paid = paidWire.safeParse(content)
    if (paid.success) return ok(paidNotice(id, paid.data))
  } else if (eventType.startsWith('REFUND.')) {
    const refunded = refundedWire.safeParse(content)
    if (refunded.success) return ok(refundNotice(id, refunded.data))
  } else if (eventType === 'MCHTRANSFER.BILL.FINISHED') {
    const transferred = transferredWire.safeParse(content)
    if (transferred.success) return ok(transferNotice(id, transferred.data))
  }
  return refuse({ code: 'notice.unreadable', eventType })
}

const jsonOrNull = (text: string): unknown => contentOf(() => text)

/** Signed by WeChat and still not readable: a key of another merchant, or a change of the protocol. A refusal either way. */
const contentOf = (text: () => string): unknown => {
  try {
    return JSON.parse(text())
  } catch {
    return null
  }
}

const paidNotice = (noticeId: string, wire: ReturnType<typeof paidWire.parse>): PaidNotice => ({
  kind: 'paid',
  noticeId,
  mchid: wire.mchid,
  appid: wire.appid,
  outTradeNo: wire.out_trade_no,
  transactionId: wire.transaction_id,
  openid: wire.payer.openid,
  paidFen: wire.amount.total,
  paidAt: wire.success_time,
  ...(wire.attach === undefined ? {} : { attach: wire.attach }),
})

const refundNotice = (noticeId: string, wire: ReturnType<typeof refundedWire.parse>): RefundNotice => ({
  kind: 'refund',
  noticeId,
  mchid: wire.mchid,
  outTradeNo: wire.out_trade_no,
  transactionId: wire.transaction_id,
  outRefundNo: wire.out_refund_no,
  refundId: wire.refund_id,
  status: wire.refund_status,
  refundFen: wire.amount.refund,
  totalFen: wire.amount.total,
  ...(wire.success_time === undefined ? {} : { refundedAt: wire.success_time }),
})

const transferNotice = (noticeId: string, wire: ReturnType<typeof transferredWire.parse>): TransferNotice => ({
  kind: 'transfer',
  noticeId,
  mchid: wire.mch_id,
  outBillNo: wire.out_bill_no,
  billNo: wire.transfer_bill_no,
  status: endOf(wire),
  amountFen: wire.transfer_amount,
  reason: wire.fail_reason || null,
})
