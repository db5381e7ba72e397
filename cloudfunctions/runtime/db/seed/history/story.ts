/** What happened to an order after it was placed, step by step: the events with their instants, and what they did to goods and money. */
import type { OrderEvent } from '@/domain/order/events'
import type { Fen } from '@/domain/money'
import type { Quote } from '@/domain/pricing/quote'
import { payDeadline } from '@/domain/order/clocks'
import { MINUTE, SECOND, later, type EpochMs } from '@/domain/time'
import type { ParcelLine, RefundLine } from '../../tables'
import type { Chance } from './chance'
import { partRefunded, takenBack } from './give-back'
import type { Plan } from './plan'

export type Entry = {
  readonly at: EpochMs
  readonly event: OrderEvent
  readonly by: 'shopper' | 'staff' | 'clock' | 'wechat'
}
export type Parcel = { readonly carrier: string; readonly trackingNo: string; readonly lines: readonly ParcelLine[] }
export type Refund = {
  readonly kind: 'shopper-cancel' | 'staff' | 'group-expired' | 'group-left' | 'sale-tier'
  readonly amountFen: Fen
  readonly deliveryFen: Fen
  readonly lines: readonly RefundLine[]
  readonly reason: string
  readonly wantedAt: EpochMs
  /** Null while WeChat Pay hasn't done it. */
  readonly doneAt: EpochMs | null
  readonly wechatRefundId: string
}

export type Story = {
  readonly lineIds: readonly string[]
  readonly events: readonly Entry[]
  readonly paidAt: EpochMs | null
  readonly transactionId: string | null
  readonly sentAt: EpochMs | null
  readonly isPart: boolean
  readonly parcel: Parcel | null
  readonly completedAt: EpochMs | null
  readonly endedAt: EpochMs | null
  readonly releasedAt: EpochMs | null
  readonly refund: Refund | null
}

/** Where every order begins. */
export const unpaid = (plan: Plan, quote: Quote, lineIds: readonly string[]): Story => ({
  lineIds,
  events: [{ at: plan.placedAt, event: { kind: 'placed', totalFen: quote.totalFen }, by: 'shopper' }],
  paidAt: null,
  transactionId: null,
  sentAt: null,
  isPart: false,
  parcel: null,
  completedAt: null,
  endedAt: null,
  releasedAt: null,
  refund: null,
})

export const storyOf = (plan: Plan, quote: Quote, lineIds: readonly string[], chance: Chance): Story => {
  const { fate } = plan
  const start = unpaid(plan, quote, lineIds)
  if (fate.kind === 'unpaid') return start
  if (fate.kind === 'cancelled') return cancelled(start, plan, fate.reason)
  const bought = paid(start, plan, quote, chance)
  switch (fate.kind) {
    case 'to-ship':
      return bought
    case 'taken-back':
      return takenBack(bought, plan, quote, chance)
    case 'sent':
      return sent(bought, plan, quote, chance, fate.sentAt, fate.isPart)
    case 'received': {
      const home = received(sent(bought, plan, quote, chance, fate.sentAt, false), fate.receivedAt, fate.by)
      return fate.refundAt === null ? home : partRefunded(home, quote, chance, fate.refundAt)
    }
    default:
      return fate satisfies never
  }
}

const cancelled = (story: Story, plan: Plan, reason: 'shopper' | 'deadline'): Story => {
  const at = reason === 'deadline' ? later(payDeadline(plan.placedAt), 1_400) : later(plan.placedAt, 6 * MINUTE)
  const by = reason === 'deadline' ? 'clock' : 'shopper'
  return {
    ...story,
    events: [...story.events, { at, event: { kind: 'cancelled', reason }, by }],
    endedAt: at,
    releasedAt: at,
  }
}

const paid = (story: Story, plan: Plan, quote: Quote, chance: Chance): Story => {
  const paidAt = later(plan.placedAt, chance.between(9, 150) * SECOND)
  const transactionId = `42000${chance.digits(23)}`
  const event: OrderEvent = { kind: 'paid', paidFen: quote.totalFen, transactionTail: transactionId.slice(-4) }
  return {
    ...story,
    paidAt,
    transactionId,
    events: [
      ...story.events,
      { at: paidAt, event, by: 'wechat' },
      { at: paidAt, event: { kind: 'fulfilling' }, by: 'clock' },
    ],
  }
}

const CARRIERS = ['sf', 'sf', 'jd', 'zto', 'yto'] as const

export const sent = (
  story: Story,
  plan: Plan,
  quote: Quote,
  chance: Chance,
  sentAt: EpochMs,
  isPart: boolean,
): Story => {
  if (plan.kind === 'pickup')
    return { ...story, sentAt, events: [...story.events, { at: sentAt, event: { kind: 'ready' }, by: 'staff' }] }
  const carrier = plan.kind === 'local' ? 'own' : chance.pick(CARRIERS)
  const trackingNo = `${carrier === 'own' ? 'WT' : carrier.toUpperCase()}${chance.digits(12)}`
  const packed = quote.lines.slice(0, isPart ? -1 : undefined)
  const lines = packed.map((line, i) => ({ lineId: story.lineIds[i] ?? '', quantity: line.quantity }))
  const quantity = lines.reduce((sum, line) => sum + line.quantity, 0)
  const event: OrderEvent = { kind: 'shipped', part: isPart, carrier, trackingTail: trackingNo.slice(-4), quantity }
  return {
    ...story,
    sentAt,
    isPart,
    parcel: { carrier, trackingNo, lines },
    events: [...story.events, { at: sentAt, event, by: 'staff' }],
  }
}

export const received = (story: Story, at: EpochMs, by: 'shopper' | 'staff' | 'clock'): Story => ({
  ...story,
  completedAt: at,
  endedAt: at,
  events: [...story.events, { at, event: { kind: 'received', by }, by }, { at, event: { kind: 'completed' }, by }],
})
