/** A page of cards from rows that were asked for with one more than fits: the spare one only says that the list goes on. */
import type { Page, ProductCard } from '@/contract/views'
import type { Deps } from '../runtime/deps'
import { cardsOf } from './cards'
import { listCursor, type ListPlace } from './list-cursor'

const PAGE_SIZE = 20
export const PAGE_ASK = PAGE_SIZE + 1

export const cardPage = async (deps: Deps, rows: readonly ListPlace[]): Promise<Page<ProductCard>> => {
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined
  const items = await cardsOf(
    deps,
    page.map((row) => row.id),
  )
  return { items, next: last ? listCursor(last) : null }
}
