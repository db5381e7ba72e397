/** The newest seat of an order of one's own, as the choice after a lost seat needs it. */
import type { GroupCampaignId, GroupId, MemberId, OrderId, SkuId } from '@/domain/ids'
import type { SeatState } from '@/domain/group-buy/group'
import type { Deps } from '../runtime/deps'

export type LostSeat = {
  readonly groupId: GroupId
  readonly campaignId: GroupCampaignId
  readonly skuId: SkuId
  readonly pieces: number
  readonly state: SeatState
  readonly chooseBy: number
  readonly isOpener: boolean
}

const findStatement = {
  name: 'group-buy.find-lost-seat',
  text: `
select t.group_id as "groupId", t.campaign_id as "campaignId", l.sku_id as "skuId", t.pieces, t.state,
  coalesce(extract(epoch from t.choose_by) * 1000, 0)::bigint as "chooseBy", g.opener_id = o.member_id as "isOpener"
from orders o
join group_seat t on t.store_id = $1 and t.group_id = o.group_id and t.order_id = o.id
join group_buy g on g.store_id = $1 and g.id = t.group_id
join order_line l on l.store_id = $1 and l.order_id = o.id and l.line_no = 1
where o.store_id = $1 and o.id = $2 and o.member_id = $3`,
}

/** Null for somebody else's order and for one without a group. */
export const findLostSeat = async (deps: Deps, orderId: OrderId, memberId: MemberId): Promise<LostSeat | null> =>
  (await deps.database.run<LostSeat>(findStatement, [deps.storeId, orderId, memberId]))[0] ?? null
