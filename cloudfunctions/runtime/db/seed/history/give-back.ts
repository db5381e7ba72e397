/** Money of past orders that went back: taken back at once by the shopper, or in part by the staff when something was bad. */
import { fen, subtractFen } from '@/domain/money'
import { allThatIsLeft, refundAmount, type RefundableLine, type RefundPart } from '@/domain/pricing/refund-amount'
import type { Quote } from '@/domain/pricing/quote'
import { MINUTE, SECOND, later, type EpochMs } from '@/domain/time'
import type { Chance } from './chance'
import type { Plan } from './plan'
import type { Story } from './story'

export const refundable = ({ lineIds }: Story, quote: Quote): RefundableLine[] =>
  quote.lines.map((line, i) => ({
    id: lineIds[i] ?? '',
    quantity: line.quantity,
    paidFen: line.paidFen,
    refundedQuantity: 0,
  }))

export const sumOf = (story: Story, quote: Quote, parts: readonly RefundPart[]) => {
  const sum = refundAmount(refundable(story, quote), parts)
  if (!sum.ok) throw new Error('the demo refunds more than was bought')
  return sum.value
}

/** Everything, five minutes after paying; the goods go back to the shelf. */
export const takenBack = (story: Story, plan: Plan, quote: Quote, chance: Chance): Story => {
  const wantedAt = later(story.paidAt ?? plan.placedAt, 5 * MINUTE)
  const doneAt = later(wantedAt, 38 * SECOND)
  const sum = sumOf(story, quote, allThatIsLeft(refundable(story, quote)))
  const reason = '买家取消订单'
  const refundFen = quote.totalFen
  return {
    ...story,
    refund: {
      kind: 'shopper-cancel',
      amountFen: refundFen,
      deliveryFen: subtractFen(quote.totalFen, sum.amountFen),
      lines: [...sum.lines],
      reason,
      wantedAt,
      doneAt,
      wechatRefundId: `50300${chance.digits(23)}`,
    },
    releasedAt: wantedAt,
    endedAt: doneAt,
    events: [
      ...story.events,
      { at: wantedAt, event: { kind: 'refund-wanted', refundFen, reason }, by: 'shopper' },
      { at: wantedAt, event: { kind: 'stopped' }, by: 'shopper' },
      { at: doneAt, event: { kind: 'refund-done', refundFen, left: false }, by: 'wechat' },
      { at: doneAt, event: { kind: 'closed' }, by: 'wechat' },
    ],
  }
}

const REASONS = ['有一个坏果', '少了一件', '外包装破损', '口味不合']

/** One piece of the first line; where that was all of it, the order closes. */
export const partRefunded = (story: Story, quote: Quote, chance: Chance, wantedAt: EpochMs): Story => {
  const doneAt = later(wantedAt, 52 * SECOND)
  const sum = sumOf(story, quote, [{ lineId: story.lineIds[0] ?? '', quantity: 1 }])
  const reason = chance.pick(REASONS)
  const refundFen = sum.amountFen
  const left = quote.totalFen > refundFen
  return {
    ...story,
    ...(left ? {} : { endedAt: doneAt }),
    refund: {
      kind: 'staff',
      amountFen: refundFen,
      deliveryFen: fen(0),
      lines: [...sum.lines],
      reason,
      wantedAt,
      doneAt,
      wechatRefundId: `50300${chance.digits(23)}`,
    },
    events: [
      ...story.events,
      { at: wantedAt, event: { kind: 'refund-wanted', refundFen, reason }, by: 'staff' },
      { at: doneAt, event: { kind: 'refund-done', refundFen, left }, by: 'wechat' },
      ...(left ? [] : [{ at: doneAt, event: { kind: 'closed' }, by: 'wechat' } as const]),
    ],
  }
}
