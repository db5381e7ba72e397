import * as fc from 'fast-check'
import { fen, rateOfFen, splitFen, yuanText } from '@/domain/money'

describe('splitFen', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [1, [1, 2, 3], [0, 0, 1]],
    [5, [0, 0], [3, 2]],
    [0, [], []],
    [1000, [3680, 1980, 3360], [408, 220, 372]],
  ])('%i over %j is %j', (total, weights, parts) => {
    expect(splitFen(fen(total), weights)).toEqual(parts)
  })

  test('the parts always sum to the whole, and nobody is a fen further from their share than one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 50 }),
        (total, weights) => {
          const parts = splitFen(fen(total), weights)
          expect(parts.reduce((a, b) => a + b, 0)).toBe(total)
          const sum = weights.reduce((a, b) => a + b, 0)
          if (sum > 0)
            parts.forEach((p, i) => expect(Math.abs(p - (total * (weights[i] ?? 0)) / sum)).toBeLessThan(1.001))
        },
      ),
    )
  })

  test('however big the sums, it is the split that exact arithmetic gives', () => {
    const exactly = (total: number, weights: readonly number[]): number[] => {
      const whole = BigInt(weights.reduce((a, b) => a + b, 0))
      const products = weights.map((weight) => BigInt(total) * BigInt(weight))
      const parts = products.map((product) => product / whole)
      const rest = (i: number): bigint => (products[i] ?? 0n) % whole
      const spare = total - Number(parts.reduce((a, b) => a + b, 0n))
      const byRest = weights.map((_, i) => i).sort((a, b) => Number(rest(b) - rest(a)) || a - b)
      return parts.map((part, i) => Number(part) + (byRest.indexOf(i) < spare ? 1 : 0))
    }
    const sums = fc.oneof(
      fc.integer({ min: 0, max: 1e4 }),
      fc.integer({ min: 0, max: 1e9 }),
      fc.integer({ min: 0, max: 1e13 }),
    )
    fc.assert(
      fc.property(sums, fc.array(sums, { minLength: 1, maxLength: 12 }), (total, weights) => {
        fc.pre(weights.some((weight) => weight > 0))
        expect(splitFen(fen(total), weights)).toEqual(exactly(total, weights))
      }),
      { numRuns: 500 },
    )
  })

  test('a discount never exceeds what a line costs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1e7 }), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        (prices, salt) => {
          const sum = prices.reduce((a, b) => a + b, 0)
          splitFen(fen(salt % (sum + 1)), prices).forEach((part, i) => expect(part).toBeLessThanOrEqual(prices[i] ?? 0))
        },
      ),
    )
  })

  test('negative weights and money without anybody to take it are bugs', () => {
    expect(() => splitFen(fen(1), [-1])).toThrow(RangeError)
    expect(() => splitFen(fen(1), [])).toThrow(RangeError)
  })
})

test('a fraction of a fen is a bug', () => {
  expect(() => fen(0.5)).toThrow(RangeError)
  expect(() => fen(Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError)
})

test('a rate rounds down, for the shop', () => {
  expect(rateOfFen(fen(999), 800)).toBe(79)
})

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [12345, '123.45'],
  [-380, '−3.80'],
])('%i fen read %s', (amount, text) => {
  expect(yuanText(fen(amount))).toBe(text)
})
