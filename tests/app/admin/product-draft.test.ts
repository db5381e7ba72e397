/** A product while it is edited: rows follow the specs, changes are counted, and only what is whole is sent. */
import fc from 'fast-check'
import {
  blankSku,
  changeSku,
  countChanges,
  draftOf,
  emptyDraft,
  marginOf,
  saveInput,
  type Draft,
  type SkuDraft,
} from '@/admin/products/draft'
import { addOption, addSpec, removeOption, removeSpec } from '@/admin/products/draft-specs'
import type { StaffProduct } from '@/contract/staff-catalog'
import type { CategoryId, ProductId, SkuId } from '@/domain/ids'
import { fen } from '@/domain/money'

const sku = (options: string[], wish: Partial<SkuDraft> = {}): SkuDraft => ({
  ...blankSku,
  id: `sku_${options.join('') || 'only'}` as SkuId,
  options,
  priceFen: fen(1990),
  ...wish,
})
const fruit = 'cat_0000000001' as CategoryId
const berries: Draft = {
  ...emptyDraft,
  title: '丹东草莓',
  categoryId: fruit,
  specs: [{ name: '重量', options: ['500g', '1kg'] }],
  skus: [sku(['500g'], { priceFen: fen(3590) }), sku(['1kg'], { priceFen: fen(6590), code: 'B-2' })],
}
const rowsOf = (draft: Draft) => draft.skus.map(({ id, options }) => [id, options.join('/')])

describe('specs', () => {
  test('the rows there were become the first value of a new spec and keep who they are', () => {
    const both = addSpec(berries, '等级', '一级')
    expect(rowsOf(both)).toEqual([
      ['sku_500g', '500g/一级'],
      ['sku_1kg', '1kg/一级'],
    ])
  })

  test('a new value brings rows that cost as much as the one most like them, with an id, code and stock of their own', () => {
    const more = addOption(addSpec(berries, '等级', '一级'), 1, '特级')
    expect(rowsOf(more)).toEqual([
      ['sku_500g', '500g/一级'],
      [undefined, '500g/特级'],
      ['sku_1kg', '1kg/一级'],
      [undefined, '1kg/特级'],
    ])
    expect(more.skus[3]).toMatchObject({ priceFen: 6590, code: '', initialStock: 0, isOff: false })
  })

  test('a value that is there is not there twice, and the last one stays', () => {
    expect(addOption(berries, 0, '1kg')).toBe(berries)
    const one = removeOption(berries, 0, '1kg')
    expect(rowsOf(one)).toEqual([['sku_500g', '500g']])
    expect(removeOption(one, 0, '500g')).toBe(one)
    expect(addOption(berries, 7, 'x')).toEqual(berries)
  })

  test('a spec that goes leaves the rows of its first value', () => {
    const both = addOption(addSpec(berries, '等级', '一级'), 1, '特级')
    expect(rowsOf(removeSpec(both, 1))).toEqual(rowsOf(berries))
    expect(rowsOf(removeSpec(berries, 0))).toEqual([['sku_500g', '']])
  })

  test('whatever is done to specs: a row for every combination, none twice, and no saved row under two names', () => {
    const names = fc.constantFrom('a', 'b', 'c')
    const step = fc.oneof(
      fc.record({ do: fc.constant('addSpec' as const), name: names }),
      fc.record({ do: fc.constant('removeSpec' as const), at: fc.nat(2) }),
      fc.record({ do: fc.constant('addOption' as const), at: fc.nat(2), name: names }),
      fc.record({ do: fc.constant('removeOption' as const), at: fc.nat(2), name: names }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const end = steps.reduce<Draft>((draft, next) => {
          if (next.do === 'addSpec')
            return draft.specs.length < 3 ? addSpec(draft, `规格${next.name}`, next.name) : draft
          if (next.do === 'removeSpec') return draft.specs[next.at] ? removeSpec(draft, next.at) : draft
          return next.do === 'addOption'
            ? addOption(draft, next.at, next.name)
            : removeOption(draft, next.at, next.name)
        }, berries)
        const wanted = end.specs.reduce((count, { options }) => count * options.length, 1)
        const names = end.skus.map(({ options }) => options.join('/'))
        const ids = end.skus.flatMap(({ id }) => id ?? [])
        expect(names).toHaveLength(wanted)
        expect(new Set(names).size).toBe(wanted)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { options } of end.skus)
          options.forEach((option, at) => expect(end.specs[at]?.options).toContain(option))
      }),
    )
  })
})

