/** Facts of a coupon as the lines on its ticket. */
import type { CouponView, OfferView } from '@/contract/coupon'
import type { EpochMs } from '@/domain/time'
import { beginsText, discountName, endsText, momentName, scopeText } from '@/ui/coupon-words'
import { copy, sourceText } from './copy'

const words = copy.centre

const joined = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join(' · ')

/** 「水果、蔬菜可用 · 领后 7 天内有效」 */
export const offerNote = ({ scopeNames, validity }: OfferView, now: EpochMs): string => {
  const good = validity.kind === 'days' ? words.days(validity.days) : endsText(validity.untilAt, now)
  return joined(scopeText(scopeNames), good)
}

/** Small facts below: how many one has, what it goes together with, until when it can be claimed. */
export const offerFacts = ({ mine, perPerson, combines, claimUntilAt, state }: OfferView, now: EpochMs): string[] => [
  ...(mine > 0 ? [words.has(mine, perPerson)] : perPerson > 1 ? [words.perPerson(perPerson)] : []),
  ...(combines.length > 0 ? [words.together(combines.map((each) => discountName[each]).join('、'))] : []),
  ...(state === 'open' && claimUntilAt !== null ? [words.claimUntil(momentName(claimUntilAt, now))] : []),
]

/** 「全店可用 · 明天到期」; of one that is gone, where it came from. */
export const couponNote = (coupon: CouponView, now: EpochMs): string => {
  const scope = scopeText(coupon.scopeNames)
  if (coupon.state === 'used' || coupon.state === 'voided') return joined(scope, sourceText[coupon.source])
  if (coupon.validFromAt > now) return joined(scope, beginsText(coupon.validFromAt, now))
  return joined(scope, endsText(coupon.expiresAt, now))
}

/** True while it can be put to use this minute. */
export const isReady = ({ state, validFromAt, expiresAt }: CouponView, now: EpochMs): boolean =>
  state === 'claimed' && validFromAt <= now && now < expiresAt
