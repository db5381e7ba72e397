/** Categories stand on two levels: the screen has a rail and a list beside it, and nothing below. */
import type { CategoryId } from '../ids'
import { ok, refuse, type Result } from '../result'

type Placed = { readonly id: CategoryId; readonly parentId: CategoryId | null }

/** Whether `id` (null = a new one) may stand below `parentId` (null = at the top). */
export const placeCategory = (
  known: readonly Placed[],
  id: CategoryId | null,
  parentId: CategoryId | null,
): Result<true, { code: 'category.unknown' } | { code: 'category.too-deep' }> => {
  if (parentId === null) return ok(true)
  const parent = known.find((category) => category.id === parentId)
  if (!parent) return refuse({ code: 'category.unknown' })
  const hasChildren = id !== null && known.some((category) => category.parentId === id)
  return parent.parentId !== null || parentId === id || hasChildren ? refuse({ code: 'category.too-deep' }) : ok(true)
}

/** The ids below `parentId` in a new order: each of those that stand there now, once, and no other. */
export const arrangeCategories = (
  known: readonly Placed[],
  parentId: CategoryId | null,
  order: readonly CategoryId[],
): Result<readonly CategoryId[], { code: 'category.not-these' }> => {
  const here = new Set(known.filter((category) => category.parentId === parentId).map(({ id }) => id))
  const isWhole = order.length === here.size && new Set(order).size === here.size && order.every((id) => here.has(id))
  return isWhole ? ok(order) : refuse({ code: 'category.not-these' })
}
