/** A group with everything its page draws, in one statement: by its id, or by the code of a card that stands for it. */
import type { Picture, SkuView, Spec } from '@/contract/views'
import type { GroupCampaignId, GroupId, MemberId, OrderId, PickupPointId, ProductId } from '@/domain/ids'
import type { GroupState, SeatState } from '@/domain/group-buy/group'
import type { CampaignFacts, HeldSeat } from '@/domain/group-buy/take-part'
import type { GroupPriceView } from '@/contract/group-buy'
import type { TradeState } from '@/domain/order/trade'
import type { Deps } from '../runtime/deps'
import { joinableSql, openGroupCardsSql, type OpenGroupRow } from './open-groups.sql'
import { groupPricesSql } from './product-group'

export type RefundRow = {
  readonly amountFen: number
  readonly state: 'wanted' | 'sent' | 'done' | 'failed'
  readonly wantedAt: number
  readonly doneAt: number | null
}

export type OwnSeatRow = {
  readonly orderId: OrderId
  readonly state: SeatState
  readonly trade: TradeState
  readonly payDeadlineAt: number
  readonly chooseBy: number | null
  readonly totalFen: number
  readonly paidFen: number
  readonly refund: RefundRow | null
}

export type GroupRecord = {
  id: GroupId
  state: GroupState
  version: number
  size: number
  minSize: number | null
  reserved: number
  confirmed: number
  openerId: MemberId
  leaderId: MemberId
  openedAt: Date | null
  deadlineAt: Date | null
  filledAt: Date | null
  lifeMinutes: number
  keptSince: Date | null
  members: readonly { id: MemberId; name: string | null; avatar: string | null }[] | null
  productId: ProductId
  title: string
  subtitle: string | null
  tags: readonly string[]
  picture: Picture | null
  specs: readonly Spec[]
  skus: readonly SkuView[] | null
  isOnSale: boolean
  campaignId: GroupCampaignId
  campaign: Omit<CampaignFacts, 'startsAt' | 'endsAt'> & { startsAt: number; endsAt: number }
  prices: readonly GroupPriceView[] | null
  /** The caller's in the campaign that count. */
  seats: readonly HeldSeat[] | null
  mine: OwnSeatRow | null
  others: readonly OpenGroupRow[] | null
  lastPointId: PickupPointId | null
  cardPicture: string | null
  activityId: string | null
  shareCode: string | null
  sharerId: MemberId | null
  sharer: { name: string; avatar: string | null } | null
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`
const SHOWN = 5

/** The newest refund of an order `o`, as JSON. */
export const refundSql = `
select json_build_object('amountFen', amount_fen, 'state', state, 'wantedAt', ${ms('wanted_at')}, 'doneAt', ${ms('done_at')})
from refund where store_id = $1 and order_id = o.id order by id desc limit 1`

const readGroupStatement = {
  name: 'group-buy.read-group',
  text: `
with named as (
  select $2::text as group_id, null::text as code, null::text as sharer_id where $2::text is not null
  union all
  select group_id, code, member_id from share where store_id = $1 and code = $5 and group_id <> ''
)
select g.id, g.state, g.version, g.size, g.min_size as "minSize", g.reserved, g.confirmed, g.opener_id as "openerId",
  g.leader_id as "leaderId", g.opened_at as "openedAt", g.deadline_at as "deadlineAt", g.filled_at as "filledAt",
  g.life_minutes as "lifeMinutes", g.campaign_id as "campaignId", g.card_picture as "cardPicture",
  case when g.activity_expires_at > $4::timestamptz then g.activity_id end as "activityId",
  (select min(reserved_at) from group_seat where store_id = $1 and group_id = g.id and state = 'reserved'
    and g.reserved + g.confirmed >= g.size) as "keptSince",
  (select json_agg(json_build_object('id', t.member_id, 'name', m.name, 'avatar', m.avatar)
      order by t.member_id <> g.leader_id, t.confirmed_at, t.order_id)
    from group_seat t left join member m on m.store_id = $1 and m.id = t.member_id and m.deleted_at is null
    where t.store_id = $1 and t.group_id = g.id
      and (t.state = 'confirmed' or (t.state = 'refunded' and t.confirmed_at is not null))) as members,
  p.id as "productId", p.title, p.subtitle, p.tags, p.pictures -> 0 as picture, p.specs, p.status = 'on' as "isOnSale",
  (select json_agg(json_build_object('id', s.id, 'options', s.options, 'priceFen', s.price_fen,
      'memberPriceFen', case when s.member_price_fen < s.price_fen then s.member_price_fen end,
      'marketPriceFen', case when s.market_price_fen > s.price_fen then s.market_price_fen end,
      'available', greatest(0, least(99, (select sum(available) from stock where store_id = $1 and sku_id = s.id))),
      'picture', s.picture) order by s.position, s.id)
    from group_price q join sku s on s.store_id = $1 and s.id = q.sku_id and not s.is_off
    where q.store_id = $1 and q.campaign_id = g.campaign_id) as skus,
  (${groupPricesSql('g.campaign_id', `coalesce((g.prices ->> p.sku_id)::bigint, p.price_fen)`)}) as prices,
  json_build_object('status', c.status, 'startsAt', ${ms('c.starts_at')}, 'endsAt', ${ms('c.ends_at')},
    'perPerson', c.per_person, 'mostPieces', c.most_pieces) as campaign,
  (select json_agg(json_build_object('groupId', group_id, 'orderId', order_id, 'state', state, 'nth', nth))
    from group_seat where store_id = $1 and campaign_id = g.campaign_id and member_id = $3
      and state in ('reserved', 'confirmed', 'lost')) as seats,
  (select json_build_object('orderId', o.id, 'state', t.state, 'trade', o.trade, 'payDeadlineAt', ${ms('o.pay_deadline_at')},
      'chooseBy', ${ms('t.choose_by')}, 'totalFen', o.total_fen, 'paidFen', o.paid_fen, 'refund', (${refundSql}))
    from group_seat t join orders o on o.store_id = $1 and o.id = t.order_id
    where t.store_id = $1 and t.group_id = g.id and t.member_id = $3
    order by t.state in ('reserved', 'confirmed', 'lost') desc, t.reserved_at desc, t.order_id desc limit 1) as mine,
  case when g.state <> 'open' or g.reserved + g.confirmed >= g.size or g.deadline_at <= $4::timestamptz then
    (${openGroupCardsSql(`select * from (${joinableSql('g.product_id', '$3', '$4::timestamptz')}) j where j.id <> g.id
      order by missing, deadline_at, id limit ${SHOWN}`)}) end as others,
  (select pickup_point_id from orders where store_id = $1 and member_id = $3 order by id desc limit 1) as "lastPointId",
  n.code as "shareCode", n.sharer_id as "sharerId",
  (select json_build_object('name', name, 'avatar', avatar) from member
    where store_id = $1 and id = n.sharer_id and deleted_at is null) as sharer
from named n
join group_buy g on g.store_id = $1 and g.id = n.group_id
join group_campaign c on c.store_id = $1 and c.id = g.campaign_id
join product p on p.store_id = $1 and p.id = g.product_id`,
}

export type GroupName = { readonly groupId: GroupId } | { readonly code: string }

/** Null for nothing of that name. Whether the caller may see it is the caller's to decide: see `isVisible`. */
export const readGroup = async (deps: Deps, name: GroupName, memberId: MemberId | null): Promise<GroupRecord | null> =>
  (
    await deps.database.run<GroupRecord>(readGroupStatement, [
      deps.storeId,
      'groupId' in name ? name.groupId : null,
      memberId,
      new Date(deps.now()),
      'code' in name ? name.code : null,
    ])
  )[0] ?? null

/** What the pulse asks for: nothing but whether there is something new to see. */
const readPulseStatement = {
  name: 'group-buy.read-pulse',
  text: `select version from group_buy where store_id = $1 and id = $2 and (opened_at is not null or opener_id = $3)`,
}

export const readPulse = async (deps: Deps, groupId: GroupId, memberId: MemberId | null): Promise<number | null> =>
  (await deps.database.run<{ version: number }>(readPulseStatement, [deps.storeId, groupId, memberId]))[0]?.version ??
  null
