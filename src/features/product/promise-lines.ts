/** What the shop promises for this product, in words: when it can be had, where, and what if it is not good. */
import type { DeliveryPromise, PickupPointView } from '@/contract/views'
import { DAY, dayStart, shopClock, type EpochMs } from '@/domain/time'
import type { PromiseLine } from '@/ui/promise-list'
import { clockText } from './clock-text'
import { copy } from './copy'
import { shortYuan } from './shelf-copy'

/** `今天`, `明天`, or the date. */
export const dayWords = (at: EpochMs, now: EpochMs): string => {
  const days = Math.round((dayStart(at) - dayStart(now)) / DAY)
  const { month, day } = shopClock(at)
  return days === 0 ? copy.today : days === 1 ? copy.tomorrow : copy.date(month, day)
}

const feeWords = ({ feeFen, freeOverFen }: DeliveryPromise): string =>
  feeFen === 0
    ? copy.freeDelivery
    : freeOverFen === null
      ? copy.fee(shortYuan(feeFen))
      : copy.feeOver(shortYuan(feeFen), shortYuan(freeOverFen))

const lineOf = (promise: DeliveryPromise, now: EpochMs): PromiseLine => {
  const { kind, fromAt, untilAt, orderBeforeAt } = promise
  const before = copy.orderBefore(dayWords(orderBeforeAt, now), clockText(orderBeforeAt))
  const day = dayWords(fromAt, now)
  if (kind === 'pickup') return { icon: 'clock', title: copy.pickup(day, clockText(fromAt)), note: before }
  if (kind === 'local')
    return { icon: 'truck', title: copy.local(day, clockText(fromAt), clockText(untilAt)), note: feeWords(promise) }
  return { icon: 'box', title: copy.express(day, dayWords(untilAt, now)), note: feeWords(promise) }
}

export const promiseLines = (
  promises: readonly DeliveryPromise[],
  point: PickupPointView | null,
  now: EpochMs,
): readonly PromiseLine[] => {
  const [first, ...rest] = promises.map((promise) => lineOf(promise, now))
  const where: PromiseLine[] = point
    ? [{ icon: 'address', title: point.name, note: copy.where(point.walkMinutes, point.hours) }]
    : []
  return [...(first ? [first] : []), ...where, ...rest, { icon: 'shield', title: copy.sureTitle, note: copy.sureNote }]
}
