/** Step 1 of the calculation: what one unit costs this member on the way it is bought. */
import type { Fen } from '../money'

export type Level = 'ordinary' | 'member'

/** A price that belongs to the way a line is bought; it replaces sale and member price, even where the member price is lower. */
export type SpecialPrice = { readonly rule: 'flash' | 'group' | 'community'; readonly priceFen: Fen }
export type UnitPriceRule = 'sale' | 'member' | SpecialPrice['rule']

export type SkuPrices = {
  readonly priceFen: Fen
  readonly memberPriceFen: Fen | null
  readonly special?: SpecialPrice | undefined
}

/** The special price if the line is bought that way, else the better of sale price and member price (for members only). */
export const unitPrice = (sku: SkuPrices, level: Level): { unitPriceFen: Fen; rule: UnitPriceRule } => {
  if (sku.special) return { unitPriceFen: sku.special.priceFen, rule: sku.special.rule }
  return level === 'member' && sku.memberPriceFen !== null && sku.memberPriceFen < sku.priceFen
    ? { unitPriceFen: sku.memberPriceFen, rule: 'member' }
    : { unitPriceFen: sku.priceFen, rule: 'sale' }
}
