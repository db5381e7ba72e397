/** Marks a product with a heart, or takes the heart away. Asked twice, it stays as asked. */
import type { catalog } from '@/contract/catalog'
import { ok, refuse } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { addFavorite, removeFavorite } from './favorite.sql'

export const setFavorite: UseCase<typeof catalog.favorite> = async (deps, { memberId }, { productId, isFavorite }) => {
  if (!isFavorite) await removeFavorite(deps, memberId, productId)
  else if (!(await addFavorite(deps, memberId, productId))) return refuse({ code: 'product.unknown' })
  return ok({ isFavorite })
}
