/** The list of products: the page, how many there are, and how many of each status, in one statement. */
import { sql, type RawBuilder } from 'kysely'
import type { ProductStatus, staffCatalog, StaffProductRow } from '@/contract/staff-catalog'
import type { ParsedOf } from '@/contract/define'
import { searchTerms } from '@/domain/catalog/search-terms'
import { LOW_STOCK_AT } from '@/domain/stock/low-stock'
import { epochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'

type Filter = ParsedOf<typeof staffCatalog.products>
type Row = Omit<StaffProductRow, 'updatedAt'> & { updatedAt: number }
type Answer = { rows: Row[]; draft: number; on: number; off: number }

/** `%`, `_` and `\` in what somebody typed are only characters. */
export const likeText = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** What staff type is a name in any form the shop's search knows, a SKU's code, or an id. */
const matches = (text: string): RawBuilder<unknown> => {
  const terms = searchTerms(text)
  const byName = terms.map((term) => sql`p.search_text like ${likeText(term)}`)
  return sql`(${terms.length > 0 ? sql.join(byName, sql` and `) : sql`false`} or p.id = ${text}
    or exists (select from sku where store_id = p.store_id and product_id = p.id and code ilike ${likeText(text)}))`
}

const conditions = (deps: Deps, { categoryId, text, lowStock }: Filter): RawBuilder<unknown> =>
  sql.join(
    [
      sql`p.store_id = ${deps.storeId}`,
      ...(categoryId
        ? [
            sql`p.category_id in (select id from category where store_id = ${deps.storeId} and ${categoryId} in (id, parent_id))`,
          ]
        : []),
      ...(text ? [matches(text)] : []),
      ...(lowStock
        ? [
            sql`p.status = 'on' and exists (
              select from sku s where s.store_id = p.store_id and s.product_id = p.id and not s.is_off
                and coalesce((select sum(available) from stock where store_id = s.store_id and sku_id = s.id), 0)
                  <= coalesce((select (settings ->> 'lowStockAt')::int from store where id = p.store_id), ${LOW_STOCK_AT}::int))`,
          ]
        : []),
    ],
    sql` and `,
  )

export const listProducts = async (
  deps: Deps,
  filter: Filter,
): Promise<{ rows: StaffProductRow[]; total: number; counts: Record<ProductStatus | 'all', number> }> => {
  const status = filter.status ?? null
  const { rows } = await sql<Answer>`
    with hit as materialized (select p.id, p.status, p.updated_at from product p where ${conditions(deps, filter)}),
    page as (
      select id from hit where ${status}::text is null or status = ${status}
      order by updated_at desc, id limit ${filter.pageSize} offset ${(filter.page - 1) * filter.pageSize}
    ), shown as (
      select jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title, 'picture', p.pictures -> 0, 'categoryName', coalesce(c.name, ''),
        'status', p.status, 'priceFromFen', p.price_from_fen, 'priceToFen', p.price_to_fen, 'available', k.available,
        'skuCount', k.skus, 'soldCount', p.sold_count, 'updatedAt', floor(extract(epoch from p.updated_at) * 1000)::bigint
      ) order by p.updated_at desc, p.id) as rows
      from page join product p on p.store_id = ${deps.storeId} and p.id = page.id
      left join category c on c.store_id = p.store_id and c.id = p.category_id
      cross join lateral (
        select count(*)::int as skus,
          coalesce(sum((select sum(available) from stock where store_id = s.store_id and sku_id = s.id)), 0)::int as available
        from sku s where s.store_id = p.store_id and s.product_id = p.id and not s.is_off
      ) k
    )
    select coalesce((select rows from shown), '[]') as rows, count(*) filter (where status = 'draft')::int as draft,
      count(*) filter (where status = 'on')::int as "on", count(*) filter (where status = 'off')::int as off
    from hit`.execute(deps.db)
  const { draft, on, off, rows: shown } = rows[0] ?? { draft: 0, on: 0, off: 0, rows: [] }
  const counts = { all: draft + on + off, draft, on, off }
  return {
    rows: shown.map((row) => ({ ...row, updatedAt: epochMs(row.updatedAt) })),
    total: counts[filter.status ?? 'all'],
    counts,
  }
}
