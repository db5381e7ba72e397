/** The six steps on baskets one can check by head. The first is the one drawn in the design. */
import { fen } from '@/domain/money'
import { addOnFor } from '@/domain/pricing/add-on'
import { changePrice } from '@/domain/pricing/change-price'
import { discountsOf } from '@/domain/pricing/line-discounts'
import { DAY, later } from '@/domain/time'
import {
  aBasket,
  aCoupon,
  aLine,
  aLinePromotion,
  anOrderPromotion,
  best,
  category,
  coupon,
  delivered,
  freeDelivery,
  NOW,
  off,
  percent,
  product,
  promotion,
  quoted,
  sku,
} from './baskets'

const secondHalf = aLinePromotion(
  1,
  { kind: 'nth', nth: 2, offBp: 5_000 },
  { scope: { kind: 'products', ids: [product(3)] } },
)
const over99 = anOrderPromotion(2, [
  [9_900, 1_000],
  [19_900, 3_000],
])
const fruit = aCoupon(1, 5_900, off(800), { scope: { kind: 'categories', ids: [category(1)] } })
const everything = aCoupon(2, 10_800, off(1_200))
const drawn = aBasket(
  [aLine(1, 3_680, 2, { memberPriceFen: fen(3_490) }), aLine(2, 1_980), aLine(3, 1_680, 2)],
  { promotions: [secondHalf, over99], coupons: [fruit, everything], points: { balance: 280, use: true } },
  { level: 'member' },
)

test('the checkout of the design: every saving in its step, ¥127.00 down to ¥94.00', () => {
  const { quote, choice } = best(drawn)
  expect(choice).toEqual({ couponId: coupon(1), deliveryCouponId: null })
  expect(quote).toMatchObject({ originalFen: 12_700, totalFen: 9_400, savedFen: 3_300 })
  expect(quote.steps).toEqual([
    { kind: 'goods', amountFen: 12_700, pieces: 5 },
    { kind: 'member-price', amountFen: -380, pieces: 2 },
    {
      kind: 'line-promotion',
      id: promotion(1),
      name: '活动 1',
      amountFen: -840,
      deal: { kind: 'nth', nth: 2, offBp: 5_000 },
      pieces: 1,
      skuIds: [sku(3)],
    },
    {
      kind: 'order-promotion',
      id: promotion(2),
      name: '满减 2',
      amountFen: -1_000,
      overFen: 9_900,
      baseFen: 11_480,
      next: { overFen: 19_900, offFen: 3_000, missingFen: 8_420 },
    },
    {
      kind: 'coupon',
      id: coupon(1),
      name: '券 1',
      amountFen: -800,
      offer: off(800),
      thresholdFen: 5_900,
      baseFen: 6_372,
      expiresAt: later(NOW, DAY),
    },
    { kind: 'points', amountFen: -280, points: 280 },
    { kind: 'delivery', amountFen: 0, rule: 'pickup', thresholdFen: null, missingFen: null },
  ])
  expect(quote.unused).toEqual([
    {
      kind: 'coupon',
      id: coupon(2),
      name: '券 2',
      why: { code: 'below-threshold', thresholdFen: 10_800, baseFen: 10_480, missingFen: 320 },
    },
  ])
})

test('one more box of broccoli reaches the big coupon, and says that it costs ¥2.90 more', () => {
  const broccoli = aLine(4, 690)
  const dearer = aLine(5, 990)
  expect(addOnFor(drawn, coupon(2), [{ line: dearer }, { line: broccoli }])).toEqual({
    line: broccoli,
    totalFen: 9_690,
    moreFen: 290,
  })
  expect(addOnFor(drawn, coupon(2), [{ line: aLine(4, 100) }])).toBeNull()
})

test('each line says which rule took what off it', () => {
  const { quote } = best(drawn)
  expect(quote.lines.map(discountsOf)).toEqual([
    [
      { by: 'member-price', amountFen: 380 },
      { by: 'order', id: promotion(2), amountFen: 608 },
      { by: 'coupon', id: coupon(1), amountFen: 800 },
      { by: 'points', amountFen: 161 },
    ],
    [
      { by: 'order', id: promotion(2), amountFen: 172 },
      { by: 'points', amountFen: 52 },
    ],
    [
      { by: 'line', id: promotion(1), amountFen: 840 },
      { by: 'order', id: promotion(2), amountFen: 220 },
      { by: 'points', amountFen: 67 },
    ],
  ])
})

