/** One page of campaigns with what each brought so far, and the counts of the tabs. */
import { sql } from 'kysely'
import type { CampaignRow, staffGroupBuy } from '@/contract/staff-group-buy'
import type { OutputOf, ParsedOf } from '@/contract/define'
import { epochMs } from '@/domain/time'
import { campaignActs, campaignPhase, type CampaignStatus } from '@/domain/group-buy/campaign'
import type { Deps } from '../runtime/deps'

type List = OutputOf<typeof staffGroupBuy.campaigns>
type Row = Omit<CampaignRow, 'phase' | 'acts' | 'startsAt' | 'endsAt'> & { startsAt: number; endsAt: number }
type Answer = { rows: Row[] } & Record<CampaignStatus, number>

/** What was changed last stands first. */
export const listCampaigns = async (
  deps: Deps,
  { status, page, pageSize }: ParsedOf<typeof staffGroupBuy.campaigns>,
): Promise<List> => {
  const { rows } = await sql<Answer>`
    with page as materialized (
      select * from group_campaign
      where store_id = ${deps.storeId} and (${status}::text = 'all' or status = ${status}::text)
      order by updated_at desc, id limit ${pageSize} offset ${(page - 1) * pageSize}
    )
    select coalesce((
      select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'status', c.status,
        'product', jsonb_build_object('id', p.id, 'title', p.title, 'picture', p.pictures -> 0),
        'size', c.size, 'minSize', c.min_size, 'priceFromFen', k.group_from, 'salePriceFromFen', k.sale_from,
        'startsAt', floor(extract(epoch from c.starts_at) * 1000)::bigint, 'endsAt', floor(extract(epoch from c.ends_at) * 1000)::bigint,
        'openGroups', g.open, 'opened', g.opened, 'filled', g.filled, 'taken', k.taken, 'stockShare', k.share
      ) order by c.updated_at desc, c.id)
      from page c
      join product p on p.store_id = c.store_id and p.id = c.product_id
      cross join lateral (
        select min(x.price_fen) as group_from, min(s.price_fen) as sale_from, sum(x.taken)::int as taken, sum(x.stock_share)::int as share
        from group_price x join sku s on s.store_id = x.store_id and s.id = x.sku_id
        where x.store_id = c.store_id and x.campaign_id = c.id
      ) k
      cross join lateral (
        select count(*) filter (where state = 'open')::int as open, count(opened_at)::int as opened, count(filled_at)::int as filled
        from group_buy where store_id = c.store_id and campaign_id = c.id
      ) g
    ), '[]') as rows, n.*
    from (
      select count(*) filter (where status = 'draft')::int as draft, count(*) filter (where status = 'live')::int as live,
        count(*) filter (where status = 'paused')::int as paused, count(*) filter (where status = 'ended')::int as ended
      from group_campaign where store_id = ${deps.storeId}
    ) n`.execute(deps.db)
  const { rows: shown, ...of } = rows[0] ?? { rows: [], draft: 0, live: 0, paused: 0, ended: 0 }
  const counts = { ...of, all: of.draft + of.live + of.paused + of.ended }
  return { rows: shown.map((row) => viewOf(row, deps)), total: counts[status], counts }
}

const viewOf = ({ startsAt, endsAt, ...row }: Row, deps: Deps): CampaignRow => {
  const days = { startsAt: epochMs(startsAt), endsAt: epochMs(endsAt) }
  return { ...row, ...days, phase: campaignPhase(days, deps.now()), acts: campaignActs(row.status) }
}
