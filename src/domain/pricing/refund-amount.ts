/** What a partial refund pays back: exactly what those units paid, so that all partial refunds together give the paid total. */
import { addFen, fen, subtractFen, ZERO, type Fen } from '../money'
import { ok, refuse, type Result } from '../result'

export type RefundableLine = {
  readonly id: string
  readonly quantity: number
  readonly paidFen: Fen
  readonly refundedQuantity: number
}
export type RefundPart = { readonly lineId: string; readonly quantity: number }
export type RefundSum = {
  readonly amountFen: Fen
  readonly lines: readonly { readonly lineId: string; readonly quantity: number; readonly amountFen: Fen }[]
}

/** What the first `units` of a line paid together; spare fen lie on the earliest units. */
const firstUnits = (line: RefundableLine, units: number): Fen => {
  const each = Math.floor(line.paidFen / line.quantity)
  return fen(units * each + Math.min(units, line.paidFen - each * line.quantity))
}

export const refundLine = (line: RefundableLine, quantity: number): Fen =>
  subtractFen(firstUnits(line, line.refundedQuantity + quantity), firstUnits(line, line.refundedQuantity))

/** Sums a refund of `parts`; a part that names an unknown line or more units than are left is refused with what is left. */
export const refundAmount = (
  lines: readonly RefundableLine[],
  parts: readonly RefundPart[],
): Result<RefundSum, { code: 'refund.quantity'; lineId: string; left: number }> => {
  const wanted = new Map<string, number>()
  for (const part of parts) wanted.set(part.lineId, (wanted.get(part.lineId) ?? 0) + part.quantity)
  const sums: { lineId: string; quantity: number; amountFen: Fen }[] = []
  for (const [lineId, quantity] of wanted) {
    const line = lines.find((l) => l.id === lineId)
    const left = line ? line.quantity - line.refundedQuantity : 0
    if (!line || quantity > left) return refuse({ code: 'refund.quantity', lineId, left })
    sums.push({ lineId, quantity, amountFen: refundLine(line, quantity) })
  }
  return ok({ amountFen: addFen(ZERO, ...sums.map((s) => s.amountFen)), lines: sums })
}

/** Everything that is left of every line. */
export const allThatIsLeft = (lines: readonly RefundableLine[]): RefundPart[] =>
  lines
    .filter((l) => l.refundedQuantity < l.quantity)
    .map((l) => ({ lineId: l.id, quantity: l.quantity - l.refundedQuantity }))
