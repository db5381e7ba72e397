/** The goods are at their places: every bag that waits there is ready, WeChat hears of it, and on the day its neighbour is told when to come. */
import { sql } from 'kysely'
import { autoConfirmAt } from '@/domain/order/clocks'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { SaleRow } from '../sale/lock-sale'
import { tellHandOver } from './tell-hand-over'

/** The sale is locked. One statement for all orders. */
export const readyBags = async (trx: Trx, deps: Deps, sale: SaleRow, staffId: string | null): Promise<void> => {
  const now = new Date(deps.now())
  const { storeId } = deps
  await sql`
    with waiting as materialized (
      select o.id, o.event_count from orders o
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
    )
    update orders o set fulfilment = 'ready', shipped_at = ${now}, event_count = o.event_count + 1,
      auto_confirm_at = ${new Date(autoConfirmAt('pickup', deps.now()))}
    from waiting w where o.store_id = ${storeId} and o.id = w.id`.execute(trx)
  await tellHandOver(trx, deps, sale)
}