describe('line promotions', () => {
  const paid = (facts: Parameters<typeof quoted>[0]) => quoted(facts).lines.map((l) => l.paidFen)

  test('buy three, the cheapest is free, and what it saves lies on all three', () => {
    const promotions = [aLinePromotion(1, { kind: 'buy-n', pieces: 3, free: 1 }, { pool: 'together' })]
    expect(paid(aBasket([aLine(1, 1_000, 2), aLine(2, 500)], { promotions }))).toEqual([1_600, 400])
  })

  test('pieces of one SKU count by themselves unless the pool is together', () => {
    const lines = [aLine(1, 1_000, 2), aLine(2, 500)]
    const quote = quoted(aBasket(lines, { promotions: [aLinePromotion(1, { kind: 'buy-n', pieces: 3, free: 1 })] }))
    expect(quote.totalFen).toBe(2_500)
    expect(quote.unused).toMatchObject([{ kind: 'line-promotion', why: { code: 'too-few', pieces: 2, missing: 1 } }])
  })

  test('a ladder gives its best tier on all pieces, and a deal is given as often as allowed', () => {
    const ladder = {
      kind: 'ladder',
      tiers: [
        { pieces: 2, offBp: 1_000 },
        { pieces: 3, offBp: 2_000 },
      ],
    } as const
    expect(paid(aBasket([aLine(1, 999, 3)], { promotions: [aLinePromotion(1, ladder)] }))).toEqual([2_398])
    const half = aLinePromotion(1, { kind: 'nth', nth: 2, offBp: 5_000 }, { mostTimes: 1 })
    expect(paid(aBasket([aLine(1, 1_000, 6)], { promotions: [half] }))).toEqual([5_500])
  })

  test('a line that got something is left alone by the next, which says so', () => {
    const half = { kind: 'nth', nth: 2, offBp: 5_000 } as const
    const quote = quoted(
      aBasket([aLine(1, 1_000, 2)], { promotions: [aLinePromotion(1, half), aLinePromotion(2, half)] }),
    )
    expect(quote.totalFen).toBe(1_500)
    expect(quote.unused).toMatchObject([{ id: promotion(2), why: { code: 'after-another', id: promotion(1) } }])
  })

  test('on flash goods only a promotion that names them', () => {
    const lines = [aLine(1, 1_000, 2, { special: { rule: 'flash', priceFen: fen(600) } })]
    const half = { kind: 'nth', nth: 2, offBp: 5_000 } as const
    const apart = quoted(aBasket(lines, { promotions: [aLinePromotion(1, half)] }))
    expect(apart.totalFen).toBe(1_200)
    expect(apart.unused).toMatchObject([{ why: { code: 'not-together', with: ['flash'] } }])
    expect(quoted(aBasket(lines, { promotions: [aLinePromotion(1, half, { combines: ['flash'] })] })).totalFen).toBe(
      900,
    )
  })

  test('one that is over, and one for other goods, is not mentioned', () => {
    const half = { kind: 'nth', nth: 2, offBp: 5_000 } as const
    const promotions = [
      aLinePromotion(1, half, { endsAt: NOW }),
      aLinePromotion(2, half, { scope: { kind: 'products', ids: [product(9)] } }),
    ]
    const quote = quoted(aBasket([aLine(1, 1_000, 2)], { promotions }))
    expect(quote).toMatchObject({ totalFen: 2_000 })
    expect(quote.unused).toBeUndefined()
  })
})

