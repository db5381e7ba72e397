/** What a coupon gives, on what, from what sum on. Fixed at the claim, so that a template edited later takes nothing back. */
import type { CouponId } from '../ids'
import type { Fen } from '../money'
import type { DiscountClass } from '../promotion/combine'
import type { Scope } from '../promotion/scope'
import type { EpochMs } from '../time'

/** `percent`: 2000 = 8 折, never more than `capFen` off. `delivery`: up to `offFen` of the delivery fee, null = all of it. */
export type CouponOffer =
  | { readonly kind: 'amount'; readonly offFen: Fen }
  | { readonly kind: 'percent'; readonly offBp: number; readonly capFen: Fen }
  | { readonly kind: 'delivery'; readonly offFen: Fen | null }

export type CouponTerms = {
  readonly offer: CouponOffer
  /** Tested on the goods in scope after steps 1–3; zero = from the first fen. */
  readonly thresholdFen: Fen
  readonly scope: Scope
  readonly combines: readonly DiscountClass[]
}

/** A coupon in somebody's wallet that is not used up: what the calculation needs of it. Valid from `validFromAt` up to, not including, `expiresAt`. */
export type HeldCoupon = CouponTerms & {
  readonly id: CouponId
  readonly name: string
  readonly validFromAt: EpochMs
  readonly expiresAt: EpochMs
}
