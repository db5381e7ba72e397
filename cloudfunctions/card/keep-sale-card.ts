/** Draws a group sale's card when its letter comes, once a version; a newer card is never replaced by an older one. */
import type { Picture } from '@/contract/views'
import { fen } from '@/domain/money'
import { reachedPrice } from '@/domain/sale/tier'
import { epochMs } from '@/domain/time'
import { NO_PICTURE } from '../catalog/cards'
import type { Deps } from '../runtime/deps'
import type { LetterHandler, LetterHandlers } from '../runtime/outbox'
import { drawableScene, keyOf } from './drawable-scene'
import { drawSaleCard, type Tile } from './draw-sale-card'
import { pictureKey } from './picture-key'
import { saleCardWords, type SaleCardStory } from './sale-card-words'
import { readSaleFacts, setSaleCard, type SaleFactsRow } from './sale-facts.sql'

const MOST_TILES = 4

const keepSaleCard: LetterHandler = async (deps, { payload }) => {
  const row = typeof payload['saleId'] === 'string' ? await readSaleFacts(deps, payload['saleId']) : null
  if (!row || (row.cardVersion ?? -1) >= row.version) return
  const [story, pictures] = [saleStory(row), picturesOf(row)]
  const said = [saleCardWords(story), story.isFrom, ...pictures.map((picture) => picture?.url ?? null)]
  const key = pictureKey(`cards/${row.saleId}/v${row.version}`, said)
  // a change that no picture shows, such as an order nobody has paid yet
  if (row.cardPicture && nameOf(row.cardPicture) === nameOf(key))
    return void (await setSaleCard(deps, row, row.cardPicture))
  const tiles = await Promise.all(pictures.map((picture) => tileOf(deps, picture)))
  const url = await deps.files.put(key, await drawSaleCard({ ...story, tiles }), 'image/jpeg')
  if (!(await setSaleCard(deps, row, url))) await deps.files.remove(key)
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const removeSaleCard: LetterHandler = async (deps, { payload }) => {
  if (typeof payload['url'] === 'string') await deps.files.remove(keyOf(payload['url']))
}

export const saleCardLetters: LetterHandlers = {
  'sale-card.draw': keepSaleCard,
  'sale-card.remove': removeSaleCard,
}

const saleStory = (row: SaleFactsRow): SaleCardStory => {
  const prices = row.lines.map((line) => reachedPrice(line, line.reachedUnits))
  const priceFromFen = fen(prices.length === 0 ? 0 : Math.min(...prices))
  return {
    state: row.state,
    title: row.title,
    community: row.community,
    storeName: row.storeName,
    endsAt: epochMs(row.endsAt.getTime()),
    handOverFromAt: epochMs(row.handOverFromAt.getTime()),
    isFetched: row.pickupPointIds !== null,
    people: row.people,
    lines: row.lines.length,
    priceFromFen,
    isFrom: prices.some((price) => price > priceFromFen),
  }
}

const picturesOf = (row: SaleFactsRow): (Picture | null)[] =>
  row.lines.slice(0, MOST_TILES).map(({ picture }) => picture)

const tileOf = async (deps: Deps, picture: Picture | null): Promise<Tile> => ({
  picture: await drawableScene(deps.files, picture),
  tone: picture?.tone ?? NO_PICTURE.tone,
})
