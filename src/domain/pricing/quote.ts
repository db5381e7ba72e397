/** A quote says what a basket costs and why, line by line. Preview and truth are this one shape, made by `quoteBasket`. */
import type { SkuId } from '../ids'
import type { Fen } from '../money'
import type { UnitPriceRule } from './unit-price'

export type QuoteLine = {
  readonly skuId: SkuId
  readonly quantity: number
  /** Sale price of one unit before anything was taken off. */
  readonly originalUnitFen: Fen
  readonly unitPriceFen: Fen
  readonly unitPriceRule: UnitPriceRule
  /** All discounts on this line, its share of order-wide ones included; what the line really costs is `paidFen`. */
  readonly discountFen: Fen
  readonly paidFen: Fen
}

/** What each rule of step 1 took off the sale price. */
export type UnitPriceStepKind = `${Exclude<UnitPriceRule, 'sale'>}-price`

/** One row of the explanation, read downwards. Amounts off are negative. An unused rule says what is missing. */
export type QuoteStep =
  | { readonly kind: 'goods'; readonly amountFen: Fen; readonly pieces: number }
  | { readonly kind: UnitPriceStepKind; readonly amountFen: Fen; readonly pieces: number }
  | { readonly kind: 'price-change'; readonly amountFen: Fen }
  | {
      readonly kind: 'delivery'
      readonly amountFen: Fen
      readonly rule: 'pickup' | 'free-over' | 'template'
      readonly thresholdFen: Fen | null
      readonly missingFen: Fen | null
    }

export type Quote = {
  readonly lines: readonly QuoteLine[]
  readonly steps: readonly QuoteStep[]
  /** Sum of sale prices before any discount. */
  readonly originalFen: Fen
  /** What the goods cost after discounts: sum of `paidFen` of the lines. */
  readonly goodsFen: Fen
  readonly deliveryFen: Fen
  /** What the shopper pays: goods + delivery, always above zero. */
  readonly totalFen: Fen
  readonly savedFen: Fen
}
