/** WeChat Pay's rules for a merchant transfer: one number is one transfer, and within a day the receiver says yes or it lapses. */
import { DAY, later, type EpochMs } from '@/domain/time'
import { ok, type Result } from '@/domain/result'
import type { Ledger, PayTransfer } from './ledger'
import { newBillNo, newPackageInfo } from './numbers'
import { no, type PayNo } from './orders'
import type { TransferBody } from './wire'

const CONFIRM_WITHIN = DAY

export const askTransfer = (
  ledger: Ledger,
  ask: TransferBody,
  now: EpochMs,
  isBalanceShort: boolean,
): Result<PayTransfer, PayNo> => {
  const known = findTransfer(ledger, ask.out_bill_no, now)
  if (known) {
    const isSame =
      known.openid === ask.openid &&
      known.amountFen === ask.transfer_amount &&
      known.remark === ask.transfer_remark &&
      known.sceneId === ask.transfer_scene_id
    return isSame ? ok(known) : no(400, 'ALREADY_EXISTS', '商户单号已存在，且参数与首次请求不一致')
  }
  if (isBalanceShort) return no(403, 'NOT_ENOUGH', '资金不足，请充值后原单重试')
  return ok(
    ledger.transfers.put(ask.out_bill_no, {
      outBillNo: ask.out_bill_no,
      billNo: newBillNo(now),
      openid: ask.openid,
      amountFen: ask.transfer_amount,
      remark: ask.transfer_remark,
      sceneId: ask.transfer_scene_id,
      notifyUrl: ask.notify_url,
      packageInfo: newPackageInfo(),
      createdAt: now,
      updatedAt: now,
      state: 'WAIT_USER_CONFIRM',
      failReason: null,
    }),
  )
}

/** As it stands now: what nobody confirmed in time is closed when somebody looks. */
export const findTransfer = (ledger: Ledger, outBillNo: string, now: EpochMs): PayTransfer | undefined => {
  const transfer = ledger.transfers.get(outBillNo)
  const isOver = transfer?.state === 'WAIT_USER_CONFIRM' && now >= later(transfer.createdAt, CONFIRM_WITHIN)
  return isOver ? end(ledger, transfer, { state: 'FAIL', failReason: 'OVERDUE_CLOSE' }, now) : transfer
}

/** The receiver's tap; null where there is nothing left to confirm. */
export const endTransfer = (
  ledger: Ledger,
  outBillNo: string,
  how: { state: 'SUCCESS' | 'CANCELLED'; failReason: null } | { state: 'FAIL'; failReason: string },
  now: EpochMs,
): PayTransfer | null => {
  const transfer = findTransfer(ledger, outBillNo, now)
  return transfer?.state === 'WAIT_USER_CONFIRM' ? end(ledger, transfer, how, now) : null
}

const end = (
  ledger: Ledger,
  transfer: PayTransfer,
  how: Pick<PayTransfer, 'state' | 'failReason'>,
  now: EpochMs,
): PayTransfer => ledger.transfers.put(transfer.outBillNo, { ...transfer, ...how, updatedAt: now })

export const transferOfPackage = (ledger: Ledger, packageInfo: string, now: EpochMs): PayTransfer | undefined => {
  const found = ledger.transfers.all().find((transfer) => transfer.packageInfo === packageInfo)
  return found && findTransfer(ledger, found.outBillNo, now)
}
