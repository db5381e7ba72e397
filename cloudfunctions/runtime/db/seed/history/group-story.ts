/** What happened to an order that was bought in a group: it waits for the others, then goes its way, or everything goes back. */
import type { GroupId } from '@/domain/ids'
import type { OrderEvent } from '@/domain/order/events'
import { subtractFen, type Fen } from '@/domain/money'
import { allThatIsLeft } from '@/domain/pricing/refund-amount'
import type { Quote } from '@/domain/pricing/quote'
import { HOUR, later, SECOND, type EpochMs } from '@/domain/time'
import type { Chance } from './chance'
import { refundable, sumOf } from './give-back'
import type { Plan } from './plan'
import { received, sent, unpaid, type Entry, type Story } from './story'

export type GroupPart = {
  readonly groupId: GroupId
  readonly priceFen: Fen
  /** Null: the seat is only kept so far. */
  readonly paidAt: EpochMs | null
  readonly opened: boolean
  /** After this payment. */
  readonly missing: number
  readonly filledAt: EpochMs | null
  /** Members when it was full. */
  readonly people: number
  readonly goods: 'to-ship' | 'ready' | 'received'
  /** Everything went back, and why. */
  readonly back: {
    readonly kind: 'group-expired' | 'group-left'
    readonly at: EpochMs
    readonly isDone: boolean
  } | null
}

export const groupStory = (
  plan: Plan,
  part: GroupPart,
  quote: Quote,
  lineIds: readonly string[],
  chance: Chance,
): Story => {
  const start = unpaid(plan, quote, lineIds)
  if (part.paidAt === null) return start
  const waiting = paidIn(start, part.paidAt, part, quote, chance)
  if (part.back) return wentBack(waiting, part.back, quote, chance)
  if (part.filledAt === null) return waiting
  const full = { at: part.filledAt, by: 'clock' } as const
  const filled: Story = {
    ...waiting,
    events: [
      ...waiting.events,
      { ...full, event: { kind: 'group-full', size: part.people } },
      { ...full, event: { kind: 'fulfilling' } },
    ],
  }
  if (part.goods === 'to-ship') return filled
  const ready = sent(filled, plan, quote, chance, later(part.filledAt, 4 * HOUR), false)
  return part.goods === 'ready' ? ready : received(ready, later(part.filledAt, 7 * HOUR), 'staff')
}

const paidIn = (story: Story, paidAt: EpochMs, part: GroupPart, quote: Quote, chance: Chance): Story => {
  const transactionId = `42000${chance.digits(23)}`
  const by = 'wechat'
  const told: OrderEvent[] = [
    { kind: 'paid', paidFen: quote.totalFen, transactionTail: transactionId.slice(-4) },
    { kind: 'awaiting-group', opened: part.opened, missing: part.missing },
  ]
  return {
    ...story,
    paidAt,
    transactionId,
    events: [...story.events, ...told.map((event) => ({ at: paidAt, event, by }) as const)],
  }
}

const REASONS = { 'group-expired': '拼团未成，全额退款', 'group-left': '退出拼团，全额退款' } as const

const wentBack = (story: Story, back: NonNullable<GroupPart['back']>, quote: Quote, chance: Chance): Story => {
  const { kind, at, isDone } = back
  const sum = sumOf(story, quote, allThatIsLeft(refundable(story, quote)))
  const [refundFen, reason] = [quote.totalFen, REASONS[kind]]
  const doneAt = isDone ? later(at, 41 * SECOND) : null
  const by = kind === 'group-left' ? 'shopper' : 'clock'
  const ending: Entry[] = [
    { at, event: { kind: 'refund-wanted', refundFen, reason }, by },
    { at, event: { kind }, by },
  ]
  const end: Entry[] = doneAt
    ? [{ at: doneAt, event: { kind: 'refund-done', refundFen, left: false }, by: 'wechat' }]
    : []
  return {
    ...story,
    refund: {
      kind,
      amountFen: refundFen,
      deliveryFen: subtractFen(refundFen, sum.amountFen),
      lines: [...sum.lines],
      reason,
      wantedAt: at,
      doneAt,
      wechatRefundId: `50300${chance.digits(23)}`,
    },
    releasedAt: at,
    endedAt: at,
    events: [...story.events, ...ending, ...end],
  }
}
