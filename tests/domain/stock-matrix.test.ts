import fc from 'fast-check'
import type { CategoryId, SkuId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { placeCategory } from '@/domain/stock/category-tree'
import { checkMatrix, fitsSpecs, missingToSell, planSkus, priceRange } from '@/domain/stock/sku-matrix'

const sku = (n: number) => `sku_${String(n).padStart(10, '0')}` as SkuId
const cat = (n: number) => `cat_${String(n).padStart(10, '0')}` as CategoryId
const weight = { name: '重量', options: ['500g', '1kg'] }
const grade = { name: '等级', options: ['一级', '特级'] }

describe('a matrix of SKUs', () => {
  test.each([
    ['without specs has one SKU without options', [], [[]], null],
    [
      'holds each cell once',
      [weight, grade],
      [
        ['500g', '一级'],
        ['1kg', '一级'],
      ],
      null,
    ],
    ['refuses an option that no spec has', [weight], [['2kg']], 'sku.options-mismatch'],
    ['refuses an option of the wrong spec', [weight, grade], [['一级', '500g']], 'sku.options-mismatch'],
    ['refuses an option too few', [weight, grade], [['500g']], 'sku.options-mismatch'],
    ['refuses two SKUs without specs', [], [[], []], 'sku.options-repeated'],
    ['refuses a cell twice', [weight], [['500g'], ['500g']], 'sku.options-repeated'],
    [
      'refuses an option named twice',
      [{ name: '重量', options: ['500g', '500g'] }],
      [['500g']],
      'sku.options-repeated',
    ],
    ['refuses two specs of one name', [weight, weight], [['500g', '1kg']], 'sku.options-repeated'],
  ])('%s', (_claim, specs, cells, code) => {
    expect(
      checkMatrix(
        specs,
        cells.map((options) => ({ options })),
      )?.code ?? null,
    ).toBe(code)
  })
})

describe('saving over what is there', () => {
  const newIds = () => {
    let n = 100
    return () => sku(n++)
  }
  const known = [
    { id: sku(1), options: ['500g'] },
    { id: sku(2), options: ['1kg'] },
  ]

  test('what is left out is retired, what comes new gets an id', () => {
    const plan = planSkus(known, [{ id: sku(1), options: ['500g'] }, { options: ['2kg'] }], newIds())
    expect(plan).toMatchObject({
      value: {
        skus: [
          { id: sku(1), isNew: false },
          { id: sku(100), isNew: true },
        ],
        retired: [sku(2)],
        parked: [],
      },
    })
  })

  test('two that change places step aside first', () => {
    const swapped = [
      { id: sku(1), options: ['1kg'] },
      { id: sku(2), options: ['500g'] },
    ]
    expect(planSkus(known, swapped, newIds())).toMatchObject({ value: { parked: [sku(1), sku(2)], retired: [] } })
  })

  test('a cell that comes back is the SKU it was, with its ledger', () => {
    expect(planSkus(known, [{ options: ['1kg'] }], newIds())).toMatchObject({
      value: { skus: [{ id: sku(2), isNew: false }], retired: [sku(1)] },
    })
  })

  test('a retired SKU leaves its cell to the one that takes it', () => {
    expect(planSkus(known, [{ id: sku(1), options: ['1kg'] }], newIds())).toMatchObject({
      value: { retired: [sku(2)], parked: [sku(1), sku(2)] },
    })
  })

  test('a SKU of another product is unknown', () => {
    expect(planSkus(known, [{ id: sku(9), options: ['500g'] }], newIds())).toMatchObject({
      refusal: { code: 'sku.unknown' },
    })
  })

  test('whatever is saved: each SKU once, none lost, and after parking no cell is taken twice', () => {
    const cells = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 })
    fc.assert(
      fc.property(cells, cells, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (before, after, keepsId) => {
        const old = before.map((option, i) => ({ id: sku(i), options: [option] }))
        const wanted = after.map((option, i) => ({
          options: [option],
          ...(keepsId[i] && old[i] ? { id: old[i].id } : {}),
        }))
        const plan = planSkus(old, wanted, newIds())
        if (!plan.ok) throw new Error(plan.refusal.code)
        const { skus, retired, parked } = plan.value
        expect(new Set(skus.map((s) => s.id)).size).toBe(after.length)
        expect([...skus.filter((s) => !s.isNew).map((s) => s.id), ...retired].sort()).toEqual(
          old.map((s) => s.id).sort(),
        )
        // the database looks at each row as it is written: nobody may stand in a cell that another one takes
        const standing = new Map(old.filter((s) => !parked.includes(s.id)).map((s) => [s.options[0], s.id]))
        for (const s of skus) {
          const there = standing.get(s.options[0])
          expect(there === undefined || there === s.id).toBe(true)
          standing.set(s.options[0], s.id)
        }
      }),
    )
  })
})

test('the price range is of what is on sale, or of everything where nothing is', () => {
  const cheapButOff = { priceFen: fen(100), isOff: true }
  const skus = [{ priceFen: fen(300), isOff: false }, cheapButOff, { priceFen: fen(900), isOff: false }]
  expect(priceRange(skus)).toEqual({ fromFen: 300, toFen: 900 })
  expect(priceRange([cheapButOff])).toEqual({ fromFen: 100, toFen: 100 })
  expect(() => priceRange([])).toThrow(RangeError)
})

test('a product needs a picture and a SKU to be sold', () => {
  expect(missingToSell(0, 0)).toEqual(['picture', 'sku'])
  expect(missingToSell(1, 1)).toEqual([])
})

test('an option too many fits no matrix', () => {
  expect(fitsSpecs([weight], ['500g', '一级'])).toBe(false)
})

describe('categories on two levels', () => {
  const known = [
    { id: cat(1), parentId: null },
    { id: cat(2), parentId: cat(1) },
    { id: cat(3), parentId: null },
  ]
  test.each([
    ['a new one at the top', null, null, null],
    ['a new one below a top one', null, cat(1), null],
    ['a new one below a lower one', null, cat(2), 'category.too-deep'],
    ['one below itself', cat(3), cat(3), 'category.too-deep'],
    ['one with children below another', cat(1), cat(3), 'category.too-deep'],
    ['one below nothing', cat(3), cat(9), 'category.unknown'],
    ['one that moves up', cat(2), null, null],
  ])('%s', (_what, id, parentId, code) => {
    const placed = placeCategory(known, id, parentId)
    expect(placed.ok ? null : placed.refusal.code).toBe(code)
  })
})
