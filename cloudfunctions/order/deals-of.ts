/** What of its buyer's own a quote uses, read out of its explanation: the steps are the one truth of it. */
import type { CouponId } from '@/domain/ids'
import type { Quote } from '@/domain/pricing/quote'
import type { OrderDeals } from '../runtime/db/tables'

/** Null for a quote that uses none, as most do. */
export const dealsOf = ({ steps }: Pick<Quote, 'steps'>): OrderDeals | null => {
  const couponIds: CouponId[] = []
  let points = 0
  for (const step of steps) {
    if (step.kind === 'coupon' || step.kind === 'delivery-coupon') couponIds.push(step.id)
    if (step.kind === 'points') points += step.points
  }
  return couponIds.length > 0 || points > 0 ? { couponIds, points } : null
}
