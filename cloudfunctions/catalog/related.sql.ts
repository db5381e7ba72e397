/** What else may please whoever looks at a product. */
import type { CategoryId, ProductId } from '@/domain/ids'
import type { Deps } from '../runtime/deps'

export type RelatedRow = { productId: ProductId; isTogether: boolean }

/** Bought in the last 60 orders of the product, at least twice; then the best sellers of its category. */
const readRelatedStatement = {
  name: 'catalog.read-related',
  text: `
with recent as (
  select order_id from order_line where store_id = $1 and product_id = $2 order by order_id desc limit 60
), together as (
  select l.product_id as id, count(distinct l.order_id) as times
  from recent r join order_line l on l.store_id = $1 and l.order_id = r.order_id and l.product_id <> $2
  group by l.product_id having count(distinct l.order_id) >= 2
  order by times desc, l.product_id limit $4
), alike as (
  select id, sold_count from product
  where store_id = $1 and category_id = $3 and status = 'on' and id <> $2
  order by sold_count desc, id desc limit $4 + $4
)
select id as "productId", true as "isTogether" from (select id from together order by times desc, id) t
union all
select id, false from (select id from alike where id not in (select id from together) order by sold_count desc, id desc) a
limit $4 + $4`,
}

export const readRelated = (
  deps: Deps,
  productId: ProductId,
  categoryId: CategoryId,
  together: number,
): Promise<RelatedRow[]> =>
  deps.database.run<RelatedRow>(readRelatedStatement, [deps.storeId, productId, categoryId, together])
