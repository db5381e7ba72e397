/** The clock's rounds over group sales: they close on time, are reckoned when the last unpaid order is gone, and settle; bags grow old. */
import { sql } from 'kysely'
import type { SaleId } from '@/domain/ids'
import { SETTLE_AFTER } from '@/domain/sale/sale'
import { later } from '@/domain/time'
import { retryConflicts } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import { eachDue, type Round } from '../runtime/each-due'
import { closeSale } from './close-sale'
import { moveSaleBy, THE_CLOCK } from './move-sale'
import { reckonSaleWhenDone } from './reckon-sale'

const BATCH = 50

export const closeSales = async (deps: Deps): Promise<Round> => {
  const due = await deps.db
    .selectFrom('sale')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('state', '=', 'open')
    .where('ends_at', '<=', new Date(deps.now()))
    .orderBy('ends_at')
    .limit(BATCH)
    .execute()
  return eachDue<SaleId>(deps, due, (id) => closeSale(deps, id, THE_CLOCK))
}

/** Closed ones in which nothing is unpaid any more. */
export const reckonSales = async (deps: Deps): Promise<Round> => {
  const { rows } = await sql<{ id: string }>`
    select s.id from sale s
    where s.store_id = ${deps.storeId} and s.state = 'closed' and s.reckoned_at is null and not exists (
      select from orders o where o.store_id = s.store_id and o.sale_id = s.id and o.trade = 'awaiting-payment')
    order by s.ends_at limit ${BATCH}`.execute(deps.db)
  return eachDue<SaleId>(deps, rows, (id) => reckonSaleWhenDone(deps, id))
}

/** Those that the rule may let go: nothing of them is still under way. */
export const settleSales = async (deps: Deps): Promise<Round> => {
  const settledBefore = new Date(later(deps.now(), -SETTLE_AFTER))
  const { rows } = await sql<{ id: string }>`
    select s.id from sale s
    where s.store_id = ${deps.storeId} and s.reckoned_at is not null
      and (s.state = 'closed' or (s.state = 'delivered' and s.delivered_at <= ${settledBefore}))
      and not exists (select from orders o where o.store_id = s.store_id and o.sale_id = s.id
        and o.trade in ('awaiting-payment', 'paid', 'awaiting-group', 'fulfilling'))
    order by s.ends_at limit ${BATCH}`.execute(deps.db)
  return eachDue<SaleId>(deps, rows, (id) =>
    retryConflicts(() => deps.db.transaction().execute((trx) => moveSaleBy(trx, deps, id, 'settle', THE_CLOCK))),
  )
}

/**
 * Bags that nobody has fetched: overdue when the evening is over, no-show when they are not kept any longer (`bagAt` of the
 * domain, in one statement). The page of the sale says so.
 */
export const ageBags = async (deps: Deps): Promise<Round> => {
  const now = new Date(deps.now())
  const { rows } = await sql<{ n: number }>`
    with due as materialized (
      select c.order_id, c.sale_id, case when s.hand_over_until_at + s.keep_days * interval '1 day' <= ${now}::timestamptz
        then 'no-show' else 'overdue' end as to_state
      from sale s
      join sale_order c on c.store_id = s.store_id and c.sale_id = s.id and c.number is not null and c.gone_at is null
      where s.store_id = ${deps.storeId} and s.state in ('closed', 'picking', 'delivered')
        and s.hand_over_until_at <= ${now}::timestamptz and c.bag_state in ('waiting', 'overdue')
        and s.pickup_point_ids is not null
    ), locked as materialized (
      select id from sale where store_id = ${deps.storeId}
        and id in (select d.sale_id from due d join sale_order c on c.store_id = ${deps.storeId} and c.order_id = d.order_id
          where c.bag_state <> d.to_state)
      order by id limit ${BATCH} for update
    ), aged as (
      update sale_order c set bag_state = d.to_state from due d
      where c.store_id = ${deps.storeId} and c.order_id = d.order_id and c.sale_id in (select id from locked)
        and c.bag_state in ('waiting', 'overdue') and c.bag_state <> d.to_state
      returning c.sale_id
    ), shown as (
      update sale s set version = s.version + 1
      where s.store_id = ${deps.storeId} and s.id in (select sale_id from aged)
    )
    select count(*)::int as n from aged`.execute(deps.db)
  return { done: rows[0]?.n ?? 0, failed: 0 }
}
