/** The product page in one call, and favourites. */
import type { ProductId } from '@/domain/ids'
import { HOUR, later, minuteText } from '@/domain/time'
import { forgetShop } from '../../cloudfunctions/catalog/shop-memory'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'
import { aFlashSlot } from '../support/shop/deals'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
  await shop.aPickupPoint({ name: '3 号楼小满家' })
})
afterAll(() => shop.close())
beforeEach(() => forgetShop(shop.deps))

const open = async (productId: ProductId, as: Parameters<Shop['call']>[3] = 'stranger') =>
  dataOf(await shop.call('catalog', 'product', { productId }, as))

describe('the product page', () => {
  test('draws everything from one call: SKUs in order, stock capped, hours and place', async () => {
    const { productId, skuIds } = await shop.aProduct({
      title: '丹东 99 红颜草莓',
      specs: [{ name: '规格', options: ['500g', '1kg', '2kg'] }],
      skus: [
        { options: ['500g'], priceFen: 2990, memberPriceFen: 2790, marketPriceFen: 3680, stock: 7 },
        { options: ['1kg'], priceFen: 5680, stock: 5_000 },
        { options: ['2kg'], priceFen: 9900, stock: 0 },
      ],
    })
    const view = await open(productId)
    expect(view).toMatchObject({
      id: productId,
      title: '丹东 99 红颜草莓',
      isOnSale: true,
      isFavorite: false,
      cartCount: 0,
    })
    expect(view.skus.map((s) => s.id)).toEqual(skuIds)
    expect(view.skus.map((s) => s.available)).toEqual([7, 99, 0])
    expect(view.skus[0]).toMatchObject({ priceFen: 2990, memberPriceFen: 2790, marketPriceFen: 3680, picture: null })
    expect(view.promises.map((p) => [p.kind, minuteText(p.fromAt)])).toEqual([['pickup', '11-22 17:30']])
    expect(view.pickupPoint?.name).toBe('3 号楼小满家')
    expect(JSON.stringify(view).length).toBeLessThan(8_000)
  })

  test('offers no member price that is no saving, no usual price below the price, and no SKU that is off', async () => {
    const { productId, skuIds } = await shop.aProduct({
      skus: [
        { options: ['a'], priceFen: 1000, memberPriceFen: 1000, marketPriceFen: 900 },
        { options: ['b'], isOff: true },
      ],
    })
    const [sku, ...others] = (await open(productId)).skus
    expect(others).toEqual([])
    expect(sku).toMatchObject({ id: skuIds[0], memberPriceFen: null, marketPriceFen: null })
  })

  test('shows live stock: sold out the moment it is', async () => {
    const { productId, skuId } = await shop.aProduct({ skus: [{ stock: 1 }] })
    expect((await open(productId)).skus[0]?.available).toBe(1)
    await shop.deps.db.updateTable('stock').set({ available: 0 }).where('sku_id', '=', skuId).execute()
    expect((await open(productId)).skus[0]?.available).toBe(0)
  })

  test('adds up the buckets of a hot SKU', async () => {
    const { productId, skuId } = await shop.aProduct({ skus: [{ stock: 3 }] })
    const bucket = { store_id: shop.deps.storeId, sku_id: skuId, bucket: 1, available: 4 }
    await shop.deps.db.insertInto('stock').values(bucket).execute()
    expect((await open(productId)).skus[0]?.available).toBe(7)
  })

  test('puts the product’s own delivery terms before the store’s', async () => {
    const own = await shop.aDeliveryTemplate({ kind: 'express', name: '冷链' })
    await shop.aDeliveryTemplate({ kind: 'local' })
    const kinds = (await open((await shop.aProduct({ deliveryTemplateId: own })).productId)).promises.map((p) => p.kind)
    expect(kinds).toContain('express')
  })

  test('can be seen while off or a draft, but not bought', async () => {
    for (const status of ['off', 'draft'] as const) {
      const { productId } = await shop.aProduct({ status })
      expect((await open(productId)).isOnSale).toBe(false)
    }
  })

  test('offers what is bought with it, then the best of its kind, never itself or what is sold out', async () => {
    const categoryId = await shop.aCategory({ name: '早餐' })
    const bread = await shop.aProduct({ title: '碱水可颂', categoryId })
    const milk = await shop.aProduct({ title: '鲜牛乳' })
    const cake = await shop.aProduct({ title: '蛋糕', categoryId, soldCount: 5 })
    const jam = await shop.aProduct({ title: '果酱', categoryId, soldCount: 9 })
    await shop.aProduct({ title: '豆浆', categoryId, soldCount: 99, skus: [{ stock: 0 }] })
    const memberId = await shop.aMember()
    const point = await shop.aPickupPoint()
    for (const requestId of ['together-0000001', 'together-0000002']) {
      const basket = [bread, milk].map(({ skuId }) => ({ skuId, quantity: 1 }))
      const total = 2 * 1990
      dataOf(
        await shop.call(
          'order',
          'place',
          { requestId, basket, delivery: { kind: 'pickup', pickupPointId: point }, note: '', totalFen: total },
          memberId,
        ),
      )
    }
    const { related } = await open(bread.productId)
    expect(related.map((card) => card.id)).toEqual([milk.productId, jam.productId, cake.productId])
    expect(related[0]?.reason).toEqual({ code: 'bought-together', product: '碱水可颂' })
  })

  test('what stands on the shelf below has the price of its flash sale while that runs, from the one look that the page takes', async () => {
    const categoryId = await shop.aCategory({ name: '晚餐' })
    const [rice, shrimp] = [await shop.aProduct({ categoryId }), await shop.aProduct({ title: '白灼虾', categoryId })]
    const endsAt = later(shop.clock.now(), HOUR)
    await aFlashSlot(shop, shrimp, { priceFen: 990, endsAt })
    const asked = jest.spyOn(shop.deps.database, 'run')
    const shelf = async () => (await open(rice.productId)).related
    expect(await shelf()).toMatchObject([{ id: shrimp.productId, priceFen: 1990, flash: { priceFen: 990, endsAt } }])
    expect(asked.mock.calls.filter(([{ name }]) => name === 'flash.read-slots')).toHaveLength(1)
    asked.mockRestore()
    // the shelf is remembered for longer than the sale goes on
    shop.clock.advance(HOUR)
    expect(await shelf()).toMatchObject([{ id: shrimp.productId, flash: null }])
  })

  test('counts visits of members by day, and none of strangers', async () => {
    const { productId } = await shop.aProduct()
    const memberId = await shop.aMember()
    await open(productId)
    await open(productId, memberId)
    await open(productId, memberId)
    const visits = await shop.deps.db
      .selectFrom('product_visit')
      .selectAll()
      .where('product_id', '=', productId)
      .execute()
    expect(visits).toEqual([
      { store_id: shop.deps.storeId, day: '2026-11-22', member_id: memberId, product_id: productId, visits: 2 },
    ])
  })

  test('knows the member’s cart', async () => {
    const { productId, skuId } = await shop.aProduct()
    const memberId = await shop.aMember()
    await shop.call('cart', 'add', { skuId, quantity: 3 }, memberId)
    expect((await open(productId, memberId)).cartCount).toBe(3)
  })

  test('is unknown for an id of nothing, and nothing is counted', async () => {
    const memberId = await shop.aMember()
    const productId = 'prd_0000000000' as ProductId
    expect(refusalOf(await shop.call('catalog', 'product', { productId }, memberId))).toEqual({
      code: 'product.unknown',
    })
    const visits = await shop.deps.db
      .selectFrom('product_visit')
      .select('visits')
      .where('product_id', '=', productId)
      .execute()
    expect(visits).toEqual([])
  })

  test.each([
    {},
    { productId: 1 },
    { productId: "prd_1' or 1=1" },
    { productId: 'x'.repeat(100_000) },
    { productId: 'mem_0000000000' },
    { productId: 'prd_0000000000', memberId: 'mem_0000000000' },
    [],
    'x',
  ])('is refused for input %#', async (input) => {
    const reply = (await shop.send('catalog', { action: 'product', input })) as { refusal: { code: string } }
    expect(['input.invalid', 'request.too-large']).toContain(reply.refusal.code)
  })
})

