/** Step 3: 满减. The first promotion whose lowest tier is reached counts, with its best tier; the others say why not. */
import { addFen, fen, minFen, splitFen, subtractFen, ZERO, type Fen } from '../money'
import { strangers } from '../promotion/combine'
import type { OrderPromotion } from '../promotion/promotion'
import { isInScope } from '../promotion/scope'
import type { GoodsLine } from './goods'
import type { QuoteStep, UnusedRule, Why } from './quote'

export type OrderCut = {
  readonly promotion: OrderPromotion
  readonly step: Extract<QuoteStep, { kind: 'order-promotion' }>
  readonly offFen: Fen
  /** Its share of each line. */
  readonly parts: readonly Fen[]
}

export const findOrderPromotion = (
  lines: readonly GoodsLine[],
  promotions: readonly OrderPromotion[],
): { cut: OrderCut | null; unused: UnusedRule[] } => {
  let cut: OrderCut | null = null
  const unused: UnusedRule[] = []
  for (const promotion of promotions) {
    const found = judge(promotion, lines)
    if (found === null) continue
    const { id, name } = promotion
    if ('code' in found) unused.push({ kind: 'order-promotion', id, name, why: found })
    else if (cut)
      unused.push({ kind: 'order-promotion', id, name, why: { code: 'after-another', id: cut.promotion.id } })
    else cut = found
  }
  return { cut, unused }
}

/** What it gives, why it gives nothing, or null where the basket holds nothing it is for. */
const judge = (promotion: OrderPromotion, lines: readonly GoodsLine[]): OrderCut | Why | null => {
  const meant = lines.filter(({ line }) => isInScope(line, promotion.scope))
  if (meant.length === 0) return null
  const weights = lines.map((line) => (counts(promotion, line) ? line.amountFen : ZERO))
  const baseFen = addFen(...weights)
  if (baseFen === 0)
    return { code: 'not-together', with: [...new Set(meant.flatMap((l) => strangers(l.on, promotion.combines)))] }
  const best = promotion.tiers
    .filter(({ overFen }) => overFen <= baseFen)
    .reduce((top, tier) => (tier.offFen > top.offFen ? tier : top), { overFen: ZERO, offFen: ZERO })
  const next = nextTier(promotion, baseFen, best.offFen)
  if (best.offFen === 0) {
    if (!next) return null
    const passedFen = subtractFen(addFen(...meant.map((l) => l.amountFen)), baseFen)
    return {
      code: 'below-threshold',
      thresholdFen: next.overFen,
      baseFen,
      missingFen: next.missingFen,
      ...(passedFen > 0 ? { passedFen } : {}),
    }
  }
  // one fen stays: an order that costs nothing can't be paid
  const goodsFen = addFen(...lines.map((l) => l.amountFen))
  const offFen = minFen(minFen(best.offFen, baseFen), subtractFen(goodsFen, fen(1)))
  if (offFen <= 0) return null
  const { id, name } = promotion
  const step = {
    kind: 'order-promotion',
    id,
    name,
    amountFen: fen(-offFen),
    overFen: best.overFen,
    baseFen,
    next,
  } as const
  return { promotion, step, offFen, parts: splitFen(offFen, weights) }
}

const counts = (promotion: OrderPromotion, { line, on }: GoodsLine): boolean =>
  isInScope(line, promotion.scope) && strangers(on, promotion.combines).length === 0

/** The nearest tier above `baseFen` that would give more. */
const nextTier = ({ tiers }: OrderPromotion, baseFen: Fen, offFen: Fen) => {
  const above = tiers.filter((tier) => tier.overFen > baseFen && tier.offFen > offFen)
  const first = above.reduce<(typeof tiers)[number] | null>((a, b) => (a && a.overFen <= b.overFen ? a : b), null)
  return first && { ...first, missingFen: subtractFen(first.overFen, baseFen) }
}