describe('order promotions', () => {
  test('the first that matches counts with its best tier; the others say why not', () => {
    const promotions = [
      anOrderPromotion(1, [[50_000, 9_000]]),
      anOrderPromotion(2, [
        [5_000, 500],
        [10_000, 1_500],
      ]),
      anOrderPromotion(3, [[1_000, 2_000]]),
    ]
    const quote = quoted(aBasket([aLine(1, 12_000)], { promotions }))
    expect(quote.totalFen).toBe(10_500)
    expect(quote.unused).toEqual([
      {
        kind: 'order-promotion',
        id: promotion(1),
        name: '满减 1',
        why: { code: 'below-threshold', thresholdFen: 50_000, baseFen: 12_000, missingFen: 38_000 },
      },
      { kind: 'order-promotion', id: promotion(3), name: '满减 3', why: { code: 'after-another', id: promotion(2) } },
    ])
  })

  test('goods it may not lie on neither get nor count', () => {
    const lines = [aLine(1, 6_000, 1, { special: { rule: 'group', priceFen: fen(5_000) } }), aLine(2, 4_000)]
    const quote = quoted(aBasket(lines, { promotions: [anOrderPromotion(1, [[5_000, 500]])] }))
    expect(quote.totalFen).toBe(9_000)
    expect(quote.unused).toMatchObject([
      { why: { code: 'below-threshold', baseFen: 4_000, missingFen: 1_000, passedFen: 5_000 } },
    ])
  })
})

describe('coupons', () => {
  const flash = aLine(1, 6_000, 1, { special: { rule: 'flash', priceFen: fen(5_000) } })

  test('a percentage stops at its cap', () => {
    expect(best(aBasket([aLine(1, 10_000)], { coupons: [aCoupon(1, 0, percent(2_000, 1_500))] })).quote.totalFen).toBe(
      8_500,
    )
    expect(best(aBasket([aLine(1, 5_000)], { coupons: [aCoupon(1, 0, percent(2_000, 1_500))] })).quote.totalFen).toBe(
      4_000,
    )
  })

  test('flash and group prices take no coupon unless it says so', () => {
    const { quote, options } = best(aBasket([flash], { coupons: [aCoupon(1, 0, off(500))] }))
    expect(quote.totalFen).toBe(5_000)
    expect(options).toMatchObject([{ isUsable: false, why: { code: 'not-together', with: ['flash'] } }])
    const named = aCoupon(1, 0, off(500), { combines: ['flash'] })
    expect(best(aBasket([flash], { coupons: [named] })).quote.totalFen).toBe(4_500)
  })

  test('a coupon that names nothing takes the place of 满减, and is only chosen where it gives more', () => {
    const promotions = [anOrderPromotion(1, [[5_000, 1_000]])]
    const alone = (offFen: number) => aCoupon(1, 0, off(offFen), { combines: [] })
    expect(best(aBasket([aLine(1, 8_000)], { promotions, coupons: [alone(900)] })).quote.totalFen).toBe(7_000)
    const { quote } = best(aBasket([aLine(1, 8_000)], { promotions, coupons: [alone(1_200)] }))
    expect(quote.totalFen).toBe(6_800)
    expect(quote.unused).toEqual([
      {
        kind: 'order-promotion',
        id: promotion(1),
        name: '满减 1',
        why: { code: 'gave-way', to: coupon(1), offFen: 1_000 },
      },
    ])
  })

  test('where they lie on different goods, both stand', () => {
    const promotions = [anOrderPromotion(1, [[3_000, 500]], { scope: { kind: 'categories', ids: [category(1)] } })]
    const bread = aCoupon(1, 0, off(300), { combines: [], scope: { kind: 'categories', ids: [category(2)] } })
    expect(best(aBasket([aLine(1, 4_000), aLine(2, 2_000)], { promotions, coupons: [bread] })).quote.totalFen).toBe(
      5_200,
    )
  })

  test('one goods coupon and one delivery coupon go together', () => {
    const coupons = [aCoupon(1, 0, off(300)), aCoupon(2, 0, off(200)), aCoupon(3, 2_000, freeDelivery)]
    const { quote, choice } = best(aBasket([aLine(1, 3_000)], { coupons }, { delivery: delivered(1) }))
    expect(choice).toEqual({ couponId: coupon(1), deliveryCouponId: coupon(3) })
    expect(quote).toMatchObject({ goodsFen: 2_700, deliveryFen: 0, totalFen: 2_700, savedFen: 800 })
    expect(quote.steps.slice(-2)).toMatchObject([
      { kind: 'delivery', amountFen: 500 },
      { kind: 'delivery-coupon', amountFen: -500 },
    ])
  })

  test('a delivery coupon is no use where delivery is free', () => {
    const { options } = best(
      aBasket([aLine(1, 9_000)], { coupons: [aCoupon(1, 0, freeDelivery)] }, { delivery: delivered(1) }),
    )
    expect(options).toMatchObject([{ isUsable: false, why: { code: 'no-fee' } }])
  })

  test('a coupon that would cost free delivery is left in the wallet', () => {
    const facts = aBasket([aLine(1, 6_000)], { coupons: [aCoupon(1, 0, off(200))] }, { delivery: delivered(1) })
    expect(best(facts).quote).toMatchObject({
      totalFen: 6_000,
      unused: [{ why: { code: 'not-chosen', totalFen: 6_300 } }],
    })
    expect(best(facts, { couponId: coupon(1) }).quote.totalFen).toBe(6_300)
  })

  test('the same total: the coupon that expires first, and none where none is needed', () => {
    const later9 = { expiresAt: later(NOW, 9 * DAY) }
    const coupons = [aCoupon(1, 0, off(500), later9), aCoupon(2, 0, off(500)), aCoupon(3, 0, off(500), later9)]
    expect(best(aBasket([aLine(1, 3_000)], { coupons })).choice.couponId).toBe(coupon(2))
    expect(best(aBasket([aLine(1, 1)], { coupons })).choice.couponId).toBeNull()
  })

  test('a coupon above the price leaves one fen to pay', () => {
    expect(best(aBasket([aLine(1, 300)], { coupons: [aCoupon(1, 0, off(800))] })).quote.totalFen).toBe(1)
  })

  test('a chosen coupon that can no longer be used is left out and says why', () => {
    const facts = aBasket([aLine(1, 3_000)], {
      coupons: [aCoupon(1, 4_000, off(500)), aCoupon(2, 0, off(1), { expiresAt: NOW })],
    })
    const quote = quoted(facts, { couponId: coupon(1), deliveryCouponId: null })
    expect(quote).toMatchObject({ totalFen: 3_000, unused: [{ id: coupon(1), why: { missingFen: 1_000 } }] })
    expect(best(facts).options).toMatchObject([{ id: coupon(1) }, { id: coupon(2), why: { code: 'expired' } }])
  })
})

