/** Step 1 of the calculation: what one unit costs this member. Flash, group and community prices join here later. */
import type { Fen } from '../money'
import type { UnitPriceRule } from './quote'

export type Level = 'ordinary' | 'member'
export type SkuPrices = { readonly priceFen: Fen; readonly memberPriceFen: Fen | null }

/** The better of sale and member price; the member price only counts for members, and only where it is lower. */
export const unitPrice = (sku: SkuPrices, level: Level): { unitPriceFen: Fen; rule: UnitPriceRule } =>
  level === 'member' && sku.memberPriceFen !== null && sku.memberPriceFen < sku.priceFen
    ? { unitPriceFen: sku.memberPriceFen, rule: 'member' }
    : { unitPriceFen: sku.priceFen, rule: 'sale' }
