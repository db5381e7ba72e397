/** "Add broccoli for ¥6.90 and the coupon counts, but you pay ¥2.90 more": what it takes to reach a coupon, honestly summed up. */
import type { CouponId } from '../ids'
import type { CouponTerms } from '../coupon/terms'
import { subtractFen, type Fen } from '../money'
import { isInScope } from '../promotion/scope'
import type { BasketFacts, BasketLine } from './basket'
import { bestChoice } from './best-deal'
import type { Delivery } from './delivery-step'
import { unitPrice, type Level } from './unit-price'

/** One more line, with its delivery template where the basket is delivered. */
export type Candidate = { readonly line: BasketLine; readonly template?: Template | undefined }
type Template = Extract<Delivery, { templates: unknown }>['templates'][number]

/** `moreFen`: against the best deal without it; below zero where the order gets cheaper by buying more. */
export type AddOn = { readonly line: BasketLine; readonly totalFen: Fen; readonly moreFen: Fen }

/** Each is a calculation of its own, and who is short of a little wants something small. */
const MOST_TRIED = 4

/** Of the shop's goods those that would close the gap by themselves, the cheapest first; never what is in the basket already. */
export const worthTrying = <Line extends BasketLine>(
  { lines, level }: Pick<BasketFacts, 'lines' | 'level'>,
  { scope }: Pick<CouponTerms, 'scope'>,
  missingFen: Fen,
  goods: readonly Line[],
): Line[] => {
  const held = new Set(lines.map((line) => line.skuId))
  return goods
    .filter((each) => !held.has(each.skuId) && isInScope(each, scope))
    .map((line) => ({ line, unitFen: unitPrice(line, level).unitPriceFen }))
    .filter(({ unitFen }) => unitFen >= missingFen)
    .sort((a, b) => a.unitFen - b.unitFen)
    .slice(0, MOST_TRIED)
    .map(({ line }) => line)
}

/** Told only where the coupon pays at least half of what is added: a help, not a way to sell more. */
export const isWorthTelling = ({ line, moreFen }: AddOn, level: Level): boolean =>
  moreFen * 2 <= unitPrice(line, level).unitPriceFen

/** The candidate with which the best deal uses the coupon and the total stays lowest; null where none gets there. */
export const addOnFor = (facts: BasketFacts, couponId: CouponId, candidates: readonly Candidate[]): AddOn | null => {
  const now = bestChoice(facts)
  if (!now) return null
  let best: AddOn | null = null
  for (const candidate of candidates) {
    const bigger = withLine(facts, candidate)
    const deal = bigger && bestChoice(bigger)
    if (!deal || (deal.choice.couponId !== couponId && deal.choice.deliveryCouponId !== couponId)) continue
    const { totalFen } = deal
    if (!best || totalFen < best.totalFen)
      best = { line: candidate.line, totalFen, moreFen: subtractFen(totalFen, now.totalFen) }
  }
  return best
}

const withLine = (facts: BasketFacts, { line, template }: Candidate): BasketFacts | null => {
  const lines = [...facts.lines, line]
  const { delivery } = facts
  if (delivery.kind === 'pickup') return { ...facts, lines }
  return template ? { ...facts, lines, delivery: { ...delivery, templates: [...delivery.templates, template] } } : null
}
