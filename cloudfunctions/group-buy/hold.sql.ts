/**
 * The campaign's share and the shelf, held together: a seat that is kept or paid holds both, any other holds nothing.
 * Needs the orders' rows locked; shares are locked before stock.
 */
import { sql } from 'kysely'
import { brokenConstraint } from '../runtime/db/errors'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { giveBackStock, holdStockAgain } from '../order/give-back-stock.sql'

/** Gives back what the orders of one campaign hold, before anything of them is refunded. */
export const giveBackHolds = async (
  trx: Trx,
  deps: Deps,
  campaignId: string,
  orderIds: readonly string[],
): Promise<void> => {
  const { rows } = await sql<{ order_id: string }>`
    with want as materialized (
      select sku_id, order_id, quantity from order_line
      where store_id = ${deps.storeId} and order_id = any(${[...orderIds]}::text[])
    ), locked as materialized (
      select p.sku_id from group_price p where p.store_id = ${deps.storeId} and p.campaign_id = ${campaignId}
        and p.sku_id in (select sku_id from want) order by p.sku_id for update
    ), given as (
      update group_price p set taken = p.taken - w.quantity
      from (select sku_id, sum(quantity)::int as quantity from want group by sku_id) w join locked using (sku_id)
      where p.store_id = ${deps.storeId} and p.campaign_id = ${campaignId} and p.sku_id = w.sku_id
    )
    select order_id from want order by sku_id, order_id`.execute(trx)
  for (const { order_id } of rows) await giveBackStock(trx, deps, order_id)
}

/** Share or shelf has not enough left; the transaction must be undone. */
class HoldShort extends Error {}

export const isHoldShort = (error: unknown): boolean =>
  error instanceof HoldShort || ['group_share_short', 'sku_short'].includes(brokenConstraint(error) ?? '')

/** Holds once more for an order whose hold was given back. Throws what `isHoldShort` knows where it can't. */
export const holdAgain = async (trx: Trx, deps: Deps, campaignId: string, orderId: string): Promise<void> => {
  const { numAffectedRows } = await sql`
    update group_price p set taken = p.taken + l.quantity
    from order_line l where l.store_id = ${deps.storeId} and l.order_id = ${orderId}
      and p.store_id = ${deps.storeId} and p.campaign_id = ${campaignId} and p.sku_id = l.sku_id`.execute(trx)
  if (numAffectedRows !== 1n) throw new HoldShort()
  await holdStockAgain(trx, deps, orderId)
}
