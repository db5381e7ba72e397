/** What the spec sheet says of each SKU: the price this shopper pays, what others pay, how many are left. */
import type { SkuView } from '@/contract/views'
import { unitPrice, type Level } from '@/domain/pricing/unit-price'
import type { SkuOffer } from '@/ui/sku-sheet'
import { copy } from './copy'
import { shortYuan } from './shelf-copy'

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
      ...(rule === 'member' ? { was: copy.was(shortYuan(sku.priceFen)) } : {}),
    }
  })
