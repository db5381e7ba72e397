/** Hands bags over: the orders are complete, the bags are gone, and when and by which scan is written down. */
import { sql } from 'kysely'
import type { OrderId, SaleId } from '@/domain/ids'
import { autoConfirmAt } from '@/domain/order/clocks'
import type { BagState } from '@/domain/pickup/bag'
import type { ScanRecord } from '@/domain/pickup/merge-scans'
import { receive } from '../order/confirm-receipt'
import { moveOrder, type OrderRow } from '../order/lock-order'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { enqueue } from '../runtime/outbox'

export type LockedBag = { readonly order: OrderRow; readonly state: BagState; readonly units: number }

/** Pick-up orders of the sale among `orderIds`, locked by id; the sale is locked before. Any other is missing. */
export const lockBags = async (
  trx: Trx,
  deps: Deps,
  saleId: SaleId,
  orderIds: readonly OrderId[],
): Promise<Map<OrderId, LockedBag>> => {
  const orders = await trx
    .selectFrom('orders')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('sale_id', '=', saleId)
    .where('delivery_kind', '=', 'pickup')
    .where('id', 'in', [...orderIds])
    .orderBy('id')
    .forUpdate()
    .execute()
  if (orders.length === 0) return new Map()
  // read behind the locks: what was refunded or fetched while we waited counts
  const { rows } = await sql<{ id: string; state: BagState; units: number }>`
    select so.order_id as id, so.bag_state as state, (select coalesce(sum(quantity - refunded_quantity), 0)::int from order_line
      where store_id = so.store_id and order_id = so.order_id) as units
    from sale_order so where so.store_id = ${deps.storeId} and so.order_id = any(${orders.map((o) => o.id)}::text[])`.execute(
    trx,
  )
  const bags = new Map(rows.map((row) => [row.id, row]))
  return new Map(
    orders.flatMap((order): [OrderId, LockedBag][] => {
      const bag = bags.get(order.id)
      return bag ? [[order.id as OrderId, { order, state: bag.state, units: bag.units }]] : []
    }),
  )
}

/** Orders whose bag has just gone, as the staff's verification completes them; who was completed before only loses the bag. */
export const completeOrders = async (trx: Trx, deps: Deps, orders: readonly OrderRow[]): Promise<void> => {
  // accounts of points are locked in the same order by whoever hands over at the same time
  const byMember = [...orders].sort((a, b) => ((a.member_id ?? '') < (b.member_id ?? '') ? -1 : 1))
  for (const order of byMember)
    if (order.trade === 'fulfilling') await receive(trx, deps, await madeReady(trx, deps, order), 'staff')
}

/** Handed over before anybody said that the goods are there: WeChat has to hear of that first, or it keeps the money. */
const madeReady = async (trx: Trx, deps: Deps, order: OrderRow): Promise<OrderRow> => {
  if (order.fulfilment !== 'to-ship') return order
  const now = deps.now()
  await moveOrder(trx, deps, order, { kind: 'staff' }, [{ kind: 'ready' }], {
    fulfilment: 'ready',
    shipped_at: new Date(now),
    auto_confirm_at: new Date(autoConfirmAt('pickup', now)),
  })
  await enqueue(trx, deps, { topic: 'shipping.upload', subject: order.id })
  return { ...order, fulfilment: 'ready', event_count: order.event_count + 1 }
}

/** The earliest scan of each order is when its bag went. The page of the sale shows it. */
export const noteHanded = async (
  trx: Trx,
  deps: Deps,
  saleId: string,
  firsts: readonly Pick<ScanRecord, 'orderId' | 'at'>[],
): Promise<void> => {
  if (firsts.length === 0) return
  const rows = firsts.map(({ orderId, at }) => ({ orderId, at: new Date(at).toISOString() }))
  await sql`
    with handed as (
      update sale_order so set bag_state = 'handed', handed_at = f.at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f ("orderId" text, at timestamptz)
      where so.store_id = ${deps.storeId} and so.sale_id = ${saleId} and so.order_id = f."orderId"
    )
    update sale set version = version + 1 where store_id = ${deps.storeId} and id = ${saleId}`.execute(trx)
}
