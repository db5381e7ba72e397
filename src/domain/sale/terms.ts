/** The terms of a sale as its leader writes them, and what must hold before it opens. Business rules §5. */
import type { PickupPointId, SkuId } from '../ids'
import type { Fen } from '../money'
import { ok, refuse, type Result } from '../result'
import type { Policy } from '../shortage/allocate'
import type { EpochMs } from '../time'
import { lowestPrice, MOST_TIERS, tierFault, type TieredPrice, type TierFault } from './tier'
import { HAND_OVER_WINDOW, SALE_WINDOW } from './window'

export type SaleLine = TieredPrice & {
  readonly skuId: SkuId
  /** Short name in the chain, "草莓". */
  readonly label: string
  /** Units this sale may sell, null = as many as the shop has. */
  readonly stockLimit: number | null
  /** Units a person may order in this sale, null = no limit of its own. */
  readonly perPerson: number | null
}

export type SaleTerms = {
  readonly title: string
  readonly note: string
  readonly startsAt: EpochMs
  readonly endsAt: EpochMs
  /** Pick-up at these points, or `null`: the store's courier brings it. */
  readonly pickupPointIds: readonly PickupPointId[] | null
  readonly handOverFromAt: EpochMs
  readonly handOverUntilAt: EpochMs
  /** Stated beforehand, so that a shortage is decided by a rule and not by mood. */
  readonly shortagePolicy: Policy
  readonly lines: readonly SaleLine[]
}

/** What the store allows for a SKU: a leader prices between its floor and the shop's own price, never above it. */
export type PriceRange = {
  readonly skuId: SkuId
  readonly floorFen: Fen
  readonly shopFen: Fen
  readonly isOn: boolean
}

export const SALE_LIMITS = { title: 24, note: 500, label: 8, lines: 50, points: 20 } as const

export type TermsNo =
  | { code: 'sale.title' }
  | { code: 'sale.no-lines' }
  | { code: 'sale.too-many-lines'; limit: number }
  | { code: 'sale.no-point' }
  | { code: 'sale.window'; min: number; max: number; ahead: number }
  | { code: 'sale.hand-over-window' }
  | { code: 'sale.twice'; skuId: SkuId }
  | { code: 'sku.off'; skuId: SkuId }
  | { code: 'sale.price'; skuId: SkuId; floorFen: Fen; shopFen: Fen }
  | { code: 'sale.tiers'; skuId: SkuId; fault: TierFault | 'too-many' }
  | { code: 'sale.limit'; skuId: SkuId }

/** Whether a draft with these terms may open at `now`. The first thing that is wrong, in the order of the form. */
export const openSale = (terms: SaleTerms, ranges: readonly PriceRange[], now: EpochMs): Result<'open', TermsNo> => {
  const titleLength = Array.from(terms.title.trim()).length
  if (titleLength === 0 || titleLength > SALE_LIMITS.title) return refuse({ code: 'sale.title' })
  if (terms.lines.length === 0) return refuse({ code: 'sale.no-lines' })
  if (terms.lines.length > SALE_LIMITS.lines) return refuse({ code: 'sale.too-many-lines', limit: SALE_LIMITS.lines })
  const seen = new Set<SkuId>()
  for (const line of terms.lines) {
    if (seen.has(line.skuId)) return refuse({ code: 'sale.twice', skuId: line.skuId })
    seen.add(line.skuId)
    const no = lineFault(
      line,
      ranges.find((range) => range.skuId === line.skuId),
    )
    if (no) return refuse(no)
  }
  if (terms.pickupPointIds?.length === 0) return refuse({ code: 'sale.no-point' })
  if (!isLawfulWindow(terms, now)) return refuse({ code: 'sale.window', ...SALE_WINDOW })
  return isLawfulHandOver(terms) ? ok('open') : refuse({ code: 'sale.hand-over-window' })
}

const lineFault = (line: SaleLine, range: PriceRange | undefined): TermsNo | null => {
  const { skuId } = line
  if (!range?.isOn) return { code: 'sku.off', skuId }
  const fault = line.tiers.length > MOST_TIERS ? 'too-many' : tierFault(line)
  if (fault) return { code: 'sale.tiers', skuId, fault }
  if (line.priceFen > range.shopFen || lowestPrice(line) < Math.max(1, range.floorFen))
    return { code: 'sale.price', skuId, floorFen: range.floorFen, shopFen: range.shopFen }
  return [line.stockLimit, line.perPerson].every(isLimit) ? null : { code: 'sale.limit', skuId }
}

const isLimit = (limit: number | null): boolean => limit === null || (Number.isSafeInteger(limit) && limit >= 1)

const isLawfulWindow = ({ startsAt, endsAt }: SaleTerms, now: EpochMs): boolean => {
  const from = Math.max(now, startsAt)
  return endsAt - from >= SALE_WINDOW.min && endsAt - from <= SALE_WINDOW.max && startsAt - now <= SALE_WINDOW.ahead
}

/** Neighbours are told when to come: after the sale has ended, on an evening that has a length. */
export const isLawfulHandOver = (t: Pick<SaleTerms, 'endsAt' | 'handOverFromAt' | 'handOverUntilAt'>): boolean => {
  const length = t.handOverUntilAt - t.handOverFromAt
  return t.handOverFromAt >= t.endsAt && length >= HAND_OVER_WINDOW.min && length <= HAND_OVER_WINDOW.max
}
