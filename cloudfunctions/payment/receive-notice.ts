/**
 * WeChat Pay's notices, over raw HTTP. Signature, age and key are checked over the body as it came; anything that is not
 * genuine is refused and logged. 204 says "heard"; any other answer makes WeChat send it again for a day.
 */
import type { Deps } from '../runtime/deps'
import type { RawReply, RawRequest } from '../runtime/serve'
import { settleTransfer } from '../earning/settle-transfer'
import type { TransferNotice } from '../runtime/adapters/wechat-pay'
import { finishRefund } from './finish-refund'
import { markPaid } from './mark-paid'

const HEARD: RawReply = { status: 204, body: '' }
const refused = (message: string): RawReply => ({
  status: 401,
  body: JSON.stringify({ code: 'FAIL', message }),
  contentType: 'application/json',
})

export const receiveNotice = async (deps: Deps, request: RawRequest): Promise<RawReply> => {
  const notice = deps.pay.readNotice({ headers: request.headers, rawBody: request.body, now: deps.now() })
  if (!notice.ok) {
    deps.log.warn({ outcome: notice.refusal.code }, 'pay notice refused')
    return refused(notice.refusal.code)
  }
  if (notice.value.kind === 'refund') {
    const end = await finishRefund(deps, notice.value.outRefundNo, notice.value.status)
    deps.log.info({ outcome: end, subject: notice.value.outRefundNo }, 'refund notice')
    return HEARD
  }
  if (notice.value.kind === 'transfer') return receiveTransfer(deps, notice.value)
  const outcome = await markPaid(deps, notice.value)
  deps.log.info({ outcome, outTradeNo: notice.value.outTradeNo }, 'pay notice')
  return outcome === 'mismatch' ? refused('notice.mismatch') : HEARD
}

const receiveTransfer = async (deps: Deps, notice: TransferNotice): Promise<RawReply> => {
  const { PAY_MERCHANT_ID: merchantId = notice.mchid } = deps.config
  const outcome = notice.mchid === merchantId ? await settleTransfer(deps, notice) : 'mismatch'
  deps.log.info({ outcome, subject: notice.outBillNo }, 'transfer notice')
  return outcome === 'mismatch' ? refused('notice.mismatch') : HEARD
}
