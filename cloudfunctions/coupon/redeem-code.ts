/** Exchanges a printed code for its coupon, once. */
import type { coupon as contract } from '@/contract/coupon'
import { decideClaim } from '@/domain/coupon/claim'
import { plainCode } from '@/domain/coupon/code'
import type { CouponId, CouponTemplateId, MemberId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { readCoupon } from './coupon.sql'
import { isIssueGuard, issueCoupon, type Issue } from './issue.sql'
import { readOffer } from './template.sql'

const MOST_TRIES = 4

export const redeemCode: UseCase<typeof contract.redeem> = async (deps, { memberId }, input) => {
  const code = plainCode(input.code)
  for (let attempt = 1; ; attempt++) {
    const found = await findCode(deps, code)
    if (!found) return refuse({ code: 'code.unknown' })
    if (found.used_at) return refuse({ code: 'code.used' })
    const offered = await readOffer(deps, found.template_id as CouponTemplateId, memberId)
    if (!offered) return refuse({ code: 'code.unknown' })
    const claim = decideClaim(offered, 'code', deps.now())
    if (!claim.ok) return claim
    try {
      const { template } = offered
      const id = await exchange(deps, code, { template, memberId, claim: claim.value, source: 'code', sourceId: code })
      if (!id) return refuse({ code: 'code.used' })
      const coupon = await readCoupon(deps, memberId, id)
      if (!coupon) throw new Error('a coupon vanished')
      return ok({ coupon })
    } catch (error) {
      if (attempt === MOST_TRIES || !isIssueGuard(error)) throw error
    }
  }
}

const findCode = (deps: Deps, code: string) =>
  deps.db
    .selectFrom('coupon_code')
    .select(['template_id', 'used_at'])
    .where('store_id', '=', deps.storeId)
    .where('code', '=', code)
    .executeTakeFirst()

/** Code and coupon in one transaction; null where somebody was faster. */
const exchange = (deps: Deps, code: string, issue: Issue & { memberId: MemberId }): Promise<CouponId | null> =>
  deps.db.transaction().execute(async (trx) => {
    const spent = await trx
      .updateTable('coupon_code')
      .set({ member_id: issue.memberId, used_at: new Date(deps.now()) })
      .where('store_id', '=', deps.storeId)
      .where('code', '=', code)
      .where('used_at', 'is', null)
      .executeTakeFirst()
    if (spent.numUpdatedRows === 0n) return null
    const id = await issueCoupon(trx, deps, issue)
    await trx
      .updateTable('coupon_code')
      .set({ coupon_id: id })
      .where('store_id', '=', deps.storeId)
      .where('code', '=', code)
      .execute()
    return id
  })
