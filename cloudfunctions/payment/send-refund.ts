/** Sends a promised refund to WeChat Pay. The refund's own number makes asking twice harmless. */
import { fen } from '@/domain/money'
import type { RefundState } from '../runtime/adapters/wechat-pay'
import type { Deps } from '../runtime/deps'
import { isLastTry, type LetterHandler } from '../runtime/outbox'
import { finishRefund } from './finish-refund'

export const sendRefund: LetterHandler = async (deps, letter) => {
  const refund = await findRefund(deps, letter.subject ?? '')
  if (!refund || refund.state === 'done') return
  try {
    const { status, refundId } = await askFor(deps, refund)
    const hasFailed = status === 'ABNORMAL' || status === 'CLOSED'
    await noteAsked(deps, refund.id, refundId, hasFailed)
    if (status !== 'PROCESSING') await finishRefund(deps, refund.outRefundNo, status)
    if (hasFailed) throw new RefundRefused(`refund.${status.toLowerCase()}`)
  } catch (error) {
    // given up: the shopper reads that it did not work, and the staff find it among the dead letters
    if (isLastTry(letter)) await finishRefund(deps, refund.outRefundNo, 'ABNORMAL')
    throw error
  }
}

const askFor = async (deps: Deps, refund: OpenRefund): Promise<RefundState> => {
  const asked = await deps.pay.refund({
    outTradeNo: refund.outTradeNo,
    outRefundNo: refund.outRefundNo,
    refundFen: fen(refund.amountFen),
    totalFen: fen(refund.totalFen),
    reason: refund.reason,
    notifyUrl: deps.config.PAY_NOTICE_URL ?? `${deps.config.PUBLIC_URL}/notice/pay`,
  })
  if (!asked.ok) throw new RefundRefused(asked.refusal.code)
  return asked.value
}

/** WeChat Pay said no: tried again with back-off (the balance may be filled up), then left to the staff as a dead letter. */
class RefundRefused extends Error {}

type OpenRefund = {
  id: string
  outRefundNo: string
  outTradeNo: string
  amountFen: number
  totalFen: number
  reason: string
  state: string
}

const findRefund = async (deps: Deps, id: string): Promise<OpenRefund | undefined> =>
  deps.db
    .selectFrom('refund')
    .innerJoin('payment', (j) =>
      j.onRef('payment.store_id', '=', 'refund.store_id').onRef('payment.out_trade_no', '=', 'refund.out_trade_no'),
    )
    .select([
      'refund.id',
      'refund.out_refund_no as outRefundNo',
      'refund.out_trade_no as outTradeNo',
      'refund.amount_fen as amountFen',
      'payment.amount_fen as totalFen',
      'refund.reason',
      'refund.state',
    ])
    .where('refund.store_id', '=', deps.storeId)
    .where('refund.id', '=', id)
    .executeTakeFirst()

/** WeChat's own number helps the staff to find it in the console; under way is also what had failed before and is taken now. */
const noteAsked = async (deps: Deps, id: string, wechatRefundId: string, hasFailed: boolean): Promise<void> => {
  await deps.db
    .updateTable('refund')
    .set({ wechat_refund_id: wechatRefundId, ...(hasFailed ? {} : { state: 'sent' as const }) })
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .where('state', 'in', ['wanted', 'failed'])
    .execute()
}
