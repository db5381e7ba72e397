/**
 * What may still change once a sale is open: everything that gives neighbours more, nothing that takes back what the card
 * said. Prices, tiers, products, points and the policy for shortages are fixed. Business rules §5.
 */
import type { SkuId } from '../ids'
import { ok, refuse, type Result } from '../result'
import type { EpochMs } from '../time'
import type { SaleState } from './sale'
import { isLawfulHandOver, SALE_LIMITS, type SaleLine, type SaleTerms } from './terms'
import { SALE_WINDOW } from './window'

/** A limit that is named is set; null lifts it. */
export type LineEdit = {
  readonly skuId: SkuId
  readonly stockLimit?: number | null
  readonly perPerson?: number | null
}
export type SaleEdit = {
  readonly endsAt?: EpochMs
  readonly note?: string
  /** Both move together: a late truck. */
  readonly handOver?: { readonly fromAt: EpochMs; readonly untilAt: EpochMs }
  readonly lines?: readonly LineEdit[]
}

export type EditNo =
  | { code: 'sale.fixed'; field: Field | FixedField }
  | { code: 'sale.only-later'; field: 'window' | 'hand-over' }
  | { code: 'sale.only-more'; skuId: SkuId }
  | { code: 'sale.line-gone'; skuId: SkuId }
  | { code: 'sale.window'; min: number; max: number; ahead: number }
  | { code: 'sale.hand-over-window' }
  | { code: 'sale.note' }

type Field = 'window' | 'note' | 'hand-over' | 'limits'
/** What the card said: `terms` are title, beginning, points, days of keeping, policy and community, `prices` the lines. */
type FixedField = 'terms' | 'prices'

/** A draft is not edited but written anew. The note stays open till the end: it is how a leader tells "the truck is here". */
const editable = {
  draft: [],
  open: ['window', 'note', 'hand-over', 'limits'],
  closed: ['note', 'hand-over'],
  picking: ['note', 'hand-over'],
  delivered: ['note', 'hand-over'],
  settled: [],
  cancelled: [],
} as const satisfies Record<SaleState, readonly Field[]>

export const mayEdit = (state: SaleState, field: Field): boolean =>
  (editable[state] as readonly Field[]).includes(field)

/** The terms after `edit`, or why not. `now` keeps an extended window from being longer than a window may be. */
export const editSale = (
  state: SaleState,
  terms: SaleTerms,
  edit: SaleEdit,
  now: EpochMs,
): Result<SaleTerms, EditNo> => {
  for (const field of fieldsOf(edit)) if (!mayEdit(state, field)) return refuse({ code: 'sale.fixed', field })
  if (edit.note !== undefined && Array.from(edit.note).length > SALE_LIMITS.note) return refuse({ code: 'sale.note' })
  const endsAt = edit.endsAt ?? terms.endsAt
  if (endsAt < terms.endsAt) return refuse({ code: 'sale.only-later', field: 'window' })
  if (edit.endsAt !== undefined && endsAt - Math.max(now, terms.startsAt) > SALE_WINDOW.max)
    return refuse({ code: 'sale.window', ...SALE_WINDOW })
  const { fromAt, untilAt } = edit.handOver ?? { fromAt: terms.handOverFromAt, untilAt: terms.handOverUntilAt }
  // a later start alone would shorten the evening of those who come late: the end may move out only as well
  if (fromAt < terms.handOverFromAt || untilAt < terms.handOverUntilAt)
    return refuse({ code: 'sale.only-later', field: 'hand-over' })
  const lines = editLines(terms.lines, edit.lines ?? [])
  if (!lines.ok) return lines
  const note = edit.note ?? terms.note
  const after = { ...terms, note, endsAt, handOverFromAt: fromAt, handOverUntilAt: untilAt, lines: lines.value }
  return isLawfulHandOver(after) ? ok(after) : refuse({ code: 'sale.hand-over-window' })
}

const fieldsOf = (edit: SaleEdit): Field[] => {
  const fields: Field[] = []
  if (edit.endsAt !== undefined) fields.push('window')
  if (edit.note !== undefined) fields.push('note')
  if (edit.handOver) fields.push('hand-over')
  if (edit.lines?.length) fields.push('limits')
  return fields
}

const isMore = (before: number | null, after: number | null | undefined): boolean =>
  after === undefined || after === before || after === null || (before !== null && after > before)

const editLines = (lines: readonly SaleLine[], edits: readonly LineEdit[]): Result<SaleLine[], EditNo> => {
  const after = new Map(lines.map((line) => [line.skuId, line]))
  for (const edit of edits) {
    const line = after.get(edit.skuId)
    if (!line) return refuse({ code: 'sale.line-gone', skuId: edit.skuId })
    if (!isMore(line.stockLimit, edit.stockLimit) || !isMore(line.perPerson, edit.perPerson))
      return refuse({ code: 'sale.only-more', skuId: edit.skuId })
    const { stockLimit = line.stockLimit, perPerson = line.perPerson } = edit
    after.set(edit.skuId, { ...line, stockLimit, perPerson })
  }
  return ok([...after.values()])
}
