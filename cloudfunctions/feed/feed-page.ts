/** A page of the feed: ten cards from a place in a generation, leaning towards whoever reads. */
import type { Page, ProductCard, Reason } from '@/contract/views'
import { cursorText, type FeedPlace } from '@/domain/feed/cursor'
import { leanPage } from '@/domain/feed/lean'
import type { ProductId } from '@/domain/ids'
import { dayStart, epochMs } from '@/domain/time'
import { cardsOf, withReason } from '../catalog/cards'
import type { Deps } from '../runtime/deps'
import { entriesFrom } from './entries'
import type { Entry, Stretch } from './generation.sql'
import { rowProducts } from './home-blocks'
import { homeWindow } from './home-window'
import type { HomeWindow } from './home-window.sql'
import type { Taste } from './taste'

const PAGE = 10
/** Looked at beyond what is wanted, so that a product that went off leaves no second trip behind. */
const SPARE = 4

type Ask = {
  readonly taste: Taste
  /** Shown on the screen already, in a row above. */
  readonly without: ReadonlySet<ProductId>
}
type Shown = { readonly entry: Entry; readonly card: ProductCard; readonly madeAt: Date }

/**
 * The page at `place`. Readers whose generation is gone (they come back after hours) go on as deep in the newest one: the
 * order changes slowly, so what they saw lies above them there too, but for a few.
 */
export const feedPage = async (deps: Deps, place: FeedPlace, taste: Taste): Promise<Page<ProductCard>> => {
  const window = await homeWindow(deps)
  const page = await pageIn(deps, place, { taste, without: new Set(rowProducts(window.blocks)) })
  return page ?? newestPage(deps, window, place.position, taste)
}

/** Empty before the first generation is made. */
export const newestPage = async (
  deps: Deps,
  { generation, blocks }: HomeWindow,
  position: number,
  taste: Taste,
): Promise<Page<ProductCard>> => {
  if (generation === null) return { items: [], next: null }
  const page = await pageIn(deps, { generation, position }, { taste, without: new Set(rowProducts(blocks)) })
  return page ?? { items: [], next: null }
}

/** Null if the generation is gone. */
const pageIn = async (deps: Deps, from: FeedPlace, ask: Ask): Promise<Page<ProductCard> | null> => {
  const shown: Shown[] = []
  let position = from.position
  let stretch = await entriesFrom(deps, from.generation, position)
  if (!stretch) return null
  const { size } = stretch
  while (shown.length < PAGE && stretch && stretch.entries.length > 0) {
    const taken = await take(deps, stretch, PAGE - shown.length, ask.without)
    shown.push(...taken.shown)
    position += taken.passed
    if (shown.length < PAGE) stretch = await entriesFrom(deps, from.generation, position)
  }
  const next = position < size ? cursorText({ generation: from.generation, position }) : null
  return { items: lean(deps, shown, ask.taste), next }
}

const take = async (deps: Deps, { entries, madeAt }: Stretch, wanted: number, without: Ask['without']) => {
  const looked = entries.slice(0, wanted + SPARE)
  const cards = await cardsOf(
    deps,
    looked.map((entry) => entry.productId),
  )
  const byId = new Map(cards.map((card) => [card.id, card]))
  const shown: Shown[] = []
  let passed = 0
  for (const entry of looked) {
    if (shown.length === wanted) break
    passed++
    const card = byId.get(entry.productId)
    if (card && !without?.has(card.id)) shown.push({ entry, card, madeAt })
  }
  return { shown, passed }
}

const lean = (deps: Deps, shown: readonly Shown[], taste: Taste): ProductCard[] =>
  leanPage(shown, ({ entry, card }) => !card.soldOut && taste.has(entry.categoryId)).map(({ item, isLeant }) => {
    const category = isLeant ? taste.get(item.entry.categoryId) : undefined
    return withReason(item.card, category === undefined ? stillTrue(deps, item) : { code: 'you-buy', category })
  })

/** "Arrived today" is true on the day the generation was made. */
const stillTrue = (deps: Deps, { entry: { reason }, madeAt }: Shown): Reason | null =>
  reason?.code === 'arrived-today' && dayStart(epochMs(madeAt.getTime())) !== dayStart(deps.now()) ? null : reason
