/** "Add broccoli for ¥6.90 and the coupon counts, but you pay ¥2.90 more": what it takes to reach a coupon, honestly summed up. */
import type { CouponId } from '../ids'
import { subtractFen, type Fen } from '../money'
import type { BasketFacts, BasketLine } from './basket'
import { bestDeal } from './best-deal'
import type { Delivery } from './delivery-step'

/** One more line, with its delivery template where the basket is delivered. */
export type Candidate = { readonly line: BasketLine; readonly template?: Template | undefined }
type Template = Extract<Delivery, { templates: unknown }>['templates'][number]

/** `moreFen`: against the best deal without it; below zero where the order gets cheaper by buying more. */
export type AddOn = { readonly line: BasketLine; readonly totalFen: Fen; readonly moreFen: Fen }

/** The candidate with which the best deal uses the coupon and the total stays lowest; null where none gets there. */
export const addOnFor = (facts: BasketFacts, couponId: CouponId, candidates: readonly Candidate[]): AddOn | null => {
  const now = bestDeal(facts)
  if (!now.ok) return null
  let best: AddOn | null = null
  for (const candidate of candidates) {
    const bigger = withLine(facts, candidate)
    const deal = bigger && bestDeal(bigger)
    if (!deal?.ok) continue
    const { choice, quote } = deal.value
    if (choice.couponId !== couponId && choice.deliveryCouponId !== couponId) continue
    const moreFen = subtractFen(quote.totalFen, now.value.quote.totalFen)
    if (!best || quote.totalFen < best.totalFen) best = { line: candidate.line, totalFen: quote.totalFen, moreFen }
  }
  return best
}

const withLine = (facts: BasketFacts, { line, template }: Candidate): BasketFacts | null => {
  const lines = [...facts.lines, line]
  const { delivery } = facts
  if (delivery.kind === 'pickup') return { ...facts, lines }
  return template ? { ...facts, lines, delivery: { ...delivery, templates: [...delivery.templates, template] } } : null
}
