/** The money of a past order: one attempt to pay, and what was given back. */
import { agedId } from '../demo-shop'
import type { Refund } from './story'
import type { Telling, ToldOrder } from './told'

export const paymentRow = ({ cast, plan, id, number, quote, story }: Telling): ToldOrder['payment'] => ({
  store_id: cast.storeId,
  out_trade_no: number,
  order_id: id,
  amount_fen: quote.totalFen,
  state: story.paidAt !== null ? 'paid' : story.endedAt === null ? 'open' : 'closed',
  transaction_id: story.transactionId,
  paid_at: story.paidAt === null ? null : new Date(story.paidAt),
  created_at: new Date(plan.placedAt),
})

const requestOf = (kind: Refund['kind'], index: number): string => {
  if (kind === 'staff') return `demo-past-refund-${index}`
  return kind === 'shopper-cancel' ? 'take-back' : kind
}

export const refundRows = ({ cast, plan, id, number, story }: Telling): ToldOrder['refunds'] => {
  const { refund } = story
  if (!refund) return []
  const refundId = agedId('ref', refund.wantedAt, `past-${plan.index}`)
  return [
    {
      store_id: cast.storeId,
      id: refundId,
      out_refund_no: refundId,
      order_id: id,
      out_trade_no: number,
      request_id: requestOf(refund.kind, plan.index),
      amount_fen: refund.amountFen,
      delivery_fen: refund.deliveryFen,
      lines: JSON.stringify(refund.lines),
      restock: refund.kind !== 'staff' && refund.kind !== 'sale-tier',
      reason: refund.reason,
      kind: refund.kind,
      state: refund.doneAt === null ? 'wanted' : 'done',
      wechat_refund_id: refund.doneAt === null ? null : refund.wechatRefundId,
      staff_id: refund.kind === 'staff' ? cast.staff.service : null,
      wanted_at: new Date(refund.wantedAt),
      done_at: refund.doneAt === null ? null : new Date(refund.doneAt),
    },
  ]
}
