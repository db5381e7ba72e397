import fc from 'fast-check'
import { judgeLine, mayHold, missingTo, totalLines, type LineState } from '@/domain/cart/cart-line'
import { fen } from '@/domain/money'
import { quoteBasket } from '@/domain/pricing/quote-basket'
import type { SkuId } from '@/domain/ids'

const aLine = (over: Partial<LineState> = {}): LineState => ({
  priceFen: fen(1990),
  memberPriceFen: null,
  isOn: true,
  available: 10,
  quantity: 2,
  isSelected: true,
  addedPriceFen: fen(1990),
  ...over,
})
const lines = fc.array(
  fc
    .record({
      priceFen: fc.integer({ min: 1, max: 1_000_000 }),
      memberPriceFen: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
      isOn: fc.boolean(),
      available: fc.integer({ min: -5, max: 300 }),
      quantity: fc.integer({ min: 1, max: 99 }),
      isSelected: fc.boolean(),
      addedPriceFen: fc.integer({ min: 1, max: 1_000_000 }),
    })
    .map((line) => line as LineState),
  { maxLength: 20 },
)
const level = fc.constantFrom('ordinary' as const, 'member' as const)

describe('a cart line', () => {
  test.each<[string, Partial<LineState>, string | null]>([
    ['is sound while there is enough', { available: 2 }, null],
    ['is short when fewer are left', { available: 1 }, 'short'],
    ['is sold out at none', { available: 0 }, 'sold-out'],
    ['is off before anything else', { isOn: false, available: 0 }, 'off'],
  ])('%s', (_, over, flaw) => expect(judgeLine(aLine(over), 'ordinary').flaw).toBe(flaw))

  test.each<[string, Partial<LineState>, number]>([
    ['has the flash price up to what one may take', { quantity: 2, flash: { priceFen: fen(990), most: 2 } }, 990],
    ['costs what it always does past it, every piece', { quantity: 3, flash: { priceFen: fen(990), most: 2 } }, 1990],
    ['keeps a member price that is lower', { memberPriceFen: fen(900), flash: { priceFen: fen(990), most: 2 } }, 900],
  ])('in a flash sale it %s', (_, over, unitFen) => {
    const judged = judgeLine(aLine(over), 'member')
    expect(judged.unitPriceFen).toBe(unitFen)
    // a sale that comes and goes is no change of price
    expect(judged.changedByFen).toBe(over.memberPriceFen ? -1090 : null)
  })

  test('costs a member the better price, and others the sale price', () => {
    const line = aLine({ memberPriceFen: fen(1790) })
    expect(judgeLine(line, 'member').unitPriceFen).toBe(1790)
    expect(judgeLine(line, 'ordinary').unitPriceFen).toBe(1990)
    expect(judgeLine(aLine({ memberPriceFen: fen(2100) }), 'member').unitPriceFen).toBe(1990)
  })

  test('tells what changed since it was put in', () => {
    expect(judgeLine(aLine({ addedPriceFen: fen(2200) }), 'ordinary').changedByFen).toBe(-210)
    expect(judgeLine(aLine({ addedPriceFen: fen(1000) }), 'ordinary').changedByFen).toBe(990)
    expect(judgeLine(aLine(), 'ordinary').changedByFen).toBeNull()
  })

  test('shows 99 where there are more', () =>
    expect(judgeLine(aLine({ available: 5_000 }), 'ordinary').available).toBe(99))
})

describe('a cart', () => {
  test('sums what is selected and sound, as the quote does', () => {
    fc.assert(
      fc.property(lines, level, (states, of) => {
        const judged = states.map((line) => ({ ...line, ...judgeLine(line, of) }))
        const totals = totalLines(judged)
        const counted = judged.filter((line) => line.isSelected && line.flaw === null)
        expect(totals.selectedCount).toBe(counted.reduce((n, line) => n + line.quantity, 0))
        if (counted.length === 0) return expect(totals.goodsFen).toBe(0)
        const quote = quoteBasket({
          lines: counted.map((line, i) => ({ ...line, skuId: `sku_${i}` as SkuId })),
          level: of,
          delivery: { kind: 'pickup' },
        })
        expect(quote.ok && quote.value.goodsFen).toBe(totals.goodsFen)
        expect(quote.ok && quote.value.savedFen).toBe(totals.savedFen)
      }),
    )
  })

  test('takes what there is: not one piece more, nothing that is off, no line past the hundredth', () => {
    expect(mayHold(aLine(), 10, 0)).toEqual({ ok: true, value: 10 })
    expect(mayHold(aLine(), 11, 0)).toEqual({ ok: false, refusal: { code: 'sku.short', available: 10 } })
    expect(mayHold(aLine({ available: 500 }), 100, 0)).toMatchObject({ refusal: { available: 99 } })
    expect(mayHold(aLine({ available: -3 }), 1, 0)).toMatchObject({ refusal: { available: 0 } })
    expect(mayHold(aLine({ isOn: false }), 1, 0)).toMatchObject({ refusal: { code: 'sku.off' } })
    expect(mayHold(aLine(), 1, 99).ok).toBe(true)
    expect(mayHold(aLine(), 1, 100)).toEqual({ ok: false, refusal: { code: 'cart.full', limit: 100 } })
  })

  test('misses nothing once the threshold is reached', () => {
    expect([0, 4899, 4900, 9000].map((goods) => missingTo(fen(4900), fen(goods)))).toEqual([4900, 1, 0, 0])
  })
})
