import * as fc from 'fast-check'
import { fen } from '@/domain/money'
import type { BasketFacts, Deals } from '@/domain/pricing/basket'
import type { Draft, PastOrder } from '@/domain/promotion/replay'
import { MARGIN_ENDS, tryDraft } from '@/domain/promotion/sandbox'
import {
  aBasket,
  aCoupon,
  aLine,
  aLinePromotion,
  anOrderPromotion,
  baskets,
  best,
  category,
  delivered,
  freeDelivery,
  off,
  percent,
} from './pricing/baskets'

/** An order as it was placed under `deals`, every piece bought by the store at `costBp` of its label price. */
const placed = (id: string, facts: BasketFacts, costBp: number | null = 7_500): PastOrder => {
  const { quote } = best(facts)
  return {
    id,
    deliveryFen: quote.deliveryFen,
    lines: quote.lines.map((line, at) => ({
      ...line,
      productId: facts.lines[at]?.productId,
      categoryIds: facts.lines[at]?.categoryIds,
      costFen: costBp === null ? null : fen(Math.floor((line.originalUnitFen * costBp) / 10_000)),
    })),
  }
}
const bought = (id: string, priceFen: number, deals: Partial<Deals> = {}, costBp?: number | null) =>
  placed(id, aBasket([aLine(1, priceFen)], deals), costBp)
const coupon = (thresholdFen: number, offFen: number, more: object = {}): Draft => ({
  kind: 'coupon',
  terms: aCoupon(99, thresholdFen, off(offFen), more),
})

test('a coupon over last week: who would have used it, what it costs, what is left of the margin', () => {
  const week = [bought('a', 4_000), bought('b', 5_000), bought('c', 10_000), bought('d', 6_000, {}, null)]
  const trial = tryDraft(week, coupon(4_900, 800))
  expect(trial).toMatchObject({
    orders: 4,
    affected: 3,
    offFen: 2_400,
    mostOffFen: 800,
    mostOffBp: 1_600,
    withoutCost: 1,
    marginBp: { before: 2_500, after: 1_604 },
    losses: { orders: 0, isNew: 0, sumFen: 0, worst: [] },
    meetings: [],
    saferThreshold: null,
  })
  expect(trial.buckets).toEqual({ before: [0, 0, 0, 0, 0, 2, 0], after: [0, 0, 1, 1, 0, 0, 0] })
  expect(trial.buckets.before).toHaveLength(MARGIN_ENDS.length + 1)
})

test('orders that turn into a loss are named, and a threshold that spares them is offered', () => {
  const week = [
    bought('thin', 4_950, {}, 8_500),
    bought('thinner', 5_230, {}, 9_000),
    bought('good', 9_000),
    bought('lossy', 5_000, {}, 11_000),
  ]
  const trial = tryDraft(week, coupon(4_900, 800))
  expect(trial.losses).toEqual({
    orders: 3,
    isNew: 2,
    sumFen: -(1_300 + 277 + 57),
    worst: [
      { orderId: 'lossy', baseFen: 5_000, marginFen: -1_300 },
      { orderId: 'thinner', baseFen: 5_230, marginFen: -277 },
      { orderId: 'thin', baseFen: 4_950, marginFen: -57 },
    ],
  })
  expect(trial.saferThreshold).toMatchObject({ thresholdFen: 5_300, affected: 1, offFen: 800 })
  expect(tryDraft(week, coupon(5_300, 800)).losses.isNew).toBe(0)
})

test('a coupon beside one that was used costs only what it gives more, and nothing where it gives less', () => {
  const used = bought('a', 10_000, { coupons: [aCoupon(1, 0, off(500))] })
  expect(tryDraft([used], coupon(0, 800))).toMatchObject({ affected: 1, offFen: 300 })
  expect(tryDraft([used], coupon(0, 400))).toMatchObject({ affected: 0 })
})

test('one that takes the place of 满减 costs the difference', () => {
  const order = bought('a', 10_000, { promotions: [anOrderPromotion(1, [[5_000, 1_000]])] })
  expect(tryDraft([order], coupon(0, 1_500, { combines: [] }))).toMatchObject({ offFen: 500 })
  expect(tryDraft([order], coupon(0, 900, { combines: [] }))).toMatchObject({ affected: 0 })
})

