/** Sets how many pieces a line holds; none takes it out. Asked twice, it stays as asked. */
import type { cart } from '@/contract/cart'
import { mayHold } from '@/domain/cart/cart-line'
import { unitPrice } from '@/domain/pricing/unit-price'
import { ok, refuse } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { cartView } from './cart-view'
import { readCart, removeLines, setPieces } from './cart.sql'

export const setQuantity: UseCase<typeof cart.set> = async (deps, { memberId }, { skuId, quantity }) => {
  if (quantity === 0) {
    await removeLines(deps, memberId, [skuId])
    return ok(await cartView(deps, memberId, await readCart(deps, memberId)))
  }
  const rows = await readCart(deps, memberId, [skuId])
  const row = rows.find((r) => r.skuId === skuId)
  if (!row) return refuse({ code: 'sku.unknown' })
  const held = mayHold(row, quantity, rows.filter((r) => r.quantity !== null && r !== row).length)
  if (!held.ok) return held
  const addedPriceFen = row.addedPriceFen ?? unitPrice(row, row.level).unitPriceFen
  await setPieces(deps, memberId, { skuId, quantity, addedPriceFen })
  const isSelected = row.isSelected ?? true
  return ok(
    await cartView(
      deps,
      memberId,
      rows.map((r) => (r === row ? { ...row, quantity, addedPriceFen, isSelected } : r)),
    ),
  )
}
