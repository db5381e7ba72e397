/** Search. Nothing found: a mended query is tried and named; nothing again: best sellers, so that no search is a dead end. */
import type { catalog, SearchView } from '@/contract/catalog'
import type { ProductCard } from '@/contract/views'
import { mends } from '@/domain/catalog/mend'
import { searchTerms } from '@/domain/catalog/search-terms'
import { ok } from '@/domain/result'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { cardPage } from './card-page'
import { cardsOf } from './cards'
import { readListCursor, type ListPlace } from './list-cursor'
import { searchRows } from './search.sql'
import { bestSellers, vocabulary } from './shop-words'

const RESCUED = 6
/** The first word of a cursor that continues a mended search. */
const MENDED = 'mended~'

export const searchProducts: UseCase<typeof catalog.search> = async (deps, _caller, { text, cursor }) => {
  const isMended = cursor?.startsWith(MENDED) ?? false
  const after = readListCursor(isMended ? cursor?.slice(MENDED.length) : cursor, 2)
  const rows = isMended ? [] : await find(deps, text, after)
  if (rows.length > 0 || (after && !isMended)) return ok(await viewOf(deps, rows, null))
  for (const guess of mends(text, await vocabulary(deps))) {
    const guessed = await find(deps, guess, after)
    if (guessed.length > 0) return ok(await viewOf(deps, guessed, guess))
  }
  return ok({ items: [], next: null, mended: null, rescue: await rescue(deps) })
}

const find = async (deps: Deps, text: string, after: ListPlace | null): Promise<ListPlace[]> => {
  const terms = searchTerms(text)
  return terms.length > 0 ? searchRows(deps, terms, after) : []
}

const viewOf = async (deps: Deps, rows: readonly ListPlace[], mended: string | null): Promise<SearchView> => {
  const { items, next } = await cardPage(deps, rows)
  return { items, next: next && mended ? MENDED + next : next, mended, rescue: [] }
}

const rescue = async (deps: Deps): Promise<ProductCard[]> => {
  const best = await bestSellers(deps)
  const cards = await cardsOf(
    deps,
    best.map(({ id }) => id),
  )
  return cards.filter((card) => !card.soldOut).slice(0, RESCUED)
}
