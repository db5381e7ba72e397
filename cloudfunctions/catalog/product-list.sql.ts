/** Ids of a category's products on sale, in four orders, after a place. */
import type { CategoryId } from '@/domain/ids'
import type { Deps } from '../runtime/deps'
import { PAGE_ASK } from './card-page'
import type { ListPlace } from './list-cursor'

export type ListSort = 'popular' | 'price-up' | 'price-down' | 'new'

/** Ids sort by the time they were made, so "new" needs no key of its own. */
const orders = {
  popular: { key: 'sold_count', is: '<', to: 'desc' },
  'price-up': { key: 'price_from_fen', is: '>', to: 'asc' },
  'price-down': { key: 'price_from_fen', is: '<', to: 'desc' },
  new: { key: '0::bigint', is: '<', to: 'desc' },
} as const satisfies Record<ListSort, { key: string; is: '<' | '>'; to: 'asc' | 'desc' }>

const listStatement = (sort: ListSort) => {
  const { key, is, to } = orders[sort]
  return {
    name: `catalog.list-${sort}`,
    text: `
select id, array[${key}] as keys from product
where store_id = $1 and status = 'on'
  and category_id in (select id from category where store_id = $1 and not is_hidden and (id = $2 or parent_id = $2))
  and ($3::bigint is null or (${key}, id) ${is} ($3::bigint, $4::text))
order by ${key} ${to}, id ${to} limit $5`,
  }
}

const statements = {
  popular: listStatement('popular'),
  'price-up': listStatement('price-up'),
  'price-down': listStatement('price-down'),
  new: listStatement('new'),
}

export const readList = (
  deps: Deps,
  categoryId: CategoryId,
  sort: ListSort,
  after: ListPlace | null,
): Promise<ListPlace[]> =>
  deps.database.run<ListPlace>(statements[sort], [
    deps.storeId,
    categoryId,
    after?.keys[0] ?? null,
    after?.id ?? null,
    PAGE_ASK,
  ])

const isCategoryStatement = {
  name: 'catalog.is-category',
  text: 'select id from category where store_id = $1 and id = $2 and not is_hidden',
}

export const isCategory = async (deps: Deps, categoryId: CategoryId): Promise<boolean> =>
  (await deps.database.run(isCategoryStatement, [deps.storeId, categoryId])).length > 0
