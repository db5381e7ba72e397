/** Step 4, one coupon by itself: which goods it sees, whether they reach its threshold, and what it takes off. */
import type { CouponOffer, CouponTerms, HeldCoupon } from '../coupon/terms'
import { fen, minFen, rateOfFen, subtractFen, ZERO, type Fen } from '../money'
import { strangers } from '../promotion/combine'
import { isInScope } from '../promotion/scope'
import type { EpochMs } from '../time'
import type { GoodsLine } from './goods'
import type { Why } from './quote'

export type GoodsOffer = Exclude<CouponOffer, { kind: 'delivery' }>

export type CouponBase = {
  /** What of each line it sees, in the order of the lines. */
  readonly weights: readonly Fen[]
  readonly baseFen: Fen
  /** Goods it is for, those included that it passes over. */
  readonly meantFen: Fen
}

/** `amounts`: what each line costs now, in the order of the lines. */
export const couponBase = (
  { scope, combines }: CouponTerms,
  lines: readonly GoodsLine[],
  amounts: readonly Fen[],
): CouponBase => {
  let base = 0
  let meant = 0
  const weights = lines.map(({ line, on }, at) => {
    const amount = isInScope(line, scope) ? (amounts[at] ?? ZERO) : ZERO
    const weight = strangers(on, combines).length === 0 ? amount : ZERO
    base += weight
    meant += amount
    return weight
  })
  return { weights, baseFen: fen(base), meantFen: fen(meant) }
}

/** Why these goods are not enough for the coupon; null where they are. */
export const lacking = (
  { thresholdFen, scope, combines }: CouponTerms,
  { baseFen, meantFen }: CouponBase,
  lines: readonly GoodsLine[],
): Why | null => {
  if (meantFen === 0) return { code: 'no-goods' }
  if (baseFen === 0) {
    const others = lines.flatMap(({ line, on }) => (isInScope(line, scope) ? strangers(on, combines) : []))
    return { code: 'not-together', with: [...new Set(others)] }
  }
  if (baseFen >= thresholdFen) return null
  const passedFen = subtractFen(meantFen, baseFen)
  return {
    code: 'below-threshold',
    thresholdFen,
    baseFen,
    missingFen: subtractFen(thresholdFen, baseFen),
    ...(passedFen > 0 ? { passedFen } : {}),
  }
}

export const notNow = ({ validFromAt, expiresAt }: HeldCoupon, now: EpochMs): Why | null => {
  if (expiresAt <= now) return { code: 'expired', expiresAt }
  return now < validFromAt ? { code: 'not-yet', validFromAt } : null
}

/** What it takes off goods worth `goodsFen` in all. One fen stays: an order that costs nothing can't be paid. */
export const goodsOff = (offer: GoodsOffer, baseFen: Fen, goodsFen: Fen): Fen => {
  const wanted = offer.kind === 'amount' ? offer.offFen : minFen(rateOfFen(baseFen, offer.offBp), offer.capFen)
  return minFen(minFen(wanted, baseFen), subtractFen(goodsFen, fen(1)))
}

/** What a delivery coupon takes off the fee; null = all of it. */
export const feeOff = (offFen: Fen | null, feeFen: Fen): Fen => (offFen === null ? feeFen : minFen(offFen, feeFen))

/** Whether it would lie on a line the order promotion lies on without naming it. */
export const takesPlaceOfOrder = (
  { combines }: CouponTerms,
  { weights }: CouponBase,
  orderParts: readonly Fen[],
): boolean => !combines.includes('order') && weights.some((weight, at) => weight > 0 && (orderParts[at] ?? ZERO) > 0)
