/**
 * A quote says what a basket costs and why, line by line. Preview and truth are this one shape, made by `quoteBasket`, and an
 * order keeps it. Fields marked optional are missing where nothing was taken off, and in quotes stored before there were deals.
 */
import type { CouponOffer } from '../coupon/terms'
import type { CouponId, PromotionId, SkuId } from '../ids'
import type { Fen } from '../money'
import type { DiscountClass } from '../promotion/combine'
import type { LineDeal } from '../promotion/promotion'
import type { EpochMs } from '../time'
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
  /** What each rule after step 1 took off this line; read it with `discountsOf`, which adds step 1. */
  readonly parts?: readonly LinePart[]
}

/** One rule's share of one line; `amountFen` above zero is what it took off. */
export type LinePart =
  | { readonly by: 'line' | 'order'; readonly id: PromotionId; readonly amountFen: Fen }
  | { readonly by: 'coupon'; readonly id: CouponId; readonly amountFen: Fen }
  | { readonly by: 'points' | 'price-change'; readonly amountFen: Fen }

/** What each rule of step 1 took off the sale price. */
export type UnitPriceStepKind = `${Exclude<UnitPriceRule, 'sale'>}-price`

type CouponFacts = {
  readonly id: CouponId
  readonly name: string
  readonly offer: CouponOffer
  readonly thresholdFen: Fen
  /** What the goods it is for cost after steps 1–3. */
  readonly baseFen: Fen
  readonly expiresAt: EpochMs
}

/** One row of the explanation, read downwards. Amounts off are negative. An unused rule says what is missing. */
export type QuoteStep =
  | { readonly kind: 'goods'; readonly amountFen: Fen; readonly pieces: number }
  | { readonly kind: UnitPriceStepKind; readonly amountFen: Fen; readonly pieces: number }
  | {
      readonly kind: 'line-promotion'
      readonly id: PromotionId
      readonly name: string
      readonly amountFen: Fen
      /** As it was given: of a ladder only the tier that was reached. */
      readonly deal: LineDeal
      /** Pieces that became cheaper. */
      readonly pieces: number
      readonly skuIds: readonly SkuId[]
    }
  | {
      readonly kind: 'order-promotion'
      readonly id: PromotionId
      readonly name: string
      readonly amountFen: Fen
      readonly overFen: Fen
      readonly baseFen: Fen
      /** The next better tier, if there is one. */
      readonly next: { readonly overFen: Fen; readonly offFen: Fen; readonly missingFen: Fen } | null
    }
  | ({ readonly kind: 'coupon'; readonly amountFen: Fen } & CouponFacts)
  | { readonly kind: 'points'; readonly amountFen: Fen; readonly points: number }
  | { readonly kind: 'price-change'; readonly amountFen: Fen }
  | {
      readonly kind: 'delivery'
      readonly amountFen: Fen
      readonly rule: 'pickup' | 'free-over' | 'template'
      readonly thresholdFen: Fen | null
      readonly missingFen: Fen | null
    }
  | ({ readonly kind: 'delivery-coupon'; readonly amountFen: Fen } & CouponFacts)

/** Why a rule gave nothing, and what is missing. Facts; the words belong to the screens. */
export type Why =
  /** `passedFen`: goods it is for that don't count, because another discount lies on them. */
  | { code: 'below-threshold'; thresholdFen: Fen; baseFen: Fen; missingFen: Fen; passedFen?: Fen }
  | { code: 'too-few'; pieces: number; missing: number }
  | { code: 'no-goods' }
  | { code: 'not-together'; with: readonly DiscountClass[] }
  /** An earlier promotion of the same step has these goods. */
  | { code: 'after-another'; id: PromotionId }
  /** It would have given `offFen`, but a coupon that doesn't go together with it was taken. */
  | { code: 'gave-way'; to: CouponId; offFen: Fen }
  /** It could be used; the order would cost `totalFen` then, with everything else as good as can be. */
  | { code: 'not-chosen'; totalFen: Fen }
  | { code: 'no-fee' }
  | { code: 'not-yet'; validFromAt: EpochMs }
  | { code: 'expired'; expiresAt: EpochMs }
  | { code: 'switched-off'; points: number; offFen: Fen }

export type UnusedRule =
  | { readonly kind: 'line-promotion' | 'order-promotion'; readonly id: PromotionId; readonly name: string; why: Why }
  | { readonly kind: 'coupon' | 'delivery-coupon'; readonly id: CouponId; readonly name: string; why: Why }
  | { readonly kind: 'points'; readonly why: Why }

export type Quote = {
  readonly lines: readonly QuoteLine[]
  readonly steps: readonly QuoteStep[]
  /** Promotions on these goods that gave nothing, and the few coupons that came closest (`pricing/unused.ts`). */
  readonly unused?: readonly UnusedRule[]
  /** Sum of sale prices before any discount. */
  readonly originalFen: Fen
  /** What the goods cost after discounts: sum of `paidFen` of the lines. */
  readonly goodsFen: Fen
  /** What the shopper pays for delivery, a delivery coupon taken off. */
  readonly deliveryFen: Fen
  /** What the shopper pays: goods + delivery, always above zero. */
  readonly totalFen: Fen
  readonly savedFen: Fen
}
