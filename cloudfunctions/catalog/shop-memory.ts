/**
 * What is the same for every shopper, kept in this process for a second or so, so that a page of the shop costs a member's
 * own facts and nothing more. Prices and stock in it are at most that old; the product page, the cart and the quote never
 * read it. Whoever changes the shop calls `forgetShop`, so the change shows at once here and a second later elsewhere.
 */
import type { Database } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { SECOND } from '@/domain/time'

/** Long enough to spare a busy shop nearly every look, short enough that nobody notices. */
export const FRESH = SECOND

type Kept = { readonly until: number; readonly value: Promise<unknown> }

/** By database, so that two shops in one process never mix. */
const memories = new WeakMap<Database, Map<string, Kept>>()
const MOST = 50_000

const memoryOf = ({ database }: Deps): Map<string, Kept> => {
  const memory = memories.get(database) ?? new Map<string, Kept>()
  memories.set(database, memory)
  return memory
}

/**
 * The value under `key`, loaded if there is none younger than `lifeMs`. Callers who come while it loads wait for the same
 * load; a failed load is not kept. The process's own clock counts: the shop's may stand still in a test.
 */
export const remembered = <T>(deps: Deps, key: string, lifeMs: number, load: () => Promise<T>): Promise<T> =>
  recall<T>(deps, key) ?? keep(deps, key, lifeMs, load())

export const recall = <T>(deps: Deps, key: string): Promise<T> | null => {
  const kept = memoryOf(deps).get(key)
  return kept && kept.until > performance.now() ? (kept.value as Promise<T>) : null
}

export const keep = <T>(deps: Deps, key: string, lifeMs: number, value: Promise<T>): Promise<T> => {
  const memory = memoryOf(deps)
  if (memory.size >= MOST) memory.clear()
  const kept = { until: performance.now() + lifeMs, value }
  memory.set(key, kept)
  value.catch(() => memory.get(key) === kept && memory.delete(key))
  return value
}

/** After a change to products, stock by hand, categories, blocks, points, templates or settings. */
export const forgetShop = (deps: Deps): void => void memories.delete(deps.database)
