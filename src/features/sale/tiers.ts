/** A tiered line as a bar: where each step stands, how far it is filled, what is missing to the next. */
import type { SaleLineView } from '@/contract/sale'
import type { Fen } from '@/domain/money'

export type TierStep = {
  readonly fromUnits: number
  readonly priceFen: Fen
  /** Per cent of the bar. */
  readonly at: number
  readonly isReached: boolean
  readonly isNext: boolean
}

/** Steps stand at equal distances: a bar true to scale would crowd the first ones. Between two steps it fills by what is sold. */
export const tiersOf = ({ tiers, priceFen, sold }: Pick<SaleLineView, 'tiers' | 'priceFen' | 'sold'>) => {
  const gaps = Math.max(1, tiers.length - 1)
  // what counts is the price that is reached: a tier once reached stays so, whatever is sold now
  const reached = tiers.reduce((last, tier, place) => (tier.priceFen >= priceFen ? place : last), 0)
  const next = tiers[reached + 1]
  const from = tiers[reached]?.fromUnits ?? 0
  const share = next ? Math.min(1, Math.max(0, (sold - from) / (next.fromUnits - from))) : 1
  const steps = tiers.map((tier, place): TierStep => ({
    ...tier,
    at: Math.round((place / gaps) * 100),
    isReached: place <= reached,
    isNext: place === reached + 1,
  }))
  return {
    steps,
    filled: next ? Math.round(((reached + share) / gaps) * 100) : 100,
    next: next ? { priceFen: next.priceFen, missing: Math.max(1, next.fromUnits - sold) } : null,
  }
}
