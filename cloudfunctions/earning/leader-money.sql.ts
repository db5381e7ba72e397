/** What a statement needs to know of a leader beside the books. */
import { sql } from 'kysely'
import type { LeaderState } from '@/domain/community/leader'
import { DAY, later } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import { USUAL_RATE } from './last-touch.sql'

export type LeaderMoney = {
  readonly name: string
  readonly state: LeaderState
  readonly rateBp: number
  /** From payment to receipt, by this leader's orders of two months; without any, as long as fresh goods usually take. */
  readonly usualMs: number
  readonly communities: readonly string[]
}

const EXPERIENCE = 60 * DAY
const WITHOUT_EXPERIENCE = 2 * DAY

/** Null for somebody who never applied. */
export const findLeaderMoney = async (deps: Deps, memberId: string): Promise<LeaderMoney | null> => {
  const since = new Date(later(deps.now(), -EXPERIENCE))
  const { rows } = await sql<LeaderMoney>`
    select coalesce(m.name, '') as name, l.state,
      coalesce(l.rate_bp, (select rate_bp from commission_terms where store_id = l.store_id), ${USUAL_RATE}::int) as "rateBp",
      coalesce((select percentile_cont(0.5) within group (order by extract(epoch from completed_at - paid_at) * 1000)
        from orders where store_id = l.store_id and leader_id = l.member_id and completed_at > ${since}::timestamptz and paid_at is not null
      ), ${WITHOUT_EXPERIENCE}::int)::bigint as "usualMs",
      coalesce((select array_agg(name order by created_at) from community
        where store_id = l.store_id and leader_id = l.member_id and state <> 'closed'), '{}') as communities
    from leader l left join member m on m.store_id = l.store_id and m.id = l.member_id
    where l.store_id = ${deps.storeId} and l.member_id = ${memberId}`.execute(deps.db)
  return rows[0] ?? null
}
