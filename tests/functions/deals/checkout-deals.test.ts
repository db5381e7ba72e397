/** The checkout asks for the best deal, and says of every coupon and every point what it does or why it can't. */
import { fen } from '@/domain/money'
import { DAY, HOUR, later } from '@/domain/time'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { readyToBuy } from '../../support/shop/buying'
import { aCoupon, aFlashSlot, aPromotion, somePoints } from '../../support/shop/deals'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

test('the best coupon is chosen, the others say what they would do or what is missing', async () => {
  const { memberId, skuId } = await readyToBuy(shop, { priceFen: 2_000 })
  const best = await aCoupon(shop, memberId, {
    name: '满 20 减 6',
    thresholdFen: fen(2_000),
    offer: { kind: 'amount', offFen: fen(600) },
  })
  const other = await aCoupon(shop, memberId, { name: '立减 2', offer: { kind: 'amount', offFen: fen(200) } })
  const far = await aCoupon(shop, memberId, {
    name: '满 50 减 20',
    thresholdFen: fen(5_000),
    offer: { kind: 'amount', offFen: fen(2_000) },
  })
  await aCoupon(shop, memberId, { expiresAt: later(shop.clock.now(), -1) })
  const { quote, deals } = dataOf(await shop.call('order', 'checkout', { basket: [{ skuId, quantity: 1 }] }, memberId))
  expect(quote.totalFen).toBe(1_400)
  expect(deals.choice).toEqual({ couponId: best, deliveryCouponId: null, usePoints: false })
  expect(deals.options.map((option) => option.id)).toEqual([best, other, far])
  expect(deals.options[2]).toMatchObject({
    isUsable: false,
    why: { code: 'below-threshold', missingFen: 3_000 },
    scopeNames: [],
    thresholdFen: 5_000,
  })
  const mine = dataOf(
    await shop.call('order', 'checkout', { basket: [{ skuId, quantity: 1 }], deals: { couponId: other } }, memberId),
  )
  expect(mine.quote.totalFen).toBe(1_800)
  const none = dataOf(
    await shop.call('order', 'checkout', { basket: [{ skuId, quantity: 1 }], deals: { couponId: null } }, memberId),
  )
  expect(none.quote.totalFen).toBe(2_000)
})

test('of more coupons than anybody looks through those that end first are offered, and the best of them is found', async () => {
  const { memberId, skuId } = await readyToBuy(shop, { priceFen: 2_000 })
  const amount = (offFen: number) => ({ offer: { kind: 'amount' as const, offFen: fen(offFen) } })
  const tonight = await aCoupon(shop, memberId, { ...amount(700), expiresAt: later(shop.clock.now(), HOUR) })
  for (let n = 0; n < 48; n++)
    await aCoupon(shop, memberId, { ...amount(100), expiresAt: later(shop.clock.now(), 2 * DAY) })
  const next = await aCoupon(shop, memberId, { ...amount(600), expiresAt: later(shop.clock.now(), 3 * DAY) })
  for (let n = 0; n < 3; n++)
    await aCoupon(shop, memberId, { ...amount(900), expiresAt: later(shop.clock.now(), 9 * DAY) })
  const { quote, deals } = dataOf(await shop.call('order', 'checkout', { basket: [{ skuId, quantity: 1 }] }, memberId))
  expect(deals.options).toHaveLength(50)
  expect(deals.options.map(({ id }) => id)).toEqual(expect.arrayContaining([tonight, next]))
  expect([quote.totalFen, deals.choice.couponId]).toEqual([1_300, tonight])
})

