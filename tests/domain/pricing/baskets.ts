/** Baskets, promotions and coupons for the tests of the calculation: single ones to tell a story, arbitrary ones for properties. */
import * as fc from 'fast-check'
import type { CouponOffer, HeldCoupon } from '@/domain/coupon/terms'
import type { DeliveryTemplate } from '@/domain/delivery/template'
import type { CategoryId, CouponId, ProductId, PromotionId, SkuId } from '@/domain/ids'
import { fen } from '@/domain/money'
import type { BasketFacts, BasketLine, Choice, Deals } from '@/domain/pricing/basket'
import { bestDeal, type Wish } from '@/domain/pricing/best-deal'
import { quoteBasket } from '@/domain/pricing/quote-basket'
import { discountClasses, priceClasses } from '@/domain/promotion/combine'
import type { LineDeal, LinePromotion, OrderPromotion, Promotion } from '@/domain/promotion/promotion'
import type { Scope } from '@/domain/promotion/scope'
import { DAY, epochMs, HOUR, later } from '@/domain/time'

export const NOW = epochMs(1_763_776_800_000)

export const sku = (n: number): SkuId => `sku_000000000${n}` as SkuId
export const product = (n: number): ProductId => `prd_000000000${n}` as ProductId
export const category = (n: number): CategoryId => `cat_000000000${n}` as CategoryId
export const coupon = (n: number): CouponId => `cpn_00000000${String(n).padStart(2, '0')}` as CouponId
export const promotion = (n: number): PromotionId => `prm_000000000${n}` as PromotionId

const here = { province: '上海市', city: '上海市', district: '徐汇区' }
const courier = (feeFen = 500, freeOverFen: number | null = 5900): DeliveryTemplate & { id: string } => ({
  id: `dlv_${feeFen}`,
  kind: 'local',
  feeFen: fen(feeFen),
  freeOverFen: freeOverFen === null ? null : fen(freeOverFen),
  areas: [],
  within: [],
})
export const delivered = (lines: number, template = courier()) => ({
  kind: 'local' as const,
  region: here,
  templates: Array.from({ length: lines }, () => template),
})

export const aLine = (n: number, priceFen: number, quantity = 1, more: Partial<BasketLine> = {}): BasketLine => ({
  skuId: sku(n),
  productId: product(n),
  categoryIds: [category(n)],
  quantity,
  priceFen: fen(priceFen),
  memberPriceFen: null,
  ...more,
})

const running = { startsAt: later(NOW, -DAY), endsAt: later(NOW, DAY), scope: { kind: 'all' as const } }

export const aLinePromotion = (n: number, deal: LineDeal, more: Partial<LinePromotion> = {}): LinePromotion => ({
  ...running,
  kind: 'line',
  id: promotion(n),
  name: `活动 ${n}`,
  deal,
  pool: 'sku',
  mostTimes: null,
  combines: [],
  ...more,
})

export const anOrderPromotion = (
  n: number,
  tiers: readonly (readonly [over: number, off: number])[],
  more: Partial<OrderPromotion> = {},
): OrderPromotion => ({
  ...running,
  kind: 'order',
  id: promotion(n),
  name: `满减 ${n}`,
  tiers: tiers.map(([over, off]) => ({ overFen: fen(over), offFen: fen(off) })),
  combines: ['line'],
  ...more,
})

export const aCoupon = (
  n: number,
  thresholdFen: number,
  offer: CouponOffer,
  more: Partial<HeldCoupon> = {},
): HeldCoupon => ({
  id: coupon(n),
  name: `券 ${n}`,
  offer,
  thresholdFen: fen(thresholdFen),
  scope: { kind: 'all' },
  combines: ['line', 'order'],
  validFromAt: later(NOW, -DAY),
  expiresAt: later(NOW, DAY),
  ...more,
})

export const off = (offFen: number): CouponOffer => ({ kind: 'amount', offFen: fen(offFen) })
export const percent = (offBp: number, capFen: number): CouponOffer => ({ kind: 'percent', offBp, capFen: fen(capFen) })
export const freeDelivery: CouponOffer = { kind: 'delivery', offFen: null }

export const aBasket = (
  lines: readonly BasketLine[],
  deals: Partial<Deals> = {},
  more: Partial<BasketFacts> = {},
): BasketFacts => ({
  lines,
  level: 'ordinary',
  delivery: { kind: 'pickup' },
  deals: { now: NOW, ...deals },
  ...more,
})

export const quoted = (facts: BasketFacts, choice?: Choice) => {
  const result = quoteBasket(facts, choice)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

export const best = (facts: BasketFacts, wish?: Wish) => {
  const result = bestDeal(facts, wish)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

// ── arbitrary ones ───────────────────────────────────────────────────────────────────────────────────────────────

const money = (max: number) => fc.integer({ min: 1, max }).map(fen)

const scopes: fc.Arbitrary<Scope> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ kind: 'all' } as const) },
  fc.subarray([0, 1, 2, 3], { minLength: 1 }).map((ns) => ({ kind: 'products', ids: ns.map(product) }) as const),
  fc.subarray([0, 1, 2], { minLength: 1 }).map((ns) => ({ kind: 'categories', ids: ns.map(category) }) as const),
)

