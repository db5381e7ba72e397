/** Coupons of a member: where to get one, what is in the wallet. Which ones an order uses is said at the checkout (`order`). */
import * as z from 'zod'
import { action, cursorIn, idOf, none } from './define'
import type { Page } from './views'
import type { CouponOffer } from '@/domain/coupon/terms'
import type { CategoryId, CouponId, CouponTemplateId, OrderId, ProductId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { DiscountClass } from '@/domain/promotion/combine'
import type { EpochMs } from '@/domain/time'

/** Where the goods are that it is for; of several categories the first, several products are looked up by their names. */
export type CouponWay =
  { to: 'shop' } | { to: 'category'; id: CategoryId } | { to: 'product'; id: ProductId } | { to: 'products' }

/** What a coupon is, wherever one is drawn. `scopeNames` name the goods it is for; empty = the whole shop. */
export type CouponFace = {
  name: string
  offer: CouponOffer
  thresholdFen: Fen
  scopeNames: readonly string[]
  leadsTo: CouponWay
  /** Classes of discount it goes together with, beside sale and member price. */
  combines: readonly DiscountClass[]
}

export type CouponSource = 'claim' | 'assist' | 'assist-helper' | 'assist-consolation' | 'code' | 'staff' | 'new-member'

export type CouponView = CouponFace & {
  id: CouponId
  state: 'claimed' | 'locked' | 'used' | 'expired' | 'voided'
  source: CouponSource
  validFromAt: EpochMs
  expiresAt: EpochMs
  /** The order that holds or used it. */
  orderId: OrderId | null
  /** Why it was taken back, in the staff's words. */
  voidReason: string | null
}

/** Nobody gets more of it: one of theirs can be used; else an order holds one; else all are used; else they ended unused. */
export type HadState = 'claimed' | 'locked' | 'used' | 'gone'

/** One line of the claim centre. */
export type OfferView = CouponFace & {
  templateId: CouponTemplateId
  /** How long it is good: fixed dates, or days from the claim. */
  validity: { kind: 'dates'; fromAt: EpochMs; untilAt: EpochMs } | { kind: 'days'; days: number }
  claimUntilAt: EpochMs | null
  /** Share of the budget that is gone, in basis points; never a number made to hurry. */
  takenBp: number
  mine: number
  perPerson: number
  /** What the button does: open, or what has become of those one had; `not-yet` names the instant. */
  state: 'open' | HadState | 'sold-out' | 'not-yet' | 'tomorrow'
  opensAt: EpochMs | null
}

export type ClaimRefusal =
  | { code: 'coupon.unknown' }
  | { code: 'coupon.not-open'; opensAt: EpochMs | null }
  | { code: 'coupon.sold-out' }
  | { code: 'coupon.limit-reached'; limit: number }
  | { code: 'coupon.day-limit'; limit: number; againAt: EpochMs }

/** A coupon of the claim centre that this member could still claim, pointed at where it fits. */
export type OfferHint = Pick<CouponFace, 'name' | 'offer' | 'thresholdFen'> & { templateId: CouponTemplateId }

export const coupon = {
  /** The claim centre: coupons that anybody can have, without friends and without sharing. */
  centre: action<{ offers: readonly OfferView[] }>()('anyone', none),
  claim: action<{ coupon: CouponView; offer: OfferView }, ClaimRefusal>()(
    'member',
    z.strictObject({ templateId: idOf('ctp') }),
  ),
  /** Letters and digits as printed; spaces, dashes and case don't matter. */
  redeem: action<{ coupon: CouponView }, ClaimRefusal | { code: 'code.unknown' } | { code: 'code.used' }>()(
    'member',
    z.strictObject({ code: z.string().trim().min(4).max(40) }),
  ),
  mine: action<Page<CouponView> & { counts: Record<'usable' | 'used' | 'expired', number> }>()(
    'member',
    z.strictObject({ tab: z.enum(['usable', 'used', 'expired']).default('usable'), cursor: cursorIn.optional() }),
  ),
}
