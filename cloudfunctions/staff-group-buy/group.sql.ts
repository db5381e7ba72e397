/** A group as the staff see it: a row of the list, and the people in one. */
import { sql } from 'kysely'
import type { Picture } from '@/contract/views'
import type { GroupState, SeatState } from '@/domain/group-buy/group'
import type { GroupCampaignId, GroupId, OrderId, PickupPointId, RefundId } from '@/domain/ids'
import type { Deps } from '../runtime/deps'
import { groupRefundKinds, letterOfRefund, refundHasStopped } from './refund-state.sql'

export type GroupRecord = {
  id: GroupId
  campaignId: GroupCampaignId
  campaignName: string
  productTitle: string
  picture: Picture | null
  state: GroupState
  size: number
  minSize: number | null
  reserved: number
  confirmed: number
  leaderName: string | null
  openedAt: Date | null
  deadlineAt: Date | null
  filledAt: Date | null
  refundsAll: number
  refundsDone: number
  refundsFailed: number
  refundFen: number
}

export const groupColumns = sql`g.id, g.campaign_id as "campaignId", c.name as "campaignName", p.title as "productTitle",
  p.pictures -> 0 as picture, g.state, g.size, g.min_size as "minSize", g.reserved, g.confirmed, m.name as "leaderName",
  g.opened_at as "openedAt", g.deadline_at as "deadlineAt", g.filled_at as "filledAt", b.total as "refundsAll", b.done as "refundsDone",
  b.stopped as "refundsFailed", b.amount_fen as "refundFen"`

/** What `groupColumns` needs beside `g`. */
export const groupTables = sql`
  join group_campaign c on c.store_id = g.store_id and c.id = g.campaign_id
  join product p on p.store_id = g.store_id and p.id = g.product_id
  left join member m on m.store_id = g.store_id and m.id = g.leader_id and m.deleted_at is null
  cross join lateral (
    select count(*)::int as total, count(*) filter (where r.state = 'done')::int as done,
      count(*) filter (where ${refundHasStopped})::int as stopped, coalesce(sum(r.amount_fen), 0)::bigint as amount_fen
    from group_seat s
    join refund r on r.store_id = s.store_id and r.order_id = s.order_id and r.kind in (${groupRefundKinds})
    ${letterOfRefund}
    where s.store_id = g.store_id and s.group_id = g.id and s.state <> 'moved'
  ) b`

export const findGroup = async (deps: Deps, groupId: GroupId): Promise<GroupRecord | null> =>
  (
    await sql<GroupRecord>`
      select ${groupColumns} from group_buy g ${groupTables} where g.store_id = ${deps.storeId} and g.id = ${groupId}`.execute(
      deps.db,
    )
  ).rows[0] ?? null

export type SeatRecord = {
  orderId: OrderId
  orderNumber: string
  buyer: string
  state: SeatState
  isLeader: boolean
  pieces: number
  paidFen: number
  at: Date
  refundId: RefundId | null
  refundFen: number | null
  refundReason: string | null
  refundState: 'wanted' | 'sent' | 'done' | 'failed' | null
  wantedAt: Date | null
  doneAt: Date | null
  refundIsDead: boolean | null
  isInScope: boolean
}

/** In the order they came; `scope` null = all pick-up points, else only their orders are in it. */
export const listSeats = async (
  deps: Deps,
  groupId: GroupId,
  scope: readonly PickupPointId[] | null,
): Promise<SeatRecord[]> =>
  (
    await sql<SeatRecord>`
      select s.order_id as "orderId", o.number as "orderNumber", o.buyer_name as buyer, s.state, s.pieces, o.paid_fen as "paidFen",
        s.state in ('reserved', 'confirmed', 'refunded') and s.member_id = g.leader_id as "isLeader", coalesce(s.confirmed_at, s.reserved_at) as at,
        r.id as "refundId", r.amount_fen as "refundFen", r.reason as "refundReason", r.state as "refundState",
        r.wanted_at as "wantedAt", r.done_at as "doneAt", r.stopped as "refundIsDead",
        ${scope === null}::boolean or coalesce(o.pickup_point_id = any(${[...(scope ?? [])]}::text[]), false) as "isInScope"
      from group_seat s
      join group_buy g on g.store_id = s.store_id and g.id = s.group_id
      join orders o on o.store_id = s.store_id and o.id = s.order_id
      left join lateral (
        select r.*, ${refundHasStopped} as stopped from refund r ${letterOfRefund}
        where r.store_id = s.store_id and r.order_id = s.order_id and r.kind in (${groupRefundKinds}) order by r.id desc limit 1
      ) r on true
      where s.store_id = ${deps.storeId} and s.group_id = ${groupId}
      order by s.reserved_at, s.order_id`.execute(deps.db)
  ).rows
