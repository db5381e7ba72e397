/** Draws a group sale's card when its letter comes, once a version; a newer card is never replaced by an older one. */
import { epochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import type { LetterHandler, LetterHandlers } from '../runtime/outbox'
import { keyOf } from './drawable-scene'
import { drawSaleCard, type SaleCardFacts } from './draw-sale-card'
import { isSamePicture, pictureKey } from './picture-key'
import { saleCardWords, type SaleCardStory } from './sale-card-words'
import { readSaleFacts, setSaleCard, type SaleFactsRow } from './sale-facts.sql'
import { pictureUrls, priceFrom, tilesOf } from './sale-lines'

const keepSaleCard: LetterHandler = async (deps, { payload }) => {
  const row = typeof payload['saleId'] === 'string' ? await readSaleFacts(deps, payload['saleId']) : null
  if (!row || (row.cardVersion ?? -1) >= row.version) return
  const key = pictureKey(`cards/${row.saleId}/v${row.version}`, saidOfSale(row))
  // such as an order nobody has paid yet
  if (row.cardPicture && isSamePicture(row.cardPicture, key))
    return void (await setSaleCard(deps, row, row.cardPicture))
  const url = await deps.files.put(key, await drawSaleCard(await saleFacts(deps, row)), 'image/jpeg')
  if (!(await setSaleCard(deps, row, url))) await deps.files.remove(key)
}

const removeSaleCard: LetterHandler = async (deps, { payload }) => {
  if (typeof payload['url'] === 'string') await deps.files.remove(keyOf(payload['url']))
}

export const saleCardLetters: LetterHandlers = {
  'sale-card.draw': keepSaleCard,
  'sale-card.remove': removeSaleCard,
}

/** Everything that a drawing depends on. */
export const saidOfSale = (row: SaleFactsRow): readonly unknown[] => {
  const story = saleStory(row)
  return [saleCardWords(story), story.isFrom, ...pictureUrls(row.lines)]
}

const saleStory = (row: SaleFactsRow): SaleCardStory => ({
  state: row.state,
  title: row.title,
  community: row.community,
  storeName: row.storeName,
  endsAt: epochMs(row.endsAt.getTime()),
  handOverFromAt: epochMs(row.handOverFromAt.getTime()),
  isFetched: row.pickupPointIds !== null,
  people: row.people,
  lines: row.lines.length,
  ...priceFrom(row.lines),
})

export const saleFacts = async (deps: Deps, row: SaleFactsRow): Promise<SaleCardFacts> => ({
  ...saleStory(row),
  tiles: await tilesOf(deps, row.lines),
})
