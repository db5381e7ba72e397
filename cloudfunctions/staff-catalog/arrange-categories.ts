/** Puts the categories below one parent into a new order: all at once, or not at all. The same order again is nothing new. */
import type { staffCatalog } from '@/contract/staff-catalog'
import { ok } from '@/domain/result'
import { isSame } from '@/domain/staff/changed-fields'
import { arrangeCategories as arrange } from '@/domain/stock/category-tree'
import { forgetShop } from '../catalog/shop-memory'
import { audit } from '../runtime/audit'
import type { Trx } from '../runtime/db/connect'
import type { UseCase } from '../runtime/serve'
import { listCategories, lockCategories, writePlaces, type CategoryRow } from './category.sql'

type Arranged = Awaited<ReturnType<UseCase<typeof staffCatalog.arrangeCategories>>>

export const arrangeCategories: UseCase<typeof staffCatalog.arrangeCategories> = async (deps, caller, input) => {
  const { parentId } = input
  const arranged = await deps.db.transaction().execute(async (trx: Trx): Promise<Arranged> => {
    const known = await lockCategories(trx, deps)
    const order = arrange(known, parentId, input.order)
    if (!order.ok) return order
    const before = [...known].filter((category) => category.parentId === parentId).sort(byPlace)
    const after = order.value.flatMap((id) => before.find((category) => category.id === id) ?? [])
    if (!isSame(namesOf(before), namesOf(after))) {
      await writePlaces(trx, deps, order.value)
      const parent = known.find(({ id }) => id === parentId)
      await audit(trx, deps, caller, {
        action: 'category.arrange',
        subject: parentId ?? deps.storeId,
        ...(parent ? { subjectName: parent.name } : {}),
        before: { position: namesOf(before) },
        after: { position: namesOf(after) },
      })
    }
    return ok({ categories: await listCategories(trx, deps) })
  })
  if (arranged.ok) forgetShop(deps)
  return arranged
}

/** As the list is read: by place, and by id where places tie. */
const byPlace = (a: CategoryRow, b: CategoryRow): number => a.position - b.position || (a.id < b.id ? -1 : 1)
const namesOf = (rows: readonly CategoryRow[]): string[] => rows.map(({ name }) => name)