describe('what is unsaved', () => {
  test('is counted by field; a row that came or went counts once', () => {
    expect(countChanges(berries, berries)).toBe(0)
    const dearer = changeSku(berries, 0, { priceFen: fen(3990), code: 'A-1' })
    expect(countChanges(dearer, berries)).toBe(2)
    expect(countChanges({ ...dearer, title: '草莓' }, berries)).toBe(3)
    const grown = addOption(berries, 0, '2kg')
    expect(countChanges(grown, berries)).toBe(2) // the specs and the row
    expect(countChanges(removeOption(berries, 0, '1kg'), berries)).toBe(2)
  })

  test('of a new product its rows don’t count one by one', () => {
    expect(countChanges({ ...emptyDraft, title: '草莓' }, emptyDraft)).toBe(1)
    expect(countChanges(changeSku(emptyDraft, 0, { priceFen: fen(100) }), emptyDraft)).toBe(0)
  })
})

test('the margin is of the lowest price people can pay', () => {
  expect(marginOf(sku([], { priceFen: fen(1000), memberPriceFen: fen(800), costFen: fen(600) }))).toBe(0.25)
  expect(marginOf(sku([], { priceFen: fen(1000), memberPriceFen: fen(1200), costFen: fen(600) }))).toBe(0.4)
  expect(marginOf(sku([], { priceFen: fen(500), costFen: fen(600) }))).toBeCloseTo(-0.2)
  expect(marginOf(sku([], { priceFen: null, costFen: fen(600) }))).toBeNull()
  expect(marginOf(sku([], { costFen: null }))).toBeNull()
})

describe('what goes to the server', () => {
  const product = {
    id: 'prd_0000000001' as ProductId,
    version: 7,
    ...{
      title: '丹东草莓',
      subtitle: null,
      categoryId: fruit,
      keywords: [],
      tags: ['今早到店'],
      origin: null,
      unit: null,
    },
    ...{ description: ['甜', '脆'], pictures: [], specs: [], status: 'on', deliveryTemplateId: null },
    skus: [{ ...sku([]), code: null, available: 3, held: 1 }],
  } as unknown as StaffProduct

  test('an opened product goes back as it came, with its version', () => {
    const sent = saveInput(draftOf(product), product)
    expect(sent).toMatchObject({ id: product.id, version: 7, subtitle: '', description: ['甜', '脆'] })
    expect(sent?.skus).toEqual([expect.objectContaining({ id: 'sku_only', priceFen: 1990 })])
    expect(sent?.skus[0]).not.toHaveProperty('initialStock')
    expect(sent?.skus[0]).not.toHaveProperty('available')
  })

  test('a new row brings its first stock, blank lines of the description stay at home', () => {
    const draft = {
      ...berries,
      description: ' 甜 \n\n  \n脆',
      skus: [{ ...sku([]), id: undefined, initialStock: 12 }],
      specs: [],
    }
    const sent = saveInput(draft, null)
    expect(sent).not.toHaveProperty('id')
    expect(sent?.skus[0]).toMatchObject({ initialStock: 12 })
    expect(sent?.skus[0]).not.toHaveProperty('id')
    expect(sent?.description).toEqual(['甜', '脆'])
  })

  test.each<[string, Draft]>([
    ['name', { ...berries, title: '  ' }],
    ['category', { ...berries, categoryId: null }],
    ['price of one row', changeSku(berries, 1, { priceFen: null })],
  ])('without the %s nothing goes', (_what, draft) => {
    expect(saveInput(draft, null)).toBeNull()
  })
})
