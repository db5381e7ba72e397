/**
 * What a basket costs and why. The screen's preview and the server's truth are this one function; see business rules §4
 * for the order of the steps. Pure: same facts, same quote, on phone and server.
 */
import type { SkuId } from '../ids'
import { addFen, fen, subtractFen, timesFen, ZERO, type Fen } from '../money'
import { ok, refuse, type Result } from '../result'
import { deliveryStep, type Delivery } from './delivery-step'
import type { Quote, QuoteLine, QuoteStep } from './quote'
import { unitPrice, type Level, type SpecialPrice } from './unit-price'

export type BasketLine = {
  readonly skuId: SkuId
  readonly quantity: number
  readonly priceFen: Fen
  readonly memberPriceFen: Fen | null
  readonly special?: SpecialPrice | undefined
}
export type BasketFacts = { readonly lines: readonly BasketLine[]; readonly level: Level; readonly delivery: Delivery }

/** Refuses only where a line can't be delivered; prices above zero make the total above zero. */
export const quoteBasket = (facts: BasketFacts): Result<Quote, { code: 'delivery.out-of-area' }> => {
  const lines = facts.lines.map((line) => priceLine(line, facts.level))
  const delivery = deliveryStep(
    facts.delivery,
    lines.map((l) => l.paidFen),
  )
  if (!delivery) return refuse({ code: 'delivery.out-of-area' })
  return ok(sumUp(lines, delivery))
}

const priceLine = (line: BasketLine, level: Level): QuoteLine => {
  const { unitPriceFen, rule } = unitPrice(line, level)
  const paidFen = timesFen(unitPriceFen, line.quantity)
  return {
    skuId: line.skuId,
    quantity: line.quantity,
    originalUnitFen: line.priceFen,
    unitPriceFen,
    unitPriceRule: rule,
    discountFen: subtractFen(timesFen(line.priceFen, line.quantity), paidFen),
    paidFen,
  }
}

/** In the order in which the explanation names them. */
const UNIT_PRICE_RULES = ['flash', 'group', 'community', 'member'] as const

const sumUp = (lines: readonly QuoteLine[], delivery: QuoteStep): Quote => {
  const originalFen = addFen(...lines.map((l) => timesFen(l.originalUnitFen, l.quantity)))
  const goodsFen = addFen(...lines.map((l) => l.paidFen))
  const steps: QuoteStep[] = [{ kind: 'goods', amountFen: originalFen, pieces: piecesOf(lines) }]
  for (const rule of UNIT_PRICE_RULES) {
    const priced = lines.filter((l) => l.unitPriceRule === rule)
    const savesFen = addFen(...priced.map((l) => l.discountFen))
    if (savesFen > 0) steps.push({ kind: `${rule}-price`, amountFen: fen(-savesFen), pieces: piecesOf(priced) })
  }
  steps.push(delivery)
  const deliveryFen = delivery.amountFen ?? ZERO
  return {
    lines,
    steps,
    originalFen,
    goodsFen,
    deliveryFen,
    totalFen: addFen(goodsFen, deliveryFen),
    savedFen: subtractFen(originalFen, goodsFen),
  }
}

const piecesOf = (lines: readonly QuoteLine[]): number => lines.reduce((n, l) => n + l.quantity, 0)
