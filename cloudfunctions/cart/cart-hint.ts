/** The one thing a cart says about deals, tried with the same calculation that will price the order. */
import type { CartHint } from '@/contract/cart'
import { validityFrom } from '@/domain/coupon/template'
import type { HeldCoupon } from '@/domain/coupon/terms'
import type { CouponId } from '@/domain/ids'
import { subtractFen } from '@/domain/money'
import type { BasketFacts, BasketLine } from '@/domain/pricing/basket'
import { bestDeal } from '@/domain/pricing/best-deal'
import { nearestDeal } from '@/domain/pricing/nearest-deal'
import type { Level } from '@/domain/pricing/unit-price'
import type { EpochMs } from '@/domain/time'
import { hintOf } from '../coupon/claimable'
import type { CartDeals } from './cart-deals'

/** Null for an empty choice, and where nothing is close. A coupon that counts at once goes before one that asks for more. */
export const cartHint = (
  lines: readonly BasketLine[],
  level: Level,
  { promotions, coupons, offers }: CartDeals,
  now: EpochMs,
): CartHint | null => {
  if (lines.length === 0) return null
  const facts = (held: readonly HeldCoupon[]): BasketFacts => ({
    lines,
    level,
    delivery: { kind: 'pickup' },
    deals: { now, promotions, coupons: held },
  })
  // not claimed yet, so it goes by its template's id
  const claimed = offers.map((template) => ({
    template,
    coupon: { ...template, id: `${template.id}` as CouponId, ...validityFrom(template.validity, now) },
  }))
  const [plain, better] = [
    bestDeal(facts(coupons)),
    bestDeal(facts([...coupons, ...claimed.map((each) => each.coupon)])),
  ]
  if (plain.ok && better.ok) {
    const taken = claimed.find(({ coupon }) => coupon.id === better.value.choice.couponId)
    const savesFen = subtractFen(plain.value.quote.totalFen, better.value.quote.totalFen)
    if (taken && savesFen > 0) return { kind: 'claim', offer: hintOf(taken.template), savesFen }
  }
  const near = nearestDeal(facts(coupons))
  return near && { kind: 'near', ...near }
}
