/**
 * The reckoning of a closed sale: what each order gets back because a lower tier was reached. Done once, when the last
 * placed order is paid or gone; its rows are stored and paid out, never worked out again. Business rules §5.
 */
import type { OrderId, OrderLineId, SkuId } from '../ids'
import { addFen, subtractFen, ZERO, type Fen } from '../money'
import { refundLine, type RefundableLine } from '../pricing/refund-amount'
import { ok, refuse, type Result } from '../result'
import type { EpochMs } from '../time'
import type { SaleFacts } from './sale'
import { reachedPrice, unitBack, type TieredPrice } from './tier'

export type PaidLine = RefundableLine & {
  readonly id: OrderLineId
  readonly orderId: OrderId
  readonly skuId: SkuId
  /** The tier's price when it was ordered, before any discount. */
  readonly unitPriceFen: Fen
}

/** What a line gets back for `units`, those not refunded when the sale was reckoned. */
export type TierBack = { readonly lineId: OrderLineId; readonly units: number; readonly backFen: Fen }
export type OrderBack = { readonly orderId: OrderId; readonly backFen: Fen; readonly lines: readonly TierBack[] }

export type ReckonNo =
  | { code: 'sale.not-closed' }
  | { code: 'sale.reckoned'; reckonedAt: EpochMs }
  | { code: 'sale.has-unpaid'; unpaid: number }

/** Whether the sale may be reckoned now. */
export const mayReckon = (sale: Pick<SaleFacts, 'state' | 'reckonedAt' | 'orders'>): Result<true, ReckonNo> => {
  if (sale.reckonedAt !== null) return refuse({ code: 'sale.reckoned', reckonedAt: sale.reckonedAt })
  if (sale.state !== 'closed') return refuse({ code: 'sale.not-closed' })
  return sale.orders.unpaid > 0 ? refuse({ code: 'sale.has-unpaid', unpaid: sale.orders.unpaid }) : ok(true)
}

/** Unit by unit, since discounts and earlier refunds may leave units of one line with different prices. */
export const tierBack = (line: PaidLine, reachedFen: Fen): TierBack => {
  const units = line.quantity - line.refundedQuantity
  const backs = Array.from({ length: units }, (_, i) => {
    const unitPaidFen = refundLine({ ...line, refundedQuantity: line.refundedQuantity + i }, 1)
    return unitBack(line.unitPriceFen, unitPaidFen, reachedFen)
  })
  return { lineId: line.id, units, backFen: addFen(ZERO, ...backs) }
}

export type ReckonedPrice = TieredPrice & { readonly skuId: SkuId; readonly reachedUnits: number }

/** One row for every order that gets something back, in the order of `lines`: one refund, one message. */
export const reckonSale = (prices: readonly ReckonedPrice[], lines: readonly PaidLine[]): OrderBack[] => {
  const reached = new Map(prices.map((price) => [price.skuId, reachedPrice(price, price.reachedUnits)]))
  const orders = new Map<OrderId, TierBack[]>()
  for (const line of lines) {
    const reachedFen = reached.get(line.skuId)
    if (reachedFen === undefined) throw new Error(`no price for ${line.skuId}`)
    const back = tierBack(line, reachedFen)
    if (back.backFen > 0) orders.set(line.orderId, [...(orders.get(line.orderId) ?? []), back])
  }
  return [...orders].map(([orderId, backs]) => ({
    orderId,
    backFen: addFen(...backs.map((b) => b.backFen)),
    lines: backs,
  }))
}

/**
 * The line as a later refund must see it: only the units that were left at the reckoning, at what they cost since. Feed it
 * to `refundLine`, so that tier difference and all refunds together give what was paid, to the fen.
 */
export const lineAfterTier = <L extends RefundableLine>(line: L, back: Omit<TierBack, 'lineId'> | null): L => {
  if (!back) return line
  const goneBefore = line.quantity - back.units
  const paidThenFen = refundLine({ ...line, refundedQuantity: goneBefore }, back.units)
  return {
    ...line,
    quantity: back.units,
    paidFen: subtractFen(paidThenFen, back.backFen),
    refundedQuantity: line.refundedQuantity - goneBefore,
  }
}
