/** The goods of a past order: its lines, its parcel, and what it did to the stock ledger. */
import type { EpochMs } from '@/domain/time'
import { agedId, mainPicture, productId, skuId } from '../demo-shop'
import type { BasketItem } from './basket'
import type { Telling, ToldOrder } from './told'

export const lineRows = (telling: Telling): ToldOrder['lines'] =>
  telling.basket.map((item, i) => lineRow(telling, item, i))

const lineRow = ({ cast, id, quote, story }: Telling, item: BasketItem, i: number): ToldOrder['lines'][number] => {
  const line = quote.lines[i]
  const lineId = story.lineIds[i]
  if (!line || !lineId) throw new Error('quote and basket have come apart')
  const refunded = story.refund?.lines.find((part) => part.lineId === lineId)
  return {
    store_id: cast.storeId,
    order_id: id,
    id: lineId,
    line_no: i + 1,
    sku_id: line.skuId,
    product_id: productId(item.product.slug),
    title: item.product.title,
    options: [...item.sku.values],
    picture: JSON.stringify(mainPicture(item.product)),
    quantity: item.quantity,
    original_unit_fen: line.originalUnitFen,
    unit_price_fen: line.unitPriceFen,
    discount_fen: line.discountFen,
    paid_fen: line.paidFen,
    shipped_quantity: story.parcel?.lines.find((part) => part.lineId === lineId)?.quantity ?? 0,
    refunded_quantity: refunded?.quantity ?? 0,
    refunded_fen: refunded?.amountFen ?? 0,
  }
}

export const parcelRows = ({ cast, plan, id, story }: Telling): ToldOrder['parcels'] => {
  const { parcel, sentAt } = story
  if (!parcel || sentAt === null) return []
  const { carrier, trackingNo, lines } = parcel
  return [
    {
      store_id: cast.storeId,
      id: agedId('pcl', sentAt, `past-${plan.index}`),
      order_id: id,
      carrier,
      tracking_no: trackingNo,
      lines: JSON.stringify(lines),
      staff_id: cast.staff.warehouse,
      shipped_at: new Date(sentAt),
    },
  ]
}

/** Held when placed; given back where the order was cancelled or taken back. Refunded goods were bad and stay away. */
export const movementRows = ({ cast, plan, id, story, basket }: Telling): ToldOrder['movements'] =>
  basket.flatMap(({ product, sku, quantity }, i) => {
    const row = (kind: 'held' | 'released', at: EpochMs) => ({
      store_id: cast.storeId,
      id: agedId('mov', at, `past-${plan.index}-${i}-${kind}`),
      sku_id: skuId(product, sku),
      kind,
      quantity: kind === 'held' ? -quantity : quantity,
      order_id: id,
      at: new Date(at),
    })
    const held = row('held', plan.placedAt)
    return story.releasedAt === null ? [held] : [held, row('released', story.releasedAt)]
  })
