/** The cart through the door: what goes in, what it costs, what can't be bought any more. */
import type { MemberId, SkuId } from '@/domain/ids'
import { forgetShop } from '../../cloudfunctions/catalog/shop-memory'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const add = (as: MemberId, skuId: SkuId, quantity = 1) => shop.call('cart', 'add', { skuId, quantity }, as)
const set = (as: MemberId, skuId: SkuId, quantity: number) => shop.call('cart', 'set', { skuId, quantity }, as)
const view = async (as: MemberId) => dataOf(await shop.call('cart', 'view', {}, as))
const price = (skuId: SkuId, to: { price_fen?: number; member_price_fen?: number; is_off?: boolean }) =>
  shop.deps.db.updateTable('sku').set(to).where('id', '=', skuId).execute()
const stock = (skuId: SkuId, available: number) =>
  shop.deps.db.updateTable('stock').set({ available }).where('sku_id', '=', skuId).execute()
const nothing = 'sku_0000000000' as SkuId

describe('adding', () => {
  test('adds to what is there, latest first, and counts pieces', async () => {
    const memberId = await shop.aMember()
    const [berries, eggs] = [await shop.aProduct({ title: '草莓' }), await shop.aProduct({ title: '鸡蛋' })]
    dataOf(await add(memberId, berries.skuId, 2))
    shop.clock.advance(1_000)
    dataOf(await add(memberId, eggs.skuId))
    shop.clock.advance(1_000)
    const cart = dataOf(await add(memberId, berries.skuId, 3))
    expect(cart.items.map((i) => [i.title, i.quantity, i.isSelected])).toEqual([
      ['草莓', 5, true],
      ['鸡蛋', 1, true],
    ])
    expect(cart).toMatchObject({ cartCount: 6, selectedCount: 6, goodsFen: 6 * 1990, savedFen: 0, invalid: [] })
    expect(await view(memberId)).toEqual(cart)
  })

  test('costs a member the better price, as the quote will', async () => {
    const { skuId } = await shop.aProduct({ skus: [{ priceFen: 3680, memberPriceFen: 3490 }] })
    const [member, ordinary] = [await shop.aMember({ level: 'member' }), await shop.aMember()]
    expect(dataOf(await add(member, skuId, 2))).toMatchObject({ goodsFen: 6980, savedFen: 380 })
    expect(dataOf(await add(ordinary, skuId, 2))).toMatchObject({ goodsFen: 7360, savedFen: 0 })
  })

  test('is refused past what is left, and past 99 pieces of anything', async () => {
    const memberId = await shop.aMember()
    const few = await shop.aProduct({ skus: [{ stock: 3 }] })
    const many = await shop.aProduct({ skus: [{ stock: 1000 }] })
    dataOf(await add(memberId, few.skuId, 2))
    expect(refusalOf(await add(memberId, few.skuId, 2))).toEqual({ code: 'sku.short', available: 3 })
    dataOf(await add(memberId, many.skuId, 99))
    expect(refusalOf(await add(memberId, many.skuId, 1))).toEqual({ code: 'sku.short', available: 99 })
    expect((await view(memberId)).cartCount).toBe(101)
  })

  test('is refused for what is unknown, off, a draft, or sold out', async () => {
    const memberId = await shop.aMember()
    const draft = await shop.aProduct({ status: 'draft' })
    const off = await shop.aProduct({ skus: [{ isOff: true }] })
    const gone = await shop.aProduct({ skus: [{ stock: 0 }] })
    expect(refusalOf(await add(memberId, nothing))).toEqual({ code: 'sku.unknown' })
    expect(refusalOf(await add(memberId, draft.skuId))).toEqual({ code: 'sku.off' })
    expect(refusalOf(await add(memberId, off.skuId))).toEqual({ code: 'sku.off' })
    expect(refusalOf(await add(memberId, gone.skuId))).toEqual({ code: 'sku.short', available: 0 })
    expect(await view(memberId)).toMatchObject({ items: [], invalid: [], cartCount: 0 })
  })

  test('fills a hundred lines and no more', async () => {
    const memberId = await shop.aMember()
    const skus = Array.from({ length: 101 }, (_, i) => ({ options: [`${i}`] }))
    const { skuIds } = await shop.aProduct({ skus })
    dataOf(
      await shop.call(
        'cart',
        'merge',
        { items: skuIds.slice(0, 99).map((skuId) => ({ skuId, quantity: 1 })) },
        memberId,
      ),
    )
    dataOf(await add(memberId, skuIds[99] as SkuId))
    expect(refusalOf(await add(memberId, skuIds[100] as SkuId))).toEqual({ code: 'cart.full', limit: 100 })
    dataOf(await add(memberId, skuIds[0] as SkuId))
    expect((await view(memberId)).items).toHaveLength(100)
  })
})

