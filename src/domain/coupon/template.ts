/** What the staff hand out: terms, how long a coupon is good, how many there are and how many one person may have. */
import type { CouponTemplateId } from '../ids'
import { timesFen, type Fen } from '../money'
import { DAY, dayStart, later, type EpochMs } from '../time'
import type { CouponTerms } from './terms'

/** `days`: through the end of the n-th day after the claim, so that nobody loses a coupon in the middle of a day. */
export type Validity =
  | { readonly kind: 'dates'; readonly fromAt: EpochMs; readonly untilAt: EpochMs }
  | { readonly kind: 'days'; readonly days: number }

export type CouponTemplate = CouponTerms & {
  readonly id: CouponTemplateId
  readonly name: string
  readonly status: 'draft' | 'live' | 'paused' | 'ended'
  /** Stands in the claim centre; the others are reached by code, assist or grant only. */
  readonly isClaimable: boolean
  readonly claimFromAt: EpochMs | null
  readonly claimUntilAt: EpochMs | null
  readonly validity: Validity
  /** Coupons in all. */
  readonly budget: number
  readonly perPerson: number
  /** Claims of everybody in one day of the shop; null = no such limit. */
  readonly perDay: number | null
}

export const validityFrom = (validity: Validity, claimedAt: EpochMs): { validFromAt: EpochMs; expiresAt: EpochMs } =>
  validity.kind === 'dates'
    ? { validFromAt: validity.fromAt, expiresAt: validity.untilAt }
    : { validFromAt: claimedAt, expiresAt: later(dayStart(claimedAt), (validity.days + 1) * DAY) }

/** The most one coupon can take off; `feeFen` is the store's highest delivery fee, for coupons that take all of it. */
const mostOffFen = ({ offer }: Pick<CouponTerms, 'offer'>, feeFen: Fen): Fen => {
  switch (offer.kind) {
    case 'amount':
      return offer.offFen
    case 'percent':
      return offer.capFen
    case 'delivery':
      return offer.offFen ?? feeFen
    default:
      return offer satisfies never
  }
}

/** The most the whole budget can cost. A percentage always has a cap, so there is always an answer. */
export const mostCostFen = (template: Pick<CouponTemplate, 'offer' | 'budget'>, feeFen: Fen): Fen =>
  timesFen(mostOffFen(template, feeFen), template.budget)