const lines: fc.Arbitrary<BasketLine[]> = fc
  .array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 6 }),
      priceFen: fc.oneof(money(20_000), money(30)),
      memberPriceFen: fc.option(money(20_000), { nil: null }),
      categoryIds: fc.integer({ min: 0, max: 2 }).map((n) => [category(n)]),
      specialBp: fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: null, freq: 3 }),
      rule: fc.constantFrom(...priceClasses),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((drawn) =>
    drawn.map(({ specialBp, rule, ...line }, n) => {
      const priceFen = fen(Math.max(1, Math.floor((line.priceFen * (specialBp ?? 0)) / 10_000)))
      const special = specialBp === null ? {} : { special: { rule, priceFen } }
      return { ...line, skuId: sku(n), productId: product(n), ...special }
    }),
  )

const dealOf: fc.Arbitrary<LineDeal> = fc.oneof(
  fc
    .record({ pieces: fc.integer({ min: 2, max: 4 }), free: fc.integer({ min: 1, max: 3 }) })
    .filter(({ pieces, free }) => free < pieces)
    .map((deal) => ({ kind: 'buy-n', ...deal }) as const),
  fc
    .record({ nth: fc.integer({ min: 2, max: 3 }), offBp: fc.integer({ min: 1, max: 10_000 }) })
    .map((deal) => ({ kind: 'nth', ...deal }) as const),
  fc
    .array(fc.record({ pieces: fc.integer({ min: 1, max: 5 }), offBp: fc.integer({ min: 1, max: 9_999 }) }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((tiers) => ({ kind: 'ladder', tiers }) as const),
)

const promotions: fc.Arbitrary<Promotion[]> = fc
  .array(
    fc.oneof(
      fc.record({
        deal: dealOf,
        scope: scopes,
        pool: fc.constantFrom('sku' as const, 'together' as const),
        mostTimes: fc.option(fc.integer({ min: 1, max: 2 }), { nil: null }),
        combines: fc.subarray([...priceClasses]),
      }),
      fc.record({
        tiers: fc.array(fc.record({ overFen: money(30_000), offFen: money(9_000) }), { minLength: 1, maxLength: 3 }),
        scope: scopes,
        combines: fc.subarray([...priceClasses, 'line' as const]),
      }),
    ),
    { maxLength: 4 },
  )
  .map((drawn) =>
    drawn.map((each, n) =>
      'deal' in each ? aLinePromotion(n, each.deal, each) : { ...anOrderPromotion(n, []), ...each },
    ),
  )

const offers: fc.Arbitrary<CouponOffer> = fc.oneof(
  money(5_000).map((offFen) => ({ kind: 'amount', offFen }) as const),
  fc
    .record({ offBp: fc.integer({ min: 1, max: 9_999 }), capFen: money(5_000) })
    .map((o) => ({ kind: 'percent', ...o }) as const),
  fc.option(money(900), { nil: null }).map((offFen) => ({ kind: 'delivery', offFen }) as const),
)

export const couponsUpTo = (most: number): fc.Arbitrary<HeldCoupon[]> =>
  fc
    .array(
      fc.record({
        offer: offers,
        scope: scopes,
        thresholdFen: fc.integer({ min: 0, max: 30_000 }).map(fen),
        combines: fc.oneof(fc.constant([...discountClasses]), fc.subarray([...discountClasses])),
        validFromAt: fc.constantFrom(later(NOW, -DAY), NOW, later(NOW, HOUR)),
        expiresAt: fc.constantFrom(NOW, later(NOW, HOUR), later(NOW, DAY), later(NOW, 9 * DAY)),
      }),
      { maxLength: most },
    )
    .map((drawn) => drawn.map((each, n) => ({ ...each, id: coupon(n), name: `券 ${n}` })))

export const baskets = (mostCoupons = 8): fc.Arbitrary<BasketFacts> =>
  fc
    .record({
      lines,
      promotions,
      coupons: couponsUpTo(mostCoupons),
      level: fc.constantFrom('ordinary' as const, 'member' as const),
      way: fc.constantFrom('pickup', 'one', 'each'),
      points: fc.option(fc.record({ balance: fc.integer({ min: -50, max: 9_000 }), use: fc.boolean() }), {
        nil: undefined,
      }),
    })
    .map(({ way, lines: some, level, ...deals }) => ({
      lines: some,
      level,
      deals: { now: NOW, ...deals },
      delivery:
        way === 'pickup'
          ? { kind: 'pickup' }
          : {
              kind: 'local',
              region: here,
              templates: some.map((_, n) => (way === 'one' ? DEAR : (TWO[n % 2] ?? DEAR))),
            },
    }))

const DEAR = courier(800, 6_000)
const TWO = [courier(500, 3_000), courier(300, null)]
