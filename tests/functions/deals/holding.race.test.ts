/** Many at once on a real server: one coupon, one purse, one share of a flash sale, and whoever comes first. */
import { sql } from 'kysely'
import type { CallReply } from '@/contract/index'
import type { MemberId } from '@/domain/ids'
import { MINUTE } from '@/domain/time'
import { dataOf, openShop, type Shop } from '../../support/functions'
import { lateNotice, pay, place, readyToBuy, requestId } from '../../support/shop/buying'
import {
  aCode,
  aCoupon,
  aFlashSlot,
  aTemplate,
  couponOf,
  expectDealsAgree,
  pointsOf,
  somePoints,
} from '../../support/shop/deals'
import { aSale, placeInSale } from '../../support/shop/group-sales'
import { expectNoDeadlocks, holdRows, many, tally, untilWaiting } from '../../support/shop/races'

let shop: Shop
beforeAll(async () => {
  shop = await openShop({ embedded: false })
})
afterAll(async () => {
  await expectNoDeadlocks(shop)
  await shop.close()
})
afterEach(() => expectDealsAgree(shop))

/** So many members, in one statement. */
const aCrowd = async (size: number): Promise<MemberId[]> => {
  const people = Array.from({ length: size }, (_, n) => ({
    ...{ store_id: shop.deps.storeId, id: shop.deps.newId('mem'), name: `邻居${n}` },
    created_at: new Date(shop.clock.now()),
  }))
  await shop.deps.db.insertInto('member').values(people).execute()
  return people.map((person) => person.id)
}

const usePoints = { couponId: null, deliveryCouponId: null, usePoints: true }

test('one coupon in twenty orders at once: one order has it, the others are told the price without it', async () => {
  const { memberId, pickupPointId, skuId } = await readyToBuy(shop, { priceFen: 2_000 })
  const couponId = await aCoupon(shop, memberId)
  const replies = await many(20, () =>
    place(shop, memberId, {
      ...{ basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen: 1_500 },
      deals: { couponId },
    }),
  )
  expect(tally(replies)).toEqual({ ok: 1, 'quote.changed': 19 })
  const no = replies.find((reply) => !reply.ok)
  expect(no).toMatchObject({ refusal: { quote: { totalFen: 2_000 } } })
  expect(await shop.availableOf(skuId)).toBe(99)
  expect((await couponOf(shop, couponId)).state).toBe('locked')
})

test('points in twenty orders at once are spent once, and never below zero', async () => {
  const { memberId, pickupPointId, skuId } = await readyToBuy(shop, { priceFen: 2_000 })
  await somePoints(shop, memberId, 1_000)
  const replies = await many(20, () =>
    place(shop, memberId, {
      ...{ basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen: 1_600 },
      deals: usePoints,
    }),
  )
  // 400 points an order: two orders have them, 200 are left, which is another price
  expect(tally(replies)).toEqual({ ok: 2, 'quote.changed': 18 })
  expect(await pointsOf(shop, memberId)).toEqual({ balance: 200, frozen: 800, owed: 0 })
})

test('the same checkout sent twenty times is one order that holds its deals once', async () => {
  const { memberId, pickupPointId, skuId } = await readyToBuy(shop, { priceFen: 2_000 })
  const couponId = await aCoupon(shop, memberId)
  await somePoints(shop, memberId, 1_000)
  const one = { requestId: requestId(), basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen: 1_200 }
  const replies = await many(20, () => place(shop, memberId, { ...one, deals: { ...usePoints, couponId } }))
  expect(tally(replies)).toEqual({ ok: 20 })
  expect(new Set(replies.map((reply) => dataOf(reply).orderId)).size).toBe(1)
  expect(await pointsOf(shop, memberId)).toEqual({ balance: 700, frozen: 300, owed: 0 })
})

test.each([1, 2, 3, 4])(
  'paying and cancelling in one moment: the coupon is used with the order, or back (%#)',
  async () => {
    const { memberId, pickupPointId, skuId } = await readyToBuy(shop, { priceFen: 2_000 })
    const couponId = await aCoupon(shop, memberId)
    await somePoints(shop, memberId, 300)
    const wish = { basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen: 1_200, deals: { ...usePoints, couponId } }
    const { orderId, number } = dataOf(await place(shop, memberId, wish))
    dataOf(await shop.call('payment', 'start', { orderId }, memberId))
    const notice = shop.pay.pay(number)
    await Promise.all([
      many(3, () => shop.deliver('payment', notice)),
      shop.call('order', 'cancel', { orderId }, memberId),
      shop.call('order', 'cancel', { orderId }, memberId),
    ])
    const { trade } = dataOf(await shop.call('order', 'detail', { orderId }, memberId))
    const coupon = await couponOf(shop, couponId)
    expect([trade, coupon.state]).toEqual(coupon.state === 'used' ? ['fulfilling', 'used'] : [trade, 'claimed'])
  },
)

