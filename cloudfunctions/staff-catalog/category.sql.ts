/** Categories as the staff arrange them: two levels, in the order given. */
import { sql } from 'kysely'
import type { StaffCategory } from '@/contract/staff-catalog'
import type { Picture } from '@/contract/views'
import type { CategoryId } from '@/domain/ids'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

/** Parents before their children; products that lie in a child count for the child only. */
export const listCategories = async (db: Db | Trx, deps: Deps): Promise<StaffCategory[]> =>
  (
    await sql<StaffCategory>`
      select c.id, c.parent_id as "parentId", c.name, c.picture, c.is_hidden as "isHidden",
        (select count(*)::int from product where store_id = c.store_id and category_id = c.id) as products
      from category c left join category above on above.store_id = c.store_id and above.id = c.parent_id
      where c.store_id = ${deps.storeId}
      order by coalesce(above.position, c.position), coalesce(above.id, c.id), above.id is not null, c.position, c.id`.execute(
      db,
    )
  ).rows

export type CategoryRow = {
  id: CategoryId
  parentId: CategoryId | null
  name: string
  picture: Picture | null
  isHidden: boolean
  position: number
}

/** All of them, so that nobody puts one below another while a third moves. There are few, and they change rarely. */
export const lockCategories = async (trx: Trx, deps: Deps): Promise<CategoryRow[]> =>
  (
    await sql<CategoryRow>`
      select id, parent_id as "parentId", name, picture, is_hidden as "isHidden", position
      from category where store_id = ${deps.storeId} order by id for update`.execute(trx)
  ).rows

export const writeCategory = async (trx: Trx, deps: Deps, category: CategoryRow): Promise<void> => {
  const fields = {
    parent_id: category.parentId,
    name: category.name,
    picture: category.picture && JSON.stringify(category.picture),
    is_hidden: category.isHidden,
    position: category.position,
  }
  await trx
    .insertInto('category')
    .values({ store_id: deps.storeId, id: category.id, ...fields })
    .onConflict((c) => c.columns(['store_id', 'id']).doUpdateSet(fields))
    .execute()
}

/** Numbered anew from 0 in the order given, so that gaps and ties of earlier orders don't matter. */
export const writePlaces = async (trx: Trx, deps: Deps, order: readonly CategoryId[]): Promise<void> => {
  await sql`
    update category c set position = o.place - 1
    from unnest(${[...order]}::text[]) with ordinality as o (id, place)
    where c.store_id = ${deps.storeId} and c.id = o.id`.execute(trx)
}

type Searched = {
  id: string
  title: string
  keywords: string[]
  tags: string[]
  name: string
  aboveName: string | null
}

/** Products in the category or below it, with what their search text is made of. */
export const productsBelow = async (trx: Trx, deps: Deps, categoryId: CategoryId): Promise<Searched[]> =>
  (
    await sql<Searched>`
      select p.id, p.title, p.keywords, p.tags, c.name, above.name as "aboveName"
      from category c
      join product p on p.store_id = c.store_id and p.category_id = c.id
      left join category above on above.store_id = c.store_id and above.id = c.parent_id
      where c.store_id = ${deps.storeId} and ${categoryId} in (c.id, c.parent_id) order by p.id for update of p`.execute(
      trx,
    )
  ).rows

export const writeSearchTexts = async (
  trx: Trx,
  deps: Deps,
  texts: readonly { id: string; text: string }[],
): Promise<void> => {
  await sql`
    update product p set search_text = t.text
    from unnest(${texts.map((t) => t.id)}::text[], ${texts.map((t) => t.text)}::text[]) as t (id, text)
    where p.store_id = ${deps.storeId} and p.id = t.id`.execute(trx)
}
