/** The leader's own head of the workbench, in one statement; and the sales it may open with, in another. */
import type { LeaderState } from '@/domain/community/leader'
import type { CommunityId, MemberId } from '@/domain/ids'
import { DAY, later } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import { runSaleRows, saleRowsSql, type SaleRecord } from './sale-rows.sql'

export type Desk = {
  readonly state: LeaderState
  readonly name: string
  readonly avatar: string | null
  readonly communities: readonly { id: CommunityId; name: string; members: number }[]
  readonly payableFen: number
  readonly comingFen: number
  readonly toConfirmFen: number
}

/** What comes in within a week; a transfer that failed is paid again, so it counts as payable. */
const COMING = 7 * DAY

const deskStatement = {
  name: 'leader.desk',
  text: `
select l.state, m.name, m.avatar, (
  select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'members', (
    select count(*)::int from community_member n where n.store_id = $1 and n.community_id = c.id and n.state <> 'left')) order by c.created_at, c.id), '[]')
  from community c where c.store_id = $1 and c.leader_id = $2 and c.state <> 'closed'
) as communities, e.*
from leader l
join member m on m.store_id = $1 and m.id = l.member_id
cross join lateral (
  select coalesce(sum(amount_fen) filter (where state in ('payable', 'failed')), 0)::bigint as "payableFen",
    coalesce(sum(amount_fen) filter (where state = 'accrued' and release_at < $3), 0)::bigint as "comingFen",
    coalesce(sum(amount_fen) filter (where state = 'awaiting-confirm'), 0)::bigint as "toConfirmFen"
  from earning where store_id = $1 and leader_id = $2 and state in ('payable', 'failed', 'accrued', 'awaiting-confirm')
) e
where l.store_id = $1 and l.member_id = $2`,
}

/** Null for somebody who never applied. */
export const readDesk = async (deps: Deps, memberId: MemberId): Promise<Desk | null> => {
  const until = new Date(later(deps.now(), COMING))
  return (await deps.database.run<Desk>(deskStatement, [deps.storeId, memberId, until]))[0] ?? null
}

const RUNNING = `('open', 'closed', 'picking', 'delivered')`
/** One sale a day that stays a week after it was handed over is a dozen. */
const MOST_RUNNING = 30

const rowsStatement = {
  name: 'leader.desk-sales',
  text: saleRowsSql(
    `(select * from sale where store_id = $1 and leader_id = $2 and state in ${RUNNING}
      order by created_at desc, id desc limit ${MOST_RUNNING})
    union (select * from sale where store_id = $1 and leader_id = $2 and state <> 'cancelled' order by created_at desc, id desc limit 1)`,
    's.created_at desc, s.id desc',
  ),
}

/** What runs, and the newest if nothing does; newest first. */
export const readDeskSales = (deps: Deps, memberId: MemberId): Promise<SaleRecord[]> =>
  runSaleRows(deps, rowsStatement, [memberId])
