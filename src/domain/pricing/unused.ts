/** What was not used, and why. An order keeps this for good, so of the coupons only the closest few are named. */
import type { HeldCoupon } from '../coupon/terms'
import { pointsWorth, spendablePoints } from '../points/spend'
import { addFen, type Fen } from '../money'
import type { BasketFacts } from './basket'
import type { Combo, Combos } from './combos'
import type { Goods } from './goods'
import type { UnusedRule, Why } from './quote'

/** Somebody with 50 coupons wants to know what was close, not all of them; the picker has the whole list (`best-deal.ts`). */
const MOST_COUPONS = 5

export const unusedRules = (facts: BasketFacts, goods: Goods, combos: Combos, combo: Combo): UnusedRule[] => [
  ...goods.unused,
  ...gaveWay(goods, combo),
  ...coupons(facts, combos, combo),
  ...points(facts, combo),
]

/** An order promotion left out names the coupon that took its place. */
const gaveWay = ({ order }: Goods, { stand, delivery }: Combo): UnusedRule[] => {
  const to = [stand.coupon, delivery].find((used) => used?.takesPlace)?.coupon
  if (!order || stand.hasOrderPromotion || !to) return []
  const { id, name } = order.promotion
  return [{ kind: 'order-promotion', id, name, why: { code: 'gave-way', to: to.id, offFen: order.offFen } }]
}

/** The nearest to its threshold first; then what could be used instead, the cheapest first. */
const coupons = (facts: BasketFacts, combos: Combos, { stand, delivery }: Combo): UnusedRule[] => {
  const totals = lowestTotals(combos)
  const left = (facts.deals?.coupons ?? []).filter((c) => c !== stand.coupon?.coupon && c !== delivery?.coupon)
  return left
    .flatMap((coupon) => {
      const totalFen = totals.get(coupon)
      const why: Why | undefined = totalFen === undefined ? combos.whyNot.get(coupon) : { code: 'not-chosen', totalFen }
      return why && rankOf(why) < NEVER ? [{ coupon, why }] : []
    })
    .sort((a, b) => rankOf(a.why) - rankOf(b.why) || amountOf(a.why) - amountOf(b.why) || byId(a.coupon, b.coupon))
    .slice(0, MOST_COUPONS)
    .map(({ coupon, why }) => ({ kind: kindOf(coupon), id: coupon.id, name: coupon.name, why }))
}

export const kindOf = ({ offer }: HeldCoupon): 'coupon' | 'delivery-coupon' =>
  offer.kind === 'delivery' ? 'delivery-coupon' : 'coupon'

export const byId = (a: HeldCoupon, b: HeldCoupon): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The lowest total of all combinations each coupon is in. */
const lowestTotals = ({ lawful }: Combos): ReadonlyMap<HeldCoupon, Fen> => {
  const lowest = new Map<HeldCoupon, Fen>()
  for (const { stand, delivery, totalFen } of lawful)
    for (const coupon of [stand.coupon?.coupon, delivery?.coupon])
      if (coupon && totalFen < (lowest.get(coupon) ?? Infinity)) lowest.set(coupon, totalFen)
  return lowest
}

const NEVER = 9
/** What the basket has nothing to do with is not named at all. */
const RANKS: Partial<Record<Why['code'], number>> = {
  'below-threshold': 1,
  'not-chosen': 2,
  'not-together': 3,
  'no-fee': 4,
}
const rankOf = (why: Why): number => RANKS[why.code] ?? NEVER
const amountOf = (why: Why): number =>
  why.code === 'below-threshold' ? why.missingFen : why.code === 'not-chosen' ? why.totalFen : 0

const points = ({ deals }: BasketFacts, { stand }: Combo): UnusedRule[] => {
  if (!deals?.points || deals.points.use) return []
  const could = spendablePoints(addFen(...stand.amounts), deals.points.balance, deals.points.mostShareBp)
  return could > 0 ? [{ kind: 'points', why: { code: 'switched-off', points: could, offFen: pointsWorth(could) } }] : []
}
