/** What is wrong with a draft promotion. The calculation trusts what went live: with these ruled out, every line keeps a price above zero. */
import type { LineDeal, Promotion } from './promotion'

export type PromotionFault =
  | { code: 'name.empty' }
  | { code: 'dates.backwards' }
  | { code: 'scope.empty' }
  | { code: 'tiers.empty' }
  /** More pieces, or a higher sum, must give more. */
  | { code: 'tiers.not-rising'; at: number }
  | { code: 'pieces.range'; least: number; most: number }
  | { code: 'free.range'; least: number; most: number }
  | { code: 'off.range'; least: number; most: number }
  | { code: 'times.range'; least: number }

const RATE = { least: 100, most: 9_900 } as const

export const promotionFaults = (draft: Promotion): PromotionFault[] => {
  const faults: PromotionFault[] = []
  if (draft.name.trim() === '') faults.push({ code: 'name.empty' })
  if (draft.endsAt <= draft.startsAt) faults.push({ code: 'dates.backwards' })
  if (draft.scope.kind !== 'all' && draft.scope.ids.length === 0) faults.push({ code: 'scope.empty' })
  if (draft.kind === 'order') {
    const whole = draft.tiers.find((tier) => tier.offFen >= tier.overFen)
    if (whole) faults.push({ code: 'off.range', least: 1, most: whole.overFen - 1 })
    return [...faults, ...tierFaults(draft.tiers.map((t) => [t.overFen, t.offFen]))]
  }
  if (draft.mostTimes !== null && draft.mostTimes < 1) faults.push({ code: 'times.range', least: 1 })
  return [...faults, ...dealFaults(draft.deal)]
}

const dealFaults = (deal: LineDeal): PromotionFault[] => {
  switch (deal.kind) {
    case 'buy-n': {
      const { pieces, free } = deal
      if (pieces < 2 || pieces > 99) return [{ code: 'pieces.range', least: 2, most: 99 }]
      return free < 1 || free >= pieces ? [{ code: 'free.range', least: 1, most: pieces - 1 }] : []
    }
    case 'nth':
      if (deal.nth < 2 || deal.nth > 99) return [{ code: 'pieces.range', least: 2, most: 99 }]
      return deal.offBp < RATE.least || deal.offBp > 10_000 ? [{ code: 'off.range', ...RATE, most: 10_000 }] : []
    case 'ladder':
      if (deal.tiers.some((t) => t.offBp < RATE.least || t.offBp > RATE.most)) return [{ code: 'off.range', ...RATE }]
      return tierFaults(deal.tiers.map((t) => [t.pieces, t.offBp]))
    default:
      return deal satisfies never
  }
}

/** `[from, gives]`, in the order the staff wrote them. */
const tierFaults = (tiers: readonly (readonly [from: number, gives: number])[]): PromotionFault[] => {
  if (tiers.length === 0) return [{ code: 'tiers.empty' }]
  return tiers.flatMap(([from, gives], at): PromotionFault[] => {
    const before = tiers[at - 1]
    const isRising = from > 0 && gives > 0 && (!before || (from > before[0] && gives > before[1]))
    return isRising ? [] : [{ code: 'tiers.not-rising', at }]
  })
}
