import fc from 'fast-check'
import { cursorText, readCursor } from '@/domain/feed/cursor'
import { leanPage } from '@/domain/feed/lean'
import { rankFeed, scoreOf, type Candidate } from '@/domain/feed/rank'
import { DAY, epochMs, HOUR, later } from '@/domain/time'

const now = epochMs(Date.UTC(2026, 10, 22, 2))
const aCandidate = (over: Partial<Candidate> = {}): Candidate => ({
  productId: 'prd_a',
  categoryId: 'cat_fruit',
  buyers: 0,
  createdAt: later(now, -100 * DAY),
  arrivedAt: null,
  isInSeason: false,
  isSoldOut: false,
  ...over,
})

const candidates = fc
  .uniqueArray(
    fc.record({
      productId: fc.stringMatching(/^prd_[a-z0-9]{4}$/),
      categoryId: fc.constantFrom('cat_a', 'cat_b', 'cat_c', 'cat_d'),
      buyers: fc.nat(500),
      createdAt: fc.nat(100 * DAY).map((age) => later(now, -age)),
      arrivedAt: fc.option(fc.nat(2 * DAY).map((age) => later(now, -age))),
      isInSeason: fc.boolean(),
      isSoldOut: fc.boolean(),
    }),
    { selector: (c) => c.productId, maxLength: 60 },
  )
  .map((list) => list as Candidate[])

const neighbours = (categories: readonly string[]): number =>
  categories.filter((c, i) => c === categories[i - 1]).length
const most = (categories: readonly string[]): number =>
  Math.max(0, ...[...new Set(categories)].map((c) => categories.filter((x) => x === c).length))

describe('the order of the feed', () => {
  test('holds every candidate exactly once', () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const ids = rankFeed(list, now).map((r) => r.productId)
        expect([...ids].sort()).toEqual(list.map((c) => c.productId).sort())
      }),
    )
  })

  test('does not depend on the order in which candidates come', () => {
    fc.assert(
      fc.property(
        candidates.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => expect(rankFeed(shuffled, now)).toEqual(rankFeed(list, now)),
      ),
    )
  })

  test('has no neighbours of a category wherever that is possible', () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const shown = rankFeed(
          list.map((c) => ({ ...c, isSoldOut: false })),
          now,
        ).map((r) => r.categoryId)
        if (most(shown) * 2 <= shown.length + 1) expect(neighbours(shown)).toBe(0)
      }),
    )
  })

  test('one category that is nearly everything is spread as far as the others reach', () => {
    const list = Array.from({ length: 9 }, (_, i) =>
      aCandidate({ productId: `prd_${i}`, categoryId: i < 7 ? 'cat_fruit' : 'cat_bread', buyers: i < 7 ? 50 : 0 }),
    )
    const shown = rankFeed(list, now).map((r) => r.categoryId)
    expect(neighbours(shown)).toBe(4)
  })

  test('puts what is sold out behind everything that can be bought', () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const soldOut = new Set(list.filter((c) => c.isSoldOut).map((c) => c.productId))
        const shown = rankFeed(list, now).map((r) => soldOut.has(r.productId))
        expect(shown.indexOf(true) === -1 || !shown.slice(shown.indexOf(true)).includes(false)).toBe(true)
      }),
    )
  })

  test('more buyers never rank lower, all else equal', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        expect(scoreOf(aCandidate({ buyers: more }), now)).toBeGreaterThanOrEqual(
          scoreOf(aCandidate({ buyers: less }), now),
        )
      }),
    )
  })

  test.each<[string, Partial<Candidate>, unknown]>([
    ['fresh goods of today', { arrivedAt: later(now, -HOUR), isInSeason: true }, { code: 'arrived-today' }],
    ['goods of yesterday evening are not of today', { arrivedAt: later(now, -11 * HOUR) }, null],
    ['an arrival still to come is none yet', { arrivedAt: later(now, HOUR) }, null],
    ['the season', { isInSeason: true, buyers: 50 }, { code: 'in-season' }],
    ['five buyers', { buyers: 5 }, { code: 'popular', buyers: 5 }],
    ['four buyers are no crowd', { buyers: 4 }, null],
    ['a new product', { createdAt: later(now, -3 * DAY) }, { code: 'new' }],
    ['an old product nobody bought', {}, null],
  ])('says why: %s', (_, over, reason) => expect(rankFeed([aCandidate(over)], now)[0]?.reason).toEqual(reason))

  test('is quick for a big shop', () => {
    const list = Array.from({ length: 20_000 }, (_, i) =>
      aCandidate({ productId: `prd_${i}`, categoryId: `cat_${i % 60}`, buyers: (i * 7919) % 997 }),
    )
    expect(neighbours(rankFeed(list, now).map((r) => r.categoryId))).toBe(0)
  })
})

describe('a page that leans towards a member', () => {
  const page = fc.uniqueArray(fc.nat(200), { minLength: 1, maxLength: 12 })

  test('shows the same products as the page for everybody', () => {
    fc.assert(
      fc.property(page, fc.func(fc.boolean()), (items, likes) => {
        const shown = leanPage(items, likes).map((l) => l.item)
        expect(new Set(shown)).toEqual(new Set(items))
        expect(shown).toHaveLength(items.length)
      }),
    )
  })

  test('moves a favourite up by three places at most, and at most three of them', () => {
    fc.assert(
      fc.property(page, fc.func(fc.boolean()), (items, likes) => {
        const shown = leanPage(items, likes)
        const leant = shown.flatMap(({ item, isLeant }, place) => (isLeant ? [{ item, place }] : []))
        expect(leant.length).toBeLessThanOrEqual(3)
        for (const { item, place } of leant) expect(items.indexOf(item) - place).toBeLessThanOrEqual(3)
      }),
    )
  })

  test('stays as it is for whoever bought nothing yet', () => {
    expect(leanPage([3, 1, 2], () => false).map((l) => l.item)).toEqual([3, 1, 2])
  })

  test('brings the fifth card to the third place: another card stays between two favourites', () => {
    const likes = (item: string) => item.startsWith('berry')
    expect(leanPage(['milk', 'egg', 'berry-1', 'rice', 'berry-2', 'tea'], likes).map((l) => l.item)).toEqual([
      'berry-1',
      'milk',
      'berry-2',
      'egg',
      'rice',
      'tea',
    ])
  })
})

describe('a cursor of the feed', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.nat(4_000_000_000_000), fc.nat(100_000), (generation, position) => {
        expect(readCursor(cursorText({ generation, position }))).toEqual({ generation, position })
      }),
    )
  })

  test.each(['', '1', '1.', '.1', '-1.2', '1.2.3', '1e3.2', 'x.y', `${'9'.repeat(16)}.1`, '1.9999999'])(
    'is nothing if it reads %j',
    (text) => expect(readCursor(text)).toBeNull(),
  )
})
