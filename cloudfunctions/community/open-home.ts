/** The tab 社群 in one call and one statement: my communities, what is open, how I stand as a leader, what waits for my answer. */
import type { community, CommunityHome, LeaderStandingView } from '@/contract/community'
import { reapplyFrom, type LeaderState } from '@/domain/community/leader'
import type { MemberId } from '@/domain/ids'
import { ok } from '@/domain/result'
import { epochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { communityCard, communityCardFields, type CommunityCardRow } from './community-card.sql'
import { handOverOffer, offersSql, type OfferRow } from './offer.sql'
import { saleCard, saleCardsSql, type SaleCardRow } from './sale-card.sql'

const SALES = 30
const NEARBY = 6

type Standing = { readonly state: LeaderState; readonly sinceAt: number; readonly reason: string | null }
type HomeRow = {
  readonly mine: readonly CommunityCardRow[] | null
  readonly sales: readonly SaleCardRow[] | null
  readonly nearby: readonly CommunityCardRow[] | null
  readonly leader: Standing | null
  readonly offers: readonly OfferRow[] | null
}

const homeStatement = {
  name: 'community.home',
  text: `
with mine as materialized (
  select community_id from community_member where store_id = $1 and member_id = $2 and state <> 'left'
)
select
  (select json_agg(json_build_object(${communityCardFields}) order by c.leader_id <> $2, c.created_at, c.id)
    from community c where c.store_id = $1 and c.state <> 'closed' and c.id in (select community_id from mine)) as mine,
  (${saleCardsSql(
    `select * from sale where store_id = $1 and state = 'open' and ends_at > $3
      and (community_id is null or community_id in (select community_id from mine)) order by ends_at, id limit ${SALES}`,
    's.community_id is null, s.ends_at, s.id',
  )}) as sales,
  (select json_agg(json_build_object(${communityCardFields}) order by c.ends_at)
    from (select c.*, s.ends_at from community c join lateral (
        select min(ends_at) as ends_at from sale
        where store_id = $1 and community_id = c.id and state = 'open' and ends_at > $3) s on s.ends_at is not null
      where c.store_id = $1 and c.state = 'active' and not exists (select from mine)
      order by s.ends_at limit ${NEARBY}) c) as nearby,
  (select json_build_object('state', l.state, 'sinceAt', (extract(epoch from l.since_at) * 1000)::bigint, 'reason', l.reason)
    from leader l where l.store_id = $1 and l.member_id = $2) as leader,
  (${offersSql('h.to_id = $2')}) as offers`,
}

export const readHome = async (deps: Deps, memberId: MemberId | null): Promise<CommunityHome> => {
  const [row] = await deps.database.run<HomeRow>(homeStatement, [deps.storeId, memberId, new Date(deps.now())])
  return {
    mine: (row?.mine ?? []).map(communityCard),
    sales: (row?.sales ?? []).map(saleCard),
    nearby: (row?.nearby ?? []).map(communityCard),
    leader: row?.leader ? standingView(row.leader) : null,
    offers: (row?.offers ?? []).map(handOverOffer),
  }
}

export const standingView = ({ state, sinceAt, reason }: Standing): LeaderStandingView => ({
  state,
  sinceAt: epochMs(sinceAt),
  reason,
  againFromAt: state === 'rejected' ? reapplyFrom(epochMs(sinceAt)) : null,
})

export const openHome: UseCase<typeof community.home> = async (deps, caller) =>
  ok(await readHome(deps, caller.kind === 'member' ? caller.memberId : null))
