/** A merchant's one price change of an unpaid order: the reduction is spread over lines and delivery fee by largest remainder. */
import { addFen, fen, splitFen, subtractFen, ZERO, type Fen } from '../money'
import { ok, refuse, type Result } from '../result'
import type { Quote, QuoteLine, QuoteStep } from './quote'

/** The new quote, or a refusal where `totalFen` is not below the present total. `totalFen` is at least one fen. */
export const changePrice = (quote: Quote, totalFen: Fen): Result<Quote, { code: 'price.not-lower' }> => {
  const offFen = subtractFen(quote.totalFen, totalFen)
  if (offFen <= 0) return refuse({ code: 'price.not-lower' })
  const parts = splitFen(offFen, [...quote.lines.map((l) => l.paidFen), quote.deliveryFen])
  const lines = quote.lines.map((line, i) => reduce(line, parts[i] ?? ZERO))
  const deliveryFen = subtractFen(quote.deliveryFen, parts[quote.lines.length] ?? ZERO)
  const step: QuoteStep = { kind: 'price-change', amountFen: fen(-offFen) }
  return ok({
    ...quote,
    lines,
    steps: [...quote.steps, step],
    goodsFen: addFen(...lines.map((l) => l.paidFen)),
    deliveryFen,
    totalFen,
    savedFen: addFen(quote.savedFen, offFen),
  })
}

const reduce = (line: QuoteLine, amountFen: Fen): QuoteLine => ({
  ...line,
  discountFen: addFen(line.discountFen, amountFen),
  paidFen: subtractFen(line.paidFen, amountFen),
  ...(amountFen > 0 ? { parts: [...(line.parts ?? []), { by: 'price-change', amountFen } as const] } : {}),
})