describe('setting a quantity', () => {
  test('sets, takes out at none, and is the same asked twice', async () => {
    const memberId = await shop.aMember()
    const { skuId } = await shop.aProduct({ skus: [{ stock: 9 }] })
    dataOf(await add(memberId, skuId, 2))
    for (let time = 1; time <= 2; time++) expect(dataOf(await set(memberId, skuId, 7)).cartCount).toBe(7)
    expect(refusalOf(await set(memberId, skuId, 10))).toEqual({ code: 'sku.short', available: 9 })
    for (let time = 1; time <= 2; time++) expect(dataOf(await set(memberId, skuId, 0)).cartCount).toBe(0)
    expect(dataOf(await set(memberId, skuId, 1)).items).toHaveLength(1)
    expect(refusalOf(await set(memberId, nothing, 1))).toEqual({ code: 'sku.unknown' })
  })

  test('leaves the tick and the remembered price alone', async () => {
    const memberId = await shop.aMember()
    const { skuId } = await shop.aProduct({ skus: [{ priceFen: 1000 }] })
    dataOf(await add(memberId, skuId))
    dataOf(await shop.call('cart', 'select', { skuIds: [skuId], isSelected: false }, memberId))
    await price(skuId, { price_fen: 900 })
    const cart = dataOf(await set(memberId, skuId, 3))
    expect(cart.items[0]).toMatchObject({ isSelected: false, changedByFen: -100, quantity: 3 })
    expect(await view(memberId)).toEqual(cart)
  })
})

describe('a cart that the shop changed under', () => {
  test('keeps apart what is off, sold out or short, and counts none of it', async () => {
    const memberId = await shop.aMember()
    const { productId, skuIds } = await shop.aProduct({
      skus: [{ options: ['a'] }, { options: ['b'] }, { options: ['c'] }],
    })
    const whole = await shop.aProduct()
    for (const skuId of [...skuIds, whole.skuId]) dataOf(await add(memberId, skuId, 2))
    const [off, gone, short] = skuIds as [SkuId, SkuId, SkuId]
    await price(off, { is_off: true })
    await stock(gone, 0)
    await stock(short, 1)
    const cart = await view(memberId)
    expect(cart.items.map((i) => i.skuId)).toEqual([whole.skuId])
    expect(new Map(cart.invalid.map((i) => [i.skuId, [i.why, i.available]]))).toEqual(
      new Map([
        [off, ['off', 99]],
        [gone, ['sold-out', 0]],
        [short, ['short', 1]],
      ]),
    )
    expect(cart).toMatchObject({ goodsFen: 3980, selectedCount: 2, cartCount: 8 })
    await shop.deps.db.updateTable('product').set({ status: 'off' }).where('id', '=', productId).execute()
    expect((await view(memberId)).invalid.map((i) => i.why)).toEqual(['off', 'off', 'off'])
  })

  test('says what became dearer or cheaper since', async () => {
    const memberId = await shop.aMember({ level: 'member' })
    const { skuId } = await shop.aProduct({ skus: [{ priceFen: 2000 }] })
    expect(dataOf(await add(memberId, skuId)).items[0]?.changedByFen).toBeNull()
    await price(skuId, { member_price_fen: 1800 })
    expect((await view(memberId)).items[0]).toMatchObject({
      changedByFen: -200,
      unitPriceFen: 1800,
      originalUnitFen: 2000,
    })
    await price(skuId, { price_fen: 2500, member_price_fen: 2400 })
    expect((await view(memberId)).items[0]?.changedByFen).toBe(400)
    expect(dataOf(await add(memberId, skuId)).items[0]?.changedByFen).toBeNull()
  })

  test('says what is missing to free delivery, by what is selected', async () => {
    const memberId = await shop.aMember()
    const { skuId } = await shop.aProduct({ skus: [{ priceFen: 2000 }] })
    expect(dataOf(await add(memberId, skuId)).freeDelivery).toBeNull()
    await shop.aDeliveryTemplate({})
    forgetShop(shop.deps)
    expect((await view(memberId)).freeDelivery).toEqual({ thresholdFen: 4900, missingFen: 2900 })
    expect(dataOf(await set(memberId, skuId, 3)).freeDelivery).toEqual({ thresholdFen: 4900, missingFen: 0 })
    const none = dataOf(await shop.call('cart', 'select', { skuIds: [skuId], isSelected: false }, memberId))
    expect(none).toMatchObject({ goodsFen: 0, selectedCount: 0, cartCount: 3, freeDelivery: { missingFen: 4900 } })
  })
})

