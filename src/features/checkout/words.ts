/** Facts of a checkout as lines that a person reads. */
import type { CheckoutView } from '@/contract/order'
import type { DeliveryPromise } from '@/contract/views'
import { dayStart, epochMs, shopClock, type EpochMs } from '@/domain/time'
import { dayText } from '@/ui/moment-text'
import { copy } from './copy'

const two = (n: number): string => String(n).padStart(2, '0')
const hour = (at: EpochMs): string => `${shopClock(at).hour}:${two(shopClock(at).minute)}`
/** 「今天 17:30–20:30」, over several days 「11 月 23 日–11 月 26 日」. */
const windowText = ({ fromAt, untilAt }: Pick<DeliveryPromise, 'fromAt' | 'untilAt'>, now: EpochMs): string =>
  dayStart(fromAt) === dayStart(untilAt)
    ? `${dayText(fromAt, now)} ${hour(fromAt)}–${hour(untilAt)}`
    : `${dayText(fromAt, now)}–${dayText(epochMs(untilAt), now)}`

export const placeTitle = ({ delivery }: CheckoutView): string => {
  if (delivery.kind === 'pickup') return delivery.pickupPoint?.name ?? copy.choosePoint
  const { address } = delivery
  return address ? `${address.district}${address.detail}` : copy.noAddress
}

/** A group sale hands over when it says, not when the point is open. */
export const placeNote = ({ delivery, sale }: CheckoutView, now: EpochMs): string => {
  const agreed = sale && { fromAt: sale.handOverFromAt, untilAt: sale.handOverUntilAt }
  const promised = agreed ?? delivery.promise
  const window = promised ? windowText(promised, now) : ''
  if (delivery.kind === 'pickup') {
    const walk = delivery.pickupPoint?.walkMinutes
    // a sale's day is a date, which fills the line
    return copy.pickupAt(window) + (walk ? (agreed ? '\n' : ' · ') + copy.walk(walk) : '')
  }
  const { address } = delivery
  return address ? `${address.name} ${address.phone}\n${copy.arrives(window)}` : copy.addAddress
}
