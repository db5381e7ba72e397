/** What one campaign brought, in one statement: how its groups ended, the money, and the way from the card to the payment. */
import { sql } from 'kysely'
import type { CampaignNumbers } from '@/contract/staff-group-buy'
import type { GroupCampaignId } from '@/domain/ids'
import { fen } from '@/domain/money'
import type { Deps } from '../runtime/deps'

type Row = {
  opened: number
  filled: number
  expired: number
  medianFillMs: number | null
  paidFen: number
  pieces: number
  cards: number
  openers: number
  joined: number
  paid: number
}

export const readNumbers = async (deps: Deps, campaignId: GroupCampaignId): Promise<CampaignNumbers> => {
  const { rows } = await sql<Row>`
    with mine as materialized (
      select id, state, opened_at, filled_at from group_buy where store_id = ${deps.storeId} and campaign_id = ${campaignId}
    ), card as materialized (
      select h.code from mine g join share h on h.store_id = ${deps.storeId} and h.group_id = g.id and h.group_id <> ''
    ), seat as materialized (
      select s.pieces, o.paid_fen - o.refunded_fen as kept_fen, s.state = 'confirmed' and g.state in ('open', 'full', 'fulfilled') as holds,
        s.confirmed_at is not null as paid, o.share_code in (select code from card) as shared
      from mine g
      join group_seat s on s.store_id = ${deps.storeId} and s.group_id = g.id and s.state <> 'moved'
      join orders o on o.store_id = ${deps.storeId} and o.id = s.order_id
    )
    select g.*, s.*, (select count(*)::int from card) as cards,
      (select count(distinct coalesce(v.member_id, v.id))::int from card join share_open v on v.store_id = ${deps.storeId} and v.code = card.code) as openers
    from (
      select count(opened_at)::int as opened, count(filled_at)::int as filled,
        count(*) filter (where state in ('expired', 'refunded'))::int as expired,
        round(percentile_cont(0.5) within group (order by extract(epoch from filled_at - opened_at) * 1000) filter (where filled_at is not null))::bigint
          as "medianFillMs"
      from mine
    ) g, (
      select coalesce(sum(kept_fen) filter (where holds), 0)::bigint as "paidFen", coalesce(sum(pieces) filter (where holds), 0)::int as pieces,
        count(*) filter (where shared)::int as joined, count(*) filter (where shared and paid)::int as paid
      from seat
    ) s`.execute(deps.db)
  const row = rows[0]
  if (!row) throw new Error('the numbers of a campaign are one row')
  const { opened, filled, expired, medianFillMs, pieces, cards, openers, joined, paid } = row
  return {
    ...{ opened, filled, expired, medianFillMs, pieces },
    paidFen: fen(row.paidFen),
    funnel: [
      { step: 'shared', people: cards },
      { step: 'opened', people: openers },
      { step: 'joined', people: joined },
      { step: 'paid', people: paid },
    ],
  }
}
