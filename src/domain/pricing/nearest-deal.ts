/** "Buy for ¥3.20 more and ¥25 come off": the deal a basket nearly reaches, tried with the calculation itself. */
import { fen, type Fen } from '../money'
import { isInScope, type Scope } from '../promotion/scope'
import type { BasketFacts } from './basket'
import { bestDeal } from './best-deal'
import type { Quote } from './quote'

/** `offFen`: what the order gets cheaper by, everything else as good as can be. */
export type NearDeal = { readonly name: string; readonly missingFen: Fen; readonly offFen: Fen }

type Threshold = { readonly name: string; readonly missingFen: Fen; readonly scope: Scope }

/** Looked at beyond the nearest: it may give less than it asks for. */
const MOST_TRIED = 3

/**
 * The nearest threshold of a 满减 or of a coupon for goods that gives at least what it asks for, so that nobody is talked into
 * a second basket; null where there is none. Tried with more of the goods that count for it already.
 */
export const nearestDeal = (facts: BasketFacts): NearDeal | null => {
  const now = bestDeal(facts)
  if (!now.ok) return null
  const nearest = [...thresholds(facts, now.value.quote)].sort((a, b) => a.missingFen - b.missingFen)
  for (const { name, missingFen, scope } of nearest.slice(0, MOST_TRIED)) {
    const like = facts.lines.find((line) => isInScope(line, scope))
    if (!like) continue
    const more = { ...like, quantity: 1, priceFen: missingFen, memberPriceFen: null, special: undefined }
    const then = bestDeal({ ...facts, lines: [...facts.lines, more] })
    if (!then.ok) continue
    const offFen = fen(now.value.quote.totalFen + missingFen - then.value.quote.totalFen)
    if (offFen >= missingFen) return { name, missingFen, offFen }
  }
  return null
}

const thresholds = ({ deals }: BasketFacts, { steps, unused = [] }: Quote): Threshold[] => {
  const all = new Map<string, { readonly scope: Scope }>()
  for (const deal of [...(deals?.promotions ?? []), ...(deals?.coupons ?? [])]) all.set(deal.id, deal)
  const missing: Threshold[] = []
  for (const step of steps) {
    if (step.kind !== 'order-promotion' || !step.next) continue
    const deal = all.get(step.id)
    if (deal) missing.push({ name: step.name, missingFen: step.next.missingFen, scope: deal.scope })
  }
  for (const rule of unused) {
    if (rule.why.code !== 'below-threshold' || rule.kind === 'points' || rule.kind === 'delivery-coupon') continue
    const deal = all.get(rule.id)
    if (deal) missing.push({ name: rule.name, missingFen: rule.why.missingFen, scope: deal.scope })
  }
  return missing
}
