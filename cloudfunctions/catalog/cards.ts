/** Product cards as lists, the feed and blocks show them, at most a second old. */
import type { Picture, ProductCard, Reason } from '@/contract/views'
import type { ProductId } from '@/domain/ids'
import { fen, subtractFen } from '@/domain/money'
import { flashBadges } from '../flash/product-flash'
import type { Deps } from '../runtime/deps'
import { campaigns, type LiveCampaign } from './campaigns'
import { readCards, type CardRow } from './card.sql'
import { FRESH, keep, recall } from './shop-memory'

/** Shown where a product has no picture: its tone, and nothing on it. */
export const NO_PICTURE: Picture = { url: '', tone: ['#F6F6F4', '#EFEEEA'] }

/** Two heights, so that the waterfall has a rhythm; the taller one cuts no more than the air beside the goods. */
const RATIOS = [1, 1.12] as const
const ratioOf = (id: ProductId): number => RATIOS[id.charCodeAt(id.length - 1) % 2 === 0 ? 0 : 1]

const cardOf = (row: CardRow, campaign: LiveCampaign | null, flash: ProductCard['flash']): ProductCard => ({
  id: row.id,
  title: row.title,
  picture: row.picture ?? NO_PICTURE,
  ratio: ratioOf(row.id),
  priceFen: row.fromFen,
  isFrom: row.fromFen < row.toFen,
  memberPriceFen: row.memberFen !== null && row.memberFen < row.fromFen ? row.memberFen : null,
  marketPriceFen: row.marketFen !== null && row.marketFen > row.fromFen ? row.marketFen : null,
  group: campaign && {
    priceFen: fen(Math.min(...campaign.prices.map((price) => price.priceFen))),
    size: campaign.size,
  },
  flash,
  soldCount: row.soldCount,
  tag: row.tag,
  soldOut: !row.isAvailable,
  onlySkuId: row.skuCount === 1 ? row.anySkuId : null,
  reason: null,
})

/** The cards of `ids`, in that order; what is not on sale is left out. One statement at most. */
export const cardsOf = async (deps: Deps, ids: readonly ProductId[]): Promise<ProductCard[]> => {
  const kept = ids.map((id) => recall<ProductCard | null>(deps, keyOf(id)))
  const missing = ids.filter((_, i) => kept[i] === null)
  const loaded = missing.length > 0 ? load(deps, missing) : null
  const cards = await Promise.all(ids.map((id, i) => kept[i] ?? loaded?.get(id) ?? NONE))
  return cards.filter((card) => card !== null)
}

const NONE = Promise.resolve(null)
const keyOf = (id: ProductId): string => `card:${id}`

/** A product that is not on sale is remembered too: as none. */
const load = (deps: Deps, ids: readonly ProductId[]): Map<ProductId, Promise<ProductCard | null>> => {
  const found = Promise.all([readCards(deps, ids), campaigns(deps), flashBadges(deps)]).then(
    ([rows, campaignOf, flashOf]) =>
      new Map(rows.map((row) => [row.id, cardOf(row, campaignOf(row.id), flashOf(row.id))])),
  )
  const cardOrNone = async (id: ProductId) => (await found).get(id) ?? null
  return new Map(ids.map((id) => [id, keep(deps, keyOf(id), FRESH, cardOrNone(id))]))
}

/** The card with its reason; without a better one, what it saves against the usual price. */
export const withReason = (card: ProductCard, reason: Reason | null): ProductCard => {
  if (reason) return { ...card, reason }
  if (card.marketPriceFen === null) return card
  return { ...card, reason: { code: 'saves', savesFen: subtractFen(card.marketPriceFen, card.priceFen) } }
}
