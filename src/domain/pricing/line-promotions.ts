/**
 * Step 2: promotions of single lines. They are asked in the staff's order; a line that got something from one is taken and
 * left alone by the next, so that no piece is discounted twice in one step.
 */
import { addFen, fen, rateOfFen, splitFen, subtractFen, timesFen, ZERO, type Fen } from '../money'
import { strangers } from '../promotion/combine'
import type { LineDeal, LinePromotion } from '../promotion/promotion'
import { isInScope } from '../promotion/scope'
import type { GoodsLine } from './goods'
import type { QuoteStep, UnusedRule, Why } from './quote'

type Outcome = { lines: readonly GoodsLine[]; steps: QuoteStep[]; unused: UnusedRule[] }

export const applyLinePromotions = (priced: readonly GoodsLine[], promotions: readonly LinePromotion[]): Outcome => {
  const lines = [...priced]
  const steps: QuoteStep[] = []
  const unused: UnusedRule[] = []
  for (const promotion of promotions) {
    const given = apply(promotion, lines)
    if (given) steps.push(given)
    const why = given ? null : whyNot(promotion, lines)
    if (why) unused.push({ kind: 'line-promotion', id: promotion.id, name: promotion.name, why })
  }
  return { lines, steps, unused }
}

/** Writes the promotion into `lines` and says what it gave; null where it gave nothing. */
const apply = (promotion: LinePromotion, lines: GoodsLine[]): QuoteStep | null => {
  const { id, name, deal, mostTimes } = promotion
  const pools = poolsOf(promotion, lines).flatMap((pool) => {
    const gift = giftOf(
      deal,
      mostTimes,
      pool.map((at) => lines[at]).filter((line) => line !== undefined),
    )
    return gift && gift.offFen > 0 ? [{ pool, gift }] : []
  })
  const first = pools[0]
  if (!first) return null
  for (const { pool, gift } of pools) writeInto(lines, pool, id, gift.offFen)
  return {
    kind: 'line-promotion',
    id,
    name,
    amountFen: fen(-addFen(...pools.map(({ gift }) => gift.offFen))),
    deal: first.gift.deal,
    pieces: pools.reduce((n, { gift }) => n + gift.pieces, 0),
    skuIds: pools.flatMap(({ pool }) => pool.flatMap((at) => lines[at]?.line.skuId ?? [])),
  }
}

const isFree = (promotion: LinePromotion, { line, on }: GoodsLine): boolean =>
  isInScope(line, promotion.scope) && strangers(on, promotion.combines).length === 0

/** Which lines count their pieces together, as places in `lines`. */
const poolsOf = (promotion: LinePromotion, lines: readonly GoodsLine[]): number[][] => {
  const free = lines.flatMap((line, at) => (isFree(promotion, line) ? [at] : []))
  if (promotion.pool === 'sku') return free.map((at) => [at])
  return free.length > 0 ? [free] : []
}

type Gift = { readonly deal: LineDeal; readonly offFen: Fen; readonly pieces: number }

const piecesOf = (pool: readonly GoodsLine[]): number => pool.reduce((n, { line }) => n + line.quantity, 0)

const giftOf = (deal: LineDeal, mostTimes: number | null, pool: readonly GoodsLine[]): Gift | null => {
  const pieces = piecesOf(pool)
  if (deal.kind === 'ladder') {
    const tier = deal.tiers.reduce<(typeof deal.tiers)[number] | null>(
      (best, each) => (each.pieces <= pieces && each.offBp > (best?.offBp ?? 0) ? each : best),
      null,
    )
    if (!tier) return null
    const offFen = rateOfFen(addFen(...pool.map((l) => l.amountFen)), tier.offBp)
    return { deal: { kind: 'ladder', tiers: [tier] }, offFen, pieces }
  }
  const { of, count, offBp } = groupOf(deal)
  const times = Math.min(Math.floor(pieces / of), mostTimes ?? Infinity)
  return { deal, offFen: cheapestOff(pool, times * count, offBp), pieces: times * count }
}

/** Both are "of every `of` pieces, `count` are `offBp` off". */
const groupOf = (deal: Exclude<LineDeal, { kind: 'ladder' }>): { of: number; count: number; offBp: number } =>
  deal.kind === 'buy-n'
    ? { of: deal.pieces, count: deal.free, offBp: 10_000 }
    : { of: deal.nth, count: 1, offBp: deal.offBp }

/** The cheapest pieces become cheaper (价低者免), each rounded by itself so that the label price of a piece is exact. */
const cheapestOff = (pool: readonly GoodsLine[], pieces: number, offBp: number): Fen => {
  let left = pieces
  let off = ZERO
  for (const { unitPriceFen, line } of [...pool].sort((a, b) => a.unitPriceFen - b.unitPriceFen)) {
    const taken = Math.min(left, line.quantity)
    off = addFen(off, timesFen(rateOfFen(unitPriceFen, offBp), taken))
    left -= taken
  }
  return off
}

/** The discount lies on all that counted, not on the cheapest alone: else sending back the dear piece would keep the gift. */
const writeInto = (lines: GoodsLine[], pool: readonly number[], id: LinePromotion['id'], offFen: Fen): void => {
  const parts = splitFen(
    offFen,
    pool.map((at) => lines[at]?.amountFen ?? 0),
  )
  pool.forEach((at, n) => {
    const line = lines[at]
    const amountFen = parts[n] ?? ZERO
    if (!line) return
    lines[at] = {
      ...line,
      amountFen: subtractFen(line.amountFen, amountFen),
      on: [...line.on, 'line'],
      parts: amountFen > 0 ? [...line.parts, { by: 'line', id, amountFen }] : line.parts,
    }
  })
}

/** Null where the basket holds nothing it is for: a shop's promotions on other goods are noise here. */
const whyNot = (promotion: LinePromotion, lines: readonly GoodsLine[]): Why | null => {
  const meant = lines.filter(({ line }) => isInScope(line, promotion.scope))
  if (meant.length === 0) return null
  const free = meant.filter((line) => isFree(promotion, line))
  if (free.length === 0) {
    for (const part of meant.flatMap((l) => l.parts))
      if (part.by === 'line') return { code: 'after-another', id: part.id }
    return { code: 'not-together', with: [...new Set(meant.flatMap((l) => strangers(l.on, promotion.combines)))] }
  }
  const pieces = promotion.pool === 'together' ? piecesOf(free) : Math.max(...free.map(({ line }) => line.quantity))
  return { code: 'too-few', pieces, missing: Math.max(0, fewestOf(promotion.deal) - pieces) }
}

const fewestOf = (deal: LineDeal): number =>
  deal.kind === 'ladder' ? Math.min(...deal.tiers.map((t) => t.pieces)) : groupOf(deal).of
