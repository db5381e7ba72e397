import * as fc from 'fast-check'
import { addFen, fen, timesFen } from '@/domain/money'
import type { SkuId } from '@/domain/ids'
import { changePrice } from '@/domain/pricing/change-price'
import type { BasketFacts } from '@/domain/pricing/basket'
import { quoteBasket } from '@/domain/pricing/quote-basket'
import { allThatIsLeft, refundAmount, refundLine } from '@/domain/pricing/refund-amount'
import type { DeliveryTemplate } from '@/domain/delivery/template'

const local: DeliveryTemplate = {
  kind: 'local',
  feeFen: fen(500),
  freeOverFen: fen(5900),
  areas: [],
  within: ['徐汇区'],
}
const express: DeliveryTemplate = {
  kind: 'express',
  feeFen: fen(1200),
  freeOverFen: fen(9900),
  areas: [
    { names: ['新疆维吾尔自治区'], feeFen: fen(3000), freeOverFen: null },
    { names: ['香港特别行政区'], feeFen: null, freeOverFen: null },
  ],
  within: [],
}
const here = { province: '上海市', city: '上海市', district: '徐汇区' }
const sku = (n: number): SkuId => `sku_000000000${n}` as SkuId

const basket = (over: Partial<BasketFacts> = {}): BasketFacts => ({
  lines: [
    { skuId: sku(1), quantity: 2, priceFen: fen(3680), memberPriceFen: fen(3490) },
    { skuId: sku(2), quantity: 1, priceFen: fen(1980), memberPriceFen: null },
  ],
  level: 'member',
  delivery: { kind: 'pickup' },
  ...over,
})

