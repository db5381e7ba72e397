/** Coupons: where to get one, and what is in the wallet. Orders lock and use them in `order/`. */
import { coupon } from '@/contract/coupon'
import { serve } from '../runtime/serve'
import { claimCoupon } from './claim-coupon'
import { listMine } from './list-mine'
import { openCentre } from './open-centre'
import { redeemCode } from './redeem-code'

export const main = serve(coupon, { centre: openCentre, claim: claimCoupon, redeem: redeemCode, mine: listMine })
