/**
 * Every lawful combination of coupons and what the order would cost with it. At most one goods coupon and one delivery coupon
 * go together, so 50 coupons make at most 676 pairs: all of them are looked at and nothing is guessed.
 */
import type { HeldCoupon } from '../coupon/terms'
import { addFen, splitFen, subtractFen, ZERO, type Fen } from '../money'
import { pointsWorth, spendablePoints } from '../points/spend'
import type { BasketFacts, Deals } from './basket'
import { couponBase, feeOff, goodsOff, lacking, notNow, takesPlaceOfOrder, type CouponBase } from './coupon-cut'
import { deliveryStep } from './delivery-step'
import type { Goods } from './goods'
import type { QuoteStep, Why } from './quote'

export type UsedCoupon = {
  readonly coupon: HeldCoupon
  readonly baseFen: Fen
  readonly offFen: Fen
  /** It can't be used beside the order promotion. */
  readonly takesPlace: boolean
}

/** The basket after steps 1–6, a delivery coupon left out. */
export type Stand = {
  readonly hasOrderPromotion: boolean
  readonly coupon: UsedCoupon | null
  /** The goods coupon's share of each line. */
  readonly couponParts: readonly Fen[]
  /** What each line costs after steps 1–4. */
  readonly amounts: readonly Fen[]
  readonly points: number
  readonly fee: Extract<QuoteStep, { kind: 'delivery' }>
  readonly totalFen: Fen
}

export type Combo = { readonly stand: Stand; readonly delivery: UsedCoupon | null; readonly totalFen: Fen }

export type Combos = {
  /** The first uses no coupon. */
  readonly lawful: readonly [Combo, ...Combo[]]
  /** Why a coupon is in none of them. */
  readonly whyNot: ReadonlyMap<HeldCoupon, Why>
}

/** The basket after step 3: with the order promotion, or without where a coupon took its place. */
type State = { readonly hasOrderPromotion: boolean; readonly amounts: readonly Fen[] }
type Judged = {
  readonly coupon: HeldCoupon
  readonly why: Why | null
  readonly takesPlace: boolean
  /** What it sees in each state; null where it can't be used. */
  readonly bases: readonly (CouponBase | null)[]
}

/** Null where a line can't be delivered. */
export const findCombos = (facts: BasketFacts, goods: Goods): Combos | null => {
  const states = statesOf(goods)
  const bare = standAfter(facts, states[0], null)
  if (!bare) return null
  const judged = (facts.deals?.coupons ?? []).map((coupon) => judge(coupon, goods, states, facts.deals))
  const lawful: [Combo, ...Combo[]] = [{ stand: bare, delivery: null, totalFen: bare.totalFen }]
  states.forEach((state, at) => {
    const isForcedOff = goods.order !== null && !state.hasOrderPromotion
    const usable = judged.flatMap((each) => useOf(each, at) ?? [])
    const [forGoods, forFee] = [usable.filter(isForGoods), usable.filter((use) => !isForGoods(use))]
    for (const one of [null, ...forGoods]) {
      const stand = one || at > 0 ? standAfter(facts, state, one) : bare
      if (!stand || (one && !stand.coupon)) continue // a percentage of a few fen may be nothing
      if (one && (!isForcedOff || one.takesPlace)) lawful.push({ stand, delivery: null, totalFen: stand.totalFen })
      for (const other of forFee) {
        const delivery = withFeeOff(stand, other)
        if (!delivery || (isForcedOff && !one?.takesPlace && !other.takesPlace)) continue
        lawful.push({ stand, delivery, totalFen: subtractFen(stand.totalFen, delivery.offFen) })
      }
    }
  })
  return { lawful, whyNot: reasons(judged, lawful) }
}

