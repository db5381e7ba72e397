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
