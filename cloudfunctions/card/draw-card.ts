/** Draws a product's chat card when its letter comes, so that the picture is there before anybody shares. */
import { NO_PICTURE } from '../catalog/cards'
import { forgetShop } from '../catalog/shop-memory'
import type { Deps } from '../runtime/deps'
import type { LetterHandler, LetterHandlers } from '../runtime/outbox'
import { readCardFacts, setCardPicture, type CardFactsRow } from './card-facts.sql'
import { drawProductCard, type ProductCardFacts } from './draw-product-card'
import { drawableScene } from './drawable-scene'
import { pictureKey } from './picture-key'

/** Run twice, it finds the same key in place and draws nothing. */
const drawCard: LetterHandler = async (deps, { payload }) => {
  const row = typeof payload['productId'] === 'string' ? await readCardFacts(deps, payload['productId']) : null
  if (!row) return
  const key = pictureKey(`cards/${row.productId}`, saidOnCard(row))
  if (row.cardPicture?.endsWith(`/${key}`)) return
  const url = await deps.files.put(key, await drawProductCard(await drawingFacts(deps, row)), 'image/jpeg')
  await setCardPicture(deps, row, url)
  forgetShop(deps)
}

export const cardLetters: LetterHandlers = { 'card.draw': drawCard }

/** Everything that a drawing depends on. */
export const saidOnCard = (row: CardFactsRow): readonly unknown[] => [
  row.title,
  row.fact,
  row.storeName,
  row.priceFen,
  row.marketPriceFen,
  row.isFrom,
  row.picture?.url,
]

export const drawingFacts = async (deps: Deps, row: CardFactsRow): Promise<ProductCardFacts> => ({
  title: row.title,
  priceFen: row.priceFen,
  isFrom: row.isFrom,
  marketPriceFen: row.marketPriceFen,
  storeName: row.storeName,
  fact: row.fact,
  picture: await drawableScene(deps.files, row.picture),
  tone: row.picture?.tone ?? NO_PICTURE.tone,
})
