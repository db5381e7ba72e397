/**
 * An order's place in its group sale, in a transaction that has locked sale and order (`lockOrderInSale`): given back when
 * the order ends unpaid, taken once more for money that came late, and made smaller by refunds. Orders without a sale cost
 * nothing here.
 */
import { sql } from 'kysely'
import type { RefundSum } from '@/domain/pricing/refund-amount'
import { takesLateMoney } from '@/domain/sale/basket'
import { epochMs } from '@/domain/time'
import type { OrderRow } from '../order/lock-order'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

type InSale = Pick<OrderRow, 'id' | 'sale_id' | 'member_id'>

const sumsOf = (deps: Deps, orderId: string) => sql`
  select sku_id, sum(quantity)::int as units, sum(quantity - refunded_quantity)::int as left_over from order_line
  where store_id = ${deps.storeId} and order_id = ${orderId} group by sku_id`

/**
 * What an unpaid order held goes back to the sale and to its buyer's own limit; a neighbour's draft can be taken again. The
 * draft remembers whose it was last, for money that comes late.
 */
export const leaveSale = async (trx: Trx, deps: Deps, order: InSale): Promise<void> => {
  if (order.sale_id === null) return
  const now = new Date(deps.now())
  await sql`
    with want as materialized (${sumsOf(deps, order.id)}), goods as materialized (
      select l.sku_id from sale_line l join want using (sku_id)
      where l.store_id = ${deps.storeId} and l.sale_id = ${order.sale_id} order by l.sku_id for update of l
    ), given as (
      update sale_line l set taken = l.taken - w.left_over from want w join goods using (sku_id)
      where l.store_id = ${deps.storeId} and l.sale_id = ${order.sale_id} and l.sku_id = w.sku_id
    ), freed as (
      update sale_person p set held = greatest(p.held - w.left_over, 0) from want w
      where p.store_id = ${deps.storeId} and p.sale_id = ${order.sale_id} and p.sku_id = w.sku_id and p.member_id = ${order.member_id}
    ), gone as (
      update sale_order set gone_at = ${now} where store_id = ${deps.storeId} and order_id = ${order.id}
    ), drafted as (
      update neighbour_draft d set state = case when s.state = 'open' then 'open' else 'lapsed' end,
        ended_at = case when s.state = 'open' then null else ${now}::timestamptz end
      from sale s where d.store_id = ${deps.storeId} and d.order_id = ${order.id} and d.state = 'placed'
        and s.store_id = d.store_id and s.id = d.sale_id
    )
    update sale set version = version + 1 where store_id = ${deps.storeId} and id = ${order.sale_id}`.execute(trx)
}

/**
 * For money that came late: takes once more what `leaveSale` gave back. False where the list is final, or where somebody else
 * has placed the neighbour's draft meanwhile. Breaks `sale_sold_out` or `sale_per_person` where there is no room any more.
 */
export const rejoinSale = async (trx: Trx, deps: Deps, order: InSale): Promise<boolean> => {
  if (order.sale_id === null) return true
  const { state, reckoned_at } = await trx
    .selectFrom('sale')
    .select(['state', 'reckoned_at'])
    .where('store_id', '=', deps.storeId)
    .where('id', '=', order.sale_id)
    .executeTakeFirstOrThrow()
  if (!takesLateMoney({ state, reckonedAt: reckoned_at && epochMs(reckoned_at.getTime()) })) return false
  if (!(await takeDraftAgain(trx, deps, order))) return false
  await sql`
    with want as materialized (${sumsOf(deps, order.id)}), goods as materialized (
      select l.sku_id from sale_line l join want using (sku_id)
      where l.store_id = ${deps.storeId} and l.sale_id = ${order.sale_id} order by l.sku_id for update of l
    ), taken as (
      update sale_line l set taken = l.taken + w.units from want w join goods using (sku_id)
      where l.store_id = ${deps.storeId} and l.sale_id = ${order.sale_id} and l.sku_id = w.sku_id
    )
    update sale_person p set held = p.held + w.units from want w
    where p.store_id = ${deps.storeId} and p.sale_id = ${order.sale_id} and p.sku_id = w.sku_id and p.member_id = ${order.member_id}`.execute(
    trx,
  )
  return true
}

