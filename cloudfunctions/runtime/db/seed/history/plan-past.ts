/** Orders of the last two months that have run their course, at the hours people shop: before work, at noon, after dinner. */
import type { DeliveryKind } from '@/domain/order/fulfilment'
import { DAY, HOUR, MINUTE, dayStart, later, shopClock, type EpochMs } from '@/domain/time'
import type { Chance } from './chance'
import type { Fate, Plan } from './plan'

export const PAST_DAYS = 60
/** Younger orders are planned one by one, in `plan-recent.ts`. */
const RECENT_DAYS = 3

/** Share of a day's orders by hour. */
const HOURS: readonly (readonly [number, number])[] = [
  [7, 5],
  [8, 9],
  [9, 6],
  [10, 5],
  [11, 8],
  [12, 8],
  [13, 4],
  [14, 3],
  [15, 5],
  [16, 6],
  [17, 8],
  [18, 9],
  [19, 9],
  [20, 10],
  [21, 8],
  [22, 4],
]
const KINDS: readonly (readonly [DeliveryKind, number])[] = [
  ['pickup', 60],
  ['local', 27],
  ['express', 13],
]

/** The shop grows a little every week and sells half as much again on weekends. */
const dayWeight = (daysAgo: number, now: EpochMs): number => {
  const { weekday } = shopClock(later(now, -daysAgo * DAY))
  return (1 + (PAST_DAYS - daysAgo) / PAST_DAYS) * (weekday === 0 || weekday === 6 ? 1.5 : 1)
}

export const planPast = (chance: Chance, now: EpochMs, count: number, buyers: readonly string[]): Plan[] => {
  const days = Array.from({ length: PAST_DAYS - RECENT_DAYS }, (_, i) => RECENT_DAYS + 1 + i)
  const weighed = days.map((daysAgo) => [daysAgo, dayWeight(daysAgo, now)] as const)
  return Array.from({ length: count }, (_, index): Plan => {
    const day = dayStart(later(now, -chance.lean(weighed) * DAY))
    const placedAt = later(day, chance.lean(HOURS) * HOUR + chance.between(0, 59) * MINUTE + chance.between(0, 59_999))
    const kind = chance.lean(KINDS)
    return { index, buyer: chance.pick(buyers), placedAt, kind, fate: pastFate(chance, kind, placedAt, now) }
  })
}

const pastFate = (chance: Chance, kind: DeliveryKind, placedAt: EpochMs, now: EpochMs): Fate => {
  const luck = chance.next()
  if (luck < 0.04) return { kind: 'cancelled', reason: 'deadline' }
  if (luck < 0.06) return { kind: 'cancelled', reason: 'shopper' }
  if (luck < 0.08) return { kind: 'taken-back' }
  const sentAt = later(sendingTime(kind, placedAt), chance.between(0, 50) * MINUTE)
  const { receivedAt, by } = receipt(chance, kind, sentAt)
  // an express parcel of four days ago may still be on the road
  if (receivedAt > now) return { kind: 'sent', sentAt, isPart: false }
  const refundAt = later(receivedAt, chance.between(1, 5) * HOUR)
  return { kind: 'received', sentAt, receivedAt, by, refundAt: luck < 0.12 && refundAt < now ? refundAt : null }
}

/** Ordered before four: ready this evening; later: tomorrow's. Parcels leave the next morning. */
const sendingTime = (kind: DeliveryKind, placedAt: EpochMs): EpochMs => {
  const day = dayStart(placedAt)
  if (kind === 'express') return later(day, DAY + 10 * HOUR)
  const isInTime = placedAt < day + 16 * HOUR
  return later(day, (isInTime ? 0 : DAY) + (kind === 'pickup' ? 17 * HOUR + 10 * MINUTE : 17 * HOUR + 40 * MINUTE))
}

const receipt = (
  chance: Chance,
  kind: DeliveryKind,
  sentAt: EpochMs,
): { receivedAt: EpochMs; by: 'shopper' | 'staff' | 'clock' } => {
  if (kind === 'pickup') return { receivedAt: later(sentAt, chance.between(20, 170) * MINUTE), by: 'staff' }
  if (chance.next() < 0.3) return { receivedAt: later(sentAt, (kind === 'express' ? 10 : 2) * DAY), by: 'clock' }
  const hours = kind === 'express' ? chance.between(26, 80) : chance.between(1, 4)
  return { receivedAt: later(sentAt, hours * HOUR), by: 'shopper' }
}
