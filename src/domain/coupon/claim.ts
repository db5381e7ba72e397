/** Whether somebody gets a coupon of a template. The unique key on (template, member, nth) and the budget check are the last guards behind it. */
import { ok, refuse, type Result } from '../result'
import { DAY, dayStart, later, type EpochMs } from '../time'
import { validityFrom, type CouponTemplate } from './template'

/** How a coupon is come by. */
export type CouponSource = 'claim' | 'assist' | 'assist-helper' | 'assist-consolation' | 'code' | 'staff' | 'new-member'

export type ClaimFacts = {
  readonly template: CouponTemplate
  /** Coupons of the template that are out already. */
  readonly issued: number
  readonly issuedToday: number
  /** This member's, in whatever state: who used one has had it. */
  readonly mine: number
}

export type ClaimNo =
  | { code: 'coupon.unknown' }
  | { code: 'coupon.not-open'; opensAt: EpochMs | null }
  | { code: 'coupon.sold-out' }
  | { code: 'coupon.limit-reached'; limit: number }
  | { code: 'coupon.day-limit'; limit: number; againAt: EpochMs }

/** `nth`: the member's n-th of this template, counted from one. */
export type Claim = { readonly nth: number; readonly validFromAt: EpochMs; readonly expiresAt: EpochMs }

/**
 * The claim window binds who comes by themselves (`claim`, `code`), the day's limit the claim centre alone; what the shop
 * hands out itself is bound by budget and by one person's limit only.
 */
export const decideClaim = (facts: ClaimFacts, source: CouponSource, now: EpochMs): Result<Claim, ClaimNo> => {
  const { template, issued, issuedToday, mine } = facts
  if (template.status === 'draft' || (source === 'claim' && !template.isClaimable))
    return refuse({ code: 'coupon.unknown' })
  const dates = validityFrom(template.validity, now)
  const comesByItself = source === 'claim' || source === 'code'
  const { claimFromAt, claimUntilAt, perDay, perPerson } = template
  if (comesByItself && claimFromAt !== null && now < claimFromAt)
    return refuse({ code: 'coupon.not-open', opensAt: claimFromAt })
  const isClosed = template.status !== 'live' || (comesByItself && claimUntilAt !== null && claimUntilAt <= now)
  if (isClosed || dates.expiresAt <= now) return refuse({ code: 'coupon.not-open', opensAt: null })
  if (mine >= perPerson) return refuse({ code: 'coupon.limit-reached', limit: perPerson })
  if (issued >= template.budget) return refuse({ code: 'coupon.sold-out' })
  if (source === 'claim' && perDay !== null && issuedToday >= perDay)
    return refuse({ code: 'coupon.day-limit', limit: perDay, againAt: later(dayStart(now), DAY) })
  return ok({ nth: mine + 1, ...dates })
}
