/** Which goods a promotion or a coupon is for. */
import type { CategoryId, ProductId } from '../ids'

export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'products'; readonly ids: readonly ProductId[] }
  | { readonly kind: 'categories'; readonly ids: readonly CategoryId[] }

/** `categoryIds` are the product's own category and those above it. */
export type Scoped = {
  readonly productId?: ProductId | undefined
  readonly categoryIds?: readonly CategoryId[] | undefined
}

export const isInScope = (goods: Scoped, scope: Scope): boolean => {
  switch (scope.kind) {
    case 'all':
      return true
    case 'products':
      return goods.productId !== undefined && scope.ids.includes(goods.productId)
    case 'categories':
      return goods.categoryIds?.some((id) => scope.ids.includes(id)) ?? false
    default:
      return scope satisfies never
  }
}
