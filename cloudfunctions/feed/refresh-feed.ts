/**
 * Makes a new generation of the feed. Whoever scrolls stays in the generation they began, so nothing repeats or moves
 * under their thumb; old generations live for some hours, longer than anybody scrolls.
 */
import { rankFeed } from '@/domain/feed/rank'
import type { CategoryId, ProductId } from '@/domain/ids'
import { epochMs, HOUR } from '@/domain/time'
import { forgetShop } from '../catalog/shop-memory'
import type { Deps } from '../runtime/deps'
import type { LetterHandlers } from '../runtime/outbox'
import { readCandidates } from './candidates.sql'
import { isFeedBehind, isFeedDue, saveGeneration } from './generation.sql'

const KEPT_FOR = 6 * HOUR

/** The number of the new generation, or null where another process has just made one. */
export const refreshFeed = async (deps: Deps): Promise<number | null> => {
  const rows = await readCandidates(deps)
  const ownCategory = new Map<string, CategoryId>(rows.map((row) => [row.productId, row.categoryId]))
  const ranked = rankFeed(
    rows.map((row) => ({
      ...row,
      categoryId: row.topCategoryId,
      createdAt: epochMs(row.createdAt.getTime()),
      arrivedAt: row.arrivedAt && epochMs(row.arrivedAt.getTime()),
    })),
    deps.now(),
  )
  const entries = ranked.map(({ productId, categoryId, reason }) => ({
    productId: productId as ProductId,
    categoryId: ownCategory.get(productId) ?? (categoryId as CategoryId),
    reason,
  }))
  const generation = await saveGeneration(deps, entries, deps.now() - KEPT_FOR)
  forgetShop(deps)
  return generation
}

/** For the clock: refreshes a feed that is too old for what has happened since. */
export const refreshFeedWhenDue = async (deps: Deps): Promise<{ done: number; failed: number }> => {
  if (!(await isFeedDue(deps))) return { done: 0, failed: 0 }
  return { done: (await refreshFeed(deps)) === null ? 0 : 1, failed: 0 }
}

/** Staff put a product on or off the shelf. Of a hundred letters of one batch the first makes the feed, the rest find it made. */
export const feedLetters: LetterHandlers = {
  'feed.refresh': async (deps) => {
    if (await isFeedBehind(deps)) await refreshFeed(deps)
  },
}
