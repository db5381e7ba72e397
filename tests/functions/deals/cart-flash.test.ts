/** A cart in a flash sale: its prices while the sale runs, up to what one may take, and the same at the checkout. */
import type { MemberId, SkuId } from '@/domain/ids'
import { HOUR, later } from '@/domain/time'
import { forgetShop } from '../../../cloudfunctions/catalog/shop-memory'
import { dataOf, openShop, type Shop } from '../../support/functions'
import { place, readyToBuy } from '../../support/shop/buying'
import { aFlashSlot, expectDealsAgree } from '../../support/shop/deals'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterEach(() => expectDealsAgree(shop))
afterAll(() => shop.close())

const fill = async (memberId: MemberId, skuId: SkuId, quantity: number) =>
  dataOf(await shop.call('cart', 'add', { skuId, quantity }, memberId))
const view = async (memberId: MemberId) => dataOf(await shop.call('cart', 'view', {}, memberId))
const takenOf = async (skuId: SkuId) =>
  (await shop.deps.db.selectFrom('flash_item').select('taken').where('sku_id', '=', skuId).executeTakeFirstOrThrow())
    .taken

test('goods of a running slot have its price, the others keep theirs; what it ends with is no dearer than before', async () => {
  const { memberId, skuId, productId } = await readyToBuy(shop, { priceFen: 2_000 })
  const other = await shop.aProduct({ skus: [{ priceFen: 1_000 }] })
  const endsAt = later(shop.clock.now(), HOUR)
  const slotId = await aFlashSlot(shop, { skuId, productId }, { priceFen: 990, perPerson: 2, endsAt })
  await fill(memberId, other.skuId, 1)
  const cart = await fill(memberId, skuId, 2)
  expect(cart).toMatchObject({ flash: { slotId, endsAt }, goodsFen: 2_980, savedFen: 2_020 })
  const flash = { priceFen: 990, most: 2, usualFen: 2_000 }
  expect(cart.items.find((item) => item.skuId === skuId)).toMatchObject({
    unitPriceFen: 990,
    flash,
    changedByFen: null,
  })
  expect(cart.items.find((item) => item.skuId === other.skuId)).toMatchObject({ unitPriceFen: 1_000, flash: null })
  shop.clock.advance(HOUR)
  forgetShop(shop.deps)
  const after = await view(memberId)
  expect(after).toMatchObject({ flash: null, goodsFen: 5_000 })
  expect(after.items.map((item) => [item.flash, item.changedByFen])).toEqual([
    [null, null],
    [null, null],
  ])
})

test('who holds more than the slot allows pays what it always costs, there and at the checkout; the rest keeps its price', async () => {
  const { memberId, pickupPointId, ...few } = await readyToBuy(shop, { priceFen: 2_000 })
  const many = await readyToBuy(shop, { priceFen: 1_000 })
  const flashSlotId = await aFlashSlot(shop, few, { priceFen: 990, perPerson: 2 })
  await shop.deps.db
    .insertInto('flash_item')
    .values({
      ...{ store_id: shop.deps.storeId, slot_id: flashSlotId, sku_id: many.skuId, product_id: many.productId },
      ...{ price_fen: 500, stock_share: 10, per_person: 1 },
    })
    .execute()
  await fill(memberId, few.skuId, 2)
  const cart = await fill(memberId, many.skuId, 3)
  expect(cart.goodsFen).toBe(2 * 990 + 3 * 1_000)
  expect(cart.items.find((item) => item.skuId === many.skuId)).toMatchObject({
    unitPriceFen: 1_000,
    flash: { priceFen: 500, most: 1, usualFen: 1_000 },
  })
  const basket = cart.items.map(({ skuId, quantity }) => ({ skuId, quantity }))
  const ask = { basket, flashSlotId, flashSkuIds: [few.skuId] }
  const { quote, flash } = dataOf(await shop.call('order', 'checkout', ask, memberId))
  expect(quote.totalFen).toBe(cart.goodsFen)
  expect(flash?.items.map((item) => item.skuId)).toEqual([few.skuId])
  const placed = dataOf(await place(shop, memberId, { ...ask, pickupPointId, totalFen: cart.goodsFen }))
  expect([await takenOf(few.skuId), await takenOf(many.skuId)]).toEqual([2, 0])
  // what was taken counts: the limit is used up, so the cart offers no more of it
  expect((await view(memberId)).items.find((item) => item.skuId === few.skuId)).toMatchObject({
    unitPriceFen: 2_000,
    flash: null,
  })
  dataOf(await shop.call('order', 'cancel', { orderId: placed.orderId }, memberId))
  expect([await takenOf(few.skuId), await takenOf(many.skuId)]).toEqual([0, 0])
})

test('of two slots that run at once the cart takes the one that takes most off, as an order has one', async () => {
  const { memberId, ...one } = await readyToBuy(shop, { priceFen: 2_000 })
  const two = await readyToBuy(shop, { priceFen: 2_000 })
  await aFlashSlot(shop, one, { priceFen: 1_900 })
  const slotId = await aFlashSlot(shop, two, { priceFen: 1_000 })
  await fill(memberId, one.skuId, 1)
  const cart = await fill(memberId, two.skuId, 1)
  expect(cart).toMatchObject({ flash: { slotId }, goodsFen: 3_000 })
})
