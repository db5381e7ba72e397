/** The last three days, order by order, so that every tab of shopper and staff has something in it at any hour. */
import type { DeliveryKind } from '@/domain/order/fulfilment'
import { DAY, HOUR, MINUTE, dayStart, later, type EpochMs } from '@/domain/time'
import type { Fate, Plan } from './plan'

/** Ages in hours. */
type Recent = {
  readonly buyer: string
  readonly age: number
  readonly kind: DeliveryKind
  readonly fate:
    | 'unpaid'
    | 'to-ship'
    | 'part-shipped'
    | 'taken-back'
    | 'cancelled'
    | 'expired'
    /** Hours between placing and leaving the shop. */
    | { readonly sentAfter: number }
    | { readonly sentAfter: number; readonly receivedAfter: number; readonly refundAfter?: number }
}

const recent: readonly Recent[] = [
  { buyer: 'xiaomei', age: 0.1, kind: 'pickup', fate: 'unpaid' },
  { buyer: 'dawei', age: 0.22, kind: 'local', fate: 'unpaid' },
  { buyer: 'momo', age: 0.36, kind: 'express', fate: 'unpaid' },
  { buyer: 'lili', age: 0.6, kind: 'pickup', fate: 'to-ship' },
  { buyer: 'xiaomei', age: 1.3, kind: 'local', fate: 'to-ship' },
  { buyer: 'haoran', age: 1.9, kind: 'pickup', fate: 'to-ship' },
  { buyer: 'chenchen', age: 2.8, kind: 'local', fate: 'to-ship' },
  { buyer: 'yuanyuan', age: 3.6, kind: 'pickup', fate: 'to-ship' },
  { buyer: 'ajie', age: 4.7, kind: 'express', fate: 'to-ship' },
  { buyer: 'afang', age: 6.2, kind: 'pickup', fate: 'to-ship' },
  { buyer: 'laozhou', age: 8.5, kind: 'local', fate: 'to-ship' },
  { buyer: 'momo', age: 11, kind: 'express', fate: 'to-ship' },
  { buyer: 'haoran', age: 26, kind: 'express', fate: 'to-ship' },
  { buyer: 'lili', age: 33.5, kind: 'express', fate: 'to-ship' },
  { buyer: 'dawei', age: 41, kind: 'express', fate: 'to-ship' },
  { buyer: 'chenchen', age: 45.4, kind: 'express', fate: 'to-ship' },
  { buyer: 'ajie', age: 30, kind: 'express', fate: 'part-shipped' },
  { buyer: 'xiaoqin', age: 5, kind: 'pickup', fate: 'expired' },
  { buyer: 'yuanyuan', age: 14, kind: 'local', fate: 'cancelled' },
  { buyer: 'haoran', age: 18, kind: 'pickup', fate: 'taken-back' },
  { buyer: 'xiaomei', age: 22, kind: 'pickup', fate: { sentAfter: 17 } },
  { buyer: 'dawei', age: 20, kind: 'pickup', fate: { sentAfter: 16.5 } },
  { buyer: 'xiaoqin', age: 27, kind: 'pickup', fate: { sentAfter: 22 } },
  { buyer: 'momo', age: 30.5, kind: 'pickup', fate: { sentAfter: 24 } },
  { buyer: 'chenchen', age: 24, kind: 'local', fate: { sentAfter: 21 } },
  { buyer: 'yuanyuan', age: 28, kind: 'local', fate: { sentAfter: 24.5 } },
  { buyer: 'xiaomei', age: 40, kind: 'express', fate: { sentAfter: 15 } },
  { buyer: 'lili', age: 52, kind: 'express', fate: { sentAfter: 18 } },
  { buyer: 'laozhou', age: 66, kind: 'express', fate: { sentAfter: 20 } },
  { buyer: 'xiaomei', age: 50, kind: 'pickup', fate: { sentAfter: 5, receivedAfter: 7, refundAfter: 9 } },
  { buyer: 'afang', age: 29, kind: 'pickup', fate: { sentAfter: 6, receivedAfter: 8 } },
  { buyer: 'lili', age: 35, kind: 'local', fate: { sentAfter: 5, receivedAfter: 7 } },
  { buyer: 'haoran', age: 44, kind: 'pickup', fate: { sentAfter: 8, receivedAfter: 10 } },
  { buyer: 'ajie', age: 49, kind: 'local', fate: { sentAfter: 6, receivedAfter: 8 } },
  { buyer: 'laozhou', age: 55, kind: 'pickup', fate: { sentAfter: 4, receivedAfter: 6 } },
  { buyer: 'yuanyuan', age: 60, kind: 'pickup', fate: { sentAfter: 9, receivedAfter: 11 } },
]

export const RECENT_COUNT = recent.length

export const planRecent = (now: EpochMs, firstIndex: number): Plan[] =>
  recent.map((order, i): Plan => {
    const { buyer, kind, fate } = order
    const asked = later(now, -Math.round(order.age * HOUR))
    const placedAt = fate === 'unpaid' ? asked : awake(asked, now, i)
    const more = fate === 'part-shipped' ? { atLeast: 3 } : {}
    return { index: firstIndex + i, buyer, placedAt, kind, fate: fateOf(fate, asked, placedAt, now, i), ...more }
  })

const MORNING = 7 * HOUR
const NIGHT = 22 * HOUR + 30 * MINUTE

/** Nobody shops or packs at four in the morning: such an act moves to breakfast, or to the evening before where breakfast is still to come. */
const awake = (at: EpochMs, now: EpochMs, i: number): EpochMs => {
  const today = dayStart(at)
  const sinceMidnight = at - today
  if (sinceMidnight >= MORNING && sinceMidnight < NIGHT) return at
  const spread = ((i * 17) % 90) * MINUTE
  const breakfast = later(today, (sinceMidnight < MORNING ? 0 : DAY) + MORNING + spread)
  if (breakfast < now - 30 * MINUTE) return breakfast
  return later(today, (sinceMidnight < MORNING ? -DAY : 0) + NIGHT - 2 * HOUR + spread)
}

const fateOf = (fate: Recent['fate'], asked: EpochMs, placedAt: EpochMs, now: EpochMs, i: number): Fate => {
  /** `hours` after the order was meant to be placed, at least a quarter of an hour after what came before. */
  const act = (hours: number, before: EpochMs): EpochMs => {
    const at = awake(later(asked, Math.round(hours * HOUR)), now, i)
    return at > before + 15 * MINUTE ? at : later(before, 15 * MINUTE)
  }
  switch (fate) {
    case 'unpaid':
    case 'to-ship':
    case 'taken-back':
      return { kind: fate }
    case 'cancelled':
      return { kind: 'cancelled', reason: 'shopper' }
    case 'expired':
      return { kind: 'cancelled', reason: 'deadline' }
    case 'part-shipped':
      return { kind: 'sent', sentAt: act(20, placedAt), isPart: true }
    default: {
      const sentAt = act(fate.sentAfter, placedAt)
      if (!('receivedAfter' in fate)) return { kind: 'sent', sentAt, isPart: false }
      const receivedAt = act(fate.receivedAfter, sentAt)
      const refundAt = fate.refundAfter === undefined ? null : act(fate.refundAfter, receivedAt)
      return { kind: 'received', sentAt, receivedAt, by: 'shopper', refundAt }
    }
  }
}
