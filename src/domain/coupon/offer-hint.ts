/** The one coupon of the claim centre worth pointing at beside a product. */
import { minFen, rateOfFen, subtractFen, ZERO, type Fen } from '../money'
import { isInScope, type Scoped } from '../promotion/scope'
import type { CouponTerms } from './terms'

/**
 * Of coupons for goods that this product counts for: the one that takes most off a single piece; where one piece reaches none, the
 * one that lacks the least. Null where none is for it. Delivery coupons belong to the checkout.
 */
export const offerFor = <Offer extends CouponTerms>(
  goods: Scoped,
  unitFen: Fen,
  offers: readonly Offer[],
): Offer | null => {
  const fitting = offers
    .filter(({ offer, scope }) => offer.kind !== 'delivery' && isInScope(goods, scope))
    .map((offer) => ({
      offer,
      missingFen: subtractFen(offer.thresholdFen, minFen(offer.thresholdFen, unitFen)),
      offFen: offOf(offer, unitFen),
    }))
  const [best] = fitting.sort((a, b) => a.missingFen - b.missingFen || b.offFen - a.offFen)
  return best?.offer ?? null
}

const offOf = ({ offer }: CouponTerms, unitFen: Fen): Fen => {
  if (offer.kind === 'delivery') return ZERO
  return offer.kind === 'amount' ? minFen(offer.offFen, unitFen) : minFen(offer.capFen, rateOfFen(unitFen, offer.offBp))
}
