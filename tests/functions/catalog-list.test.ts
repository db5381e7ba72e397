/** Categories and their products. */
import type { CategoryId, ProductId } from '@/domain/ids'
import { forgetShop } from '../../cloudfunctions/catalog/shop-memory'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
beforeEach(() => forgetShop(shop.deps))

type Sort = 'popular' | 'price-up' | 'price-down' | 'new'

const listAll = async (categoryId: CategoryId, sort: Sort): Promise<ProductId[][]> => {
  const pages: ProductId[][] = []
  let cursor: string | undefined
  do {
    const page = dataOf(
      await shop.call('catalog', 'list', { categoryId, sort, ...(cursor === undefined ? {} : { cursor }) }),
    )
    pages.push(page.items.map((card) => card.id))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return pages
}

test('the tree has two levels, in the order of the staff, without what is hidden', async () => {
  const fruit = await shop.aCategory({ name: '时令水果' })
  const berries = await shop.aCategory({ name: '莓果', parentId: fruit })
  const secret = await shop.aCategory({ name: '内部', parentId: fruit })
  const greens = await shop.aCategory({ name: '当日鲜蔬' })
  await shop.deps.db.updateTable('category').set({ is_hidden: true }).where('id', '=', secret).execute()
  await shop.deps.db.updateTable('category').set({ picture: null }).where('id', '=', greens).execute()
  const { categories } = dataOf(await shop.call('catalog', 'categories', {}))
  expect(categories.map((c) => c.name)).toEqual(['时令水果', '当日鲜蔬'])
  expect(categories[0]?.children).toEqual([{ id: berries, name: '莓果' }])
  expect(categories[1]?.picture.tone).toHaveLength(2)
})

describe('a list', () => {
  let fruit: CategoryId
  let berries: CategoryId
  const made: { id: ProductId; price: number; sold: number }[] = []
  beforeAll(async () => {
    fruit = await shop.aCategory({ name: '水果' })
    berries = await shop.aCategory({ name: '莓果', parentId: fruit })
    for (let i = 0; i < 45; i++) {
      const [price, sold] = [1000 + (i % 7) * 100, i % 5]
      const { productId } = await shop.aProduct({
        title: `果 ${i}`,
        categoryId: i % 2 ? fruit : berries,
        soldCount: sold,
        skus: [{ priceFen: price }],
      })
      made.push({ id: productId, price, sold })
    }
    await shop.aProduct({ categoryId: fruit, status: 'off' })
    await shop.aProduct({ categoryId: fruit, status: 'draft' })
  })

  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  test.each<[Sort, (a: (typeof made)[0], b: (typeof made)[0]) => number]>([
    ['popular', (a, b) => b.sold - a.sold || byId(b, a)],
    ['price-up', (a, b) => a.price - b.price || byId(a, b)],
    ['price-down', (a, b) => b.price - a.price || byId(b, a)],
    ['new', (a, b) => byId(b, a)],
  ])('sorted by %s holds each product of the category and its children once, page after page', async (sort, order) => {
    const pages = await listAll(fruit, sort)
    expect(pages.map((page) => page.length)).toEqual([20, 20, 5])
    expect(pages.flat()).toEqual([...made].sort(order).map((p) => p.id))
  })

  test('of a sub-category holds only its own', async () => {
    expect((await listAll(berries, 'popular')).flat()).toHaveLength(23)
  })

  test('shows each card with what it costs and whether it can be bought at once', async () => {
    const categoryId = await shop.aCategory({ name: '蛋' })
    const { productId, skuIds } = await shop.aProduct({
      categoryId,
      title: '散养土鸡蛋',
      soldCount: 12,
      skus: [
        { options: ['10 枚'], priceFen: 1680, memberPriceFen: 1580, marketPriceFen: 1980 },
        { options: ['30 枚'], priceFen: 4680 },
      ],
    })
    const one = await shop.aProduct({ categoryId, soldCount: 11, skus: [{ priceFen: 990, stock: 0 }] })
    const { items } = dataOf(await shop.call('catalog', 'list', { categoryId }))
    expect(items[0]).toMatchObject({
      id: productId,
      title: '散养土鸡蛋',
      priceFen: 1680,
      isFrom: true,
      memberPriceFen: 1580,
      marketPriceFen: 1980,
      soldCount: 12,
      soldOut: false,
      onlySkuId: null,
    })
    expect(skuIds).toHaveLength(2)
    expect(items[1]).toMatchObject({ isFrom: false, soldOut: true, onlySkuId: one.skuId, memberPriceFen: null })
  })

  test('of an empty category is empty; of none, or a hidden one, it is unknown', async () => {
    const empty = await shop.aCategory({ name: '空' })
    expect(dataOf(await shop.call('catalog', 'list', { categoryId: empty }))).toEqual({ items: [], next: null })
    await shop.deps.db.updateTable('category').set({ is_hidden: true }).where('id', '=', empty).execute()
    for (const categoryId of [empty, 'cat_0000000000' as CategoryId])
      expect(refusalOf(await shop.call('catalog', 'list', { categoryId }))).toEqual({ code: 'category.unknown' })
  })

  test.each(['x', '~', '1~prd_', '1~mem_0000000000', 'NaN~prd_0000000000', '1.5~prd_0000000000', '1~2~prd_0000000000'])(
    'with cursor %j, that nobody here wrote, starts anew',
    async (cursor) => {
      const { items } = dataOf(await shop.call('catalog', 'list', { categoryId: fruit, cursor }))
      expect(items).toHaveLength(20)
    },
  )

  test.each([
    { categoryId: 'cat_0000000000', cursor: "1'; drop table product" },
    { categoryId: 'cat_0000000000', sort: 'id' },
    { categoryId: null },
    { cursor: 'x'.repeat(201), categoryId: 'cat_0000000000' },
  ])('is refused for bad input %#', async (input) => {
    expect(await shop.send('catalog', { action: 'list', input })).toMatchObject({ refusal: { code: 'input.invalid' } })
  })
})
