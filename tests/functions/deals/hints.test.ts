/** What is pointed at, once and quietly: a coupon to claim, a threshold nearly reached, one more thing with which a coupon counts. */
import type { MemberId, SkuId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { forgetShop } from '../../../cloudfunctions/catalog/shop-memory'
import { dataOf, openShop, type Shop } from '../../support/functions'
import { readyToBuy } from '../../support/shop/buying'
import { aCoupon, aPromotion, aTemplate } from '../../support/shop/deals'

let shop: Shop
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.close())

const cart = async (memberId: MemberId, skuId: SkuId, quantity: number) =>
  dataOf(await shop.call('cart', 'add', { skuId, quantity }, memberId))

test('the product page and the cart point at a coupon that counts, until it is claimed', async () => {
  const { memberId, skuId, productId } = await readyToBuy(shop, { priceFen: 2_000 })
  await aTemplate(shop, {
    name: '满 100 减 50',
    thresholdFen: fen(10_000),
    offer: { kind: 'amount', offFen: fen(5_000) },
  })
  const templateId = await aTemplate(shop, { name: '满 15 减 5', thresholdFen: fen(1_500) })
  forgetShop(shop.deps)
  const page = async (as: MemberId | 'stranger') =>
    dataOf(await shop.call('catalog', 'product', { productId }, as)).offer
  const offer = { templateId, name: '满 15 减 5', offer: { kind: 'amount', offFen: 500 }, thresholdFen: 1_500 }
  expect(await page('stranger')).toEqual(offer)
  expect(await page(memberId)).toEqual(offer)
  expect((await cart(memberId, skuId, 1)).hint).toEqual({ kind: 'claim', offer, savesFen: 500 })
  dataOf(await shop.call('coupon', 'claim', { templateId }, memberId))
  expect((await page(memberId))?.name).toBe('满 100 减 50')
  expect((await page('stranger'))?.templateId).toBe(templateId)
  expect(dataOf(await shop.call('cart', 'view', {}, memberId)).hint).toBeNull()
})

test('a coupon for other goods is not pointed at', async () => {
  const { memberId, skuId, productId } = await readyToBuy(shop, { priceFen: 2_000 })
  const other = await shop.aProduct()
  await aTemplate(shop, { scope: { kind: 'products', ids: [other.productId] } })
  forgetShop(shop.deps)
  expect(dataOf(await shop.call('catalog', 'product', { productId }, memberId)).offer).toBeNull()
  expect((await cart(memberId, skuId, 1)).hint).toBeNull()
})

test('the cart names the threshold that is nearly reached, only where it gives at least what it asks for', async () => {
  const { memberId, skuId } = await readyToBuy(shop, { priceFen: 1_000 })
  await aPromotion(shop, '满 39 减 9', {
    kind: 'order',
    scope: { kind: 'all' },
    combines: [],
    tiers: [{ overFen: fen(3_900), offFen: fen(900) }],
  })
  expect((await cart(memberId, skuId, 2)).hint).toBeNull()
  expect((await cart(memberId, skuId, 1)).hint).toEqual({
    kind: 'near',
    name: '满 39 减 9',
    missingFen: 900,
    offFen: 900,
  })
  expect((await cart(memberId, skuId, 1)).hint).toBeNull()
})

test('the checkout says with what a coupon counts, what the order costs more then, and not after a choice by hand', async () => {
  const { memberId, skuId } = await readyToBuy(shop, { priceFen: 10_000 })
  await aCoupon(shop, memberId, {
    name: '满 105 减 8',
    thresholdFen: fen(10_500),
    offer: { kind: 'amount', offFen: fen(800) },
  })
  await shop.aProduct({ title: '葱', skus: [{ priceFen: 300 }] })
  await shop.aProduct({ title: '牛排', skus: [{ priceFen: 9_000 }] })
  const broccoli = await shop.aProduct({ title: '西兰花', skus: [{ priceFen: 690 }] })
  const basket = [{ skuId, quantity: 1 }]
  const { addOn } = dataOf(await shop.call('order', 'checkout', { basket }, memberId))
  expect(addOn).toMatchObject({
    line: { skuId: broccoli.skuId, title: '西兰花', quantity: 1 },
    unitPriceFen: 690,
    couponName: '满 105 减 8',
    moreFen: -110,
  })
  const bigger = [...basket, { skuId: broccoli.skuId, quantity: 1 }]
  const then = dataOf(await shop.call('order', 'checkout', { basket: bigger }, memberId))
  expect([then.quote.totalFen, then.addOn]).toEqual([10_000 - 110, null])
  const byHand = dataOf(await shop.call('order', 'checkout', { basket, deals: { couponId: null } }, memberId))
  expect(byHand.addOn).toBeNull()
})

test('nothing is suggested where the shopper would pay most of it', async () => {
  const { memberId, skuId } = await readyToBuy(shop, { priceFen: 10_000 })
  await aCoupon(shop, memberId, { thresholdFen: fen(12_000), offer: { kind: 'amount', offFen: fen(500) } })
  await shop.aProduct({ skus: [{ priceFen: 2_000 }] })
  const { addOn } = dataOf(await shop.call('order', 'checkout', { basket: [{ skuId, quantity: 1 }] }, memberId))
  expect(addOn).toBeNull()
})
