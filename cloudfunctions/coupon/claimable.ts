/** What a member could claim this minute, for whoever points at it outside the claim centre. A second old at most; claiming decides anew. */
import type { OfferHint } from '@/contract/coupon'
import { decideClaim } from '@/domain/coupon/claim'
import type { CouponTemplate } from '@/domain/coupon/template'
import type { CouponTemplateId } from '@/domain/ids'
import { FRESH, remembered } from '../catalog/shop-memory'
import type { Deps } from '../runtime/deps'
import { readCentre } from './template.sql'

/** `had`: templates of the coupons this person has or had, one for each coupon. In the staff's order. */
export const claimable = async (deps: Deps, had: readonly CouponTemplateId[]): Promise<CouponTemplate[]> => {
  const centre = await remembered(deps, 'claim-centre', FRESH, () => readCentre(deps, null))
  const now = deps.now()
  return centre.flatMap((offered) => {
    const { template } = offered
    const mine = had.filter((id) => id === template.id).length
    // a second one of the same kind is no news to whoever has the first
    return mine === 0 && decideClaim({ ...offered, mine }, 'claim', now).ok ? [template] : []
  })
}

export const hintOf = ({ id, name, offer, thresholdFen }: CouponTemplate): OfferHint => ({
  templateId: id,
  name,
  offer,
  thresholdFen,
})
