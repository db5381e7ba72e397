/** One page of groups with what went back of each, and the counts of the tabs. */
import { sql, type RawBuilder } from 'kysely'
import type { staffGroupBuy } from '@/contract/staff-group-buy'
import type { ParsedOf } from '@/contract/define'
import type { GroupState } from '@/domain/group-buy/group'
import type { Deps } from '../runtime/deps'
import { groupColumns, groupTables, type GroupRecord } from './group.sql'

type Input = ParsedOf<typeof staffGroupBuy.groups>
export type GroupTab = Input['tab']
export type GroupCounts = Record<GroupTab, number>

/** States a tab shows; null: all of them, also those that never began. */
const statesOf: Record<GroupTab, readonly GroupState[] | null> = {
  all: null,
  open: ['open'],
  full: ['full', 'fulfilled'],
  expired: ['expired'],
  refunded: ['refunded'],
}

const where = (deps: Deps, { campaignId }: Pick<Input, 'campaignId'>): RawBuilder<unknown> =>
  campaignId ? sql`g.store_id = ${deps.storeId} and g.campaign_id = ${campaignId}` : sql`g.store_id = ${deps.storeId}`

/** Open groups by the time they have left, the others newest first. */
export const listGroups = async (deps: Deps, input: Input): Promise<GroupRecord[]> => {
  const { tab, page, pageSize } = input
  const states = statesOf[tab]
  const inTab = states ? sql`g.state in (${sql.join(states.map((state) => sql.lit(state)))})` : sql`true`
  const order = tab === 'open' ? sql`g.deadline_at, g.id` : sql`g.id desc`
  const { rows } = await sql<GroupRecord>`
    with page as materialized (
      select g.* from group_buy g where ${where(deps, input)} and ${inTab}
      order by ${order} limit ${pageSize} offset ${(page - 1) * pageSize}
    )
    select ${groupColumns} from page g ${groupTables} order by ${order}`.execute(deps.db)
  return rows
}

export const countGroups = async (deps: Deps, input: Pick<Input, 'campaignId'>): Promise<GroupCounts> => {
  const { rows } = await sql<{ state: GroupState; groups: number }>`
    select g.state, count(*)::int as groups from group_buy g where ${where(deps, input)} group by g.state`.execute(
    deps.db,
  )
  const sum = (states: readonly GroupState[] | null): number =>
    rows.filter(({ state }) => !states || states.includes(state)).reduce((all, { groups }) => all + groups, 0)
  return {
    all: sum(null),
    open: sum(statesOf.open),
    full: sum(statesOf.full),
    expired: sum(statesOf.expired),
    refunded: sum(statesOf.refunded),
  }
}
