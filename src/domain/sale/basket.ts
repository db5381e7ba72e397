/** Whether a neighbour may order this from an open sale now. The database's constraints are the last guard behind it. */
import type { SkuId } from '../ids'
import type { Fen } from '../money'
import { ok, refuse, type Result } from '../result'
import type { EpochMs } from '../time'
import type { SaleState } from './sale'
import type { SaleLine, SaleTerms } from './terms'
import { reachedPrice } from './tier'
import { windowPhase } from './window'

export type LineTally = {
  /** Units in orders that are paid or still may be. */
  readonly taken: number
  /** Paid units at their highest, for the tiers. */
  readonly reachedUnits: number
  /** Units this person holds in the sale: ordered, not cancelled, not refunded. */
  readonly held: number
}

export type OpenLine = SaleLine & LineTally
export type OpenSale = Pick<SaleTerms, 'startsAt' | 'endsAt'> & {
  readonly state: SaleState
  readonly lines: readonly OpenLine[]
}

export type Wanted = { readonly skuId: SkuId; readonly quantity: number }
export type PricedLine = { readonly skuId: SkuId; readonly quantity: number; readonly priceFen: Fen }

export type BasketNo =
  | { code: 'sale.not-open'; state: SaleState }
  | { code: 'sale.not-begun'; startsAt: EpochMs }
  | { code: 'sale.ended'; endsAt: EpochMs }
  | { code: 'sale.line-gone'; skuId: SkuId }
  | { code: 'sale.per-person'; skuId: SkuId; limit: number; left: number }
  | { code: 'sale.sold-out'; skuId: SkuId; left: number }

/** How many units this person may still order of a line; null = no limit of the sale's own. */
export const leftForPerson = (line: OpenLine): number | null => {
  const lefts = [
    line.stockLimit !== null && line.stockLimit - line.taken,
    line.perPerson !== null && line.perPerson - line.held,
  ]
  const limits = lefts.filter((left): left is number => left !== false)
  return limits.length === 0 ? null : Math.max(0, Math.min(...limits))
}

/** Each line with the community price of the tier that is reached now; the shop's own stock is checked as for every order. */
export const checkBasket = (
  sale: OpenSale,
  wanted: readonly Wanted[],
  now: EpochMs,
): Result<PricedLine[], BasketNo> => {
  if (sale.state !== 'open') return refuse({ code: 'sale.not-open', state: sale.state })
  const phase = windowPhase(sale, now)
  if (phase === 'before') return refuse({ code: 'sale.not-begun', startsAt: sale.startsAt })
  if (phase === 'after') return refuse({ code: 'sale.ended', endsAt: sale.endsAt })
  const priced: PricedLine[] = []
  for (const { skuId, quantity } of merge(wanted)) {
    const line = sale.lines.find((l) => l.skuId === skuId)
    if (!line) return refuse({ code: 'sale.line-gone', skuId })
    const no = limitOf(line, quantity)
    if (no) return refuse(no)
    priced.push({ skuId, quantity, priceFen: reachedPrice(line, line.reachedUnits) })
  }
  return ok(priced)
}

const merge = (wanted: readonly Wanted[]): Wanted[] => {
  const sums = new Map<SkuId, number>()
  for (const w of wanted) sums.set(w.skuId, (sums.get(w.skuId) ?? 0) + w.quantity)
  return [...sums].map(([skuId, quantity]) => ({ skuId, quantity }))
}

const limitOf = (line: OpenLine, quantity: number): BasketNo | null => {
  const { skuId, stockLimit, taken, perPerson, held } = line
  if (perPerson !== null && held + quantity > perPerson)
    return { code: 'sale.per-person', skuId, limit: perPerson, left: Math.max(0, perPerson - held) }
  if (stockLimit !== null && taken + quantity > stockLimit)
    return { code: 'sale.sold-out', skuId, left: Math.max(0, stockLimit - taken) }
  return null
}

/**
 * Money that came after the order was cancelled reopens it only while the list is not final; afterwards nothing was bought
 * for it, and it goes back by itself.
 */
export const takesLateMoney = (sale: { readonly state: SaleState; readonly reckonedAt: EpochMs | null }): boolean =>
  sale.state === 'open' || (sale.state === 'closed' && sale.reckonedAt === null)