test('money that comes after the coupon went into another order goes back', async () => {
  const { memberId, pickupPointId, skuId } = await readyToBuy(shop, { priceFen: 2_000 })
  const couponId = await aCoupon(shop, memberId)
  const wish = { basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen: 1_500, deals: { couponId } }
  const first = dataOf(await place(shop, memberId, wish))
  const notice = await lateNotice(shop, { memberId, ...first })
  const second = dataOf(await place(shop, memberId, wish))
  await many(5, () => shop.deliver('payment', notice))
  expect(dataOf(await shop.call('order', 'detail', { orderId: first.orderId }, memberId))).toMatchObject({
    trade: 'late-paid',
    money: 'refunding',
  })
  await pay(shop, { memberId, ...second })
  expect(await couponOf(shop, couponId)).toMatchObject({ state: 'used', orderId: second.orderId })
})

test('a budget of fifty and two hundred claims: exactly fifty', async () => {
  const templateId = await aTemplate(shop, { budget: 50 })
  const people = await many(200, () => shop.aMember())
  const replies = await many(200, (i) => shop.call('coupon', 'claim', { templateId }, people[i] as MemberId))
  expect(tally(replies)).toEqual({ ok: 50, 'coupon.sold-out': 150 })
})

test('thirty a day, and three a person, however they come', async () => {
  const templateId = await aTemplate(shop, { budget: 500, perDay: 30, perPerson: 3 })
  const people = await many(20, () => shop.aMember())
  const replies = await many(100, (i) => shop.call('coupon', 'claim', { templateId }, people[i % 20] as MemberId))
  const { ok, ...others } = tally(replies)
  expect(ok).toBe(30)
  expect(Object.keys(others).every((code) => ['coupon.day-limit', 'coupon.limit-reached'].includes(code))).toBe(true)
  const mine = await aTemplate(shop, { perPerson: 3 })
  const tries = await many(20, () => shop.call('coupon', 'claim', { templateId: mine }, people[0] as MemberId))
  expect(tally(tries)).toEqual({ ok: 3, 'coupon.limit-reached': 17 })
})

test('one exchange code redeemed by twenty people at once is one coupon', async () => {
  const templateId = await aTemplate(shop, { isClaimable: false })
  await aCode(shop, templateId, '0PEN2026')
  const people = await many(20, () => shop.aMember())
  const replies = await many(20, (i) => shop.call('coupon', 'redeem', { code: 'open-2026' }, people[i] as MemberId))
  expect(tally(replies)).toEqual({ ok: 1, 'code.used': 19 })
})

test('a flash sale of 500 units with 2,000 buyers sells exactly 500, and who cancels gives one to the next', async () => {
  const { pickupPointId, skuId, productId } = await readyToBuy(shop, { priceFen: 2_000, stock: 800 })
  const flashSlotId = await aFlashSlot(shop, { skuId, productId }, { stockShare: 500, perPerson: 1 })
  const people = await aCrowd(2_000)
  const buy = (memberId: MemberId): Promise<CallReply<'order', 'place'>> =>
    place(shop, memberId, { basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen: 990, flashSlotId })
  const replies = await many(2_000, (i) => buy(people[i] as MemberId))
  expect(tally(replies)).toEqual({ ok: 500, 'flash.sold-out': 1_500 })
  expect(await shop.availableOf(skuId)).toBe(300)
  const [winner, loser] = [replies.findIndex((r) => r.ok), replies.findIndex((r) => !r.ok)]
  expect(tally([await buy(people[winner] as MemberId)])).toEqual({ 'flash.limit-reached': 1 })
  const { orderId } = dataOf(replies[winner] as (typeof replies)[number])
  dataOf(await shop.call('order', 'cancel', { orderId }, people[winner] as MemberId))
  expect(tally([await buy(people[loser] as MemberId)])).toEqual({ ok: 1 })
  shop.clock.advance(6 * MINUTE)
  await shop.call('jobs', 'run', {}, 'timer')
  await expectDealsAgree(shop)
}, 120_000)

