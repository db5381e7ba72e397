/** WeChat Pay in memory: the port's promises without wire, keys or waiting. The real wire is proved with the stand-in. */
import { randomBytes } from 'node:crypto'
import { ok, refuse } from '@/domain/result'
import { fen, type Fen } from '@/domain/money'
import { MINUTE, type EpochMs } from '@/domain/time'
import { OutsideFault } from '../../../cloudfunctions/runtime/adapters/outside-fault'
import type {
  PaidNotice,
  PrepayAsk,
  RefundAsk,
  RefundNotice,
  RefundState,
  TransferBill,
  TransferNotice,
  WechatPay,
} from '../../../cloudfunctions/runtime/adapters/wechat-pay'
import type { RawEvent } from '../../../cloudfunctions/runtime/raw-http'

export const MCHID = '1900000001'
export const APPID = 'wx0123456789abcdef'
const GENUINE = 'x-fake-signature'

type Paid = { transactionId: string; openid: string; paidFen: Fen; paidAt: EpochMs }
type FakeOrder = { ask: PrepayAsk | null; prepayId: string; isClosed: boolean; paid: Paid | null; refundedFen: Fen }
type FakeRefund = RefundState & { totalFen: Fen }

export const fakePay = (now: () => EpochMs) => {
  const orders = new Map<string, FakeOrder>()
  const refunds = new Map<string, FakeRefund>()
  const transfers = new Map<string, TransferBill & { amountFen: Fen }>()
  const asked: PrepayAsk[] = []
  const calls: { name: keyof WechatPay; outTradeNo: string }[] = []
  let count = 0
  let isDown = false

  /** Every call is written down, and fails while the line is down. */
  const enter = (name: keyof WechatPay, outTradeNo: string): void => {
    calls.push({ name, outTradeNo })
    if (isDown) throw new OutsideFault({ service: 'wechat-pay', reason: 'SYSTEM_ERROR', retryable: true })
  }

  const paidOrder = (outTradeNo: string): { order: FakeOrder; paid: Paid } => {
    const order = orders.get(outTradeNo)
    if (!order?.paid) throw new Error(`${outTradeNo} is not paid`)
    return { order, paid: order.paid }
  }

  const port: WechatPay = {
    prepay: async (ask) => {
      enter('prepay', ask.outTradeNo)
      // WeChat quietly moves a nearer end to a minute from now: then nobody would know when it ends
      if (ask.expiresAt - now() < MINUTE) throw new Error('an order must be payable for a minute at least')
      asked.push(ask)
      const known = orders.get(ask.outTradeNo)
      if (known?.paid) return refuse({ code: 'pay.was-paid' })
      if (known?.isClosed) return refuse({ code: 'pay.closed' })
      if (known?.ask && (known.ask.amountFen !== ask.amountFen || known.ask.openid !== ask.openid))
        return refuse({ code: 'pay.number-used' })
      const order = known ?? { ask, prepayId: `wx-prepay-${++count}`, isClosed: false, paid: null, refundedFen: fen(0) }
      orders.set(ask.outTradeNo, order)
      return ok({ prepayId: order.prepayId })
    },
    clientParams: (prepayId, at) => ({
      timeStamp: String(Math.floor(at / 1000)),
      nonceStr: 'nonce',
      package: `prepay_id=${prepayId}`,
      signType: 'RSA',
      paySign: 'signed',
    }),
    query: async (outTradeNo) => {
      enter('query', outTradeNo)
      const order = orders.get(outTradeNo)
      if (!order) return 'unknown-order'
      const whose = { mchid: MCHID, appid: APPID, outTradeNo }
      if (!order.paid) return { ...whose, state: order.isClosed ? 'CLOSED' : 'NOTPAY' }
      return { ...whose, ...order.paid, state: order.refundedFen > 0 ? 'REFUND' : 'SUCCESS' }
    },
    close: async (outTradeNo) => {
      enter('close', outTradeNo)
      const order = orders.get(outTradeNo)
      if (order?.paid) return 'already-paid'
      if (order) order.isClosed = true
      else orders.set(outTradeNo, { ask: null, prepayId: '', isClosed: true, paid: null, refundedFen: fen(0) })
      return 'closed'
    },
    refund: async (ask: RefundAsk) => {
      enter('refund', ask.outTradeNo)
      const known = refunds.get(ask.outRefundNo)
      if (known) {
        const isSame = known.outTradeNo === ask.outTradeNo && known.refundFen === ask.refundFen
        return isSame ? ok(known) : refuse({ code: 'refund.invalid', detail: 'the number belongs to another refund' })
      }
      const order = orders.get(ask.outTradeNo)
      if (!order?.paid) return refuse({ code: 'refund.not-paid' })
      if (order.refundedFen + ask.refundFen > order.paid.paidFen)
        return refuse({ code: 'refund.invalid', detail: 'more than was paid' })
      order.refundedFen = fen(order.refundedFen + ask.refundFen)
      const { outRefundNo, outTradeNo, refundFen, totalFen } = ask
      const made: FakeRefund = {
        ...{ outRefundNo, outTradeNo, refundFen, totalFen },
        refundId: `50${String(++count).padStart(20, '0')}`,
        status: 'PROCESSING',
      }
      refunds.set(outRefundNo, made)
      return ok(made)
    },
    queryRefund: async (outRefundNo) => {
      enter('queryRefund', outRefundNo)
      return refunds.get(outRefundNo) ?? 'unknown-refund'
    },
    transfer: async ({ outBillNo, amountFen }) => {
      enter('transfer', outBillNo)
      const known = transfers.get(outBillNo)
      if (known) return ok(known)
      const billNo = `13${String(++count).padStart(20, '0')}`
      const bill = {
        outBillNo,
        billNo,
        reason: null,
        status: 'waiting',
        packageInfo: `slip-${count}`,
        amountFen,
      } as const
      transfers.set(outBillNo, bill)
      return ok(bill)
    },
    queryTransfer: async (outBillNo) => {
      enter('queryTransfer', outBillNo)
      return transfers.get(outBillNo) ?? 'unknown-transfer'
    },
    cancelTransfer: async (outBillNo) => {
      enter('cancelTransfer', outBillNo)
      const bill = transfers.get(outBillNo)
      if (bill?.status !== 'waiting') return 'too-late'
      const { billNo, amountFen } = bill
      transfers.set(outBillNo, { outBillNo, billNo, amountFen, reason: null, status: 'lapsed' })
      return 'asked'
    },
    readNotice: ({ headers, rawBody }) => {
      if (headers[GENUINE] !== 'yes') return refuse({ code: 'notice.forged' })
      return ok(JSON.parse(rawBody.toString()) as PaidNotice | RefundNotice | TransferNotice)
    },
  }

  const notice = (content: PaidNotice | RefundNotice | TransferNotice): RawEvent => ({
    httpMethod: 'POST',
    path: '/notice/pay',
    headers: { [GENUINE]: 'yes' },
    body: JSON.stringify(content),
  })

  return {
    port,
    calls,
    /** Every prepay as it was asked for. */
    asked,
    /** While down every call throws a retryable fault. */
    setDown: (down: boolean): void => void (isDown = down),
    /** The shopper pays in WeChat; the answer is the notice, to be delivered (or not) by the test. */
    pay: (outTradeNo: string, { paidFen }: { paidFen?: Fen } = {}): RawEvent => {
      const order = orders.get(outTradeNo)
      if (!order?.ask || order.isClosed) throw new Error(`${outTradeNo} can't be paid`)
      order.paid ??= {
        transactionId: `42${randomBytes(13).toString('hex')}`,
        openid: order.ask.openid,
        paidFen: paidFen ?? order.ask.amountFen,
        paidAt: now(),
      }
      const whose = { mchid: MCHID, appid: APPID, outTradeNo }
      return notice({ kind: 'paid', noticeId: `notice-${++count}`, ...whose, ...order.paid })
    },
    /** The bank ends a refund; the answer is its notice. */
    settleRefund: (outRefundNo: string, status: RefundNotice['status'] = 'SUCCESS'): RawEvent => {
      const refund = refunds.get(outRefundNo)
      if (!refund) throw new Error(`${outRefundNo} was never asked for`)
      const { order, paid } = paidOrder(refund.outTradeNo)
      if (status !== 'SUCCESS' && refund.status === 'PROCESSING')
        order.refundedFen = fen(order.refundedFen - refund.refundFen)
      Object.assign(refund, { status }, status === 'SUCCESS' ? { refundedAt: now() } : {})
      return notice({
        ...refund,
        kind: 'refund',
        noticeId: `notice-${++count}`,
        mchid: MCHID,
        transactionId: paid.transactionId,
        status,
      })
    },
    /** The receiver of a transfer says yes, or it fails or lapses; the answer is its notice. */
    endTransfer: (
      outBillNo: string,
      status: TransferNotice['status'] = 'paid',
      reason: string | null = null,
    ): RawEvent => {
      const bill = transfers.get(outBillNo)
      if (!bill) throw new Error(`${outBillNo} was never asked for`)
      const ended = { outBillNo, billNo: bill.billNo, amountFen: bill.amountFen, reason, status }
      transfers.set(outBillNo, ended)
      return notice({ ...ended, kind: 'transfer', noticeId: `notice-${++count}`, mchid: MCHID })
    },
    refundsOf: (outTradeNo: string): readonly RefundState[] =>
      [...refunds.values()].filter((refund) => refund.outTradeNo === outTradeNo),
    stateOf: (outTradeNo: string): FakeOrder | undefined => orders.get(outTradeNo),
  }
}

export type FakePay = ReturnType<typeof fakePay>
