/** Adds a category or changes one. A new name is found by the shop's search at once, in all products below it. */
import type { staffCatalog } from '@/contract/staff-catalog'
import type { CategoryId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import { changedFields } from '@/domain/staff/changed-fields'
import { placeCategory } from '@/domain/stock/category-tree'
import { forgetShop } from '../catalog/shop-memory'
import { audit } from '../runtime/audit'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { enqueue } from '../runtime/outbox'
import type { UseCase } from '../runtime/serve'
import { listCategories, lockCategories, productsBelow, writeCategory, writeSearchTexts } from './category.sql'

type Saved = Awaited<ReturnType<UseCase<typeof staffCatalog.saveCategory>>>

export const saveCategory: UseCase<typeof staffCatalog.saveCategory> = async (deps, caller, input) => {
  const saved = await deps.db.transaction().execute(async (trx): Promise<Saved> => {
    const known = await lockCategories(trx, deps)
    const before = known.find((category) => category.id === input.id)
    if (input.id && !before) return refuse({ code: 'category.unknown' })
    const placed = placeCategory(known, input.id ?? null, input.parentId)
    if (!placed.ok) return placed
    const last = Math.max(-1, ...known.map((category) => category.position))
    const { id = deps.newId('cat'), parentId, name, picture, isHidden } = input
    const after = { id, parentId, name, picture, isHidden, position: before?.position ?? last + 1 }
    await writeCategory(trx, deps, after)
    if (before && (before.name !== name || before.parentId !== parentId)) await searchAnew(trx, deps, id)
    await audit(trx, deps, caller, {
      action: before ? 'category.change' : 'category.add',
      subject: id,
      subjectName: name,
      ...changedFields<object>(before ?? {}, after),
    })
    // the feed mixes categories, and a moved one mixes differently
    if (before && before.parentId !== parentId) await enqueue(trx, deps, { topic: 'feed.refresh', subject: id })
    return ok({ categories: await listCategories(trx, deps) })
  })
  if (saved.ok) forgetShop(deps)
  return saved
}

const searchAnew = async (trx: Trx, deps: Deps, categoryId: CategoryId): Promise<void> => {
  const { searchTextOf } = await import('../catalog/search-text')
  const products = await productsBelow(trx, deps, categoryId)
  const texts = products.map(({ id, name, aboveName, ...facts }) => ({
    id,
    text: searchTextOf({ ...facts, categoryNames: [name, aboveName].filter((n) => n !== null) }),
  }))
  await writeSearchTexts(trx, deps, texts)
}
