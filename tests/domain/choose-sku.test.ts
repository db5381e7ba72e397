import * as fc from 'fast-check'
import { chosenSku, firstChoice, optionState, tapOption } from '@/domain/catalog/choose-sku'

const sku = (options: string[], available: number) => ({ options, available })
const strawberries = [
  sku(['500g', '中果'], 38),
  sku(['500g', '大果'], 0),
  sku(['1kg', '中果'], 5),
  sku(['礼盒', '大果'], 0),
]

describe('choosing a SKU by its specs', () => {
  test.each([
    ['what is chosen', ['500g', '中果'], 0, '500g', 'chosen'],
    ['what can be bought with the rest', ['500g', '中果'], 0, '1kg', 'open'],
    ['what exists but is sold out', ['500g', '中果'], 1, '大果', 'sold-out'],
    ['what was never made', ['1kg', '中果'], 1, '大果', 'none'],
    ['what only exists with another choice', ['500g', '中果'], 0, '礼盒', 'none'],
    ['a gift box while the size is open', [null, null], 0, '礼盒', 'sold-out'],
  ] as const)('%s reads as such', (_, choice, spec, option, state) => {
    expect(optionState(strawberries, choice, spec, option)).toBe(state)
  })

  test('the screen opens with the first SKU that can be bought', () => {
    expect(firstChoice([sku(['a'], 0), sku(['b'], 2)])).toEqual(['b'])
  })

  test('a product without specs needs no choice', () => {
    const only = sku([], 3)
    expect(firstChoice([only])).toEqual([])
    expect(chosenSku([only], [])).toBe(only)
  })

  test('a second tap gives an option back, a tap on what is closed changes nothing', () => {
    expect(tapOption(strawberries, ['500g', '中果'], 0, '500g')).toEqual([null, '中果'])
    expect(tapOption(strawberries, ['500g', '中果'], 1, '大果')).toEqual(['500g', '中果'])
  })

  const names = ['a', 'b', 'c']
  const anySkus = fc
    .uniqueArray(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names), fc.nat(2)), {
      selector: ([one, two]) => `${one}/${two}`,
      minLength: 1,
    })
    .map((rows) => rows.map(([one, two, available]) => sku([one, two], available)))
  const anyTaps = fc.array(fc.tuple(fc.nat(1), fc.constantFrom(...names)), { maxLength: 12 })

  test('whatever is tapped, a full choice is always a SKU that can be bought, if any can', () => {
    fc.assert(
      fc.property(anySkus, anyTaps, (skus, taps) => {
        fc.pre(skus.some(({ available }) => available > 0))
        const choice = taps.reduce((now, [spec, option]) => tapOption(skus, now, spec, option), firstChoice(skus))
        if (!choice.includes(null)) expect(chosenSku(skus, choice)?.available).toBeGreaterThan(0)
      }),
    )
  })

  test('every SKU that can be bought can be reached by tapping', () => {
    fc.assert(
      fc.property(anySkus, (skus) => {
        const nothing = [null, null]
        for (const wanted of skus.filter(({ available }) => available > 0)) {
          const choice = wanted.options.reduce<readonly (string | null)[]>(
            (now, option, spec) => tapOption(skus, now, spec, option),
            nothing,
          )
          expect(chosenSku(skus, choice)).toBe(wanted)
        }
      }),
    )
  })
})
