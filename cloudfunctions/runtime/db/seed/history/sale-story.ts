/** What happened to an order of a group sale: it was paid, perhaps the difference to a lower tier came back, then the bag was handed over. */
import type { OrderEvent } from '@/domain/order/events'
import { addFen, ZERO, type Fen } from '@/domain/money'
import type { OrderId, OrderLineId } from '@/domain/ids'
import type { Quote } from '@/domain/pricing/quote'
import { tierBack, type TierBack } from '@/domain/sale/reckon'
import { TIER_REASON } from '../../../../sale/reckon-sale'
import { later, SECOND, type EpochMs } from '@/domain/time'
import type { Chance } from './chance'
import type { Plan } from './plan'
import { received, sent, storyOf, unpaid, type Story } from './story'

export type SalePart = {
  readonly isPaid: boolean
  /** When the sale was reckoned, and the price each SKU came to. */
  readonly reckoned: { readonly at: EpochMs; readonly prices: ReadonlyMap<string, Fen> } | null
  readonly readyAt: EpochMs | null
  readonly handedAt: EpochMs | null
}

export const saleStory = (
  plan: Plan,
  part: SalePart,
  quote: Quote,
  lineIds: readonly string[],
  chance: Chance,
): { story: Story; backs: TierBack[] } => {
  if (!part.isPaid) return { story: unpaid(plan, quote, lineIds), backs: [] }
  const paid = storyOf({ ...plan, fate: { kind: 'to-ship' } }, quote, lineIds, chance)
  const backs = part.reckoned ? backsOf(part.reckoned.prices, quote, lineIds) : []
  const settled = part.reckoned && backs.length > 0 ? paidBack(paid, backs, part.reckoned.at, chance) : paid
  if (part.readyAt === null) return { story: settled, backs }
  const ready = sent(settled, plan, quote, chance, part.readyAt, false)
  return { story: part.handedAt === null ? ready : received(ready, part.handedAt, 'staff'), backs }
}

const backsOf = (prices: ReadonlyMap<string, Fen>, quote: Quote, lineIds: readonly string[]): TierBack[] =>
  quote.lines.flatMap((line, i) => {
    const reachedFen = prices.get(line.skuId)
    if (reachedFen === undefined) return []
    const of = { id: lineIds[i] as OrderLineId, orderId: '' as OrderId, refundedQuantity: 0 }
    const back = tierBack({ ...line, ...of }, reachedFen)
    return back.backFen > 0 ? [back] : []
  })

const paidBack = (story: Story, backs: readonly TierBack[], wantedAt: EpochMs, chance: Chance): Story => {
  const refundFen = addFen(ZERO, ...backs.map(({ backFen }) => backFen))
  const doneAt = later(wantedAt, chance.between(20, 90) * SECOND)
  const events: { at: EpochMs; event: OrderEvent; by: 'clock' | 'wechat' }[] = [
    { at: wantedAt, event: { kind: 'refund-wanted', refundFen, reason: TIER_REASON }, by: 'clock' },
    { at: doneAt, event: { kind: 'refund-done', refundFen, left: true }, by: 'wechat' },
  ]
  return {
    ...story,
    refund: {
      kind: 'sale-tier',
      amountFen: refundFen,
      deliveryFen: ZERO,
      lines: backs.map(({ lineId, backFen }) => ({ lineId, quantity: 0, amountFen: backFen })),
      reason: TIER_REASON,
      wantedAt,
      doneAt,
      wechatRefundId: `50300${chance.digits(23)}`,
    },
    events: [...story.events, ...events],
  }
}