describe('favourites', () => {
  const favorite = (productId: ProductId, isFavorite: boolean, as: Parameters<Shop['call']>[3]) =>
    shop.call('catalog', 'favorite', { productId, isFavorite }, as)

  test('are listed latest first, each once; a heart taken back is gone', async () => {
    const memberId = await shop.aMember()
    const [a, b, c] = [await shop.aProduct(), await shop.aProduct(), await shop.aProduct()]
    for (const { productId } of [a, b, c]) {
      shop.clock.advance(1_000)
      expect(dataOf(await favorite(productId, true, memberId))).toEqual({ isFavorite: true })
    }
    await favorite(a.productId, true, memberId)
    await favorite(b.productId, false, memberId)
    await favorite(b.productId, false, memberId)
    const list = dataOf(await shop.call('catalog', 'favorites', {}, memberId))
    expect(list).toMatchObject({ next: null })
    expect(list.items.map((card) => card.id)).toEqual([c.productId, a.productId])
    expect((await open(a.productId, memberId)).isFavorite).toBe(true)
    expect((await open(b.productId, memberId)).isFavorite).toBe(false)
  })

  test('go on by cursor without repeats', async () => {
    const memberId = await shop.aMember()
    const wanted: ProductId[] = []
    for (let i = 0; i < 23; i++) {
      const { productId } = await shop.aProduct({ title: `果 ${i}` })
      wanted.unshift(productId)
      if (i % 3 === 0) shop.clock.advance(1)
      await favorite(productId, true, memberId)
    }
    const first = dataOf(await shop.call('catalog', 'favorites', {}, memberId))
    const second = dataOf(await shop.call('catalog', 'favorites', { cursor: first.next ?? '' }, memberId))
    expect([...first.items, ...second.items].map((card) => card.id)).toEqual(wanted)
    expect(second.next).toBeNull()
  })

  test('need a member and a product', async () => {
    const { productId } = await shop.aProduct()
    expect(refusalOf(await favorite(productId, true, 'stranger'))).toEqual({ code: 'sign-in.required' })
    expect(refusalOf(await shop.call('catalog', 'favorites', {}, 'stranger'))).toEqual({ code: 'sign-in.required' })
    const nothing = 'prd_0000000000' as ProductId
    expect(refusalOf(await favorite(nothing, true, await shop.aMember()))).toEqual({ code: 'product.unknown' })
  })
})
