/** A page of a category, its sub-categories included. */
import type { catalog } from '@/contract/catalog'
import { ok, refuse } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { cardPage } from './card-page'
import { readListCursor } from './list-cursor'
import { isCategory, readList } from './product-list.sql'

export const listProducts: UseCase<typeof catalog.list> = async (deps, _caller, { categoryId, cursor, sort }) => {
  const rows = await readList(deps, categoryId, sort, readListCursor(cursor, 1))
  if (rows.length === 0 && !(await isCategory(deps, categoryId))) return refuse({ code: 'category.unknown' })
  return ok(await cardPage(deps, rows))
}
