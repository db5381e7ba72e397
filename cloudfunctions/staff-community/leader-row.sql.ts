/** Leaders and applicants as the staff list them. */
import { sql, type RawBuilder } from 'kysely'
import type { LeaderRow } from '@/contract/staff-community'
import type { LeaderState } from '@/domain/community/leader'
import type { MemberId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { DAY, epochMs, later } from '@/domain/time'
import { runPlanned } from '../runtime/db/run-planned'
import type { Deps } from '../runtime/deps'

export type LeaderRecord = {
  readonly memberId: MemberId
  readonly name: string
  readonly avatar: string | null
  readonly state: LeaderState
  readonly sinceAt: Date
  readonly appliedAt: Date
  readonly neighbourhood: string
  readonly communities: number
  readonly neighbours: number
  readonly sales: number
  readonly paidFen: number
  readonly rateBp: number | null
}

/** Columns of a leader `l` with their member `m`; sales and money of the last thirty days. */
export const leaderColumns = (deps: Deps): RawBuilder<unknown> => {
  const since = new Date(later(deps.now(), -30 * DAY))
  return sql`l.member_id as "memberId", m.name, m.avatar, l.state, l.since_at as "sinceAt", l.applied_at as "appliedAt",
    l.neighbourhood, l.rate_bp as "rateBp",
    (select count(*)::int from community c where c.store_id = l.store_id and c.leader_id = l.member_id and c.state <> 'closed') as communities,
    (select count(distinct n.member_id)::int from community c
      join community_member n on n.store_id = c.store_id and n.community_id = c.id and n.state <> 'left'
      where c.store_id = l.store_id and c.leader_id = l.member_id and c.state <> 'closed') as neighbours,
    (select count(*)::int from sale s where s.store_id = l.store_id and s.leader_id = l.member_id and s.opened_at >= ${since}) as sales,
    (select coalesce(sum(o.paid_fen - o.refunded_fen), 0)::bigint from orders o
      where o.store_id = l.store_id and o.leader_id = l.member_id and o.paid_at >= ${since}) as "paidFen"`
}

type Filter = { readonly state: 'all' | LeaderState; readonly text?: string | undefined }

const matches = ({ text }: Filter): RawBuilder<unknown> =>
  text ? sql`and (m.name ilike ${`%${escaped(text)}%`} or l.neighbourhood ilike ${`%${escaped(text)}%`})` : sql``

export const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

export const listLeaders = (
  deps: Deps,
  filter: Filter & { readonly page: number; readonly pageSize: number },
): Promise<LeaderRecord[]> =>
  runPlanned<LeaderRecord>(
    deps,
    'staff-community.leaders',
    sql`select ${leaderColumns(deps)} from leader l
      join member m on m.store_id = l.store_id and m.id = l.member_id
      where l.store_id = ${deps.storeId} ${filter.state === 'all' ? sql`` : sql`and l.state = ${filter.state}`} ${matches(filter)}
      order by l.state <> 'applied', l.since_at desc, l.member_id
      limit ${filter.pageSize} offset ${(filter.page - 1) * filter.pageSize}`,
  )

/** How many of the filter's words there are in each state. */
export const countLeaders = async (deps: Deps, filter: Filter): Promise<Record<'all' | LeaderState, number>> => {
  const rows = await runPlanned<{ state: LeaderState; leaders: number }>(
    deps,
    'staff-community.count-leaders',
    sql`select l.state, count(*)::int as leaders from leader l
      join member m on m.store_id = l.store_id and m.id = l.member_id
      where l.store_id = ${deps.storeId} ${matches(filter)} group by l.state`,
  )
  const counts = { all: 0, applied: 0, approved: 0, rejected: 0, suspended: 0 }
  for (const { state, leaders } of rows) {
    counts[state] = leaders
    counts.all += leaders
  }
  return counts
}

export const leaderRow = (row: LeaderRecord): LeaderRow => ({
  memberId: row.memberId,
  name: row.name,
  avatar: row.avatar,
  state: row.state,
  sinceAt: epochMs(row.sinceAt.getTime()),
  appliedAt: epochMs(row.appliedAt.getTime()),
  neighbourhood: row.neighbourhood,
  communities: row.communities,
  neighbours: row.neighbours,
  sales: row.sales,
  paidFen: fen(row.paidFen),
  rateBp: row.rateBp,
})
