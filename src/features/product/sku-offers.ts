/** What the spec sheet says of each SKU: the price this shopper pays, what others pay, how many are left. */
import type { ProductGroupView } from '@/contract/group-buy'
import type { SkuView } from '@/contract/views'
import { unitPrice, type Level } from '@/domain/pricing/unit-price'
import type { SkuOffer } from '@/ui/sku-sheet'
import { copy } from './copy'
import type { FlashOffer } from './flash-offer'
import { shortYuan } from './shelf-copy'

/** The same for a group: its price and its share, beside what one would pay alone. */
export const groupSkuOffers = (
  { prices }: ProductGroupView,
  skus: readonly SkuView[],
  level: Level,
  unit: string | null,
): readonly SkuOffer[] =>
  prices.flatMap(({ skuId, priceFen, left }) => {
    const sku = skus.find(({ id }) => id === skuId)
    if (!sku) return []
    const { options, picture } = sku
    const was = copy.was(shortYuan(unitPrice(sku, level).unitPriceFen))
    return [
      {
        id: skuId,
        options,
        picture,
        priceFen,
        available: left,
        was,
        stock: copy.group.stock(left, unit ?? copy.piece),
      },
    ]
  })

/** The same for a flash sale: no more of each than one person may take, and than its share still holds. */
export const flashSkuOffers = (
  { items }: FlashOffer,
  skus: readonly SkuView[],
  level: Level,
  unit: string | null,
): readonly SkuOffer[] =>
  items.flatMap(({ skuId, flashFen, left, perPerson }) => {
    const sku = skus.find(({ id }) => id === skuId)
    if (!sku) return []
    const { options, picture } = sku
    return [
      {
        id: skuId,
        options,
        picture,
        priceFen: flashFen,
        available: Math.min(left, perPerson),
        was: copy.was(shortYuan(unitPrice(sku, level).unitPriceFen)),
        stock: copy.flash.stock(left, unit ?? copy.piece, perPerson),
      },
    ]
  })

export const skuOffers = (skus: readonly SkuView[], level: Level, unit: string | null): readonly SkuOffer[] =>
  skus.map((sku) => {
    const { unitPriceFen, rule } = unitPrice(sku, level)
    return {
      id: sku.id,
      options: sku.options,
      priceFen: unitPriceFen,
      available: sku.available,
      picture: sku.picture,
      stock: copy.stock(sku.available, unit ?? copy.piece),
      ...(rule === 'member' ? { was: copy.wasInShop(shortYuan(sku.priceFen)) } : {}),
    }
  })
