/** The shelf: every SKU with what is left, what unpaid orders hold and what a week sold. */
import { sql } from 'kysely'
import type { staffCatalog, StockRow } from '@/contract/staff-catalog'
import type { ParsedOf } from '@/contract/define'
import { searchTerms } from '@/domain/catalog/search-terms'
import { LOW_STOCK_AT } from '@/domain/stock/low-stock'
import { DAY } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import { likeText } from './product-list.sql'

type Filter = ParsedOf<typeof staffCatalog.stock>
type Answer = { rows: StockRow[]; total: number; lowCount: number }

const matches = (text: string | undefined) => {
  if (!text) return sql`true`
  const byName = searchTerms(text).map((term) => sql`p.search_text like ${likeText(term)}`)
  return sql`(${byName.length > 0 ? sql.join(byName, sql` and `) : sql`false`} or s.code ilike ${likeText(text)} or s.id = ${text})`
}

/** SKUs that are off are listed while something of them is left. The lowest come first; `lowCount` ignores `lowOnly`. */
export const listStock = async (deps: Deps, { text, lowOnly, page, pageSize }: Filter): Promise<Answer> => {
  const weekAgo = new Date(deps.now() - 7 * DAY)
  const { rows } = await sql<Answer>`
    with shelf as materialized (
      select s.id, s.product_id, s.options, s.code, s.picture, p.title, p.pictures, a.available,
        p.status = 'on' and not s.is_off and a.available
          <= coalesce((select (settings ->> 'lowStockAt')::int from store where id = ${deps.storeId}), ${LOW_STOCK_AT}::int) as is_low
      from sku s
      join product p on p.store_id = s.store_id and p.id = s.product_id
      cross join lateral (
        select coalesce(sum(available), 0)::int as available from stock where store_id = s.store_id and sku_id = s.id
      ) a
      where s.store_id = ${deps.storeId} and (not s.is_off or a.available > 0) and ${matches(text)}
    ), page as (
      select * from shelf where is_low or not ${lowOnly ?? false}::boolean
      order by is_low desc, available, title, id limit ${pageSize} offset ${(page - 1) * pageSize}
    ), held as (
      select l.sku_id, sum(l.quantity)::int as pieces
      from orders o join order_line l on l.store_id = o.store_id and l.order_id = o.id
      where o.store_id = ${deps.storeId} and o.trade = 'awaiting-payment' and l.sku_id in (select id from page) group by l.sku_id
    ), sold as (
      select l.sku_id, sum(l.quantity - l.refunded_quantity)::int as pieces
      from orders o join order_line l on l.store_id = o.store_id and l.order_id = o.id
      where o.store_id = ${deps.storeId} and o.paid_at > ${weekAgo} and l.sku_id in (select id from page) group by l.sku_id
    )
    select
      coalesce((select jsonb_agg(jsonb_build_object('skuId', page.id, 'productId', product_id, 'title', title, 'options', options,
          'picture', coalesce(picture, pictures -> 0), 'code', code, 'available', available, 'held', coalesce(held.pieces, 0),
          'sold7d', coalesce(sold.pieces, 0), 'isLow', is_low) order by is_low desc, available, title, page.id)
        from page left join held on held.sku_id = page.id left join sold on sold.sku_id = page.id), '[]') as rows,
      count(*) filter (where is_low or not ${lowOnly ?? false}::boolean)::int as total,
      count(*) filter (where is_low)::int as "lowCount"
    from shelf`.execute(deps.db)
  return rows[0] ?? { rows: [], total: 0, lowCount: 0 }
}
