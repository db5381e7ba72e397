/** "Add broccoli, and the coupon counts": looked for only where a coupon is short of its threshold and nobody chose by hand. */
import type { CheckoutAddOn } from '@/contract/order'
import type { Region } from '@/domain/delivery/template'
import type { DeliveryKind } from '@/domain/order/fulfilment'
import { addOnForOrder, type BasketState } from '@/domain/order/place'
import type { BestDeal } from '@/domain/pricing/best-deal'
import { unitPrice } from '@/domain/pricing/unit-price'
import type { Deps } from '../runtime/deps'
import { addOnGoods } from './add-on-goods'

type Found = {
  readonly state: BasketState
  readonly kind: DeliveryKind
  readonly region: Region | null
  readonly deal: BestDeal
}

export const checkoutAddOn = async (
  deps: Deps,
  { state, kind, region, deal }: Found,
): Promise<CheckoutAddOn | null> => {
  if (!deal.options.some((option) => !option.isUsable && option.why.code === 'below-threshold')) return null
  const goods = await addOnGoods(deps)
  const found = addOnForOrder(state, kind, region, deal, goods)
  const sku = goods.find(({ skuId }) => skuId === found?.line.skuId)
  if (!found || !sku) return null
  const { skuId, productId, title, options, picture, quantity } = sku
  return {
    line: { skuId, productId, title, options, picture, quantity },
    unitPriceFen: unitPrice(sku, state.level).unitPriceFen,
    couponName: deal.options.find(({ id }) => id === found.couponId)?.name ?? '',
    moreFen: found.moreFen,
  }
}