const quoted = (facts: BasketFacts) => {
  const result = quoteBasket(facts)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

test('a member pays the member price where it is lower, and the quote says so', () => {
  const quote = quoted(basket())
  expect(quote.totalFen).toBe(2 * 3490 + 1980)
  expect(quote.savedFen).toBe(380)
  expect(quote.steps).toEqual([
    { kind: 'goods', amountFen: 9340, pieces: 3 },
    { kind: 'member-price', amountFen: -380, pieces: 2 },
    { kind: 'delivery', amountFen: 0, rule: 'pickup', thresholdFen: null, missingFen: null },
  ])
})

test('a member price above the sale price is not used', () => {
  const quote = quoted(
    basket({ lines: [{ skuId: sku(1), quantity: 1, priceFen: fen(100), memberPriceFen: fen(120) }] }),
  )
  expect(quote.totalFen).toBe(100)
})

test('the delivery fee says what is missing to free delivery', () => {
  const lines = [{ skuId: sku(1), quantity: 1, priceFen: fen(5580), memberPriceFen: null }]
  const quote = quoted(basket({ lines, delivery: { kind: 'local', region: here, templates: [local] } }))
  expect(quote.deliveryFen).toBe(500)
  expect(quote.steps.at(-1)).toMatchObject({ rule: 'template', thresholdFen: 5900, missingFen: 320 })
})

test('free over the threshold is tested on what the goods cost after discounts', () => {
  const lines = [{ skuId: sku(1), quantity: 1, priceFen: fen(5950), memberPriceFen: fen(5850) }]
  const at = (level: 'ordinary' | 'member') =>
    quoted(basket({ lines, level, delivery: { kind: 'local', region: here, templates: [local] } })).deliveryFen
  expect(at('ordinary')).toBe(0)
  expect(at('member')).toBe(500)
})

test.each([
  ['outside the courier’s districts', local, { ...here, district: '崇明区' }],
  ['where express does not go', express, { province: '香港特别行政区', city: '香港', district: '中西区' }],
])('%s the basket is refused', (_name, template, region) => {
  const result = quoteBasket(basket({ delivery: { kind: template.kind, region, templates: [template, template] } }))
  expect(result).toEqual({ ok: false, refusal: { code: 'delivery.out-of-area' } })
})

test('a far province has its own fee and no free threshold', () => {
  const region = { province: '新疆维吾尔自治区', city: '乌鲁木齐市', district: '天山区' }
  expect(quoted(basket({ delivery: { kind: 'express', region, templates: [express, express] } })).deliveryFen).toBe(
    3000,
  )
})

const lineArb = fc.record({
  quantity: fc.integer({ min: 1, max: 99 }),
  price: fc.integer({ min: 1, max: 1_000_000 }),
  member: fc.option(fc.integer({ min: 1, max: 1_000_000 }), { nil: null }),
})
const factsArb = fc
  .tuple(
    fc.array(lineArb, { minLength: 1, maxLength: 20 }),
    fc.constantFrom('ordinary' as const, 'member' as const),
    fc.boolean(),
  )
  .map(([lines, level, isLocal]): BasketFacts => ({
    lines: lines.map((l, i) => ({
      skuId: sku(i),
      quantity: l.quantity,
      priceFen: fen(l.price),
      memberPriceFen: l.member === null ? null : fen(l.member),
    })),
    level,
    delivery: isLocal ? { kind: 'local', region: here, templates: lines.map(() => local) } : { kind: 'pickup' },
  }))

test('every quote adds up: lines to goods, goods and delivery to a total above zero, steps to the total', () => {
  fc.assert(
    fc.property(factsArb, (facts) => {
      const quote = quoted(facts)
      expect(quote.totalFen).toBeGreaterThan(0)
      expect(addFen(...quote.lines.map((l) => l.paidFen))).toBe(quote.goodsFen)
      expect(addFen(...quote.steps.map((s) => s.amountFen))).toBe(quote.totalFen)
      for (const l of quote.lines) expect(l.paidFen + l.discountFen).toBe(timesFen(l.originalUnitFen, l.quantity))
    }),
  )
})

test('a price change adds up and leaves no line below zero', () => {
  fc.assert(
    fc.property(factsArb, fc.nat(), (facts, salt) => {
      const quote = quoted(facts)
      if (quote.totalFen === 1) return
      const target = fen(1 + (salt % (quote.totalFen - 1)))
      const changed = changePrice(quote, target)
      if (!changed.ok) throw new Error('refused')
      expect(addFen(...changed.value.lines.map((l) => l.paidFen), changed.value.deliveryFen)).toBe(target)
      for (const l of changed.value.lines) expect(l.paidFen).toBeGreaterThanOrEqual(0)
      expect(changed.value.deliveryFen).toBeGreaterThanOrEqual(0)
      expect(addFen(...changed.value.steps.map((s) => s.amountFen))).toBe(target)
    }),
  )
})

test('a price change upwards or to the same price is refused', () => {
  const quote = quoted(basket())
  expect(changePrice(quote, quote.totalFen)).toEqual({ ok: false, refusal: { code: 'price.not-lower' } })
})

test('refunds of all units, in any cuts, give back exactly what the line paid', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.array(fc.integer({ min: 1, max: 20 })),
      (quantity, paid, cuts) => {
        let refunded = 0
        let back = 0
        for (const cut of [...cuts, quantity]) {
          const take = Math.min(cut, quantity - refunded)
          back += refundLine({ id: 'a', quantity, paidFen: fen(paid), refundedQuantity: refunded }, take)
          refunded += take
        }
        expect(back).toBe(paid)
      },
    ),
  )
})

test('more units than are left are refused with what is left', () => {
  const lines = [{ id: 'oln_a', quantity: 3, paidFen: fen(1000), refundedQuantity: 2 }]
  expect(
    refundAmount(lines, [
      { lineId: 'oln_a', quantity: 1 },
      { lineId: 'oln_a', quantity: 1 },
    ]),
  ).toEqual({
    ok: false,
    refusal: { code: 'refund.quantity', lineId: 'oln_a', left: 1 },
  })
  expect(allThatIsLeft(lines)).toEqual([{ lineId: 'oln_a', quantity: 1 }])
})
