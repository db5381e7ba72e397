/** Steps 1–3: what the goods cost before any coupon. Done once for a basket; every combination of coupons starts from here. */
import { timesFen, type Fen } from '../money'
import type { DiscountClass } from '../promotion/combine'
import { isRunning, type LinePromotion, type OrderPromotion } from '../promotion/promotion'
import type { BasketFacts, BasketLine } from './basket'
import { applyLinePromotions } from './line-promotions'
import { findOrderPromotion, type OrderCut } from './order-promotion'
import type { LinePart, QuoteStep, UnusedRule } from './quote'
import { unitPrice, type UnitPriceRule } from './unit-price'

export type GoodsLine = {
  readonly line: BasketLine
  readonly unitPriceFen: Fen
  readonly unitPriceRule: UnitPriceRule
  /** After step 2. */
  readonly amountFen: Fen
  /** Classes of the discounts that lie on it; `order` is kept apart because it may give way. */
  readonly on: readonly DiscountClass[]
  readonly parts: readonly LinePart[]
}

export type Goods = {
  readonly lines: readonly GoodsLine[]
  readonly lineSteps: readonly QuoteStep[]
  /** The order promotion that applies unless a coupon takes its place. */
  readonly order: OrderCut | null
  readonly unused: readonly UnusedRule[]
}

export const priceGoods = ({ lines, level, deals }: BasketFacts): Goods => {
  const running = deals?.promotions?.filter((p) => isRunning(p, deals.now)) ?? []
  const step2 = applyLinePromotions(
    lines.map((line) => priceLine(line, level)),
    running.filter((p): p is LinePromotion => p.kind === 'line'),
  )
  const step3 = findOrderPromotion(
    step2.lines,
    running.filter((p): p is OrderPromotion => p.kind === 'order'),
  )
  return {
    lines: step2.lines,
    lineSteps: step2.steps,
    order: step3.cut,
    unused: [...step2.unused, ...step3.unused],
  }
}

const priceLine = (line: BasketLine, level: BasketFacts['level']): GoodsLine => {
  const { unitPriceFen, rule } = unitPrice(line, level)
  return {
    line,
    unitPriceFen,
    unitPriceRule: rule,
    amountFen: timesFen(unitPriceFen, line.quantity),
    on: rule === 'sale' || rule === 'member' ? [] : [rule],
    parts: [],
  }
}
