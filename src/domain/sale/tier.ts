/** Quantity tiers (阶梯价): the more neighbours order, the less everybody pays. Business rules §5. */
import { fen, minFen, subtractFen, type Fen } from '../money'

/** From so many units on, everybody pays this. */
export type Tier = { readonly fromUnits: number; readonly priceFen: Fen }
/** `priceFen` until the first tier is reached; tiers ascend in units and descend in price. */
export type TieredPrice = { readonly priceFen: Fen; readonly tiers: readonly Tier[] }

export type TierFault = 'units-not-rising' | 'price-not-falling'
export const MOST_TIERS = 5

/** What is wrong with a tiered price, null if nothing. Who orders more must never pay more. */
export const tierFault = ({ priceFen, tiers }: TieredPrice): TierFault | null => {
  let before: Tier = { fromUnits: 1, priceFen }
  for (const tier of tiers) {
    if (!Number.isSafeInteger(tier.fromUnits) || tier.fromUnits <= before.fromUnits) return 'units-not-rising'
    if (tier.priceFen >= before.priceFen) return 'price-not-falling'
    before = tier
  }
  return null
}

/**
 * `units` are paid units at their highest: a tier once reached stays reached, even if somebody cancels. A price that people
 * were told in the chat never goes up again, and everybody who ordered paid at least what is reached at the end.
 */
export const reachedPrice = ({ priceFen, tiers }: TieredPrice, units: number): Fen =>
  tiers.reduce((price, tier) => (units >= tier.fromUnits ? tier.priceFen : price), priceFen)

export type TierProgress = {
  readonly priceFen: Fen
  /** The next tier and what is missing to it; null on the last one. */
  readonly next: (Tier & { readonly missing: number }) | null
}

export const tierProgress = (price: TieredPrice, units: number): TierProgress => {
  const next = price.tiers.find((tier) => tier.fromUnits > units)
  return { priceFen: reachedPrice(price, units), next: next ? { ...next, missing: next.fromUnits - units } : null }
}

/** The lowest price a sale may end at, for the check against what the store allows. */
export const lowestPrice = ({ priceFen, tiers }: TieredPrice): Fen =>
  tiers.reduce((p, t) => minFen(p, t.priceFen), priceFen)

/** What one unit gets back: the difference of list prices, but never more than the unit really cost after coupons. */
export const unitBack = (unitPriceFen: Fen, unitPaidFen: Fen, reachedFen: Fen): Fen =>
  minFen(unitPaidFen, fen(Math.max(0, subtractFen(unitPriceFen, reachedFen))))
