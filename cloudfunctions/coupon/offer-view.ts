/** One line of the claim centre: the same rule that decides a claim says what the button does. */
import type { OfferView } from '@/contract/coupon'
import { decideClaim, type ClaimNo } from '@/domain/coupon/claim'
import type { EpochMs } from '@/domain/time'
import { offerFace, type Offered } from './template.sql'

/** Null for what nobody can claim any more. */
export const offerView = (offered: Offered, now: EpochMs): OfferView | null => {
  const decided = decideClaim(offered, 'claim', now)
  if (decided.ok) return { ...offerFace(offered), state: 'open', opensAt: null }
  const button = buttonOf(decided.refusal, offered)
  return button && { ...offerFace(offered), ...button }
}

const buttonOf = (no: ClaimNo, { had }: Offered): Pick<OfferView, 'state' | 'opensAt'> | null => {
  switch (no.code) {
    case 'coupon.limit-reached':
      return { state: had, opensAt: null }
    case 'coupon.sold-out':
      return { state: 'sold-out', opensAt: null }
    case 'coupon.day-limit':
      return { state: 'tomorrow', opensAt: no.againAt }
    case 'coupon.not-open':
      return no.opensAt === null ? null : { state: 'not-yet', opensAt: no.opensAt }
    case 'coupon.unknown':
      return null
    default:
      return no satisfies never
  }
}
