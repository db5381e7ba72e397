/** The shelf below a product: what is bought with it, then the best of its kind. */
import type { ProductCard } from '@/contract/views'
import { MINUTE, SECOND } from '@/domain/time'
import { flashBadges } from '../flash/product-flash'
import type { Deps } from '../runtime/deps'
import { cardsOf, withReason } from './cards'
import type { ProductRow } from './product.sql'
import { readRelated } from './related.sql'
import { remembered } from './shop-memory'

const SHOWN = 6
const TOGETHER = 3
/** What goes together changes in weeks; what the cards say may be half a minute old down here, for a tap tells the truth. */
const IDS_LIFE = 10 * MINUTE
const CARDS_LIFE = 30 * SECOND

export const relatedCards = async (deps: Deps, row: ProductRow): Promise<readonly ProductCard[]> => {
  const [cards, flashOf] = await Promise.all([
    remembered(deps, `related:${row.id}`, CARDS_LIFE, () => fillShelf(deps, row)),
    flashBadges(deps),
  ])
  return cards.map((card) => withFlash(card, flashOf(card.id)))
}

/** A sale begins and ends by the second: its price is put on what is remembered, from the slots that the page reads anyway. */
const withFlash = (card: ProductCard, flash: ProductCard['flash']): ProductCard =>
  card.flash === flash ? card : { ...card, flash }

const fillShelf = async (deps: Deps, { id, categoryId, title }: ProductRow): Promise<ProductCard[]> => {
  const rows = await remembered(deps, `related-ids:${id}`, IDS_LIFE, () => readRelated(deps, id, categoryId, TOGETHER))
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
