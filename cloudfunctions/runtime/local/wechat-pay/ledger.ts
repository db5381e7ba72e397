/** The stand-in's books: orders, refunds, numbers used up, and which notices the shop has acknowledged. */
import type { EpochMs } from '@/domain/time'
import { openBooks } from './journal'

export type OrderTerms = {
  outTradeNo: string
  description: string
  amountFen: number
  openid: string
  attach: string | null
  notifyUrl: string
  /** As the merchant wrote it: asking again with another one is refused. */
  timeExpire: string | null
}
export type PayOrder = OrderTerms & {
  createdAt: EpochMs
  expiresAt: EpochMs
} & ({ state: 'NOTPAY' | 'CLOSED' } | { state: 'SUCCESS' | 'REFUND'; transactionId: string; paidAt: EpochMs })
export type PaidOrder = Extract<PayOrder, { transactionId: string }>

export type PayRefund = {
  outRefundNo: string
  refundId: string
  outTradeNo: string
  transactionId: string
  refundFen: number
  totalFen: number
  notifyUrl: string | null
  createdAt: EpochMs
} & ({ status: 'PROCESSING' } | { status: 'CLOSED' | 'ABNORMAL' } | { status: 'SUCCESS'; refundedAt: EpochMs })

/** A merchant transfer, which its receiver has to confirm within a day. */
export type PayTransfer = {
  outBillNo: string
  billNo: string
  openid: string
  amountFen: number
  remark: string
  sceneId: string
  notifyUrl: string
  packageInfo: string
  createdAt: EpochMs
  updatedAt: EpochMs
  state: 'WAIT_USER_CONFIRM' | 'SUCCESS' | 'FAIL' | 'CANCELLED'
  failReason: string | null
}

export type PrepayTicket = { outTradeNo: string; madeAt: EpochMs }

export const openLedger = (file: string | undefined) => {
  const table = openBooks(file)
  return {
    orders: table<PayOrder>('order'),
    refunds: table<PayRefund>('refund'),
    /** By the merchant's number. */
    transfers: table<PayTransfer>('transfer'),
    /** By prepay id. */
    tickets: table<PrepayTicket>('ticket'),
    /** Numbers that were closed before any order had them. */
    voided: table<true>('void'),
    /** By `paid:<outTradeNo>`, `refund:<outRefundNo>` or `transfer:<outBillNo>`. */
    acknowledged: table<true>('ack'),
  }
}
export type Ledger = ReturnType<typeof openLedger>

export const isPaid = (order: PayOrder): order is PaidOrder => order.state === 'SUCCESS' || order.state === 'REFUND'
export const refundsOf = (ledger: Ledger, outTradeNo: string): PayRefund[] =>
  ledger.refunds.all().filter((refund) => refund.outTradeNo === outTradeNo)
