/** Facts of assist cards as lines that a person reads. */
import type { AssistReward } from '@/contract/assist'
import type { CouponView } from '@/contract/coupon'
import { HOUR, MINUTE, shopClock, type EpochMs } from '@/domain/time'
import { dayName, endsText, rateText, scopeText, tagYuan } from '@/ui/coupon-words'
import { copy } from './copy'

type Gift = Pick<AssistReward, 'name' | 'offer'>

/** `¥8`, `8 折`, `免运费`. */
export const figureOf = ({ offer }: Pick<Gift, 'offer'>): string => {
  switch (offer.kind) {
    case 'amount':
      return `¥${tagYuan(offer.offFen)}`
    case 'percent':
      return rateText(offer.offBp)
    case 'delivery':
      return offer.offFen === null ? '免运费' : `运费减 ¥${tagYuan(offer.offFen)}`
    default:
      return offer satisfies never
  }
}

/** `¥8 鲜蔬水果券`. */
export const giftText = (gift: Gift): string => `${figureOf(gift)} ${gift.name}`

/** 「水果、蔬菜可用 · 得券后 7 天有效」 */
export const rewardNote = (
  { scopeNames, validity }: Pick<AssistReward, 'scopeNames' | 'validity'>,
  now: EpochMs,
): string =>
  `${scopeText(scopeNames)} · ${validity.kind === 'days' ? copy.days(validity.days) : endsText(validity.untilAt, now)}`

/** 「全店可用 · 后天到期」: of a coupon that is in somebody's wallet. */
export const heldNote = ({ scopeNames, expiresAt }: CouponView, now: EpochMs): string =>
  `${scopeText(scopeNames)} · ${endsText(expiresAt, now)}`

export const clockText = (at: EpochMs): string => {
  const { hour, minute } = shopClock(at)
  return `${hour}:${String(minute).padStart(2, '0')}`
}

/** 「今天 21:13」, 「明早 7:11」. */
export const untilText = (at: EpochMs, now: EpochMs): string => {
  const { hour } = shopClock(at)
  const day = dayName(at, now)
  return day === '明天' && hour < 11 ? `明早 ${clockText(at)}` : `${day} ${clockText(at)}`
}

export const lifeText = (lifeMs: number): string =>
  lifeMs % HOUR === 0 ? `${lifeMs / HOUR} 小时` : `${Math.round(lifeMs / MINUTE)} 分钟`