test('points are offered, and used only where the shopper says so', async () => {
  const { memberId, skuId } = await readyToBuy(shop, { priceFen: 2_000 })
  await somePoints(shop, memberId, 1_000)
  const basket = [{ skuId, quantity: 1 }]
  const before = dataOf(await shop.call('order', 'checkout', { basket }, memberId))
  expect(before).toMatchObject({
    quote: { totalFen: 2_000 },
    deals: { points: { balance: 1_000, spendable: 400, worthFen: 400 } },
  })
  const after = dataOf(await shop.call('order', 'checkout', { basket, deals: { usePoints: true } }, memberId))
  expect(after).toMatchObject({
    quote: { totalFen: 1_600 },
    deals: { choice: { usePoints: true }, points: { spendable: 400 } },
  })
})

test('a coupon for a category counts goods of the categories below it, and names it', async () => {
  const { memberId } = await readyToBuy(shop)
  const fruit = await shop.aCategory({ name: '水果' })
  const berries = await shop.aCategory({ name: '莓果', parentId: fruit })
  const { skuId } = await shop.aProduct({ categoryId: berries, skus: [{ priceFen: 3_000 }] })
  await aCoupon(shop, memberId, { scope: { kind: 'categories', ids: [fruit] } })
  const { quote, deals } = dataOf(await shop.call('order', 'checkout', { basket: [{ skuId, quantity: 1 }] }, memberId))
  expect(quote.totalFen).toBe(2_500)
  expect(deals.options[0]).toMatchObject({ scopeNames: ['水果'], isUsable: true, offFen: 500 })
})

test('a slot’s goods cost its price while it runs; who comes early is told when it begins', async () => {
  const { memberId, skuId, productId } = await readyToBuy(shop, { priceFen: 2_000 })
  const flashSlotId = await aFlashSlot(shop, { skuId, productId }, { priceFen: 990, perPerson: 2, stockShare: 5 })
  const basket = [{ skuId, quantity: 1 }]
  const { quote, flash } = dataOf(await shop.call('order', 'checkout', { basket, flashSlotId }, memberId))
  expect(quote.totalFen).toBe(990)
  expect(flash).toMatchObject({ slotId: flashSlotId, items: [{ skuId, perPerson: 2, left: 5 }], payWindowMs: 300_000 })
  const three = await shop.call('order', 'checkout', { basket: [{ skuId, quantity: 3 }], flashSlotId }, memberId)
  expect(refusalOf(three)).toEqual({ code: 'flash.limit-reached', skuId, limit: 2, left: 2 })
  const { slots, now } = dataOf(await shop.call('flash', 'slots', {}))
  expect(now).toBe(shop.clock.now())
  expect(slots).toMatchObject([
    { id: flashSlotId, phase: 'running', items: [{ skuId, flashFen: 990, saleFen: 2_000, sold: 0 }] },
  ])
  expect(dataOf(await shop.call('catalog', 'product', { productId })).flash).toMatchObject({
    slotId: flashSlotId,
    items: [{ left: 5 }],
  })
  const startsAt = later(shop.clock.now(), HOUR)
  const early = await aFlashSlot(shop, { skuId, productId }, { startsAt, endsAt: later(startsAt, HOUR) })
  expect(refusalOf(await shop.call('order', 'checkout', { basket, flashSlotId: early }, memberId))).toEqual({
    code: 'flash.not-running',
    startsAt,
  })
})

test('a promotion counts for everybody without being asked for', async () => {
  const { memberId, skuId } = await readyToBuy(shop, { priceFen: 4_000 })
  const id = await aPromotion(shop, '满 39 减 9', {
    kind: 'order',
    scope: { kind: 'all' },
    combines: [],
    tiers: [{ overFen: fen(3_900), offFen: fen(900) }],
  })
  const { quote } = dataOf(await shop.call('order', 'checkout', { basket: [{ skuId, quantity: 1 }] }, memberId))
  expect(quote).toMatchObject({
    totalFen: 3_100,
    steps: expect.arrayContaining([expect.objectContaining({ kind: 'order-promotion', id })]),
  })
  shop.clock.advance(2 * DAY)
  expect(
    dataOf(await shop.call('order', 'checkout', { basket: [{ skuId, quantity: 1 }] }, memberId)).quote.totalFen,
  ).toBe(4_000)
})