describe('points', () => {
  test('at most a fifth of what is left, and never a fen of the free delivery', () => {
    const facts = aBasket([aLine(1, 6_000)], { points: { balance: 9_999, use: true } }, { delivery: delivered(1) })
    expect(quoted(facts)).toMatchObject({ totalFen: 4_800, deliveryFen: 0 })
  })

  test('left switched off they say what they could do; a debt can’t be spent', () => {
    const unused = (balance: number) => quoted(aBasket([aLine(1, 1_000)], { points: { balance, use: false } })).unused
    expect(unused(150)).toEqual([{ kind: 'points', why: { code: 'switched-off', points: 150, offFen: 150 } }])
    expect(unused(-3)).toBeUndefined()
  })

  test('the store may allow less than a fifth, not more', () => {
    const pay = (mostShareBp: number) =>
      quoted(aBasket([aLine(1, 1_000)], { points: { balance: 999, use: true, mostShareBp } })).totalFen
    expect([pay(1_000), pay(9_000)]).toEqual([900, 800])
  })
})

test('a quote stored before there were deals is read as one with member price and price change', () => {
  const stored = {
    skuId: sku(1),
    quantity: 2,
    originalUnitFen: fen(1_000),
    unitPriceFen: fen(900),
    unitPriceRule: 'member',
    discountFen: fen(250),
    paidFen: fen(1_750),
  } as const
  expect(discountsOf(stored)).toEqual([
    { by: 'member-price', amountFen: 200 },
    { by: 'price-change', amountFen: 50 },
  ])
})

test('a price change is one more part of the line', () => {
  const changed = changePrice(best(drawn).quote, fen(9_000))
  expect(changed.ok && changed.value.lines[0]?.parts?.at(-1)).toEqual({ by: 'price-change', amountFen: 230 })
})
