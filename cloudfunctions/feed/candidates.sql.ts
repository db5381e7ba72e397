/** Every product on sale with what the ranking wants to know of it. */
import type { CategoryId, ProductId } from '@/domain/ids'
import { DAY } from '@/domain/time'
import type { Deps } from '../runtime/deps'

export type CandidateRow = {
  productId: ProductId
  /** The category it lies in, and the top one above it: a page mixes top ones, a member's taste is finer. */
  categoryId: CategoryId
  topCategoryId: CategoryId
  buyers: number
  createdAt: Date
  arrivedAt: Date | null
  isInSeason: boolean
  isSoldOut: boolean
}

const POPULAR_WITHIN = 30 * DAY

const readCandidatesStatement = {
  name: 'feed.read-candidates',
  text: `
select p.id as "productId", p.category_id as "categoryId", coalesce(c.parent_id, p.category_id) as "topCategoryId",
  coalesce(b.buyers, 0) as buyers, p.created_at as "createdAt", p.arrived_at as "arrivedAt", p.is_in_season as "isInSeason",
  not exists (select from sku s join stock t on t.store_id = $1 and t.sku_id = s.id and t.available > 0
    where s.store_id = $1 and s.product_id = p.id and not s.is_off) as "isSoldOut"
from product p
left join category c on c.store_id = $1 and c.id = p.category_id
left join (
  select l.product_id, count(distinct o.member_id)::int as buyers
  from orders o join order_line l on l.store_id = $1 and l.order_id = o.id
  where o.store_id = $1 and o.paid_at > $2
  group by l.product_id
) b on b.product_id = p.id
where p.store_id = $1 and p.status = 'on'`,
}

export const readCandidates = (deps: Deps): Promise<CandidateRow[]> =>
  deps.database.run<CandidateRow>(readCandidatesStatement, [deps.storeId, new Date(deps.now() - POPULAR_WITHIN)])
