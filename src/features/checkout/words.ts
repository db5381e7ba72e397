/** Facts of a checkout as lines that a person reads. */
import type { CheckoutView } from '@/contract/order'
import type { DeliveryPromise } from '@/contract/views'
import { fen, yuanText } from '@/domain/money'
import type { QuoteStep } from '@/domain/pricing/quote'
import { dayStart, DAY, epochMs, shopClock, type EpochMs } from '@/domain/time'
import type { QuoteRow } from '@/ui/quote-list'
import { copy, wayName } from './copy'

const two = (n: number): string => String(n).padStart(2, '0')
const hour = (at: EpochMs): string => `${shopClock(at).hour}:${two(shopClock(at).minute)}`
const day = (at: EpochMs, now: EpochMs): string => {
  const ahead = (dayStart(at) - dayStart(now)) / DAY
  if (ahead === 0) return '今天'
  if (ahead === 1) return '明天'
  const { month, day: date } = shopClock(at)
  return `${month} 月 ${date} 日`
}

/** 「今天 21:13」 */
export const momentText = (at: EpochMs, now: EpochMs): string => `${day(at, now)} ${hour(at)}`

/** 「今天 17:30–20:30」, over several days 「11 月 23 日–11 月 26 日」. */
const windowText = ({ fromAt, untilAt }: Pick<DeliveryPromise, 'fromAt' | 'untilAt'>, now: EpochMs): string =>
  dayStart(fromAt) === dayStart(untilAt)
    ? `${day(fromAt, now)} ${hour(fromAt)}–${hour(untilAt)}`
    : `${day(fromAt, now)}–${day(epochMs(untilAt), now)}`

export const placeTitle = ({ delivery }: CheckoutView): string => {
  if (delivery.kind === 'pickup') return delivery.pickupPoint?.name ?? copy.choosePoint
  const { address } = delivery
  return address ? `${address.district}${address.detail}` : copy.noAddress
}

export const placeNote = ({ delivery }: CheckoutView, now: EpochMs): string => {
  const window = delivery.promise ? windowText(delivery.promise, now) : ''
  if (delivery.kind === 'pickup') {
    const walk = delivery.pickupPoint?.walkMinutes
    return copy.pickupAt(window) + (walk ? copy.walk(walk) : '')
  }
  const { address } = delivery
  return address ? `${address.name} ${address.phone} · ${copy.arrives(window)}` : copy.addAddress
}

const unitPriceIcon = {
  'member-price': 'person',
  'group-price': 'people',
  'flash-price': 'clock',
  'community-price': 'people',
} as const

const signed = (amount: number): string => `${amount < 0 ? '−' : ''}¥${yuanText(fen(Math.abs(amount)))}`

const saved = (key: string, icon: QuoteRow['icon'], title: string, note: string, amount: number): QuoteRow => ({
  key,
  icon,
  title,
  note,
  amount: signed(amount),
  kind: 'saved',
})

export const quoteRow = (step: QuoteStep, kind: CheckoutView['delivery']['kind']): QuoteRow => {
  const q = copy.quote
  switch (step.kind) {
    case 'goods':
      return {
        key: step.kind,
        icon: 'box',
        title: q.goods,
        note: q.pieces(step.pieces),
        amount: signed(step.amountFen),
        kind: 'base',
      }
    case 'member-price':
    case 'group-price':
    case 'flash-price':
    case 'community-price':
      return {
        key: step.kind,
        icon: unitPriceIcon[step.kind],
        title: q.unitPrice[step.kind],
        note: q.unitPriceNote(step.pieces),
        amount: signed(step.amountFen),
        kind: 'saved',
      }
    case 'line-promotion':
      return saved(step.id, 'coupon', step.name, q.cheaper(step.pieces), step.amountFen)
    case 'order-promotion':
      return saved(step.id, 'store', step.name, q.reached(yuanText(step.baseFen)), step.amountFen)
    case 'coupon':
      return saved(step.id, 'coupon', step.name, q.reached(yuanText(step.baseFen)), step.amountFen)
    case 'delivery-coupon':
      return saved(step.id, 'coupon', step.name, q.offDelivery, step.amountFen)
    case 'points':
      return saved(step.kind, 'star', q.points(step.points), q.pointsNote, step.amountFen)
    case 'price-change':
      return { key: step.kind, icon: 'store', title: q.change, amount: signed(step.amountFen), kind: 'saved' }
    case 'delivery': {
      const note = deliveryNote(step)
      const amount = step.amountFen === 0 ? copy.free : signed(step.amountFen)
      return {
        key: step.kind,
        icon: 'truck',
        title: kind === 'pickup' ? wayName.pickup : q.delivery,
        ...(note ? { note } : {}),
        amount,
        kind: 'base',
      }
    }
    default:
      return step satisfies never
  }
}

const deliveryNote = (step: Extract<QuoteStep, { kind: 'delivery' }>): string | null => {
  if (step.thresholdFen === null) return null
  const over = yuanText(step.thresholdFen)
  return step.missingFen === null ? copy.quote.freeOver(over) : copy.quote.missing(over, yuanText(step.missingFen))
}
