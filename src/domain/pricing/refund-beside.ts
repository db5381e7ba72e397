/** What goes back beside the price of refunded units: the points spent on them and their share of the delivery fee. */
import { addFen, fen, splitFen, ZERO, type Fen } from '../money'
import { pointsOn } from './line-discounts'
import type { Quote } from './quote'
import { refundLine } from './refund-amount'

/** `at`: the line's place in the quote; `refundedQuantity`: units that went back before. */
export type UnitsBack = { readonly at: number; readonly refundedQuantity: number; readonly quantity: number }

/**
 * Points and delivery fee are apportioned to lines, then to units, earliest first, like the price itself (`refundLine`): all
 * partial refunds together give back every point and the whole fee. Whether the fee goes back at all is for the caller to say.
 */
export const goBackWith = (quote: Quote, units: readonly UnitsBack[]): { points: number; deliveryFen: Fen } => {
  const fees = splitFen(
    quote.deliveryFen,
    quote.lines.map((line) => line.paidFen),
  )
  const share = (of: Fen, { at, refundedQuantity, quantity }: UnitsBack): Fen =>
    refundLine({ id: '', quantity: quote.lines[at]?.quantity ?? 1, paidFen: of, refundedQuantity }, quantity)
  const points = units.map((unit) => {
    const line = quote.lines[unit.at]
    return line ? share(fen(pointsOn(line)), unit) : ZERO
  })
  return {
    points: addFen(...points),
    deliveryFen: addFen(...units.map((unit) => share(fees[unit.at] ?? ZERO, unit))),
  }
}