const statesOf = ({ lines, order }: Goods): [State, ...State[]] => {
  const amounts = lines.map((line) => line.amountFen)
  const without = { hasOrderPromotion: false, amounts }
  if (!order) return [without]
  const reduced = amounts.map((amount, at) => subtractFen(amount, order.parts[at] ?? ZERO))
  return [{ hasOrderPromotion: true, amounts: reduced }, without]
}

const judge = (
  coupon: HeldCoupon,
  { lines, order }: Goods,
  states: readonly State[],
  deals: Deals | undefined,
): Judged => {
  const unripe = deals ? notNow(coupon, deals.now) : null
  if (unripe) return { coupon, why: unripe, takesPlace: false, bases: [] }
  const bases = states.map((state) => couponBase(coupon, lines, state.amounts))
  const [first, last] = [bases[0], bases[bases.length - 1]]
  const takesPlace = !!order && !!last && takesPlaceOfOrder(coupon, last, order.parts)
  const counts = takesPlace ? last : first
  return {
    coupon,
    why: counts ? lacking(coupon, counts, lines) : null,
    takesPlace,
    bases: bases.map((base, at) =>
      (takesPlace && states[at]?.hasOrderPromotion) || lacking(coupon, base, lines) ? null : base,
    ),
  }
}

/** A coupon about to be used in one state. */
type Use = { readonly coupon: HeldCoupon; readonly base: CouponBase; readonly takesPlace: boolean }

const useOf = ({ coupon, bases, takesPlace }: Judged, state: number): Use | null => {
  const base = bases[state]
  return base ? { coupon, base, takesPlace } : null
}

const isForGoods = ({ coupon }: Use): boolean => coupon.offer.kind !== 'delivery'

const standAfter = (
  { delivery, deals }: BasketFacts,
  { hasOrderPromotion, amounts }: State,
  use: Use | null,
): Stand | null => {
  const coupon = use && withGoodsOff(use, addFen(...amounts))
  const couponParts = coupon ? splitFen(coupon.offFen, use.base.weights) : []
  const after = coupon ? amounts.map((amount, at) => subtractFen(amount, couponParts[at] ?? ZERO)) : amounts
  const goodsFen = addFen(...after)
  // before points: they are the shopper's own money, and paying with them must not cost a delivery fee
  const fee = deliveryStep(delivery, after)
  if (!fee) return null
  const { balance, use: isOn, mostShareBp } = deals?.points ?? { balance: 0, use: false }
  const points = isOn ? spendablePoints(goodsFen, balance, mostShareBp) : 0
  const totalFen = subtractFen(addFen(goodsFen, fee.amountFen), pointsWorth(points))
  return { hasOrderPromotion, coupon, couponParts, amounts: after, points, fee, totalFen }
}

const withGoodsOff = ({ coupon, base: { baseFen }, takesPlace }: Use, goodsFen: Fen): UsedCoupon | null => {
  const offFen = coupon.offer.kind === 'delivery' ? ZERO : goodsOff(coupon.offer, baseFen, goodsFen)
  return offFen > 0 ? { coupon, baseFen, offFen, takesPlace } : null
}

const withFeeOff = ({ fee }: Stand, { coupon, base, takesPlace }: Use): UsedCoupon | null => {
  if (coupon.offer.kind !== 'delivery') return null
  const offFen = feeOff(coupon.offer.offFen, fee.amountFen)
  return offFen > 0 ? { coupon, baseFen: base.baseFen, offFen, takesPlace } : null
}

const reasons = (judged: readonly Judged[], lawful: readonly Combo[]): Map<HeldCoupon, Why> => {
  const used = new Set(lawful.flatMap(({ stand, delivery }) => [stand.coupon?.coupon, delivery?.coupon]))
  const whyNot = new Map<HeldCoupon, Why>()
  for (const { coupon, why } of judged) {
    const nothingToTake: Why = { code: coupon.offer.kind === 'delivery' ? 'no-fee' : 'no-goods' }
    if (!used.has(coupon)) whyNot.set(coupon, why ?? nothingToTake)
  }
  return whyNot
}
