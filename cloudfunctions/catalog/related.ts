/** The shelf below a product: what is bought with it, then the best of its kind. */
import type { ProductCard } from '@/contract/views'
import { MINUTE } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import { cardsOf, withReason } from './cards'
import type { ProductRow } from './product.sql'
import { readRelated } from './related.sql'
import { remembered } from './shop-memory'

const SHOWN = 6
const TOGETHER = 3
/** What goes together changes in weeks; the cards themselves are a second old at most. */
const LIFE = 10 * MINUTE

export const relatedCards = async (deps: Deps, { id, categoryId, title }: ProductRow): Promise<ProductCard[]> => {
  const rows = await remembered(deps, `related:${id}:${categoryId}`, LIFE, () =>
    readRelated(deps, id, categoryId, TOGETHER),
  )
  const together = new Set(rows.filter((row) => row.isTogether).map((row) => row.productId))
  const cards = await cardsOf(
    deps,
    rows.map((row) => row.productId),
  )
  return cards
    .filter((card) => !card.soldOut)
    .slice(0, SHOWN)
    .map((card) => withReason(card, together.has(card.id) ? { code: 'bought-together', product: title } : null))
}
