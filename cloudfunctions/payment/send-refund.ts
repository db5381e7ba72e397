/** Sends a promised refund to WeChat Pay. The refund's own number makes asking twice harmless. */
import { fen } from '@/domain/money'
import type { Deps } from '../runtime/deps'
import type { LetterHandler } from '../runtime/outbox'
import { finishRefund } from './finish-refund'

export const sendRefund: LetterHandler = async (deps, letter) => {
  const refund = await findRefund(deps, letter.subject ?? '')
  if (!refund || refund.state === 'done') return
  const asked = await deps.pay.refund({
    outTradeNo: refund.outTradeNo,
    outRefundNo: refund.outRefundNo,
    refundFen: fen(refund.amountFen),
    totalFen: fen(refund.totalFen),
    reason: refund.reason,
    notifyUrl: deps.config.PAY_NOTICE_URL ?? `${deps.config.PUBLIC_URL}/notice/pay`,
  })
  if (!asked.ok) throw new RefundRefused(asked.refusal.code)
  await noteSent(deps, refund.id, asked.value.refundId)
  if (asked.value.status === 'SUCCESS') await finishRefund(deps, refund.outRefundNo, 'SUCCESS')
  if (asked.value.status === 'ABNORMAL' || asked.value.status === 'CLOSED')
    throw new RefundRefused(`refund.${asked.value.status.toLowerCase()}`)
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

const noteSent = async (deps: Deps, id: string, wechatRefundId: string): Promise<void> => {
  await deps.db
    .updateTable('refund')
    .set({ state: 'sent', wechat_refund_id: wechatRefundId })
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .where('state', '=', 'wanted')
    .execute()
}
