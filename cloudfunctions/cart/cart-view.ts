/** The whole cart as every action answers it. */
import type { CartItem, CartView, InvalidCartItem } from '@/contract/cart'
import { judgeLine, missingTo, totalLines, type JudgedLine, type LineState } from '@/domain/cart/cart-line'
import type { Fen } from '@/domain/money'
import type { BasketLine } from '@/domain/pricing/basket'
import { NO_PICTURE } from '../catalog/cards'
import { shopFront } from '../catalog/shop-front'
import type { ShopFrontRow } from '../catalog/shop-front.sql'
import type { MemberId } from '@/domain/ids'
import type { Deps } from '../runtime/deps'
import { readCartDeals } from './cart-deals'
import { cartFlash } from './cart-flash'
import { cartHint } from './cart-hint'
import type { CartRow, Pieces, Written } from './cart.sql'

type Line = CartRow & LineState & JudgedLine

export const cartView = async (deps: Deps, memberId: MemberId, rows: readonly CartRow[]): Promise<CartView> => {
  const [front, flash, deals] = await Promise.all([
    shopFront(deps),
    cartFlash(deps, memberId, rows),
    readCartDeals(deps, memberId),
  ])
  const lines = rows.flatMap((row): Line[] => {
    const { quantity, isSelected, addedPriceFen } = row
    if (quantity === null || isSelected === null || addedPriceFen === null) return []
    const line = { ...row, quantity, isSelected, addedPriceFen, flash: flash?.offers.get(row.skuId) ?? null }
    return [{ ...line, ...judgeLine(line, row.level) }]
  })
  const totals = totalLines(lines)
  return {
    items: lines.flatMap((line) => (line.flaw === null ? [itemOf(line)] : [])),
    invalid: lines.flatMap((line) => (line.flaw === null ? [] : [{ ...factsOf(line), why: line.flaw }])),
    ...totals,
    cartCount: lines.reduce((sum, line) => sum + line.quantity, 0),
    freeDelivery: freeDelivery(front, totals.goodsFen),
    flash: lines.some((line) => line.flash && line.flaw === null) ? (flash?.slot ?? null) : null,
    hint: cartHint(lines.flatMap(pricedOf), rows[0]?.level ?? 'ordinary', deals, deps.now()),
  }
}

/** A line that counts, as the calculation takes it. */
const pricedOf = ({ flaw, isSelected, flash, ...line }: Line): BasketLine[] => {
  if (flaw !== null || !isSelected) return []
  const isInFlash = flash !== null && line.quantity <= flash.most
  return [{ ...line, special: isInFlash ? { rule: 'flash', priceFen: flash.priceFen } : undefined }]
}

const factsOf = (line: Line): Omit<InvalidCartItem, 'why'> => ({
  skuId: line.skuId,
  productId: line.productId,
  title: line.title,
  options: line.options,
  picture: line.picture ?? NO_PICTURE,
  quantity: line.quantity,
  unitPriceFen: line.unitPriceFen,
  originalUnitFen: line.originalUnitFen,
  available: line.available,
})

const itemOf = (line: Line): CartItem => ({
  ...factsOf(line),
  isSelected: line.isSelected,
  changedByFen: line.changedByFen,
  flash: line.flash,
})

/** By the first template that has a threshold; nobody knows the address yet. */
const freeDelivery = ({ templates }: ShopFrontRow, goodsFen: Fen): CartView['freeDelivery'] => {
  const thresholdFen = templates.find((template) => template.freeOverFen !== null)?.freeOverFen ?? null
  return thresholdFen === null ? null : { thresholdFen, missingFen: missingTo(thresholdFen, goodsFen) }
}

/** The rows as they stand after `written`, without asking again. What was new or added to goes first, like in the table. */
export const afterAdding = (
  rows: readonly CartRow[],
  { skuId, addedPriceFen }: Pieces,
  { quantity }: Written,
): CartRow[] => {
  const changed = rows.flatMap((row) =>
    row.skuId === skuId ? [{ ...row, quantity, addedPriceFen, isSelected: true }] : [],
  )
  return [...changed, ...rows.filter((row) => row.skuId !== skuId)]
}
