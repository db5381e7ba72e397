/** One row of a statement, explained: list price × quantity − each discount's share = paid; × rate = commission. */
import type { StatementRowView } from '@/contract/earning'
import type { StatementRow } from '@/domain/commission/statement'
import { subtractFen } from '@/domain/money'
import { discountsOf, type LineDiscount } from '@/domain/pricing/line-discounts'
import type { QuoteStep } from '@/domain/pricing/quote'
import { maskName } from '@/domain/share/mask'
import { epochMs } from '@/domain/time'
import type { RowFacts } from './row-facts.sql'

export const explainRow = (row: StatementRow, facts: RowFacts | undefined): StatementRowView => ({
  ...row,
  order: facts ? { id: facts.orderId, number: facts.number, placedAt: epochMs(facts.placedAt.getTime()) } : null,
  goods: facts ? { title: facts.title, picture: facts.picture, quantity: facts.quantity } : null,
  formula: facts && row.kind === 'commission' ? formulaOf(row, facts) : null,
  attribution: facts ? attributionOf(facts) : null,
})

/** What was refunded after the row had been sent stands on rows of its own, so it is not taken off here. */
const formulaOf = ({ baseFen }: StatementRow, { quoteLine, steps }: RowFacts): StatementRowView['formula'] =>
  quoteLine && {
    unitFen: quoteLine.originalUnitFen,
    quantity: quoteLine.quantity,
    cuts: discountsOf(quoteLine).map((cut) => ({
      kind: cut.by,
      name: nameOf(cut, steps),
      amountFen: cut.amountFen,
    })),
    refundedFen: subtractFen(quoteLine.paidFen, baseFen),
  }

/** Promotions and coupons have one; what it is called stands in the order's own explanation. */
const nameOf = (cut: LineDiscount, steps: readonly QuoteStep[]): string | null => {
  if (!('id' in cut)) return null
  const step = steps.find((each) => 'id' in each && each.id === cut.id)
  return step && 'name' in step ? step.name : null
}

const attributionOf = ({ attribution, buyerName, placedAt, place }: RowFacts): StatementRowView['attribution'] =>
  attribution && {
    kind: attribution.kind,
    buyer: maskName(buyerName ?? ''),
    at: attribution.kind === 'touch' ? attribution.touch.at : epochMs(placedAt.getTime()),
    place,
  }
