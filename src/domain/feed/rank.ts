/** The order of the feed for everybody: what sells, what is new, what is in season, mixed so that neighbours differ. */
import { DAY, dayStart, type EpochMs } from '../time'

/** What the ranking knows of a product on sale. */
export type Candidate = {
  readonly productId: string
  readonly categoryId: string
  /** Distinct members who ordered it within the last 30 days. */
  readonly buyers: number
  readonly createdAt: EpochMs
  /** When fresh goods last came in. */
  readonly arrivedAt: EpochMs | null
  readonly isInSeason: boolean
  readonly isSoldOut: boolean
}

/** Why it is shown, for everybody alike; personal reasons are added when a member looks. */
export type RankReason =
  { code: 'arrived-today' } | { code: 'popular'; buyers: number } | { code: 'in-season' } | { code: 'new' }

export type Ranked = { readonly productId: string; readonly categoryId: string; readonly reason: RankReason | null }

/** Twice the buyers are worth one point; arrival, season and newness weigh as much as a few doublings. */
const WEIGHT = { doubling: 1, arrivedToday: 2.5, inSeason: 1.5, newest: 3 }
const NEW_FOR = 14 * DAY
/** From so many buyers on, "popular" is a reason worth telling. */
const POPULAR_FROM = 5

const arrivedToday = (c: Candidate, now: EpochMs): boolean =>
  c.arrivedAt !== null && c.arrivedAt <= now && dayStart(c.arrivedAt) === dayStart(now)

/** 1 on the first day, falling evenly to 0. */
const newness = (c: Candidate, now: EpochMs): number => Math.min(1, Math.max(0, 1 - (now - c.createdAt) / NEW_FOR))

export const scoreOf = (c: Candidate, now: EpochMs): number =>
  WEIGHT.doubling * Math.log2(1 + c.buyers) +
  (arrivedToday(c, now) ? WEIGHT.arrivedToday : 0) +
  (c.isInSeason ? WEIGHT.inSeason : 0) +
  WEIGHT.newest * newness(c, now)

const reasonFor = (c: Candidate, now: EpochMs): RankReason | null => {
  if (arrivedToday(c, now)) return { code: 'arrived-today' }
  if (c.isInSeason) return { code: 'in-season' }
  if (c.buyers >= POPULAR_FROM) return { code: 'popular', buyers: c.buyers }
  return newness(c, now) > 0 ? { code: 'new' } : null
}

/**
 * Every candidate once, best first; no two neighbours of a category wherever such an order exists; what is sold out
 * comes after everything that can be bought. The same candidates in any order give the same feed.
 */
export const rankFeed = (candidates: readonly Candidate[], now: EpochMs): Ranked[] => {
  const scored = candidates
    .map((candidate) => ({ candidate, score: scoreOf(candidate, now) }))
    .sort((a, b) => b.score - a.score || (a.candidate.productId < b.candidate.productId ? -1 : 1))
    .map(({ candidate }) => candidate)
  const forSale = spread(scored.filter((c) => !c.isSoldOut))
  const soldOut = spread(scored.filter((c) => c.isSoldOut))
  return [...forSale, ...soldOut].map((c) => ({
    productId: c.productId,
    categoryId: c.categoryId,
    reason: reasonFor(c, now),
  }))
}

type Queue = { readonly of: readonly Candidate[]; taken: number; readonly places: readonly number[] }

const left = (q: Queue): number => q.of.length - q.taken
const nextPlace = (q: Queue): number => q.places[q.taken] ?? Infinity

/**
 * Takes the best one of another category than the last, unless one category fills more than half of what is left: then
 * that one has to come now, or its members would end up side by side.
 */
const spread = (sorted: readonly Candidate[]): Candidate[] => {
  const queues = queuesByCategory(sorted)
  const order: Candidate[] = []
  let last: Queue | null = null
  for (let rest = sorted.length; rest > 0; rest--) {
    const crowd = queues.reduce((most, q) => (left(q) > left(most) ? q : most))
    const others = queues.filter((q) => q !== last && left(q) > 0)
    const best = others.reduce<Queue | null>((b, q) => (b && nextPlace(b) < nextPlace(q) ? b : q), null)
    const next: Queue = crowd !== last && left(crowd) * 2 > rest ? crowd : (best ?? crowd)
    order.push(next.of[next.taken] as Candidate)
    next.taken++
    last = next
  }
  return order
}

const queuesByCategory = (sorted: readonly Candidate[]): Queue[] => {
  const found = new Map<string, { of: Candidate[]; places: number[]; taken: number }>()
  sorted.forEach((candidate, place) => {
    const queue = found.get(candidate.categoryId) ?? { of: [], places: [], taken: 0 }
    queue.of.push(candidate)
    queue.places.push(place)
    found.set(candidate.categoryId, queue)
  })
  return [...found.values()]
}