test('a second 满减, and a line promotion on a line that has one, change nothing', () => {
  const order = bought('a', 10_000, { promotions: [anOrderPromotion(1, [[5_000, 1_000]])] })
  const more: Draft = { kind: 'promotion', promotion: anOrderPromotion(9, [[1_000, 900]]) }
  expect(tryDraft([order, bought('b', 10_000)], more)).toMatchObject({ affected: 1, offFen: 900 })
  const half = { kind: 'nth', nth: 2, offBp: 5_000 } as const
  const pair = (deals: Partial<Deals>) => placed('p', aBasket([aLine(1, 1_000, 2)], deals))
  const draft: Draft = { kind: 'promotion', promotion: aLinePromotion(9, half) }
  expect(tryDraft([pair({ promotions: [aLinePromotion(1, half)] }), pair({})], draft)).toMatchObject({
    affected: 1,
    offFen: 500,
  })
})

test('a delivery coupon costs the fee that was paid', () => {
  const order = placed('a', aBasket([aLine(1, 2_000)], {}, { delivery: delivered(1) }))
  expect(tryDraft([order], { kind: 'coupon', terms: aCoupon(9, 0, freeDelivery) })).toMatchObject({
    offFen: 500,
    mostOffFen: 500,
  })
})

test('discounts that pile up are named, the deepest first', () => {
  const fruit = aLine(1, 10_000, 1, { memberPriceFen: fen(8_000), categoryIds: [category(1)] })
  const piled = placed(
    'piled',
    aBasket(
      [fruit],
      { promotions: [anOrderPromotion(1, [[5_000, 1_000]])], points: { balance: 9_999, use: true } },
      { level: 'member' },
    ),
  )
  const trial = tryDraft([piled, bought('plain', 10_000)], {
    kind: 'coupon',
    terms: aCoupon(9, 0, percent(2_000, 5_000)),
  })
  expect(trial.meetings).toEqual([
    { with: ['member-price', 'order', 'points'], orders: 1, deepestBp: 5_800, deepestOrderId: 'piled', isDeep: true },
  ])
})

const drafts: fc.Arbitrary<Draft> = fc.oneof(
  fc
    .record({ over: fc.nat(20_000), less: fc.integer({ min: 1, max: 6_000 }) })
    .map(({ over, less }) => coupon(over, less)),
  fc
    .record({ over: fc.integer({ min: 1, max: 20_000 }), less: fc.integer({ min: 1, max: 6_000 }) })
    .map(({ over, less }): Draft => ({ kind: 'promotion', promotion: anOrderPromotion(9, [[over, less]]) })),
  fc
    .integer({ min: 100, max: 10_000 })
    .map((offBp): Draft => ({ kind: 'promotion', promotion: aLinePromotion(9, { kind: 'nth', nth: 2, offBp }) })),
)

test('for any week and draft: the buckets hold every order once, nobody pays less than a fen, the safer threshold turns no order into a loss', () => {
  fc.assert(
    fc.property(
      fc.array(baskets(3), { maxLength: 6 }),
      drafts,
      fc.integer({ min: 3_000, max: 11_000 }),
      (week, draft, costBp) => {
        const orders = week.map((facts, n) => placed(String(n), facts, costBp))
        const trial = tryDraft(orders, draft)
        const inBuckets = (counts: readonly number[]) => counts.reduce((n, each) => n + each, 0)
        expect(inBuckets(trial.buckets.before)).toBe(trial.affected)
        expect(inBuckets(trial.buckets.after)).toBe(trial.affected)
        expect(trial.mostOffBp).toBeLessThan(10_000)
        expect(trial.affected).toBeLessThanOrEqual(orders.length)
        if (!trial.saferThreshold) return
        expect(trial.saferThreshold.affected).toBeLessThan(trial.affected)
        if (draft.kind !== 'coupon') return
        const safer = { ...draft, terms: { ...draft.terms, thresholdFen: trial.saferThreshold.thresholdFen } }
        expect(tryDraft(orders, safer).losses.isNew).toBe(0)
      },
    ),
    { numRuns: 150 },
  )
})
