/** The goods are at their places: every bag that waits there is ready, WeChat hears of it, and its neighbour is told when to come. */
import { sql } from 'kysely'
import type { MemberId, OrderId } from '@/domain/ids'
import { autoConfirmAt } from '@/domain/order/clocks'
import { epochMs } from '@/domain/time'
import { tell } from '../message/tell'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { SaleRow } from '../sale/lock-sale'

type Ready = { orderId: OrderId; memberId: MemberId | null; point: string }

/** The sale is locked. One statement for all orders; a neighbour with two of them is told once. */
export const readyBags = async (trx: Trx, deps: Deps, sale: SaleRow, staffId: string | null): Promise<void> => {
  const now = new Date(deps.now())
  const { storeId } = deps
  const { rows } = await sql<Ready>`
    with waiting as materialized (
      select o.id, o.event_count, o.member_id, o.pickup_point_id from orders o
      where o.store_id = ${storeId} and o.sale_id = ${sale.id} and o.delivery_kind = 'pickup' and o.trade = 'fulfilling'
        and o.fulfilment = 'to-ship'
      order by o.id for update
    ), told as (
      insert into order_event (store_id, order_id, seq, at, event, by_kind, staff_id)
      select ${storeId}, id, event_count + 1, ${now}::timestamptz, '{"kind":"ready"}', 'staff', ${staffId} from waiting
    ), sent as (
      insert into outbox (store_id, id, topic, subject, payload, next_try_at, created_at)
      select ${storeId}, ${deps.newId('obx')} || lpad((row_number() over (order by id))::text, 4, '0'), 'shipping.upload', id, '{}',
        ${now}::timestamptz, ${now}::timestamptz from waiting
    ), moved as (
      update orders o set fulfilment = 'ready', shipped_at = ${now}, event_count = o.event_count + 1,
        auto_confirm_at = ${new Date(autoConfirmAt('pickup', deps.now()))}
      from waiting w where o.store_id = ${storeId} and o.id = w.id
    )
    select w.id as "orderId", w.member_id as "memberId", coalesce(p.name, '') as point
    from waiting w left join pickup_point p on p.store_id = ${storeId} and p.id = w.pickup_point_id order by w.id`.execute(
    trx,
  )
  await tell(
    trx,
    deps,
    rows.flatMap(({ orderId, memberId, point }) => {
      if (memberId === null) return []
      const fromAt = epochMs(sale.hand_over_from_at.getTime())
      const facts = { orderId, title: sale.title, point, fromAt, untilAt: epochMs(sale.hand_over_until_at.getTime()) }
      return [{ kind: 'hand-over' as const, memberId, subject: sale.id, facts }]
    }),
  )
}
