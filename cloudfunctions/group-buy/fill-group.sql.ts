/** A group is full: all its orders go to be fulfilled, their ship clocks start, and only now the pieces count as sold. */
import { sql } from 'kysely'
import type { OrderEvent } from '@/domain/order/events'
import { shipDeadline } from '@/domain/order/clocks'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

/** Needs the group's row locked and its seats written. */
export const fulfilOrdersOf = async (trx: Trx, deps: Deps, groupId: string, size: number): Promise<void> => {
  const now = deps.now()
  const full: OrderEvent = { kind: 'group-full', size }
  const fulfilling: OrderEvent = { kind: 'fulfilling' }
  const letterIds = Array.from({ length: size }, () => deps.newId('obx'))
  await sql`
    with due as materialized (
      select o.id from orders o
      where o.store_id = ${deps.storeId} and o.trade = 'awaiting-group' and o.id = any(array(
        select order_id from group_seat where store_id = ${deps.storeId} and group_id = ${groupId} and state = 'confirmed'))
      order by o.id for update
    ), moved as (
      update orders o set trade = 'fulfilling', fulfilment = 'to-ship', ship_deadline_at = ${new Date(shipDeadline(now))},
        event_count = o.event_count + 2
      from due where o.store_id = ${deps.storeId} and o.id = due.id
      returning o.id, o.event_count, o.leader_id
    ), followed as (
      insert into outbox (store_id, id, topic, subject, payload, next_try_at, created_at)
      select ${deps.storeId}, (${letterIds}::text[])[(row_number() over ())::int], 'commission.follow', id, '{}',
        ${new Date(now)}::timestamptz, ${new Date(now)}::timestamptz
      from moved where leader_id is not null
    ), told as (
      insert into order_event (store_id, order_id, seq, at, event, by_kind)
      select ${deps.storeId}, id, event_count - 1, ${new Date(now)}::timestamptz, ${JSON.stringify(full)}::jsonb, 'clock' from moved
      union all
      select ${deps.storeId}, id, event_count, ${new Date(now)}::timestamptz, ${JSON.stringify(fulfilling)}::jsonb, 'clock' from moved
    )
    update product p set sold_count = p.sold_count + l.quantity
    from (select product_id, sum(quantity)::int as quantity from order_line join moved on order_line.order_id = moved.id
      where store_id = ${deps.storeId} group by product_id order by product_id) l
    where p.store_id = ${deps.storeId} and p.id = l.product_id`.execute(trx)
}
