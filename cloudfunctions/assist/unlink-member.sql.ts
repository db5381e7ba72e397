/** A member who leaves the shop stays nobody on the cards they asked with or helped on: a help still counts, and says no more whose it was. */
import { sql } from 'kysely'
import type { AssistCardId, MemberId } from '@/domain/ids'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { cardChangedLetters } from './card-letters'

/**
 * Cards before coupons, as everywhere. A card that still collects is over. Each card and help gets a name of its own, so that
 * two of one person say nothing of each other; only `code`, if there is one, leads its owner back to them.
 */
export const unlinkAssists = async (trx: Trx, deps: Deps, memberId: MemberId, code: string | null): Promise<void> => {
  const now = sql`${new Date(deps.now())}::timestamptz`
  const { rows: ended } = await sql<{ id: AssistCardId }>`
    with own as materialized (
      select id, state from assist_card where store_id = ${deps.storeId} and member_id = ${memberId} order by id for update
    ), unlinked as (
      update assist_card a set member_id = 'gone_' || gen_random_uuid(), coupon_id = null,
        state = case a.state when 'collecting' then 'expired' else a.state end, ended_at = coalesce(a.ended_at, ${now}),
        version = a.version + (a.state = 'collecting')::int
      from own where a.store_id = ${deps.storeId} and a.id = own.id
    ), helped as (
      update assist_help set helper_id = 'gone_' || gen_random_uuid(), coupon_id = null
      where store_id = ${deps.storeId} and helper_id = ${memberId} returning card_id, helper_id
    ), kept as (
      insert into former_part (store_id, openid_code, kind, subject, detail, n, left_at)
      select ${deps.storeId}, ${code}::text, p.kind, p.id, p.name, 1, ${now} from (
        select 'assist-card' as kind, id, '' as name from own where state in ('unlocked', 'voided')
        union all select 'assist-help', card_id, helper_id from helped
      ) p where ${code}::text is not null
    )
    select id from own where state = 'collecting'`.execute(trx)
  const letters = ended.flatMap(({ id }) => cardChangedLetters(deps, id))
  if (letters.length > 0) await trx.insertInto('outbox').values(letters).execute()
}