test('two pieces a person: one buyer in twenty tries at once has two', async () => {
  const { memberId, pickupPointId, skuId, productId } = await readyToBuy(shop, { priceFen: 2_000 })
  const flashSlotId = await aFlashSlot(shop, { skuId, productId }, { stockShare: 50, perPerson: 2 })
  const replies = await many(20, () =>
    place(shop, memberId, { basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen: 990, flashSlotId }),
  )
  expect(tally(replies)).toEqual({ ok: 2, 'flash.limit-reached': 18 })
})

test('receipt confirmed ten times at once earns points once', async () => {
  const { memberId, pickupPointId, skuId } = await readyToBuy(shop, { priceFen: 2_050 })
  const owner = await shop.aStaff()
  const { orderId, number } = dataOf(
    await place(shop, memberId, { basket: [{ skuId, quantity: 2 }], pickupPointId, totalFen: 4_100 }),
  )
  await pay(shop, { memberId, orderId, number })
  dataOf(await shop.call('staff-order', 'makeReady', { orderIds: [orderId] }, owner))
  await many(10, () => shop.call('order', 'confirmReceipt', { orderId }, memberId))
  expect(await pointsOf(shop, memberId)).toEqual({ balance: 41, frozen: 0, owed: 0 })
})

describe('the same person takes an order back and places the next one in the same moment', () => {
  test.each(['unpaid', 'paid'] as const)(
    '%s: points and goods are locked in one order, both go well',
    async (money) => {
      const { memberId, pickupPointId, skuId } = await readyToBuy(shop, { priceFen: 2_000 })
      await somePoints(shop, memberId, 1_000)
      const wish = { basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen: 1_600, deals: usePoints }
      const before = dataOf(await place(shop, memberId, wish))
      if (money === 'paid') await pay(shop, { memberId, ...before })
      const letGo = await holdRows(shop, sql`select from stock where sku_id = ${skuId} for update`)
      const placing = place(shop, memberId, wish)
      await untilWaiting(shop, 1)
      const takingBack = shop.call('order', 'cancel', { orderId: before.orderId }, memberId)
      await untilWaiting(shop, 2)
      await letGo()
      expect(tally([await placing, await takingBack])).toEqual({ ok: 2 })
    },
  )

  test('a neighbour leaves a sale while another one orders in it with a coupon', async () => {
    const sale = await aSale(shop)
    const [leaving, coming] = [await shop.aMember(), await shop.aMember()]
    const couponId = await aCoupon(shop, coming, { combines: ['community'] })
    const before = dataOf(await placeInSale(shop, sale, leaving))
    const letGo = await holdRows(shop, sql`select from stock where sku_id = ${sale.skuId} for update`)
    const placing = place(shop, coming, {
      ...{ basket: [{ skuId: sale.skuId, quantity: 1 }], pickupPointId: sale.pickupPointId },
      ...{ saleId: sale.saleId, totalFen: 1_000, deals: { couponId } },
    })
    await untilWaiting(shop, 1)
    const cancelling = shop.call('order', 'cancel', { orderId: before.orderId }, leaving)
    await untilWaiting(shop, 2)
    await letGo()
    expect(tally([await placing, await cancelling])).toEqual({ ok: 2 })
  })

  test('the next one wants the coupon of the one that is taken back, and has it', async () => {
    const sale = await aSale(shop)
    const memberId = await shop.aMember()
    const couponId = await aCoupon(shop, memberId, { combines: ['community'] })
    const basket = [{ skuId: sale.skuId, quantity: 1 }]
    const wish = { basket, pickupPointId: sale.pickupPointId, deals: { couponId } }
    // has seen a coupon that is free, and is written as soon as its sale lets it
    const letSaleGo = await holdRows(shop, sql`select from sale where id = ${sale.saleId} for update`)
    const placing = place(shop, memberId, { ...wish, totalFen: 1_000, saleId: sale.saleId })
    await untilWaiting(shop, 1)
    const before = dataOf(await place(shop, memberId, { ...wish, totalFen: 1_500 }))
    await pay(shop, { memberId, ...before })
    const letStockGo = await holdRows(shop, sql`select from stock where sku_id = ${sale.skuId} for update`)
    const takingBack = shop.call('order', 'cancel', { orderId: before.orderId }, memberId)
    await untilWaiting(shop, 2)
    await letSaleGo()
    await new Promise((resolve) => setTimeout(resolve, 100))
    await letStockGo()
    expect(tally([await takingBack, await placing])).toEqual({ ok: 2 })
    expect(await couponOf(shop, couponId)).toMatchObject({ state: 'locked', orderId: dataOf(await placing).orderId })
  })
})