describe('bringing a phone’s cart along at sign-in', () => {
  test('the larger quantity wins, what is unknown or off stays behind, and twice is once', async () => {
    const memberId = await shop.aMember()
    const [a, b, off] = [await shop.aProduct(), await shop.aProduct(), await shop.aProduct({ status: 'off' })]
    dataOf(await add(memberId, a.skuId, 5))
    const items = [
      { skuId: a.skuId, quantity: 3 },
      { skuId: b.skuId, quantity: 1 },
      { skuId: b.skuId, quantity: 4 },
      { skuId: off.skuId, quantity: 1 },
      { skuId: nothing, quantity: 1 },
    ]
    for (let time = 1; time <= 2; time++) {
      const cart = dataOf(await shop.call('cart', 'merge', { items }, memberId))
      expect(new Map(cart.items.map((i) => [i.skuId, i.quantity]))).toEqual(
        new Map([
          [a.skuId, 5],
          [b.skuId, 4],
        ]),
      )
    }
    expect(dataOf(await shop.call('cart', 'merge', { items: [] }, memberId)).cartCount).toBe(9)
  })
})

describe('whose cart', () => {
  test('nobody reaches into another member’s cart', async () => {
    const [mine, other] = [await shop.aMember(), await shop.aMember()]
    const { skuId } = await shop.aProduct()
    dataOf(await add(mine, skuId, 2))
    dataOf(await shop.call('cart', 'remove', { skuIds: [skuId] }, other))
    dataOf(await shop.call('cart', 'select', { skuIds: [skuId], isSelected: false }, other))
    expect((await view(mine)).items[0]).toMatchObject({ quantity: 2, isSelected: true })
    expect(dataOf(await shop.call('cart', 'remove', { skuIds: [skuId, nothing] }, mine))).toMatchObject({
      items: [],
      cartCount: 0,
    })
  })

  test.each(['view', 'add', 'set', 'select', 'remove', 'merge'])('%s needs a member', async (action) => {
    expect(await shop.send('cart', { action, input: {} })).toMatchObject({ refusal: { code: 'sign-in.required' } })
  })

  test.each([
    ['add', { skuId: nothing, quantity: 0 }],
    ['add', { skuId: nothing, quantity: -1 }],
    ['add', { skuId: nothing, quantity: 1.5 }],
    ['add', { skuId: nothing, quantity: '1' }],
    ['add', { skuId: nothing, quantity: 100 }],
    ['add', { skuId: "sku_'; delete from cart_line; --", quantity: 1 }],
    ['add', { skuId: nothing, quantity: 1, memberId: 'mem_0000000000' }],
    ['set', { skuId: nothing, quantity: 1e300 }],
    ['select', { skuIds: Array.from({ length: 201 }, () => nothing), isSelected: true }],
    ['select', { skuIds: nothing, isSelected: true }],
    ['remove', { skuIds: [] }],
    ['merge', { items: Array.from({ length: 101 }, () => ({ skuId: nothing, quantity: 1 })) }],
    ['merge', { items: [{ skuId: nothing }] }],
    ['view', { x: 1 }],
  ])('%s refuses bad input %#', async (action, input) => {
    const memberId = await shop.aMember()
    expect(await shop.send('cart', { action, input }, memberId)).toMatchObject({ refusal: { code: 'input.invalid' } })
  })
})
