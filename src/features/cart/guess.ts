/** What the cart will look like, drawn while the server answers. Sums are the same sums; the answer replaces them. */
import type { CartItem, CartView } from '@/contract/cart'
import type { SkuId } from '@/domain/ids'
import { addFen, subtractFen, timesFen, ZERO } from '@/domain/money'

const summed = (view: CartView, items: readonly CartItem[]): CartView => {
  const chosen = items.filter((item) => item.isSelected)
  const goodsFen = addFen(ZERO, ...chosen.map((item) => timesFen(item.unitPriceFen, item.quantity)))
  const originalFen = addFen(ZERO, ...chosen.map((item) => timesFen(item.originalUnitFen, item.quantity)))
  return {
    ...view,
    // what it said was about other sums; the answer says what is so now
    hint: null,
    items,
    goodsFen,
    savedFen: subtractFen(originalFen, goodsFen),
    selectedCount: chosen.reduce((n, item) => n + item.quantity, 0),
    freeDelivery: view.freeDelivery && {
      thresholdFen: view.freeDelivery.thresholdFen,
      missingFen:
        goodsFen >= view.freeDelivery.thresholdFen ? ZERO : subtractFen(view.freeDelivery.thresholdFen, goodsFen),
    },
  }
}

/** Past what the flash sale allows, every piece costs what it always does. */
const priced = (item: CartItem): CartItem =>
  item.flash
    ? { ...item, unitPriceFen: item.quantity <= item.flash.most ? item.flash.priceFen : item.flash.usualFen }
    : item

export const guess = {
  quantity:
    (skuId: SkuId, quantity: number) =>
    (view: CartView): CartView =>
      summed(
        view,
        view.items.map((item) => (item.skuId === skuId ? priced({ ...item, quantity }) : item)),
      ),
  selection:
    (skuIds: readonly SkuId[], isSelected: boolean) =>
    (view: CartView): CartView =>
      summed(
        view,
        view.items.map((item) => (skuIds.includes(item.skuId) ? { ...item, isSelected } : item)),
      ),
  without:
    (skuIds: readonly SkuId[]) =>
    (view: CartView): CartView => ({
      ...summed(
        view,
        view.items.filter((item) => !skuIds.includes(item.skuId)),
      ),
      invalid: view.invalid.filter((item) => !skuIds.includes(item.skuId)),
    }),
}
