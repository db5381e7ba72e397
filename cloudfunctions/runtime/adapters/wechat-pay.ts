/**
 * WeChat Pay v3 (JSAPI) as the shop sees it: types only, so whoever needs the port loads nothing. The line itself is
 * `connectWechatPay` in wechat-pay/connect.ts.
 */
import type { EpochMs } from '@/domain/time'
import type { Fen } from '@/domain/money'
import type { Result } from '@/domain/result'

export type WechatPayConfig = {
  mchid: string
  appid: string
  /** The merchant's API certificate: its serial number and private key (PEM). */
  merchantSerial: string
  merchantPrivateKey: string
  /** What WeChat Pay signs with, by `Wechatpay-Serial`: `PUB_KEY_ID_…` → public key (PEM). Two entries while keys change. */
  platformKeys: Readonly<Record<string, string>>
  /** 32 characters; decrypts notices. */
  apiV3Key: string
  /** WeChat's number of what transfers are for; default 1005, 佣金报酬. */
  transferScene?: string
  /** Default https://api.mch.weixin.qq.com/; a stand-in's address ends in `/` too. */
  baseUrl?: string
  /** Default 8 s: WeChat answers in well under one, and a function has to be done in twenty. */
  timeoutMs?: number
}

/** 6–32 characters of `[0-9A-Za-z_-|*]`, unique for the merchant for ever: a closed number can't be used again. */
export type OutTradeNo = string

export type PrepayAsk = {
  outTradeNo: OutTradeNo
  description: string
  amountFen: Fen
  openid: string
  /** After this instant the shopper can't pay; WeChat does *not* close the order then. At least a minute away. */
  expiresAt: EpochMs
  /** https, no query string. */
  notifyUrl: string
  attach?: string
}
export type PrepayRefusal =
  | { code: 'pay.was-paid' }
  | { code: 'pay.closed' }
  /** The number is taken by an order with another amount, payer or deadline. */
  | { code: 'pay.number-used' }

/** Arguments of `wx.requestPayment`. */
export type PhonePayParams = {
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'RSA'
  paySign: string
}

export type Payment =
  | {
      /** `REFUND`: paid, and some or all of it has been given back. */
      state: 'SUCCESS' | 'REFUND'
      mchid: string
      appid: string
      outTradeNo: OutTradeNo
      transactionId: string
      openid: string
      /** The order's total as WeChat Pay knows it, to be compared with ours; WeChat's own coupons don't lower it. */
      paidFen: Fen
      paidAt: EpochMs
    }
  | {
      state: 'NOTPAY' | 'CLOSED' | 'REVOKED' | 'USERPAYING' | 'PAYERROR'
      mchid: string
      appid: string
      outTradeNo: OutTradeNo
    }

/** `being-paid`: the shopper is typing the password; ask again in five seconds. */
export type Closing = 'closed' | 'already-paid' | 'being-paid'

export type RefundAsk = {
  outTradeNo: OutTradeNo
  /** Our number of this refund. The same number asked again is the same refund, so a retry keeps it. */
  outRefundNo: string
  refundFen: Fen
  totalFen: Fen
  /** Shown to the shopper in WeChat's refund message; ≤ 80 characters. */
  reason: string
  notifyUrl: string
}
/** `ABNORMAL`: the shopper's card is gone; staff must finish it in the merchant console. */
export type RefundStatus = 'PROCESSING' | 'SUCCESS' | 'CLOSED' | 'ABNORMAL'
export type RefundState = {
  refundId: string
  outRefundNo: string
  outTradeNo: OutTradeNo
  status: RefundStatus
  refundFen: Fen
  /** Only when `SUCCESS`. */
  refundedAt?: EpochMs
}
export type RefundRefusal =
  /** The merchant's balance is short: staff top it up, then the same refund is asked again. */
  | { code: 'refund.balance-short' }
  | { code: 'refund.not-paid' }
  | { code: 'refund.payer-abnormal' }
  /** More than was paid, or the number belongs to another refund, or older than a year. `detail` is WeChat's own sentence. */
  | { code: 'refund.invalid'; detail: string }

