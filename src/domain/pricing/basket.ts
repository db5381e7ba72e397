/** What the calculation is told: goods, who buys, how they travel, and the deals that might apply. */
import type { HeldCoupon } from '../coupon/terms'
import type { CouponId, SkuId } from '../ids'
import type { Fen } from '../money'
import type { Promotion } from '../promotion/promotion'
import type { Scoped } from '../promotion/scope'
import type { EpochMs } from '../time'
import type { Delivery } from './delivery-step'
import type { Level, SpecialPrice } from './unit-price'

/** `productId` and `categoryIds` are needed only where a deal is for some goods and not for others. */
export type BasketLine = Scoped & {
  readonly skuId: SkuId
  readonly quantity: number
  readonly priceFen: Fen
  readonly memberPriceFen: Fen | null
  readonly special?: SpecialPrice | undefined
}

export type PointsFacts = {
  /** What can be spent now, frozen points left out. */
  readonly balance: number
  /** The shopper's switch. */
  readonly use: boolean
  /** The store's own limit, at most and by default 20 % of what is left. */
  readonly mostShareBp?: number | undefined
}

export type Deals = {
  readonly now: EpochMs
  /** In the order the staff gave them: the first that matches counts. */
  readonly promotions?: readonly Promotion[] | undefined
  /** Coupons in the wallet, goods and delivery mixed, in any order. */
  readonly coupons?: readonly HeldCoupon[] | undefined
  readonly points?: PointsFacts | undefined
}

export type BasketFacts = {
  readonly lines: readonly BasketLine[]
  readonly level: Level
  readonly delivery: Delivery
  readonly deals?: Deals | undefined
}

/** The coupons to use, by id; null = none of that kind. */
export type Choice = { readonly couponId: CouponId | null; readonly deliveryCouponId: CouponId | null }
