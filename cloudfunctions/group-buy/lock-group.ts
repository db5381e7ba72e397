/**
 * Locks for whoever moves a group. The order is the same everywhere, so nobody waits in a circle: the group's row first,
 * then orders by id, then their coupons by id (points never go with a group's price), the campaign's prices by
 * SKU, and stock by SKU.
 */
import { sql } from 'kysely'
import type { GroupId } from '@/domain/ids'
import type { SeatCounts } from '@/domain/group-buy/seats'
import type { OrderRow } from '../order/lock-order'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { GroupRow, SeatRow } from './take-seat.sql'

export const lockGroup = async (trx: Trx, deps: Deps, groupId: string): Promise<GroupRow | null> =>
  (await trx
    .selectFrom('group_buy')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('id', '=', groupId)
    .forUpdate()
    .executeTakeFirst()) ?? null

/** The order went to another group while we waited for it: for `retryConflicts` the same as what the database calls so. */
class MovedOn extends Error {
  readonly code = '40001'
  readonly retryable = true
}

/**
 * An order with the group or the group sale it belongs to, in one statement; an order without any costs no more than its own
 * lock. Throws what `retryConflicts`
 * knows where a lost seat was taken to another group meanwhile, as that one is not locked.
 */
export const lockOrderWithin = async (trx: Trx, deps: Deps, orderId: string): Promise<OrderRow | null> => {
  const { rows } = await sql<OrderRow & { isItsGroup: boolean }>`
    with grouped as materialized (
      select id from group_buy where store_id = ${deps.storeId}
        and id = (select group_id from orders where store_id = ${deps.storeId} and id = ${orderId}) for update
    ), in_sale as materialized (
      select id from sale where store_id = ${deps.storeId}
        and id = (select sale_id from orders where store_id = ${deps.storeId} and id = ${orderId}) for update
    )
    select o.*, o.group_id is not distinct from (select id from grouped) as "isItsGroup" from orders o
    where o.store_id = ${deps.storeId} and o.id = ${orderId} and (select count(*) from grouped) >= 0
      and (select count(*) from in_sale) >= 0 for update`.execute(trx)
  const [row] = rows
  if (!row) return null
  const { isItsGroup, ...order } = row
  if (!isItsGroup) throw new MovedOn()
  return order
}

/** Everything a seat hangs on, with all rows locked. */
export type HeldSeat = { readonly group: GroupRow; readonly order: OrderRow; readonly seat: SeatRow }

/** The seat of an order that is locked together with its group; null for an order that is in none. */
export const seatOf = async (trx: Trx, deps: Deps, order: OrderRow): Promise<HeldSeat | null> => {
  if (order.group_id === null) return null
  const group = await trx
    .selectFrom('group_buy')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('id', '=', order.group_id)
    .executeTakeFirstOrThrow()
  const seat = await trx
    .selectFrom('group_seat')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('group_id', '=', order.group_id)
    .where('order_id', '=', order.id)
    .executeTakeFirstOrThrow()
  return { group, order, seat }
}

/** The orders of everybody who has paid in a locked group, and `orderId`'s; by id. */
export const lockOrdersOf = async (
  trx: Trx,
  deps: Deps,
  groupId: string,
  orderId: string | null = null,
): Promise<OrderRow[]> =>
  (
    await sql<OrderRow>`
    select o.* from orders o
    where o.store_id = ${deps.storeId} and o.id = any(array(
      select order_id from group_seat where store_id = ${deps.storeId} and group_id = ${groupId} and state = 'confirmed'
      union select ${orderId}::text))
    order by o.id for update`.execute(trx)
  ).rows

export const countsOf = (group: GroupRow): SeatCounts => ({
  state: group.state,
  size: group.size,
  minSize: group.min_size,
  reserved: group.reserved,
  confirmed: group.confirmed,
})

export const groupIdOf = (group: GroupRow): GroupId => group.id as GroupId
