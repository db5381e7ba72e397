/** Which prices a product shows side by side, the one this shopper would pay first. */
import type { SkuView } from '@/contract/views'
import type { Fen } from '@/domain/money'
import type { Way } from '@/ui/price-ways'
import { copy } from './copy'

const cheapest = (skus: readonly SkuView[]): SkuView | undefined => {
  const left = skus.filter(({ available }) => available > 0)
  return [...(left.length > 0 ? left : skus)].sort((a, b) => a.priceFen - b.priceFen)[0]
}

/** A member reads the member's price first; everybody else the shop's, with the member's beside it. */
export const priceLines = (skus: readonly SkuView[], isMember: boolean): readonly Way[] => {
  const sku = cheapest(skus)
  if (!sku) return []
  const { priceFen, memberPriceFen, marketPriceFen } = sku
  const isFrom = new Set(skus.map((each) => each.priceFen)).size > 1
  const alone: Way = { name: isFrom ? copy.aloneFrom : copy.alone, priceFen }
  const way = (name: string, amount: Fen | null): Way[] =>
    amount !== null && amount !== priceFen ? [{ name, priceFen: amount }] : []
  const member = memberPriceFen !== null && memberPriceFen < priceFen ? way(copy.memberPrice, memberPriceFen) : []
  const market = marketPriceFen !== null && marketPriceFen > priceFen ? way(copy.marketPrice, marketPriceFen) : []
  return isMember ? [...member, alone, ...market] : [alone, ...member, ...market]
}
