/** Facts of a coupon as the lines on its ticket. */
import type { CouponView, OfferView } from '@/contract/coupon'
import type { EpochMs } from '@/domain/time'
import { beginsText, discountName, endsText, momentName } from '@/ui/coupon-words'
import { copy, sourceText } from './copy'

const words = copy.centre

/** 「领后 7 天内有效」, 「11 月 26 日到期」 */
export const offerUntil = ({ validity }: OfferView, now: EpochMs): string =>
  validity.kind === 'days' ? words.days(validity.days) : endsText(validity.untilAt, now)

/** Small facts below: how many one has, what it goes together with, until when it can be claimed. */
export const offerFacts = ({ mine, perPerson, combines, claimUntilAt, state }: OfferView, now: EpochMs): string[] => [
  ...(perPerson > 1 ? [mine > 0 ? words.has(mine, perPerson) : words.perPerson(perPerson)] : []),
  ...(combines.length > 0 ? [words.together(combines.map((each) => discountName[each]).join('、'))] : []),
  ...(state === 'open' && claimUntilAt !== null ? [words.claimUntil(momentName(claimUntilAt, now))] : []),
]

/** 「明天到期」; of one that is gone, where it came from. */
export const couponUntil = ({ state, source, validFromAt, expiresAt }: CouponView, now: EpochMs): string => {
  if (state === 'used' || state === 'voided') return sourceText[source]
  return validFromAt > now ? beginsText(validFromAt, now) : endsText(expiresAt, now)
}

/** True while it can be put to use this minute. */
export const isReady = ({ state, validFromAt, expiresAt }: CouponView, now: EpochMs): boolean =>
  state === 'claimed' && validFromAt <= now && now < expiresAt
