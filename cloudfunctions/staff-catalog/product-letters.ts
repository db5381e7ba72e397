/** Who has to hear of a changed product: the drawer of share cards, and the maker of the feed. */
import type { StaffProduct } from '@/contract/staff-catalog'
import type { ProductId } from '@/domain/ids'
import { isSame } from '@/domain/staff/changed-fields'
import { priceRange } from '@/domain/stock/sku-matrix'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { enqueue } from '../runtime/outbox'

/** What a share card shows. */
const cardFacts = ({ title, subtitle, unit, origin, tags, pictures, skus }: StaffProduct) => ({
  title,
  subtitle,
  unit,
  origin,
  tags,
  picture: pictures[0],
  prices: skus.length > 0 ? priceRange(skus) : null,
  marketPrices: skus.map((sku) => sku.marketPriceFen),
})

/** What the feed is ranked by. */
const feedFacts = ({ status, categoryId }: StaffProduct) => ({ isOn: status === 'on', categoryId })

export const tellOthers = async (
  trx: Trx,
  deps: Deps,
  before: StaffProduct | null,
  after: StaffProduct,
): Promise<void> => {
  const isShown = after.status === 'on'
  const wasShown = before?.status === 'on'
  if (isShown && !(before && wasShown && isSame(cardFacts(before), cardFacts(after))))
    await drawCard(trx, deps, after.id)
  if ((isShown || wasShown) && !(before && isSame(feedFacts(before), feedFacts(after))))
    await refreshFeed(trx, deps, after.id)
}

export const drawCard = (trx: Trx, deps: Deps, productId: ProductId): Promise<void> =>
  enqueue(trx, deps, { topic: 'card.draw', subject: productId, payload: { productId } })

export const refreshFeed = (trx: Trx, deps: Deps, productId: ProductId): Promise<void> =>
  enqueue(trx, deps, { topic: 'feed.refresh', subject: productId })
