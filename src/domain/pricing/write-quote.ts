/** The chosen combination written down: a row for every step, and every discount apportioned to the lines. */
import { addFen, fen, splitFen, subtractFen, timesFen, ZERO } from '../money'
import { pointsWorth } from '../points/spend'
import type { BasketFacts } from './basket'
import type { Combo, Combos, UsedCoupon } from './combos'
import type { Goods, GoodsLine } from './goods'
import type { LinePart, Quote, QuoteLine, QuoteStep } from './quote'
import { unusedRules } from './unused'

export const writeQuote = (facts: BasketFacts, goods: Goods, combos: Combos, combo: Combo): Quote => {
  const { stand, delivery } = combo
  const lines = writeLines(goods, combo)
  const originalFen = addFen(...lines.map((l) => timesFen(l.originalUnitFen, l.quantity)))
  const goodsFen = addFen(...lines.map((l) => l.paidFen))
  const feeOffFen = delivery?.offFen ?? ZERO
  const unused = unusedRules(facts, goods, combos, combo)
  return {
    lines,
    steps: [
      { kind: 'goods', amountFen: originalFen, pieces: piecesOf(lines) },
      ...unitPriceSteps(goods.lines),
      ...goods.lineSteps,
      ...(goods.order && stand.hasOrderPromotion ? [goods.order.step] : []),
      ...(stand.coupon ? [couponStep('coupon', stand.coupon)] : []),
      ...(stand.points > 0 ? [pointsStep(stand.points)] : []),
      stand.fee,
      ...(delivery ? [couponStep('delivery-coupon', delivery)] : []),
    ],
    ...(unused.length > 0 ? { unused } : {}),
    originalFen,
    goodsFen,
    deliveryFen: subtractFen(stand.fee.amountFen, feeOffFen),
    totalFen: combo.totalFen,
    savedFen: addFen(subtractFen(originalFen, goodsFen), feeOffFen),
  }
}

const writeLines = ({ lines, order }: Goods, { stand }: Combo): QuoteLine[] => {
  const orderParts = order && stand.hasOrderPromotion ? order.parts : []
  const pointsParts = stand.points > 0 ? splitFen(pointsWorth(stand.points), stand.amounts) : []
  return lines.map(({ line, unitPriceFen, unitPriceRule, parts }, at) => {
    const [ofOrder = ZERO, ofCoupon = ZERO, points = ZERO] = [orderParts[at], stand.couponParts[at], pointsParts[at]]
    const all: LinePart[] = [...parts]
    if (order && ofOrder > 0) all.push({ by: 'order', id: order.promotion.id, amountFen: ofOrder })
    if (stand.coupon && ofCoupon > 0) all.push({ by: 'coupon', id: stand.coupon.coupon.id, amountFen: ofCoupon })
    if (points > 0) all.push({ by: 'points', amountFen: points })
    const paidFen = subtractFen(stand.amounts[at] ?? ZERO, points)
    return {
      skuId: line.skuId,
      quantity: line.quantity,
      originalUnitFen: line.priceFen,
      unitPriceFen,
      unitPriceRule,
      discountFen: subtractFen(timesFen(line.priceFen, line.quantity), paidFen),
      paidFen,
      ...(all.length > 0 ? { parts: all } : {}),
    }
  })
}

/** In the order in which the explanation names them. */
const UNIT_PRICE_RULES = ['flash', 'group', 'community', 'member'] as const

const unitPriceSteps = (lines: readonly GoodsLine[]): QuoteStep[] =>
  UNIT_PRICE_RULES.flatMap((rule) => {
    const priced = lines.filter((l) => l.unitPriceRule === rule)
    const saves = priced.map((l) => timesFen(subtractFen(l.line.priceFen, l.unitPriceFen), l.line.quantity))
    const savesFen = addFen(...saves)
    const pieces = piecesOf(priced.map((l) => l.line))
    return savesFen > 0 ? [{ kind: `${rule}-price` as const, amountFen: fen(-savesFen), pieces }] : []
  })

const pointsStep = (points: number): QuoteStep => ({ kind: 'points', amountFen: fen(-pointsWorth(points)), points })

const couponStep = (kind: 'coupon' | 'delivery-coupon', { coupon, baseFen, offFen }: UsedCoupon): QuoteStep => {
  const { id, name, offer, thresholdFen, expiresAt } = coupon
  return { kind, id, name, amountFen: fen(-offFen), offer, thresholdFen, baseFen, expiresAt }
}

const piecesOf = (lines: readonly { readonly quantity: number }[]): number => lines.reduce((n, l) => n + l.quantity, 0)
