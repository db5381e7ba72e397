/**
 * One past order once more, with a draft on top of what it had. Later steps are kept as they were, so a threshold that would no
 * longer be reached is not noticed: the answer is the most the draft could have cost, never less.
 */
import type { CouponTerms } from '../coupon/terms'
import type { SkuId } from '../ids'
import { addFen, fen, minFen, subtractFen, timesFen, ZERO, type Fen } from '../money'
import { couponBase, feeOff, goodsOff, lacking, takesPlaceOfOrder } from '../pricing/coupon-cut'
import type { GoodsLine } from '../pricing/goods'
import { applyLinePromotions } from '../pricing/line-promotions'
import { findOrderPromotion } from '../pricing/order-promotion'
import type { LinePart, QuoteLine } from '../pricing/quote'
import type { DiscountClass } from './combine'
import type { Promotion } from './promotion'
import type { Scoped } from './scope'

/** A line of an order as its quote stored it, with what the goods are and what one piece cost the store (null = unknown). */
export type PastLine = QuoteLine & Scoped & { readonly costFen: Fen | null }

export type PastOrder = {
  readonly id: string
  readonly lines: readonly PastLine[]
  /** What was paid for delivery. */
  readonly deliveryFen: Fen
}

export type Draft =
  | { readonly kind: 'promotion'; readonly promotion: Promotion }
  | { readonly kind: 'coupon'; readonly terms: CouponTerms }

/** `baseFen`: what the goods it is for came to; `offFen`: what it costs beyond what the order had anyway. */
export type Effect = { readonly baseFen: Fen; readonly offFen: Fen; readonly hit: readonly SkuId[] }

/** Null where the order would have been the same. Without a choice between two coupons the shopper takes the better one. */
export const replay = (order: PastOrder, draft: Draft): Effect | null => {
  const effect = draft.kind === 'coupon' ? withCoupon(order, draft.terms) : withPromotion(order, draft.promotion)
  if (!effect) return null
  const isFee = draft.kind === 'coupon' && draft.terms.offer.kind === 'delivery'
  const room = subtractFen(addFen(...order.lines.map((l) => l.paidFen)), fen(1))
  const offFen = isFee ? effect.offFen : minFen(effect.offFen, room)
  return offFen > 0 ? { ...effect, offFen } : null
}

/** What one kind of rule took off a line. */
const takenBy = ({ parts }: PastLine, by: LinePart['by']): Fen =>
  addFen(...(parts ?? []).filter((part) => part.by === by).map((part) => part.amountFen))

/** The order after step 2. */
const goodsLines = (order: PastOrder): GoodsLine[] =>
  order.lines.map((line) => {
    const lineOff = takenBy(line, 'line')
    const { unitPriceRule: rule, unitPriceFen, quantity } = line
    const on: DiscountClass[] = rule === 'sale' || rule === 'member' ? [] : [rule]
    return {
      line: { ...line, priceFen: line.originalUnitFen, memberPriceFen: null },
      unitPriceFen,
      unitPriceRule: rule,
      amountFen: subtractFen(timesFen(unitPriceFen, quantity), lineOff),
      on: lineOff > 0 ? [...on, 'line'] : on,
      parts: [],
    }
  })

const withPromotion = (order: PastOrder, promotion: Promotion): Effect | null => {
  const lines = goodsLines(order)
  if (promotion.kind === 'order') {
    if (order.lines.some((line) => takenBy(line, 'order') > 0)) return null // one 满减 an order: the older one stays
    const { cut } = findOrderPromotion(lines, [promotion])
    const hit = lines.flatMap(({ line }, at) => ((cut?.parts[at] ?? 0) > 0 ? [line.skuId] : []))
    return cut && { baseFen: cut.step.baseFen, offFen: cut.offFen, hit }
  }
  const [step] = applyLinePromotions(lines, [promotion]).steps
  if (step?.kind !== 'line-promotion') return null
  const base = lines.filter(({ line }) => step.skuIds.includes(line.skuId))
  return { baseFen: addFen(...base.map((l) => l.amountFen)), offFen: fen(-step.amountFen), hit: step.skuIds }
}

const withCoupon = (order: PastOrder, terms: CouponTerms): Effect | null => {
  const lines = goodsLines(order)
  const orderParts = order.lines.map((line) => takenBy(line, 'order'))
  const full = lines.map((line) => line.amountFen)
  const takesPlace = takesPlaceOfOrder(terms, couponBase(terms, lines, full), orderParts)
  const amounts = takesPlace ? full : full.map((amount, at) => subtractFen(amount, orderParts[at] ?? ZERO))
  const base = couponBase(terms, lines, amounts)
  if (lacking(terms, base, lines)) return null
  const hit = lines.flatMap(({ line }, at) => ((base.weights[at] ?? 0) > 0 ? [line.skuId] : []))
  const { offer } = terms
  const lost = takesPlace ? addFen(...orderParts) : ZERO
  const off =
    offer.kind === 'delivery'
      ? feeOff(offer.offFen, order.deliveryFen)
      : subtractFen(
          goodsOff(offer, base.baseFen, addFen(...amounts)),
          addFen(...order.lines.map((line) => takenBy(line, 'coupon'))),
        )
  return { baseFen: base.baseFen, offFen: subtractFen(off, lost), hit }
}
