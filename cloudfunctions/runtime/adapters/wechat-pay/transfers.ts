/** Merchant transfers (商家转账, 用户确认模式): ask for one, ask how it went, call it back. */
import type * as z from 'zod'
import { ok, refuse, type Result } from '@/domain/result'
import type { OutBillNo, TransferAsk, TransferBill, TransferRefusal, WechatPayConfig } from '../wechat-pay'
import { payFault, type PayCall } from './client'
import { transferWire, type transferredWire } from './wire'

const PATH = 'v3/fund-app/mch-transfer/transfer-bills'
const pathOf = (outBillNo: OutBillNo): string => `${PATH}/out-bill-no/${encodeURIComponent(outBillNo)}`

/** 佣金报酬: the scene in which leaders are paid. */
const COMMISSION_SCENE = '1005'

export const transfer = async (
  call: PayCall,
  { appid, transferScene = COMMISSION_SCENE }: Pick<WechatPayConfig, 'appid' | 'transferScene'>,
  ask: TransferAsk,
): Promise<Result<TransferBill, TransferRefusal>> => {
  const answer = await call('POST', PATH, {
    appid,
    out_bill_no: ask.outBillNo,
    transfer_scene_id: transferScene,
    openid: ask.openid,
    transfer_amount: ask.amountFen,
    transfer_remark: Array.from(ask.remark).slice(0, 32).join(''),
    notify_url: ask.notifyUrl,
    transfer_scene_report_infos: [
      { info_type: '岗位类型', info_content: ask.report.post },
      { info_type: '报酬说明', info_content: ask.report.what },
    ],
  })
  if (answer.ok) return ok(billOf(transferWire.parse(answer.body)))
  switch (answer.code) {
    case 'NOT_ENOUGH':
      return refuse({ code: 'transfer.balance-short' })
    case 'ALREADY_EXISTS':
    case 'INVALID_REQUEST':
    case 'PARAM_ERROR':
      return refuse({ code: 'transfer.invalid', detail: answer.message })
    default:
      throw payFault(answer)
  }
}

export const queryTransfer = async (
  call: PayCall,
  outBillNo: OutBillNo,
): Promise<TransferBill | 'unknown-transfer'> => {
  const answer = await call('GET', pathOf(outBillNo))
  if (answer.ok) return billOf(transferWire.parse(answer.body))
  if (answer.code === 'NOT_FOUND' || answer.code === 'RESOURCE_NOT_EXISTS') return 'unknown-transfer'
  throw payFault(answer)
}

export const cancelTransfer = async (call: PayCall, outBillNo: OutBillNo): Promise<'asked' | 'too-late'> => {
  const answer = await call('POST', `${pathOf(outBillNo)}/cancel`)
  if (answer.ok) return 'asked'
  if (answer.code === 'INVALID_REQUEST' || answer.code === 'NOT_FOUND') return 'too-late'
  throw payFault(answer)
}

/** WeChat closes by itself what nobody confirmed; for the shop that is no failure of the receiver's. */
const NOBODY_CONFIRMED = 'OVERDUE_CLOSE'

const ends = { SUCCESS: 'paid', FAIL: 'failed', CANCELLED: 'lapsed' } as const

export const endOf = ({ state, fail_reason }: Pick<z.output<typeof transferredWire>, 'state' | 'fail_reason'>) =>
  fail_reason === NOBODY_CONFIRMED ? 'lapsed' : ends[state]

const billOf = (wire: z.output<typeof transferWire>): TransferBill => {
  const { out_bill_no: outBillNo, transfer_bill_no: billNo, fail_reason, package_info, state } = wire
  const head = { outBillNo, billNo, reason: fail_reason || null }
  switch (state) {
    case 'ACCEPTED':
    case 'PROCESSING':
    case 'CANCELING':
      return { ...head, status: 'processing' }
    // after the yes: it may still have to be said again
    case 'TRANSFERING':
    case 'WAIT_USER_CONFIRM':
      return { ...head, status: 'waiting', packageInfo: package_info ?? null }
    case 'SUCCESS':
    case 'FAIL':
    case 'CANCELLED':
      return { ...head, status: endOf({ state, fail_reason }) }
    default:
      return state satisfies never
  }
}
