/** Brings what a stranger collected on the phone into the member's cart. Sent twice, it changes nothing more. */
import type { cart } from '@/contract/cart'
import { MOST_LINES } from '@/domain/cart/cart-line'
import type { SkuId } from '@/domain/ids'
import { unitPrice } from '@/domain/pricing/unit-price'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { cartView } from './cart-view'
import { mergePieces, readCart } from './cart.sql'

export const mergeCart: UseCase<typeof cart.merge> = async (deps, { memberId }, { items }) => {
  const wanted = new Map<SkuId, number>()
  for (const { skuId, quantity } of items) wanted.set(skuId, Math.max(quantity, wanted.get(skuId) ?? 0))
  const rows = await readCart(deps, memberId, [...wanted.keys()])
  let room = MOST_LINES - rows.filter((row) => row.quantity !== null).length
  const pieces = rows.flatMap((row) => {
    const quantity = wanted.get(row.skuId)
    if (quantity === undefined || !row.isOn || (row.quantity === null && room-- <= 0)) return []
    return [{ skuId: row.skuId, quantity, addedPriceFen: unitPrice(row, row.level).unitPriceFen }]
  })
  if (pieces.length > 0) await mergePieces(deps, memberId, pieces)
  return ok(await cartView(deps, memberId, pieces.length > 0 ? await readCart(deps, memberId) : rows))
}