/** True where the order came of no draft, or its draft is still nobody else's. */
const takeDraftAgain = async (trx: Trx, deps: Deps, order: InSale): Promise<boolean> => {
  const { rows } = await sql<{ isDrafted: boolean; isTaken: boolean }>`
    with taken as (
      update neighbour_draft set state = 'placed', ended_at = ${new Date(deps.now())}
      where store_id = ${deps.storeId} and order_id = ${order.id} and state in ('open', 'lapsed') returning code
    )
    select for_name is not null as "isDrafted", exists (select from taken) as "isTaken"
    from sale_order where store_id = ${deps.storeId} and order_id = ${order.id}`.execute(trx)
  return rows.every(({ isDrafted, isTaken }) => !isDrafted || isTaken)
}

/** An order that was taken up again by late money gets its number as every paid one does. */
export const joinChain = async (trx: Trx, deps: Deps, order: InSale, paidAt: Date): Promise<void> => {
  if (order.sale_id === null) return
  await sql`
    with numbered as (
      update sale set last_number = last_number + 1, version = version + 1
      where store_id = ${deps.storeId} and id = ${order.sale_id} returning last_number
    ), chained as (
      update sale_order set number = (select last_number from numbered), paid_at = ${paidAt}, gone_at = null
      where store_id = ${deps.storeId} and order_id = ${order.id}
    )
    update sale_line l set paid_units = l.paid_units + q.units, reached_units = greatest(l.reached_units, l.paid_units + q.units)
    from (${sumsOf(deps, order.id)}) q
    where l.store_id = ${deps.storeId} and l.sale_id = ${order.sale_id} and l.sku_id = q.sku_id`.execute(trx)
}

/**
 * Units of a paid order that are refunded count as sold no more, and make room for others; a tier that was reached stays
 * reached. The order leaves the chain with its last unit. Before the lines themselves are made smaller.
 */
export const shrinkInSale = async (trx: Trx, deps: Deps, order: InSale, sum: RefundSum): Promise<void> => {
  if (order.sale_id === null || sum.lines.every((line) => line.quantity === 0)) return
  await sql`
    with cut as materialized (
      select l.sku_id, sum(t.quantity)::int as units
      from jsonb_to_recordset(${JSON.stringify(sum.lines)}::jsonb) as t ("lineId" text, quantity int)
      join order_line l on l.store_id = ${deps.storeId} and l.order_id = ${order.id} and l.id = t."lineId" group by l.sku_id
    ), goods as materialized (
      select l.sku_id from sale_line l join cut using (sku_id)
      where l.store_id = ${deps.storeId} and l.sale_id = ${order.sale_id} order by l.sku_id for update of l
    ), counted as (
      update sale_line l set paid_units = l.paid_units - c.units, taken = l.taken - c.units from cut c join goods using (sku_id)
      where l.store_id = ${deps.storeId} and l.sale_id = ${order.sale_id} and l.sku_id = c.sku_id
    ), freed as (
      update sale_person p set held = greatest(p.held - c.units, 0) from cut c
      where p.store_id = ${deps.storeId} and p.sale_id = ${order.sale_id} and p.sku_id = c.sku_id and p.member_id = ${order.member_id}
    ), gone as (
      update sale_order set gone_at = ${new Date(deps.now())}
      where store_id = ${deps.storeId} and order_id = ${order.id}
        and (select sum(quantity - refunded_quantity) from order_line where store_id = ${deps.storeId} and order_id = ${order.id})
          <= (select sum(units) from cut)
    )
    update sale set version = version + 1 where store_id = ${deps.storeId} and id = ${order.sale_id}`.execute(trx)
}

/** The bag has gone to its neighbour without a leader's scan: by the staff's pick-up code, or by the neighbour's own word. */
export const handBag = async (trx: Trx, deps: Deps, order: InSale): Promise<void> => {
  if (order.sale_id === null) return
  await sql`
    with handed as (
      update sale_order set bag_state = 'handed', handed_at = ${new Date(deps.now())}
      where store_id = ${deps.storeId} and order_id = ${order.id} and bag_state in ('waiting', 'overdue', 'no-show') returning sale_id
    )
    update sale set version = version + 1 where store_id = ${deps.storeId} and id in (select sale_id from handed)`.execute(
    trx,
  )
}

/** What a courier brings has arrived, by whoever's word. Only the order is locked: the sale's page shows it at its next look. */
export const bagArrived = async (trx: Trx, deps: Deps, orderId: string): Promise<void> => {
  await trx
    .updateTable('sale_order')
    .set({ bag_state: 'handed', handed_at: new Date(deps.now()) })
    .where('store_id', '=', deps.storeId)
    .where('order_id', '=', orderId)
    .where('bag_state', '=', 'waiting')
    .execute()
}
