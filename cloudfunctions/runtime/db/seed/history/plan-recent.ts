/** The last three days, order by order, so that every tab of shopper and staff has something in it at any hour. */
import type { DeliveryKind } from '@/domain/order/fulfilment'
import { HOUR, later, type EpochMs } from '@/domain/time'
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
    const placedAt = later(now, -Math.round(order.age * HOUR))
    return {
      index: firstIndex + i,
      buyer: order.buyer,
      placedAt,
      kind: order.kind,
      fate: fateOf(order.fate, placedAt),
      ...(order.fate === 'part-shipped' ? { atLeast: 3 } : {}),
    }
  })

const hoursAfter = (placedAt: EpochMs, hours: number): EpochMs => later(placedAt, Math.round(hours * HOUR))

const fateOf = (fate: Recent['fate'], placedAt: EpochMs): Fate => {
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
      return { kind: 'sent', sentAt: hoursAfter(placedAt, 20), isPart: true }
    default: {
      const sentAt = hoursAfter(placedAt, fate.sentAfter)
      if (!('receivedAfter' in fate)) return { kind: 'sent', sentAt, isPart: false }
      const { receivedAfter, refundAfter } = fate
      const refundAt = refundAfter === undefined ? null : hoursAfter(placedAt, refundAfter)
      return { kind: 'received', sentAt, receivedAt: hoursAfter(placedAt, receivedAfter), by: 'shopper', refundAt }
    }
  }
}
