/** A run with a lost or an oversold row is void. */
import { CompiledQuery } from 'kysely'
import type { Database } from '../../cloudfunctions/runtime/db/connect'
import { given } from './assist-help'
import { LIMIT_HOT } from './limit-write'
import { placed } from './scenarios'

/** Not `run`: its connections plan for statements that touch a few rows, and these read whole tables. */
const one = async <T>({ db }: Database, text: string, params: readonly unknown[] = []): Promise<T> => {
  const { rows } = await db.executeQuery<T>(CompiledQuery.raw(text, [...params]))
  const [row] = rows
  if (!row) throw new Error('a check answered no row')
  return row
}

/** Every SKU's shelf and ledger agree, every order's holds are its lines, and every order that was answered is there. */
export const checkRows = async (database: Database): Promise<void> => {
  const { shelf, holds, orders } = await one<{ shelf: number; holds: number; orders: number }>(
    database,
    `
    select
      (select count(*)::int from (select sku_id, sum(available) as left from stock group by sku_id) s
        join (select sku_id, sum(quantity) as left from stock_movement group by sku_id) m using (sku_id)
        where s.left <> m.left and s.sku_id <> $1) as shelf,
      (select count(*)::int from (select order_id, sku_id, sum(quantity) as n from order_line group by 1, 2) l
        full join (select order_id, sku_id, -sum(quantity) as n from stock_movement where kind = 'held' group by 1, 2) m
          using (order_id, sku_id)
        join orders o on o.id = order_id and o.request_id !~ '^past-' where l.n is distinct from m.n) as holds,
      (select count(*)::int from orders where request_id ~ '^[0-9a-f]{24}$') as orders`,
    [LIMIT_HOT],
  )
  if (shelf > 0) throw new Error(`void: shelf and ledger of ${shelf} SKUs do not agree`)
  if (holds > 0) throw new Error(`void: ${holds} lines were sold without a hold, or held without being sold`)
  if (orders !== placed.orders) throw new Error(`void: ${placed.orders} orders were answered, ${orders} are there`)
  const { helps, odd } = await one<{ helps: number; odd: number }>(
    database,
    `
    select (select count(*)::int from assist_help) as helps,
      (select count(*)::int from assist_card a
        where a.helped <> (select count(*) from assist_help h where h.card_id = a.id)
          or (a.helped = a.helpers) <> (a.coupon_id is not null)) as odd`,
  )
  if (helps !== given.helps) throw new Error(`void: ${given.helps} helps were answered, ${helps} are there`)
  if (odd > 0) throw new Error(`void: ${odd} assist cards count what is not there`)
  const { lines, chained } = await one<{ lines: number; chained: number }>(
    database,
    `
    with ordered as (
      select o.sale_id, i.sku_id, sum(i.quantity) as taken
      from orders o join order_line i on i.store_id = o.store_id and i.order_id = o.id
      where o.sale_id is not null group by 1, 2)
    select (select count(*)::int from sale_line l left join ordered t using (sale_id, sku_id)
        where l.taken <> coalesce(t.taken, 0)) as lines,
      (select count(*)::int from orders o where o.sale_id is not null
        and not exists (select from sale_order c where c.store_id = o.store_id and c.order_id = o.id)) as chained`,
  )
  if (lines + chained > 0) throw new Error(`void: ${lines} lines of sales and ${chained} places in a chain don't agree`)
}
