/** Puts pieces into the cart, on top of what is there. */
import type { cart } from '@/contract/cart'
import { buyable, mayHold } from '@/domain/cart/cart-line'
import { unitPrice } from '@/domain/pricing/unit-price'
import { ok, refuse } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { afterAdding, cartView } from './cart-view'
import { addPieces, readCart } from './cart.sql'

export const addToCart: UseCase<typeof cart.add> = async (deps, { memberId }, { skuId, quantity }) => {
  const rows = await readCart(deps, memberId, [skuId])
  const row = rows.find((r) => r.skuId === skuId)
  if (!row) return refuse({ code: 'sku.unknown' })
  const others = rows.filter((r) => r.quantity !== null && r !== row).length
  const held = mayHold(row, (row.quantity ?? 0) + quantity, others)
  if (!held.ok) return held
  const pieces = { skuId, quantity, addedPriceFen: unitPrice(row, row.level).unitPriceFen }
  const written = await addPieces(deps, memberId, pieces, buyable(row))
  // another add came between: together they would be too many
  if (!written) return refuse({ code: 'sku.short', available: buyable(row) })
  return ok(await cartView(deps, memberId, afterAdding(rows, pieces, written)))
}
