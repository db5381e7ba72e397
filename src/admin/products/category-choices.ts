import type { StaffCategory } from '@/contract/staff-catalog'
import type { CategoryId } from '@/domain/ids'

/** Top categories, each followed by its children. */
export const inOrder = (categories: readonly StaffCategory[]): StaffCategory[] =>
  categories
    .filter(({ parentId }) => parentId === null)
    .flatMap((top) => [top, ...categories.filter(({ parentId }) => parentId === top.id)])

/** `"水果"`, `"水果 / 草莓"`. */
export const categoryPath = (categories: readonly StaffCategory[], id: CategoryId | null): string => {
  const own = categories.find((category) => category.id === id)
  const parent = categories.find((category) => category.id === own?.parentId)
  return [parent?.name, own?.name].filter(Boolean).join(' / ')
}

export const categoryChoices = (categories: readonly StaffCategory[]): { value: CategoryId; label: string }[] =>
  inOrder(categories).map(({ id }) => ({ value: id, label: categoryPath(categories, id) }))
