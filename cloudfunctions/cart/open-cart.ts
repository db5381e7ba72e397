/** The cart, and what one tap changes in it: a tick, or lines gone. */
import type { cart } from '@/contract/cart'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { cartView } from './cart-view'
import { readCart, removeLines, selectLines } from './cart.sql'

export const openCart: UseCase<typeof cart.view> = async (deps, { memberId }) =>
  ok(await cartView(deps, memberId, await readCart(deps, memberId)))

export const selectInCart: UseCase<typeof cart.select> = async (deps, { memberId }, { skuIds, isSelected }) => {
  await selectLines(deps, memberId, skuIds, isSelected)
  return ok(await cartView(deps, memberId, await readCart(deps, memberId)))
}

export const removeFromCart: UseCase<typeof cart.remove> = async (deps, { memberId }, { skuIds }) => {
  await removeLines(deps, memberId, skuIds)
  return ok(await cartView(deps, memberId, await readCart(deps, memberId)))
}
