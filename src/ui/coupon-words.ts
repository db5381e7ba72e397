/** What a coupon is, in a shopper's words: the same on its ticket, in the picker and in the quote. Facts in, words out. */
import type { CouponOffer } from '@/domain/coupon/terms'
import { yuanText, type Fen } from '@/domain/money'
import type { DiscountClass } from '@/domain/promotion/combine'
import { DAY, dayStart, later, shopClock, type EpochMs } from '@/domain/time'

export type Face = {
  readonly name: string
  readonly offer: CouponOffer
  readonly thresholdFen: Fen
  readonly scopeNames: readonly string[]
}

/** Discounts by the names they go by in the shop. */
export const discountName = {
  flash: '秒杀',
  group: '拼团',
  community: '接龙',
  line: '多件优惠',
  order: '满减',
} as const satisfies Record<DiscountClass, string>

/** `12.80` → `12.8`, `30.00` → `30`: as on a price tag. */
export const tagYuan = (amount: Fen): string => yuanText(amount).replace(/\.?0+$/, '')

/** 2000 off → `8 折`, 1500 off → `8.5 折`. */
export const rateText = (offBp: number): string => `${Number(((10_000 - offBp) / 1000).toFixed(2))} 折`

/** `满 ¥39 可用`, or that nothing is asked for. */
export const thresholdText = (thresholdFen: Fen): string =>
  thresholdFen > 0 ? `满 ¥${tagYuan(thresholdFen)} 可用` : '无门槛'

/** The whole of it in a line: `满 ¥59 减 ¥8`, `满 ¥99 打 8.5 折，最多减 ¥20`, `免运费`. */
export const offerText = ({ offer, thresholdFen }: Pick<Face, 'offer' | 'thresholdFen'>): string => {
  const over = thresholdFen > 0 ? `满 ¥${tagYuan(thresholdFen)} ` : ''
  switch (offer.kind) {
    case 'amount':
      return over ? `${over}减 ¥${tagYuan(offer.offFen)}` : `直接减 ¥${tagYuan(offer.offFen)}`
    case 'percent':
      return `${over}打 ${rateText(offer.offBp)}，最多减 ¥${tagYuan(offer.capFen)}`
    case 'delivery':
      return offer.offFen === null ? `${over}免运费` : `${over}运费减 ¥${tagYuan(offer.offFen)}`
    default:
      return offer satisfies never
  }
}

/** Whether the name tells the terms already, so that they are not said twice. */
export const namedOffer = (face: Pick<Face, 'name' | 'offer' | 'thresholdFen'>): string =>
  /[减折免]/.test(face.name) ? face.name : `${face.name} ${offerText(face)}`

/** As much as stands in a line of a ticket. */
const LONGEST = 14

/** `全店可用`, `水果、蔬菜可用`; of many, or of long ones, the first few. */
export const scopeText = (scopeNames: readonly string[]): string => {
  const [first, ...others] = scopeNames
  if (first === undefined) return '全店可用'
  const named = others.reduce((text, name) => ((text + name).length < LONGEST ? `${text}、${name}` : text), first)
  return named === scopeNames.join('、') ? `${named}可用` : `${named} 等可用`
}

const two = (n: number): string => String(n).padStart(2, '0')

/** `今天`, `明天`, `后天`, else the date. */
export const dayName = (at: EpochMs, now: EpochMs): string => {
  const ahead = Math.round((dayStart(at) - dayStart(now)) / DAY)
  const { month, day } = shopClock(at)
  return ['今天', '明天', '后天'][ahead] ?? `${month} 月 ${day} 日`
}

/** `今天 17:30`. */
export const momentName = (at: EpochMs, now: EpochMs): string => {
  const { hour, minute } = shopClock(at)
  return `${dayName(at, now)} ${hour}:${two(minute)}`
}

/** Its last moment counts to the day before midnight: what ends at 0:00 tomorrow ends tonight. */
export const endsText = (expiresAt: EpochMs, now: EpochMs): string => {
  const last = later(expiresAt, -1)
  const day = dayName(last, now)
  if (day === '今天') {
    const { hour, minute } = shopClock(expiresAt)
    return hour === 0 && minute === 0 ? '今晚到期' : `今天 ${hour}:${two(minute)} 到期`
  }
  return `${day}到期`
}

/** True for what ends today or tomorrow: worth a warmer colour, no more. */
export const endsSoon = (expiresAt: EpochMs, now: EpochMs): boolean =>
  dayStart(later(expiresAt, -1)) - dayStart(now) <= DAY

export const beginsText = (validFromAt: EpochMs, now: EpochMs): string => `${momentName(validFromAt, now)} 起可用`
