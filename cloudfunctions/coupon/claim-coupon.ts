/** Claims a coupon in the claim centre. */
import type { coupon as contract } from '@/contract/coupon'
import { decideClaim } from '@/domain/coupon/claim'
import { ok, refuse } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { isIssueGuard, issueCoupon } from './issue.sql'
import { offerView } from './offer-view'
import { readCoupon } from './coupon.sql'
import { offerFace, readOffer } from './template.sql'

/** Who taps twice at once is told the second time that they have it, not that something went wrong. */
const MOST_TRIES = 4

export const claimCoupon: UseCase<typeof contract.claim> = async (deps, { memberId }, { templateId }) => {
  for (let attempt = 1; ; attempt++) {
    const offered = await readOffer(deps, templateId, memberId)
    if (!offered) return refuse({ code: 'coupon.unknown' })
    const { template } = offered
    const claim = decideClaim(offered, 'claim', deps.now())
    if (!claim.ok) return claim
    try {
      const id = await issueCoupon(deps.db, deps, { template, memberId, claim: claim.value, source: 'claim' })
      const [coupon, after] = await Promise.all([readCoupon(deps, memberId, id), readOffer(deps, templateId, memberId)])
      if (!coupon || !after) throw new Error('a coupon vanished')
      const offer = offerView(after, deps.now()) ?? { ...offerFace(after), state: 'claimed' as const, opensAt: null }
      return ok({ coupon, offer })
    } catch (error) {
      if (attempt === MOST_TRIES || !isIssueGuard(error)) throw error
    }
  }
}
