/** What is kept of somebody who leaves, so that they can't have everything again tomorrow: numbers under a code, no row of theirs. */
import { sql } from 'kysely'
import type { MemberId } from '@/domain/ids'
import { DAY, later } from '@/domain/time'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { GONE_GROUP, openidCode } from '../runtime/former-parts.sql'

/** The longest that a code is kept, however long a campaign runs. */
const MOST = 365 * DAY

/** Of a row `p`: the campaign it counts in still runs. A card may go on for a day after its campaign, and a help counts for its day. */
const stillCounts = (deps: Deps) => {
  const [store, now] = [deps.storeId, deps.now()]
  const [at, dayAgo, hourAgo] = [new Date(now), new Date(later(now, -DAY)), new Date(now - DAY / 24)]
  return sql`p.left_at > ${new Date(later(now, -MOST))}::timestamptz and case p.kind
    when 'coupon' then exists (select from coupon_template t where t.store_id = ${store} and t.id = p.subject
      and t.status <> 'ended' and (t.valid_until is null or t.valid_until > ${at}::timestamptz))
    when 'flash' then exists (select from flash_slot s where s.store_id = ${store} and s.id = p.subject
      and s.status <> 'ended' and s.ends_at > ${at}::timestamptz)
    when 'group' then exists (select from group_campaign g where g.store_id = ${store} and g.id = p.subject
      and g.status <> 'ended' and g.ends_at > ${at}::timestamptz)
    when 'assist-try' then p.detail::timestamptz > ${hourAgo}::timestamptz
    when 'points-owed' then true
    else exists (select from assist_card a join assist_campaign g on g.store_id = a.store_id and g.id = a.campaign_id
      where a.store_id = ${store} and a.id = p.subject
        and case g.status when 'ended' then g.updated_at else g.ends_at end > ${dayAgo}::timestamptz) end`
}

/** The code that leads back to what is kept of them, or null for who has no openid. */
export const codeOf = async (trx: Trx, deps: Deps, memberId: MemberId): Promise<string | null> => {
  const { openid } = await trx
    .selectFrom('member')
    .select('openid')
    .where('store_id', '=', deps.storeId)
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
  return openid === null ? null : openidCode(deps, openid)
}

/** After their cards are locked, since a friend's tap may still bring a coupon; before their seats and coupons go. */
export const keepParts = async (trx: Trx, deps: Deps, memberId: MemberId, code: string | null): Promise<void> => {
  const mine = sql`where store_id = ${deps.storeId} and member_id = ${memberId}`
  if (code !== null)
    await sql`
      insert into former_part (store_id, openid_code, kind, subject, detail, n, left_at)
      select ${deps.storeId}, ${code}, p.* from (
        select 'coupon' as kind, template_id as subject, '' as detail, count(*)::int as n, ${new Date(deps.now())}::timestamptz as left_at
        from coupon ${mine} group by template_id
        union all
        select 'flash', slot_id, sku_id, pieces, ${new Date(deps.now())}::timestamptz from flash_buyer ${mine} and pieces > 0
        union all
        select 'group', campaign_id, '', count(*)::int, ${new Date(deps.now())}::timestamptz
        from group_seat ${mine} and state in ('reserved', 'confirmed', 'lost') group by campaign_id
        union all
        select 'assist-try', '', hour::text, tries, ${new Date(deps.now())}::timestamptz from assist_try ${mine}
      ) p where ${stillCounts(deps)}`.execute(trx)
  // what only counted has been counted
  await trx
    .deleteFrom('group_seat')
    .where('store_id', '=', deps.storeId)
    .where('group_id', '=', GONE_GROUP)
    .where('member_id', '=', memberId)
    .execute()
}

/**
 * Points they were given back money for after spending them: who comes back pays them off, as before. Once their orders are
 * nobody's, so that no refund changes the account meanwhile.
 */
export const keepOwedPoints = async (trx: Trx, deps: Deps, memberId: MemberId, code: string | null): Promise<void> => {
  if (code === null) return
  await sql`
    insert into former_part (store_id, openid_code, kind, subject, n, left_at)
    select store_id, ${code}, 'points-owed', '', owed, ${new Date(deps.now())}
    from member_points where store_id = ${deps.storeId} and member_id = ${memberId} and owed > 0`.execute(trx)
}

/** At most `limit` parts of campaigns that are over. */
export const forgetParts = async (db: Db, deps: Deps, limit: number): Promise<number> => {
  const { numAffectedRows = 0n } = await sql`
    delete from former_part where store_id = ${deps.storeId} and (openid_code, kind, subject, detail) in (
      select openid_code, kind, subject, detail from former_part p
      where p.store_id = ${deps.storeId} and not (${stillCounts(deps)}) limit ${limit})`.execute(db)
  return Number(numAffectedRows)
}
