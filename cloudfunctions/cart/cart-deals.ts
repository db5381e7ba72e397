/** What a member's deals are beside the cart: promotions, the wallet, and what could be claimed. Asked for while the cart is read. */
import type { CouponTemplateId, MemberId } from '@/domain/ids'
import type { CouponTemplate } from '@/domain/coupon/template'
import type { HeldCoupon } from '@/domain/coupon/terms'
import type { Promotion } from '@/domain/promotion/promotion'
import { claimable } from '../coupon/claimable'
import { promotionsSql } from '../order/basket.sql'
import { walletOf, walletSql, type WalletRow } from '../order/wallet.sql'
import type { Deps } from '../runtime/deps'

export type CartDeals = {
  readonly promotions: readonly Promotion[]
  readonly coupons: readonly HeldCoupon[]
  readonly offers: readonly CouponTemplate[]
}

const readDealsStatement = {
  name: 'cart.read-deals',
  text: `
select ${promotionsSql} as promotions, ${walletSql('$2', '$3')} as wallet,
  (select coalesce(json_agg(template_id), '[]') from (select template_id from coupon where store_id = $1 and member_id = $2
    order by id desc limit 200) newest) as had`,
}

type Row = { promotions: readonly Promotion[]; wallet: WalletRow; had: readonly CouponTemplateId[] }

export const readCartDeals = async (deps: Deps, memberId: MemberId): Promise<CartDeals> => {
  const params = [deps.storeId, memberId, new Date(deps.now())]
  const [row] = await deps.database.run<Row>(readDealsStatement, params)
  if (!row) throw new Error('the deals query answered no row')
  return {
    promotions: row.promotions,
    coupons: walletOf(row.wallet).coupons,
    offers: await claimable(deps, row.had),
  }
}
