/**
 * Hands out one coupon: budget, the day's count and the coupon itself in one statement, or nothing. The last guards are
 * `coupon_sold_out`, `coupon_day_limit`, `coupon_limit_reached` and `coupon_granted_once`; a template that is not live
 * any more ends the statement by a division by zero. Everybody who issues locks the template first.
 */
import { sql } from 'kysely'
import type { Claim } from '@/domain/coupon/claim'
import type { CouponTemplate } from '@/domain/coupon/template'
import type { CouponSource } from '@/domain/coupon/claim'
import type { CouponId, MemberId } from '@/domain/ids'
import { dayText } from '@/domain/time'
import { brokenConstraint, foundTooLittle } from '../runtime/db/errors'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

export type Issue = {
  readonly template: CouponTemplate
  readonly memberId: MemberId
  readonly claim: Claim
  readonly source: CouponSource
  /** The card, code or grant it comes by: one coupon each. */
  readonly sourceId?: string
}

export const issueCoupon = async (db: Db | Trx, deps: Deps, issue: Issue): Promise<CouponId> => {
  const { template, memberId, claim, source, sourceId = null } = issue
  const { id: templateId, name, offer, thresholdFen, scope, combines, perDay } = template
  const id: CouponId = deps.newId('cpn')
  const [now, terms] = [deps.now(), JSON.stringify({ offer, thresholdFen, scope, combines })]
  // the day's limit is the claim centre's alone
  const most = source === 'claim' ? perDay : null
  await sql`
    with template as (
      update coupon_template set issued = issued + 1
      where store_id = ${deps.storeId} and id = ${templateId} and status = 'live' returning id
    ), counted as (
      insert into coupon_day (store_id, template_id, day, claimed, most)
      select ${deps.storeId}, id, ${dayText(now)}::date, 1, ${most}::int from template where ${most}::int is not null
      on conflict (store_id, template_id, day) do update set claimed = coupon_day.claimed + 1, most = excluded.most
    ), issued as (
      insert into coupon (store_id, id, template_id, member_id, nth, name, terms, source, source_id, state, valid_from, expires_at, claimed_at)
      select ${deps.storeId}, ${id}, id, ${memberId}, ${claim.nth}::smallint, ${name}, ${terms}::jsonb, ${source}, ${sourceId}, 'claimed',
        ${new Date(claim.validFromAt)}::timestamptz, ${new Date(claim.expiresAt)}::timestamptz, ${new Date(now)}::timestamptz
      from template
    )
    select 1 / (select count(*) from template)::int`.execute(db)
  return id
}

const GUARDS = ['coupon_sold_out', 'coupon_day_limit', 'coupon_limit_reached']

/** A guard said no to what the facts allowed a moment ago: whoever asked reads them again. */
export const isIssueGuard = (error: unknown): boolean =>
  foundTooLittle(error) || GUARDS.includes(brokenConstraint(error) ?? '')
