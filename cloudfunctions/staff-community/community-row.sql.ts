/** Communities as the staff list them. */
import { sql, type RawBuilder } from 'kysely'
import type { CommunityRow } from '@/contract/staff-community'
import type { CommunityRole, CommunityState } from '@/domain/community/community'
import type { LeaderState } from '@/domain/community/leader'
import type { CommunityId, MemberId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { epochMs } from '@/domain/time'
import { runPlanned } from '../runtime/db/run-planned'
import type { Deps } from '../runtime/deps'
import { escaped } from './leader-row.sql'

export type CommunityRecord = {
  readonly id: CommunityId
  readonly name: string
  readonly state: CommunityState
  readonly pausedBy: CommunityRole | null
  readonly leaderId: MemberId
  readonly leaderName: string | null
  readonly leaderState: LeaderState | null
  readonly members: number
  readonly groups: number
  readonly openSales: number
  readonly paidFen: number
  readonly createdAt: Date
}

/** Columns of a community `c`. */
export const communityColumns = sql`c.id, c.name, c.state, c.paused_by as "pausedBy", c.leader_id as "leaderId", c.created_at as "createdAt",
  (select m.name from member m where m.store_id = c.store_id and m.id = c.leader_id and m.deleted_at is null) as "leaderName",
  (select l.state from leader l where l.store_id = c.store_id and l.member_id = c.leader_id) as "leaderState",
  (select count(*)::int from community_member n where n.store_id = c.store_id and n.community_id = c.id and n.state <> 'left') as members,
  (select count(*)::int from community_group g where g.store_id = c.store_id and g.community_id = c.id) as groups,
  (select count(*)::int from sale s where s.store_id = c.store_id and s.community_id = c.id and s.state = 'open') as "openSales",
  (select coalesce(sum(o.paid_fen - o.refunded_fen), 0)::bigint from sale s
    join orders o on o.store_id = s.store_id and o.sale_id = s.id
    where s.store_id = c.store_id and s.community_id = c.id) as "paidFen"`

type Filter = {
  readonly state: 'all' | CommunityState
  readonly text?: string | undefined
  readonly leaderId?: MemberId | undefined
}

const matches = ({ text, leaderId }: Filter): RawBuilder<unknown> => sql`
  ${leaderId ? sql`and c.leader_id = ${leaderId}` : sql``}
  ${text ? sql`and c.name ilike ${`%${escaped(text)}%`}` : sql``}`

export const listCommunities = (
  deps: Deps,
  filter: Filter & { readonly page: number; readonly pageSize: number },
): Promise<CommunityRecord[]> =>
  runPlanned<CommunityRecord>(
    deps,
    'staff-community.communities',
    sql`select ${communityColumns} from community c
      where c.store_id = ${deps.storeId} ${filter.state === 'all' ? sql`` : sql`and c.state = ${filter.state}`} ${matches(filter)}
      order by c.state = 'closed', c.created_at desc, c.id
      limit ${filter.pageSize} offset ${(filter.page - 1) * filter.pageSize}`,
  )

export const countCommunities = async (deps: Deps, filter: Filter): Promise<Record<'all' | CommunityState, number>> => {
  const rows = await runPlanned<{ state: CommunityState; communities: number }>(
    deps,
    'staff-community.count-communities',
    sql`select c.state, count(*)::int as communities from community c
      where c.store_id = ${deps.storeId} ${matches(filter)} group by c.state`,
  )
  const counts = { all: 0, active: 0, paused: 0, closed: 0 }
  for (const { state, communities } of rows) {
    counts[state] = communities
    counts.all += communities
  }
  return counts
}

export const communityRow = (row: CommunityRecord): CommunityRow => ({
  id: row.id,
  name: row.name,
  state: row.state,
  pausedBy: row.pausedBy,
  leader: { memberId: row.leaderId, name: row.leaderName ?? '', state: row.leaderState ?? 'rejected' },
  members: row.members,
  groups: row.groups,
  openSales: row.openSales,
  paidFen: fen(row.paidFen),
  createdAt: epochMs(row.createdAt.getTime()),
})
