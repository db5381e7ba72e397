/** The lawful combination with the lowest total, and what each coupon in the wallet would do: what the picker draws. */
import type { HeldCoupon } from '../coupon/terms'
import type { CouponId } from '../ids'
import { subtractFen, ZERO, type Fen } from '../money'
import { ok, refuse, type Result } from '../result'
import type { BasketFacts, Choice } from './basket'
import { findCombos, type Combo, type Combos } from './combos'
import { priceGoods } from './goods'
import type { Quote, Why } from './quote'
import { byId, kindOf } from './unused'
import { writeQuote } from './write-quote'

/**
 * A coupon of the wallet. `offFen`: what it takes off itself; `totalFen`: what the order costs with it, the rest as good as can
 * be; `savesFen`: against the best without a coupon of its kind, below zero where it takes the place of something better.
 */
export type CouponOption = {
  readonly id: CouponId
  readonly name: string
  readonly kind: 'coupon' | 'delivery-coupon'
} & (
  | { readonly isUsable: true; readonly offFen: Fen; readonly savesFen: Fen; readonly totalFen: Fen }
  | { readonly isUsable: false; readonly why: Why }
)

export type BestDeal = {
  readonly quote: Quote
  readonly choice: Choice
  /** Usable ones first, the cheapest total first; then those that lack the least. */
  readonly options: readonly CouponOption[]
}

/** A coupon the shopper took by hand, or null for none of that kind; what is left out is for the solver to choose. */
export type Wish = Partial<Choice>

/**
 * Exact: all lawful combinations are compared. Ties go to the fewest coupons, then to what expires first, then to the id, so
 * that the order in which coupons are listed never matters. A wish that can't be had is left out, as in `quoteBasket`.
 */
export const bestDeal = (facts: BasketFacts, wish: Wish = {}): Result<BestDeal, { code: 'delivery.out-of-area' }> => {
  const goods = priceGoods(facts)
  const combos = findCombos(facts, goods)
  if (!combos) return refuse({ code: 'delivery.out-of-area' })
  const best = cheapest(wished(combos, wish))
  return ok({
    quote: writeQuote(facts, goods, combos, best),
    choice: choiceOf(best),
    options: optionsOf(facts, combos),
  })
}

/** What `bestDeal` would choose and cost, and nothing that is drawn: to compare one basket with another. Null where it can't be delivered. */
export const bestChoice = (facts: BasketFacts): { readonly choice: Choice; readonly totalFen: Fen } | null => {
  const combos = findCombos(facts, priceGoods(facts))
  if (!combos) return null
  const best = cheapest(combos.lawful)
  return { choice: choiceOf(best), totalFen: best.totalFen }
}

const choiceOf = ({ stand, delivery }: Combo): Choice => ({
  couponId: stand.coupon?.coupon.id ?? null,
  deliveryCouponId: delivery?.coupon.id ?? null,
})

/** Combinations that keep the wish; a coupon that is in none of them is given up, the delivery coupon first. */
const wished = ({ lawful }: Combos, wish: Wish): readonly Combo[] => {
  const keep = ({ couponId, deliveryCouponId }: Wish): Combo[] =>
    lawful.filter((combo) => {
      const has = choiceOf(combo)
      return (
        (couponId === undefined || has.couponId === couponId) &&
        (deliveryCouponId === undefined || has.deliveryCouponId === deliveryCouponId)
      )
    })
  const tries: Wish[] = [wish, { ...wish, deliveryCouponId: null }, { ...wish, couponId: null }]
  return tries.map(keep).find((kept) => kept.length > 0) ?? lawful
}

const cheapest = (combos: readonly Combo[]): Combo =>
  combos.reduce((best, each) => (compare(each, best) < 0 ? each : best))

const compare = (a: Combo, b: Combo): number => {
  if (a.totalFen !== b.totalFen) return a.totalFen - b.totalFen
  const [ours, theirs] = [couponsOf(a), couponsOf(b)]
  if (ours.length !== theirs.length) return ours.length - theirs.length
  for (const [n, one] of ours.entries()) {
    const other = theirs[n]
    if (other && one.expiresAt !== other.expiresAt) return one.expiresAt - other.expiresAt
  }
  return ours.map((c) => c.id).join() < theirs.map((c) => c.id).join() ? -1 : 1
}

/** Soonest to expire first. */
const couponsOf = ({ stand, delivery }: Combo) =>
  [stand.coupon?.coupon, delivery?.coupon]
    .filter((coupon) => coupon !== undefined)
    .sort((a, b) => a.expiresAt - b.expiresAt || byId(a, b))

const optionsOf = (facts: BasketFacts, { lawful, whyNot }: Combos): CouponOption[] => {
  const best = new Map<HeldCoupon, Combo>()
  for (const combo of lawful)
    for (const coupon of couponsOf(combo)) {
      const known = best.get(coupon)
      if (!known || compare(combo, known) < 0) best.set(coupon, combo)
    }
  const lowestWithout = (kind: 'coupon' | 'delivery-coupon'): Fen =>
    cheapest(lawful.filter((combo) => (kind === 'coupon' ? !combo.stand.coupon : !combo.delivery))).totalFen
  const without = { coupon: lowestWithout('coupon'), 'delivery-coupon': lowestWithout('delivery-coupon') }
  return (facts.deals?.coupons ?? [])
    .map((coupon) => ({ coupon, option: optionOf(coupon, best.get(coupon), without, whyNot.get(coupon)) }))
    .sort(
      (a, b) =>
        rankOf(a.option) - rankOf(b.option) || a.coupon.expiresAt - b.coupon.expiresAt || byId(a.coupon, b.coupon),
    )
    .map(({ option }) => option)
}

const optionOf = (
  coupon: HeldCoupon,
  combo: Combo | undefined,
  without: Readonly<Record<'coupon' | 'delivery-coupon', Fen>>,
  why: Why | undefined,
): CouponOption => {
  const { id, name } = coupon
  const kind = kindOf(coupon)
  if (!combo) return { id, name, kind, isUsable: false, why: why ?? { code: 'no-goods' } }
  const used = kind === 'coupon' ? combo.stand.coupon : combo.delivery
  const { totalFen } = combo
  return {
    id,
    name,
    kind,
    isUsable: true,
    offFen: used?.offFen ?? ZERO,
    savesFen: subtractFen(without[kind], totalFen),
    totalFen,
  }
}

/** Usable by total; then what lacks money by how much; then the rest. */
const rankOf = (option: CouponOption): number => {
  if (option.isUsable) return option.totalFen
  return option.why.code === 'below-threshold' ? 1e13 + option.why.missingFen : 2e13
}
