/** What somebody who sends a running sale back whole wants changed. */
import { ok, refuse, type Result } from '../result'
import type { EditNo, LineEdit, SaleEdit } from './edit'
import type { SaleLine, SaleTerms } from './terms'

/** Fields that are as they were are no edit. What is fixed once neighbours may have paid refuses, so that nobody believes it changed. */
export const editOf = (is: SaleTerms, wanted: SaleTerms): Result<SaleEdit, EditNo> => {
  if (termsOf(is) !== termsOf(wanted)) return refuse({ code: 'sale.fixed', field: 'terms' })
  if (pricesOf(is.lines) !== pricesOf(wanted.lines)) return refuse({ code: 'sale.fixed', field: 'prices' })
  const hasMoved = is.handOverFromAt !== wanted.handOverFromAt || is.handOverUntilAt !== wanted.handOverUntilAt
  const lines = limitEdits(is.lines, wanted.lines)
  return ok({
    ...(is.endsAt === wanted.endsAt ? {} : { endsAt: wanted.endsAt }),
    ...(is.note === wanted.note ? {} : { note: wanted.note }),
    ...(hasMoved ? { handOver: { fromAt: wanted.handOverFromAt, untilAt: wanted.handOverUntilAt } } : {}),
    ...(lines.length === 0 ? {} : { lines }),
  })
}

const termsOf = ({ title, startsAt, pickupPointIds, shortagePolicy }: SaleTerms): string =>
  JSON.stringify([title, startsAt, pickupPointIds && [...pickupPointIds].sort(), shortagePolicy])

const pricesOf = (lines: readonly SaleLine[]): string =>
  JSON.stringify(
    lines.map(({ skuId, label, priceFen, tiers }) => [
      skuId,
      label,
      priceFen,
      ...tiers.map((tier) => [tier.fromUnits, tier.priceFen]),
    ]),
  )

const limitEdits = (is: readonly SaleLine[], wanted: readonly SaleLine[]): LineEdit[] =>
  wanted.flatMap(({ skuId, stockLimit, perPerson }, i) => {
    const before = is[i]
    if (before?.stockLimit === stockLimit && before.perPerson === perPerson) return []
    return [{ skuId, stockLimit, perPerson }]
  })
