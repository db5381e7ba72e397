/**
 * What a basket costs and why. The screen's preview and the server's truth are this one function; see business rules §4
 * for the order of the steps. Pure: same facts, same quote, on phone and server.
 */
import { refuse, ok, type Result } from '../result'
import type { BasketFacts, Choice } from './basket'
import { findCombos, type Combo, type Combos } from './combos'
import { priceGoods } from './goods'
import type { Quote } from './quote'
import { writeQuote } from './write-quote'

const NO_COUPON: Choice = { couponId: null, deliveryCouponId: null }

/**
 * Quotes with the coupons chosen. A chosen coupon that can't be used is left out and says why in `unused`; where the shopper
 * was shown another total, placing refuses with this quote. Refuses only where a line can't be delivered; the total is above zero.
 */
export const quoteBasket = (
  facts: BasketFacts,
  choice: Choice = NO_COUPON,
): Result<Quote, { code: 'delivery.out-of-area' }> => {
  const goods = priceGoods(facts)
  const combos = findCombos(facts, goods)
  if (!combos) return refuse({ code: 'delivery.out-of-area' })
  return ok(writeQuote(facts, goods, combos, chosen(combos, choice)))
}

/** The chosen pair; where it isn't lawful, the goods coupon alone, then the delivery coupon alone, then none. */
const chosen = ({ lawful }: Combos, { couponId, deliveryCouponId }: Choice): Combo => {
  const find = (goods: Choice['couponId'], delivery: Choice['deliveryCouponId']) =>
    lawful.find(
      (combo) => (combo.stand.coupon?.coupon.id ?? null) === goods && (combo.delivery?.coupon.id ?? null) === delivery,
    )
  return find(couponId, deliveryCouponId) ?? find(couponId, null) ?? find(null, deliveryCouponId) ?? lawful[0]
}
