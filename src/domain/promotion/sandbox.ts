/** A draft promotion or coupon tried on past orders: what it would have cost, which orders it would have sold at a loss, what it would have met. */
import { addFen, fen, subtractFen, timesFen, ZERO, type Fen } from '../money'
import { discountsOf, type LineDiscount } from '../pricing/line-discounts'
import { replay, type Draft, type Effect, type PastOrder } from './replay'

/** Lower ends of the margin buckets in basis points; the first bucket is everything below the first end. */
export const MARGIN_ENDS = [0, 1_000, 1_500, 2_000, 2_500, 3_000] as const
/** Discounts that meet and take more than this of the label price are worth a second look. */
const DEEP_BP = 4_000
const MOST_NAMED = 20

export type Loss = { readonly orderId: string; readonly baseFen: Fen; readonly marginFen: Fen }
/** Orders on which the draft met these other discounts; `deepestBp`: the most that all of them together took of the label price. */
export type Meeting = {
  readonly with: readonly LineDiscount['by'][]
  readonly orders: number
  readonly deepestBp: number
  readonly deepestOrderId: string
  readonly isDeep: boolean
}

export type Trial = {
  readonly orders: number
  readonly affected: number
  /** What it would have given away, were it used wherever it could be. */
  readonly offFen: Fen
  /** The most on one order, and the most as a share of what that order paid. */
  readonly mostOffFen: Fen
  readonly mostOffBp: number
  /** Affected orders whose costs are not all known: they are in `offFen`, and in nothing below. */
  readonly withoutCost: number
  /** Margin of the affected orders together; null where none has known costs. */
  readonly marginBp: { readonly before: number; readonly after: number } | null
  /** Affected orders by margin, one number per bucket. */
  readonly buckets: { readonly before: readonly number[]; readonly after: readonly number[] }
  /** Orders at a loss afterwards, deepest first; `isNew` counts those that were none before. */
  readonly losses: {
    readonly orders: number
    readonly isNew: number
    readonly sumFen: Fen
    readonly worst: readonly Loss[]
  }
  readonly meetings: readonly Meeting[]
  /** The lowest whole-yuan threshold at which no order turns into a loss; null where none does, or nothing would be left. */
  readonly saferThreshold: {
    readonly thresholdFen: Fen
    readonly affected: number
    readonly offFen: Fen
    readonly marginBp: number
  } | null
}

type Tried = {
  readonly order: PastOrder
  readonly effect: Effect
  readonly beforeFen: Fen
  readonly afterFen: Fen
  readonly costFen: Fen | null
}

export const tryDraft = (orders: readonly PastOrder[], draft: Draft): Trial => {
  const tried = orders.flatMap((order): Tried[] => {
    const effect = replay(order, draft)
    return effect ? [judge(order, effect)] : []
  })
  const costed = tried.filter((t): t is Tried & { costFen: Fen } => t.costFen !== null)
  return {
    orders: orders.length,
    affected: tried.length,
    offFen: sum(tried, (t) => t.effect.offFen),
    mostOffFen: fen(most(tried, (t) => t.effect.offFen)),
    mostOffBp: most(tried, (t) => share(t.effect.offFen, t.beforeFen)),
    withoutCost: tried.length - costed.length,
    marginBp:
      costed.length === 0 ? null : { before: marginOf(costed, 'beforeFen'), after: marginOf(costed, 'afterFen') },
    buckets: { before: bucketed(costed, 'beforeFen'), after: bucketed(costed, 'afterFen') },
    losses: lossesOf(costed),
    meetings: meetingsOf(tried),
    saferThreshold: saferThreshold(costed),
  }
}

type Costed = Tried & { readonly costFen: Fen }

const judge = (order: PastOrder, effect: Effect): Tried => {
  const beforeFen = addFen(...order.lines.map((l) => l.paidFen))
  let cost = ZERO
  let isKnown = true
  for (const { costFen, quantity } of order.lines) {
    if (costFen === null) isKnown = false
    else cost = addFen(cost, timesFen(costFen, quantity))
  }
  return { order, effect, beforeFen, afterFen: subtractFen(beforeFen, effect.offFen), costFen: isKnown ? cost : null }
}

