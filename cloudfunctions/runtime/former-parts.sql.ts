/**
 * Who deletes themselves and comes back has had what they have had: else every limit a person could be had anew. What is
 * kept in between (`member/keep-parts.sql.ts`) hangs on a code of the openid that nobody can turn back without the key.
 */
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { MemberId } from '@/domain/ids'
import type { Trx } from './db/connect'
import type { Deps } from './deps'

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** With a key of this store's own, so that two shops can't compare. Null without a secret: then nothing is kept of anybody. */
export const openidCode = ({ config, storeId }: Deps, openid: string): string | null =>
  config.SESSION_SECRET
    ? hmac(hmac(config.SESSION_SECRET, `former-part:${storeId}`), openid).toString('base64url')
    : null

/** Seats that only count are in this group, which nobody sees. */
export const GONE_GROUP = 'gone'

const WHY_VOID = '注销账号时作废'

/**
 * In the transaction of their first visit, after the member was written: whoever deletes themselves in this moment has
 * committed by then. Coupons come back void and seats without a group, as their orders are nobody's; their assist card and
 * their helps are theirs again, and so are the points they owe.
 */
export const bringPartsBack = async (trx: Trx, deps: Deps, memberId: MemberId, code: string): Promise<void> => {
  const { storeId } = deps
  const parts = await trx
    .deleteFrom('former_part')
    .where('store_id', '=', storeId)
    .where('openid_code', '=', code)
    .returning(['kind', 'subject', 'detail', 'n'])
    .execute()
  if (parts.length === 0) return
  const coupons = parts.flatMap(({ kind, subject, n }) =>
    kind === 'coupon' ? Array.from({ length: n }, (_, i) => ({ id: deps.newId('cpn'), subject, n: i + 1 })) : [],
  )
  const now = sql`${new Date(deps.now())}::timestamptz`
  await sql`
    with part as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as p (kind text, subject text, detail text, n int)
    ), had as (
      insert into coupon (store_id, id, template_id, member_id, nth, name, terms, source, state, valid_from, expires_at, claimed_at, ended_at, void_reason)
      select ${storeId}, c.id, t.id, ${memberId}, c.n, t.name, t.terms, 'claim', 'voided', ${now}, ${now}, ${now}, ${now}, ${WHY_VOID}
      from jsonb_to_recordset(${JSON.stringify(coupons)}::jsonb) as c (id text, subject text, n int)
      join coupon_template t on t.store_id = ${storeId} and t.id = c.subject
    ), bought as (
      insert into flash_buyer (store_id, slot_id, sku_id, member_id, pieces, most)
      select ${storeId}, subject, detail, ${memberId}, n, n from part where kind = 'flash'
    ), sat as (
      insert into group_seat (store_id, group_id, order_id, campaign_id, member_id, nth, state, pieces, reserved_at)
      select ${storeId}, ${GONE_GROUP}, 'gone_' || gen_random_uuid(), subject, ${memberId}, nth, 'confirmed', 0, ${now}
      from part, generate_series(1, n) as nth where kind = 'group'
    ), asked as (
      update assist_card set member_id = ${memberId} where store_id = ${storeId} and id in (
        select id from assist_card where store_id = ${storeId} and id in (select subject from part where kind = 'assist-card')
        order by id for update)
    ), helped as (
      update assist_help h set helper_id = ${memberId} from part
      where kind = 'assist-help' and h.store_id = ${storeId} and h.card_id = subject and h.helper_id = detail
    ), owes as (
      insert into member_points (store_id, member_id, owed) select ${storeId}, ${memberId}, n from part where kind = 'points-owed'
    ), owed as (
      insert into points_entry (store_id, member_id, id, kind, points, source_id, at)
      select ${storeId}, ${memberId}, ${deps.newId('pte')}, 'clawed-back', -n, 'former', ${now} from part where kind = 'points-owed'
    )
    insert into assist_try (store_id, member_id, hour, tries)
    select ${storeId}, ${memberId}, detail::timestamptz, n from part where kind = 'assist-try'`.execute(trx)
}
