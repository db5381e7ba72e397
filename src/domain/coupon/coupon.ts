/** A coupon's life: claimed, locked by an order, used, or gone. Business rules §4. */
import type { OrderId } from '../ids'
import { ok, refuse, type Result } from '../result'
import { DAY, later, type EpochMs } from '../time'

export type CouponState = 'claimed' | 'locked' | 'used' | 'expired' | 'voided'

/** `used` goes back to `claimed` when the whole order is refunded. */
const couponMoves = {
  claimed: ['locked', 'expired', 'voided'],
  locked: ['used', 'claimed', 'expired'],
  used: ['claimed'],
  expired: [],
  voided: [],
} as const satisfies Record<CouponState, readonly CouponState[]>

export const canMoveCoupon = (from: CouponState, to: CouponState): boolean =>
  (couponMoves[from] as readonly CouponState[]).includes(to)

type Dates = { readonly validFromAt: EpochMs; readonly expiresAt: EpochMs }
export type Claimed = Dates & { readonly state: 'claimed' }
export type Locked = Dates & { readonly state: 'locked'; readonly orderId: OrderId }
export type Used = Dates & { readonly state: 'used'; readonly orderId: OrderId }
export type Coupon =
  | Claimed
  | Locked
  | Used
  | (Dates & { readonly state: 'expired' })
  | (Dates & { readonly state: 'voided'; readonly reason: string })

export type LockRefusal =
  /** Another order has it, or had it. */
  | { code: 'coupon.taken'; orderId: OrderId }
  | { code: 'coupon.expired'; expiresAt: EpochMs }
  | { code: 'coupon.not-yet'; validFromAt: EpochMs }
  | { code: 'coupon.voided'; reason: string }

/** Placing an order holds the coupon. The same order may ask again. */
export const lockCoupon = (coupon: Coupon, orderId: OrderId, now: EpochMs): Result<Locked, LockRefusal> => {
  const { validFromAt, expiresAt } = coupon
  switch (coupon.state) {
    case 'locked':
      return coupon.orderId === orderId ? ok(coupon) : refuse({ code: 'coupon.taken', orderId: coupon.orderId })
    case 'used':
      return refuse({ code: 'coupon.taken', orderId: coupon.orderId })
    case 'expired':
      return refuse({ code: 'coupon.expired', expiresAt })
    case 'voided':
      return refuse({ code: 'coupon.voided', reason: coupon.reason })
    case 'claimed':
      if (expiresAt <= now) return refuse({ code: 'coupon.expired', expiresAt })
      if (now < validFromAt) return refuse({ code: 'coupon.not-yet', validFromAt })
      return ok({ state: 'locked', orderId, validFromAt, expiresAt })
    default:
      return coupon satisfies never
  }
}

/** The order is paid. A coupon that ran out while the order waited for its money still counts: it was locked in time. */
export const useCoupon = ({ orderId, validFromAt, expiresAt }: Locked): Used => ({
  state: 'used',
  orderId,
  validFromAt,
  expiresAt,
})

/** Who ended the order. `shop` is everything the shopper did not choose: staff, shortage, a group that did not fill, a lost seat. */
export type EndedBy = 'shopper' | 'shop'

/** What comes back through no choice of the shopper's is good for at least so long. */
const SECOND_CHANCE = 3 * DAY

/**
 * The order was cancelled, or everything of it refunded: the coupon comes back with the days it has left. One that ran out
 * meanwhile is gone if the shopper ended the order, and gets three more days if the shop did. A used one of an order
 * the shopper sends back after its end stays used. A partial refund gives no coupon back: its share is in the refunded price.
 */
export const giveBackCoupon = (coupon: Locked | Used, endedBy: EndedBy, now: EpochMs): Coupon => {
  const { validFromAt, expiresAt } = coupon
  const least = later(now, SECOND_CHANCE)
  if (endedBy === 'shop') return { state: 'claimed', validFromAt, expiresAt: expiresAt < least ? least : expiresAt }
  if (now < expiresAt) return { state: 'claimed', validFromAt, expiresAt }
  return coupon.state === 'used' ? coupon : { state: 'expired', validFromAt, expiresAt }
}

/** The clock: true where an unused coupon's time is over. A locked one waits for its order. */
export const isOver = (coupon: Coupon, now: EpochMs): boolean => coupon.state === 'claimed' && coupon.expiresAt <= now

/** Staff take back what was got by fraud, with a reason its owner can read. What an order holds or used is beyond reach. */
export const voidCoupon = (
  coupon: Coupon,
  reason: string,
): Result<Coupon, { code: 'coupon.not-voidable'; state: CouponState }> => {
  if (coupon.state !== 'claimed') return refuse({ code: 'coupon.not-voidable', state: coupon.state })
  return ok({ state: 'voided', reason, validFromAt: coupon.validFromAt, expiresAt: coupon.expiresAt })
}
