/** Reading coupons of one member. */
import type { CouponView } from '@/contract/coupon'
import type { CouponId, MemberId } from '@/domain/ids'
import type { Deps } from '../runtime/deps'
import { couponColumns, couponView, type CouponRow } from './coupon-view'

const readCouponStatement = {
  name: 'coupon.read',
  text: `select ${couponColumns} from coupon c where c.store_id = $1 and c.member_id = $2 and c.id = $3`,
}

/** Null for somebody else's. */
export const readCoupon = async (deps: Deps, memberId: MemberId, id: CouponId): Promise<CouponView | null> => {
  const [row] = await deps.database.run<CouponRow>(readCouponStatement, [deps.storeId, memberId, id])
  return row ? couponView(row) : null
}
