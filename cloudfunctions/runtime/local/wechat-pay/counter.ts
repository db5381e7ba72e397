/** What happens behind WeChat Pay's counter: the shopper pays, the bank settles a refund, and the shop is told. */
import type { EpochMs } from '@/domain/time'
import type { Result } from '@/domain/result'
import type { Courier } from './courier'
import type { FaultSwitch } from './faults'
import type { StandinKeys } from './keys'
import { isPaid, type Ledger, type PaidOrder, type PayRefund, type PayTransfer } from './ledger'
import { paidNotice, refundNotice, transferNotice } from './notices'
import { payableOrder, payOrder, type PayNo } from './orders'
import { settleRefund } from './refunds'
import { endTransfer, findTransfer, transferOfPackage } from './transfers'

export type PayOutcome = 'success' | 'cancel' | 'fail'
/** As `wx.requestPayment` reports it. `ok` without money would be a lie, so only `success` says it. */
export type PayReport = { outcome: PayOutcome; errMsg: string }

export type CounterOptions = {
  keys: StandinKeys
  ledger: Ledger
  faults: FaultSwitch
  courier: Courier
  now: () => EpochMs
  refundDelayMs: number
}

const DONE = { state: 'SUCCESS', failReason: null } as const

export const payCounter = ({ keys, ledger, faults, courier, now, refundDelayMs }: CounterOptions) => {
  const timers = new Set<NodeJS.Timeout>()

  const settle = (outRefundNo: string): void => {
    const { refund: fault } = faults.get()
    if (fault === 'stuck') return
    const end = fault === 'ABNORMAL' || fault === 'CLOSED' ? fault : 'SUCCESS'
    const settled = settleRefund(ledger, outRefundNo, end, now())
    const notice = settled && refundNotice(keys, settled, now())
    if (notice) courier.send(notice)
  }

  const beginRefund = (refund: PayRefund): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      settle(refund.outRefundNo)
    }, refundDelayMs)
    timers.add(timer)
    timer.unref()
  }

  const tell = (order: PaidOrder): void => courier.send(paidNotice(keys, order))
  const tellTransfer = (transfer: PayTransfer | null): void => {
    if (transfer) courier.send(transferNotice(keys, transfer))
  }
  const unsettled = (): PayRefund[] => ledger.refunds.all().filter((refund) => refund.status === 'PROCESSING')

  return {
    keys,
    ledger,
    faults,
    now,
    beginRefund,
    pay: (prepayId: string, outcome: PayOutcome): PayReport => {
      if (outcome === 'cancel') return { outcome, errMsg: 'requestPayment:fail cancel' }
      const attempt: Result<unknown, PayNo> =
        outcome === 'success' ? payOrder(ledger, prepayId, now()) : payableOrder(ledger, prepayId, now())
      if (!attempt.ok) return { outcome: 'fail', errMsg: `requestPayment:fail ${attempt.refusal.message}` }
      if (outcome === 'fail') return { outcome, errMsg: 'requestPayment:fail 银行卡余额不足' }
      const order = ledger.orders.get(ledger.tickets.get(prepayId)?.outTradeNo ?? '')
      if (order && isPaid(order)) tell(order)
      return { outcome, errMsg: 'requestPayment:ok' }
    },
    /** The receiver's tap on the sheet that `wx.requestMerchantTransfer` opens. */
    receive: (packageInfo: string, outcome: 'success' | 'cancel'): PayReport => {
      const found = transferOfPackage(ledger, packageInfo, now())
      if (found?.state !== 'WAIT_USER_CONFIRM')
        return { outcome: 'fail', errMsg: 'requestMerchantTransfer:fail 收款单已关闭' }
      if (outcome === 'cancel') return { outcome, errMsg: 'requestMerchantTransfer:fail cancel' }
      const { transfer: fault } = faults.get()
      const isFine = fault === 'normal' || fault === 'short'
      tellTransfer(endTransfer(ledger, found.outBillNo, isFine ? DONE : { state: 'FAIL', failReason: fault }, now()))
      return { outcome: 'success', errMsg: 'requestMerchantTransfer:ok' }
    },
    cancelTransfer: (outBillNo: string): PayTransfer | null => {
      const cancelled = endTransfer(ledger, outBillNo, { state: 'CANCELLED', failReason: null }, now())
      tellTransfer(cancelled)
      return cancelled
    },
    /** Ends the waiting of every refund that the bank still has. */
    settleRefunds: (): void => unsettled().forEach((refund) => settle(refund.outRefundNo)),
    /** Tells the shop once more, whatever it has acknowledged: `number` is an order's, a refund's or a transfer's. */
    resend: (number: string): boolean => {
      const order = ledger.orders.get(number)
      const refund = ledger.refunds.get(number)
      if (order && isPaid(order)) tell(order)
      const transfer = findTransfer(ledger, number, now())
      const isOver = transfer !== undefined && transfer.state !== 'WAIT_USER_CONFIRM'
      if (isOver) tellTransfer(transfer)
      const notice = refund && refund.status !== 'PROCESSING' ? refundNotice(keys, refund, now()) : null
      if (notice) courier.send(notice)
      return isOver || notice !== null || (order !== undefined && isPaid(order))
    },
    /** After a restart: what was never acknowledged is told again, what the bank had is waited for again. */
    resume: (): void => {
      const isTold = (key: string) => ledger.acknowledged.has(key)
      for (const order of ledger.orders.all()) if (isPaid(order) && !isTold(`paid:${order.outTradeNo}`)) tell(order)
      for (const transfer of ledger.transfers.all())
        if (transfer.state !== 'WAIT_USER_CONFIRM' && !isTold(`transfer:${transfer.outBillNo}`)) tellTransfer(transfer)
      for (const refund of ledger.refunds.all()) {
        if (refund.status === 'PROCESSING') beginRefund(refund)
        else if (!isTold(`refund:${refund.outRefundNo}`)) {
          const notice = refundNotice(keys, refund, now())
          if (notice) courier.send(notice)
        }
      }
    },
    close: (): void => timers.forEach((timer) => clearTimeout(timer)),
  }
}
export type Counter = ReturnType<typeof payCounter>
