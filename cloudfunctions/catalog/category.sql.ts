/** The tree of categories, two levels, without what staff hid. */
import type { CategoryView } from '@/contract/views'
import type { Deps } from '../runtime/deps'
import { NO_PICTURE } from './cards'

const readCategoriesStatement = {
  name: 'catalog.read-categories',
  text: `
select c.id, c.name, coalesce(c.picture, $2::jsonb) as picture,
  coalesce((select json_agg(json_build_object('id', b.id, 'name', b.name) order by b.position, b.id)
    from category b where b.store_id = $1 and b.parent_id = c.id and not b.is_hidden), '[]') as children
from category c
where c.store_id = $1 and c.parent_id is null and not c.is_hidden
order by c.position, c.id`,
}

export const readCategories = (deps: Deps): Promise<CategoryView[]> =>
  deps.database.run<CategoryView>(readCategoriesStatement, [deps.storeId, JSON.stringify(NO_PICTURE)])
