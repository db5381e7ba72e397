/** Fills the blocks that staff arranged with today's facts. */
import type { HomeBlock } from '@/contract/feed'
import { cutOffToday, type ShopHours } from '@/domain/delivery/promise'
import type { ProductId } from '@/domain/ids'
import { cardsOf } from '../catalog/cards'
import type { Deps } from '../runtime/deps'
import type { PlacedBlock } from './home-window.sql'

/** In the order of `blocks`. A row none of whose products is on sale is left out. */
export const homeBlocks = async (
  deps: Deps,
  blocks: readonly PlacedBlock[],
  hours: ShopHours,
): Promise<HomeBlock[]> => {
  const cards = await cardsOf(deps, rowProducts(blocks))
  const byId = new Map(cards.map((card) => [card.id, card]))
  const filled = blocks.map(({ id, block }): HomeBlock => {
    if (block.kind === 'shortcuts') return { id, ...block }
    // the badge is where staff write what holds until the cut-off ("现在下单，今天就能取")
    if (block.kind === 'banner') return { id, ...block, until: block.badge ? cutOffToday(deps.now(), hours) : null }
    const { productIds, ...row } = block
    const products = productIds.map((productId) => byId.get(productId)).filter((card) => card !== undefined)
    return { id, ...row, products }
  })
  return filled.filter((block) => block.kind !== 'product-row' || block.products.length > 0)
}

/** What the rows show; the feed below does not show it again. */
export const rowProducts = (blocks: readonly PlacedBlock[]): ProductId[] =>
  blocks.flatMap(({ block }) => (block.kind === 'product-row' ? block.productIds : []))
