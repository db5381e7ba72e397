/** Which prices a product shows side by side, the one this shopper would pay first. */
import type { GroupPriceView, ProductGroupView } from '@/contract/group-buy'
import type { SkuView } from '@/contract/views'
import type { Fen } from '@/domain/money'
import type { Way } from '@/ui/price-ways'
import { copy } from './copy'
import type { FlashOffer } from './flash-offer'

const cheapest = (skus: readonly SkuView[]): SkuView | undefined => {
  const left = skus.filter(({ available }) => available > 0)
  return [...(left.length > 0 ? left : skus)].sort((a, b) => a.priceFen - b.priceFen)[0]
}

/** The lowest group price that can still be had, and whose; null while there is no campaign or its share is gone. */
export const groupOffer = (group: ProductGroupView | null): GroupPriceView | null =>
  group ? ([...group.prices].filter(({ left }) => left > 0).sort((a, b) => a.priceFen - b.priceFen)[0] ?? null) : null

/**
 * In a flash sale that runs its price first. Else with neighbours first, where there is a campaign, and the other two of the same SKU beside it. Else a member reads the
 * member's price first; everybody else the shop's, with the member's beside it.
 */
export const priceLines = (
  skus: readonly SkuView[],
  isMember: boolean,
  group: ProductGroupView | null = null,
  flash: FlashOffer | null = null,
): readonly Way[] => {
  if (flash?.state === 'running') return flashLines(skus, flash, group)
  const offer = groupOffer(group)
  const sku = (offer && skus.find(({ id }) => id === offer.skuId)) ?? cheapest(skus)
  if (!sku) return []
  const { priceFen, memberPriceFen, marketPriceFen } = sku
  const isFrom = new Set(skus.map((each) => each.priceFen)).size > 1
  const shop: Way = { name: copy.shopPrice, priceFen, isFrom }
  const way = (name: string, amount: Fen | null): Way[] =>
    amount !== null && amount !== priceFen ? [{ name, priceFen: amount }] : []
  const member = memberPriceFen !== null && memberPriceFen < priceFen ? way(copy.memberPrice, memberPriceFen) : []
  const market = marketPriceFen !== null && marketPriceFen > priceFen ? way(copy.marketPrice, marketPriceFen) : []
  if (group && offer) {
    const isFrom = new Set(group.prices.map((price) => price.priceFen)).size > 1
    return [
      { name: copy.group.way(group.size), priceFen: offer.priceFen, isFrom },
      ...member,
      { name: copy.alone, priceFen },
    ]
  }
  return isMember ? [...member, shop, ...market] : [shop, ...member, ...market]
}

/** Beside the flash price, what the same SKU costs with neighbours, and always. */
const flashLines = (skus: readonly SkuView[], flash: FlashOffer, group: ProductGroupView | null): readonly Way[] => {
  const { skuId, flashFen } = flash.item
  const sku = skus.find(({ id }) => id === skuId)
  const together = group?.prices.find((price) => price.skuId === skuId && price.left > 0)
  return [
    { name: copy.flash.way, priceFen: flashFen, isFrom: flash.isFrom },
    ...(group && together ? [{ name: copy.group.way(group.size), priceFen: together.priceFen }] : []),
    ...(sku ? [{ name: together ? copy.alone : copy.shopPrice, priceFen: sku.priceFen }] : []),
  ]
}
