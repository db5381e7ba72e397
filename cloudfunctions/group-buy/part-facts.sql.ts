/** What the rule of taking part needs to know, beside the basket: campaign, price and share, group, own seats. One statement for all who ask. */
import type { GroupCampaignId, GroupId, MemberId, OrderId, ProductId, SkuId } from '@/domain/ids'
import { seatDeadline, type GroupState, type SeatState } from '@/domain/group-buy/group'
import type { CampaignFacts, HeldSeat, JoinableGroup } from '@/domain/group-buy/take-part'
import type { Fen } from '@/domain/money'
import { epochMs, type EpochMs } from '@/domain/time'
import { together } from '../runtime/together'

export type GroupWish =
  { readonly kind: 'open'; readonly campaignId: GroupCampaignId } | { readonly kind: 'join'; readonly groupId: GroupId }

export type PartAsk = { readonly memberId: MemberId; readonly skuId: SkuId; readonly wish: GroupWish }

export type GroupTerms = {
  readonly id: GroupCampaignId
  readonly productId: ProductId
  readonly size: number
  readonly minSize: number | null
  readonly lifeMinutes: number
}

export type Part = {
  readonly campaign: (CampaignFacts & GroupTerms) | null
  /** Null where the SKU takes no part. A group keeps the price it was opened at. */
  readonly price: { readonly priceFen: Fen; readonly left: number } | null
  /** All prices of the campaign, to be kept by a group that is opened now. */
  readonly prices: Readonly<Record<string, number>>
  readonly group:
    | (JoinableGroup & Omit<GroupTerms, 'id'> & { readonly isOpened: boolean; readonly campaignId: GroupCampaignId })
    | null
  /** The member's that count, in this campaign. */
  readonly seats: readonly HeldSeat[]
}

type Row = {
  campaign: (Omit<CampaignFacts, 'startsAt' | 'endsAt'> & GroupTerms & { startsAt: number; endsAt: number }) | null
  priceFen: Fen | null
  left: number | null
  prices: Record<string, number> | null
  group:
    | (GroupTerms & {
        campaignId: GroupCampaignId
        groupId: GroupId
        state: GroupState
        reserved: number
        confirmed: number
        deadlineAt: number | null
        isOpened: boolean
        keptSince: number | null
      })
    | null
  seats: readonly { groupId: GroupId; orderId: OrderId; state: SeatState; nth: number }[]
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`

const readPartStatement = {
  name: 'group-buy.read-part',
  text: `
select
  case when c.id is not null then json_build_object('id', c.id, 'productId', c.product_id, 'status', c.status, 'size', c.size,
    'minSize', c.min_size, 'lifeMinutes', c.life_minutes, 'perPerson', c.per_person, 'mostPieces', c.most_pieces,
    'startsAt', ${ms('c.starts_at')}, 'endsAt', ${ms('c.ends_at')}) end as campaign,
  coalesce((g.prices ->> a.sku_id)::bigint, p.price_fen) as "priceFen", p.stock_share - p.taken as "left",
  case when g.id is null then (
    select jsonb_object_agg(sku_id, price_fen) from group_price where store_id = $1 and campaign_id = c.id) end as prices,
  case when g.id is not null then json_build_object('groupId', g.id, 'campaignId', g.campaign_id, 'productId', g.product_id,
    'state', g.state, 'size', g.size, 'minSize', g.min_size, 'lifeMinutes', g.life_minutes, 'reserved', g.reserved,
    'confirmed', g.confirmed, 'deadlineAt', ${ms('g.deadline_at')}, 'isOpened', g.opened_at is not null,
    'keptSince', (select ${ms('min(reserved_at)')} from group_seat
      where store_id = $1 and group_id = g.id and state = 'reserved' and g.reserved + g.confirmed >= g.size)) end as "group",
  coalesce((select json_agg(json_build_object('groupId', group_id, 'orderId', order_id, 'state', state, 'nth', nth))
    from group_seat where store_id = $1 and campaign_id = c.id and member_id = a.member_id
      and state in ('reserved', 'confirmed', 'lost')), '[]') as seats
from unnest($2::text[], $3::text[], $4::text[], $5::text[]) with ordinality as a (member_id, sku_id, campaign_id, group_id, n)
left join group_buy g on g.store_id = $1 and g.id = a.group_id
left join group_campaign c on c.store_id = $1 and c.id = coalesce(a.campaign_id, g.campaign_id)
left join group_price p on p.store_id = $1 and p.campaign_id = c.id and p.sku_id = a.sku_id
order by a.n`,
}

export const readPart = together<PartAsk, Part>(async ({ database, storeId }, asks) => {
  const rows = await database.run<Row>(readPartStatement, [
    storeId,
    asks.map((ask) => ask.memberId),
    asks.map((ask) => ask.skuId),
    asks.map(({ wish }) => (wish.kind === 'open' ? wish.campaignId : null)),
    asks.map(({ wish }) => (wish.kind === 'join' ? wish.groupId : null)),
  ])
  return rows.map(partOf)
})

const partOf = ({ campaign, priceFen, left, prices, group, seats }: Row): Part => ({
  campaign: campaign && { ...campaign, startsAt: epochMs(campaign.startsAt), endsAt: epochMs(campaign.endsAt) },
  price: priceFen === null || left === null ? null : { priceFen, left },
  prices: prices ?? {},
  group: group && {
    ...group,
    id: group.groupId,
    deadlineAt: group.deadlineAt === null ? null : epochMs(group.deadlineAt),
    freesAt: freesAt(group.keptSince),
  },
  seats,
})

/** When the seat that has been kept longest comes free if it is not paid. */
const freesAt = (keptSince: number | null): EpochMs | null =>
  keptSince === null ? null : seatDeadline(epochMs(keptSince))