const sum = <T>(all: readonly T[], of: (each: T) => Fen): Fen =>
  all.reduce((total, each) => addFen(total, of(each)), ZERO)
const most = <T>(all: readonly T[], of: (each: T) => number): number =>
  all.reduce((top, each) => Math.max(top, of(each)), 0)

/** Basis points of `part` in `whole`, rounded down; nothing of nothing is none. */
const share = (part: number, whole: number): number =>
  whole > 0 ? Math.floor((part * 10_000) / whole) : part < 0 ? -10_000 : 0

type When = 'beforeFen' | 'afterFen'

const marginOf = (all: readonly Costed[], when: When): number => {
  const paid = sum(all, (t) => t[when])
  return share(paid - sum(all, (t) => t.costFen), paid)
}

const bucketed = (all: readonly Costed[], when: When): number[] => {
  const counts = [0, ...MARGIN_ENDS].map(() => 0)
  for (const t of all) {
    const marginBp = share(t[when] - t.costFen, t[when])
    const bucket = MARGIN_ENDS.filter((end) => end <= marginBp).length
    counts[bucket] = (counts[bucket] ?? 0) + 1
  }
  return counts
}

const marginFen = ({ afterFen, costFen }: Costed): Fen => subtractFen(afterFen, costFen)
const turnsIntoLoss = (t: Costed): boolean => marginFen(t) < 0 && t.beforeFen >= t.costFen

const lossesOf = (all: readonly Costed[]): Trial['losses'] => {
  const lost = all.filter((t) => marginFen(t) < 0).sort((a, b) => marginFen(a) - marginFen(b))
  return {
    orders: lost.length,
    isNew: lost.filter(turnsIntoLoss).length,
    sumFen: sum(lost, marginFen),
    worst: lost
      .slice(0, MOST_NAMED)
      .map((t) => ({ orderId: t.order.id, baseFen: t.effect.baseFen, marginFen: marginFen(t) })),
  }
}

/** Deepest first. Only what lies on the very lines the draft hits has met it. */
const meetingsOf = (tried: readonly Tried[]): Meeting[] => {
  const met = new Map<string, Meeting>()
  for (const { order, effect } of tried) {
    const lines = order.lines.filter((line) => effect.hit.includes(line.skuId))
    const kinds = [...new Set(lines.flatMap(discountsOf).map((each) => each.by))].sort()
    if (kinds.length === 0) continue
    const labelFen = sum(order.lines, (line) => timesFen(line.originalUnitFen, line.quantity))
    const depth = share(sum(order.lines, (line) => line.discountFen) + effect.offFen, labelFen)
    const known = met.get(kinds.join())
    const isDeepest = !known || depth > known.deepestBp
    met.set(kinds.join(), {
      with: kinds,
      orders: (known?.orders ?? 0) + 1,
      deepestBp: isDeepest ? depth : known.deepestBp,
      deepestOrderId: isDeepest ? order.id : known.deepestOrderId,
      isDeep: (isDeepest ? depth : known.deepestBp) > DEEP_BP,
    })
  }
  return [...met.values()].sort((a, b) => b.deepestBp - a.deepestBp)
}

/** Just above the dearest order that turned into a loss; whoever stays below keeps paying what they paid. */
const saferThreshold = (all: readonly Costed[]): Trial['saferThreshold'] => {
  const lossBase = most(all.filter(turnsIntoLoss), (t) => t.effect.baseFen)
  if (lossBase === 0) return null
  const thresholdFen = fen((Math.floor(lossBase / 100) + 1) * 100)
  const still = all.filter((t) => t.effect.baseFen >= thresholdFen)
  if (still.length === 0) return null
  const asBefore = all.map((t) => (t.effect.baseFen >= thresholdFen ? t : { ...t, afterFen: t.beforeFen }))
  return {
    thresholdFen,
    affected: still.length,
    offFen: sum(still, (t) => t.effect.offFen),
    marginBp: marginOf(asBefore, 'afterFen'),
  }
}
