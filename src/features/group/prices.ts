/** The prices of a group beside what one would pay alone. Honest both ways: where the member's own price is lower, it says so. */
import type { GroupPriceView } from '@/contract/group-buy'
import type { SkuView } from '@/contract/views'
import { fen, type Fen } from '@/domain/money'
import { unitPrice, type Level } from '@/domain/pricing/unit-price'

export type GroupPrices = {
  readonly groupFen: Fen
  /** More than one group price: the screen writes 起. */
  readonly isFrom: boolean
  /** The shop's price of the same SKU. */
  readonly aloneFen: Fen
  readonly memberFen: Fen | null
  /** What this person would pay for it alone. */
  readonly yourAloneFen: Fen
  /** Below zero where their own price is lower than the group's. */
  readonly savedFen: number
}

/** The lowest group price that can still be had, with the other prices of that SKU; null without one. */
export const groupPrices = (
  prices: readonly GroupPriceView[],
  skus: readonly SkuView[],
  level: Level,
): GroupPrices | null => {
  const offered = prices.flatMap((price) => {
    const sku = skus.find(({ id }) => id === price.skuId)
    return sku ? [{ ...price, sku }] : []
  })
  const left = offered.filter((each) => each.left > 0)
  const [first] = [...(left.length > 0 ? left : offered)].sort((a, b) => a.priceFen - b.priceFen)
  if (!first) return null
  const { sku, priceFen } = first
  const member = sku.memberPriceFen !== null && sku.memberPriceFen < sku.priceFen ? sku.memberPriceFen : null
  const yourAloneFen = unitPrice(sku, level).unitPriceFen
  return {
    groupFen: priceFen,
    isFrom: new Set(offered.map((each) => each.priceFen)).size > 1,
    aloneFen: sku.priceFen,
    memberFen: member,
    yourAloneFen,
    savedFen: yourAloneFen - priceFen,
  }
}

export const asFen = (amount: number): Fen => fen(Math.max(0, amount))