export type PaidNotice = {
  kind: 'paid'
  noticeId: string
  mchid: string
  appid: string
  outTradeNo: OutTradeNo
  transactionId: string
  openid: string
  paidFen: Fen
  paidAt: EpochMs
  attach?: string
}
export type RefundNotice = {
  kind: 'refund'
  noticeId: string
  mchid: string
  outTradeNo: OutTradeNo
  transactionId: string
  outRefundNo: string
  refundId: string
  status: Exclude<RefundStatus, 'PROCESSING'>
  refundFen: Fen
  totalFen: Fen
  refundedAt?: EpochMs
}
/** Our number of a transfer: letters and digits only, ≤ 32, unique for the merchant for ever. The same number asked again is the same transfer. */
export type OutBillNo = string
export type TransferAsk = {
  outBillNo: OutBillNo
  openid: string
  /** From ¥0.10; from ¥2,000 on WeChat wants the receiver's legal name, which the shop doesn't keep. */
  amountFen: Fen
  /** Shown to the receiver; ≤ 32 characters. */
  remark: string
  /** What kind of work is paid and for what, as the scene (佣金报酬) has to report it. */
  report: { post: string; what: string }
  notifyUrl: string
}
/**
 * `processing`: taken in; if it stays so, the merchant's balance is short. `waiting`: until the receiver says yes, for a day.
 * `lapsed`: nobody said yes in time, or it was called back. The money comes back with `failed` and `lapsed`.
 */
export type TransferBill = {
  outBillNo: OutBillNo
  billNo: string
  reason: string | null
} & (
  | { status: 'processing' | 'paid' | 'failed' | 'lapsed' }
  /** What the receiver's phone hands to WeChat; told once, when it was asked for. */
  | { status: 'waiting'; packageInfo: string | null }
)
export type TransferRefusal =
  /** Staff top it up, then the same transfer is asked again. */
  | { code: 'transfer.balance-short' }
  /** The receiver, the amount, the scene or the number: asking the same again will not help. `detail` is WeChat's own sentence. */
  | { code: 'transfer.invalid'; detail: string }

export type TransferNotice = {
  kind: 'transfer'
  noticeId: string
  mchid: string
  outBillNo: OutBillNo
  billNo: string
  status: 'paid' | 'failed' | 'lapsed'
  amountFen: Fen
  reason: string | null
}

export type NoticeRefusal =
  /** The signature is missing or doesn't fit the body. WeChat also sends such notices on purpose, to see that we look. */
  | { code: 'notice.forged' }
  /** Signed more than 300 s from now: an old notice played again, or a wrong clock. */
  | { code: 'notice.stale'; ageSeconds: number }
  /** Signed with a key that is not (or no longer) one of ours. */
  | { code: 'notice.replayed-serial'; serial: string }
  /** Genuine, but not of a shape we know. */
  | { code: 'notice.unreadable'; eventType: string | null }

export type NoticeRequest = {
  headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** Byte for byte as received: parsed and printed again, the signature no longer fits. */
  rawBody: string | Buffer
  now: EpochMs
}

/**
 * Every call may throw `OutsideFault`; all of them may be repeated with the same numbers without harm.
 * A notice is answered 204 within five seconds, anything else makes WeChat send it again for a day.
 */
export type WechatPay = {
  prepay(ask: PrepayAsk): Promise<Result<{ prepayId: string }, PrepayRefusal>>
  clientParams(prepayId: string, now: EpochMs): PhonePayParams
  query(outTradeNo: OutTradeNo): Promise<Payment | 'unknown-order'>
  /** Uses the number up even if it was never prepaid, as WeChat does. */
  close(outTradeNo: OutTradeNo): Promise<Closing>
  refund(ask: RefundAsk): Promise<Result<RefundState, RefundRefusal>>
  queryRefund(outRefundNo: string): Promise<RefundState | 'unknown-refund'>
  transfer(ask: TransferAsk): Promise<Result<TransferBill, TransferRefusal>>
  /** WeChat answers for thirty days. */
  queryTransfer(outBillNo: OutBillNo): Promise<TransferBill | 'unknown-transfer'>
  /** Calls it back while the receiver has not said yes; `too-late` where that can't be any more: ask how it stands. */
  cancelTransfer(outBillNo: OutBillNo): Promise<'asked' | 'too-late'>
  readNotice(request: NoticeRequest): Result<PaidNotice | RefundNotice | TransferNotice, NoticeRefusal>
}
