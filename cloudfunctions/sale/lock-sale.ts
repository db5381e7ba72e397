/**
 * Locks for whoever moves a group sale or an order in one. The order is the same everywhere, so nobody waits in a circle: the
 * sale's row first, then its lines by SKU, then orders by id, then what orders hold, then stock by SKU.
 */
import { sql, type Selectable } from 'kysely'
import type { SaleFacts } from '@/domain/sale/sale'
import { epochMs, type EpochMs } from '@/domain/time'
import type { Trx } from '../runtime/db/connect'
import type { Tables } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'
import type { OrderRow } from '../order/lock-order'

export type SaleRow = Selectable<Tables['sale']>

/** Needs a transaction; the row stays locked until its end. */
export const lockSale = async (trx: Trx, deps: Deps, saleId: string): Promise<SaleRow | null> =>
  (await trx
    .selectFrom('sale')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('id', '=', saleId)
    .forUpdate()
    .executeTakeFirst()) ?? null

/**
 * An order and before it the sale it belongs to, in one statement; an order without a sale costs no more than its own lock.
 * Read what the order's refunds rest on (lines, tier differences) only afterwards.
 */
export const lockOrderInSale = async (trx: Trx, deps: Deps, orderId: string): Promise<OrderRow | null> => {
  const { rows } = await sql<OrderRow>`
    with in_sale as materialized (
      select id from sale where store_id = ${deps.storeId}
        and id = (select sale_id from orders where store_id = ${deps.storeId} and id = ${orderId}) for update
    )
    select o.* from orders o
    where o.store_id = ${deps.storeId} and o.id = ${orderId} and (select count(*) from in_sale) >= 0 for update`.execute(
    trx,
  )
  return rows[0] ?? null
}

/** The sale takes no orders any more: neighbours count on what is in its list. False for an order without a sale. */
export const isListFinal = async (trx: Trx, deps: Deps, saleId: string | null): Promise<boolean> => {
  if (saleId === null) return false
  const { state } = await trx
    .selectFrom('sale')
    .select('state')
    .where('store_id', '=', deps.storeId)
    .where('id', '=', saleId)
    .executeTakeFirstOrThrow()
  return state !== 'open'
}

const atOrNull = (date: Date | null): EpochMs | null => date && epochMs(date.getTime())

/** What the rule asks of a locked sale. Paid is who got a number: money that came late and went back by itself bought nothing. */
export const saleFacts = async (trx: Trx, deps: Deps, sale: SaleRow): Promise<SaleFacts> => {
  const { rows } = await sql<{ unpaid: number; until: Date | null; paid: number; running: number }>`
    select count(*) filter (where o.trade = 'awaiting-payment')::int as unpaid,
      max(o.pay_deadline_at) filter (where o.trade = 'awaiting-payment') as until,
      count(c.number)::int as paid,
      count(*) filter (where o.trade in ('paid', 'awaiting-group', 'fulfilling'))::int as running
    from orders o join sale_order c on c.store_id = o.store_id and c.order_id = o.id
    where o.store_id = ${deps.storeId} and o.sale_id = ${sale.id}`.execute(trx)
  const [counted] = rows
  if (!counted) throw new Error('counting the orders of a sale answered no row')
  return {
    state: sale.state,
    endsAt: epochMs(sale.ends_at.getTime()),
    reckonedAt: atOrNull(sale.reckoned_at),
    deliveredAt: atOrNull(sale.delivered_at),
    orders: {
      unpaid: counted.unpaid,
      unpaidUntilAt: atOrNull(counted.until),
      paid: counted.paid,
      running: counted.running,
      // after-sales are not there yet: nothing of the kind can be open
      openAfterSales: 0,
    },
  }
}
