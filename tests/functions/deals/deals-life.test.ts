/** What becomes of coupons, points and flash pieces when their order is paid, ends, or goes back in parts. */
import type { CouponId, GroupId, MemberId, OrderId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { DAY, HOUR, later, MINUTE } from '@/domain/time'
import { dataOf, openShop, type Shop } from '../../support/functions'
import type { StaffSeat } from '../../support/shop/builders'
import { lateNotice, pay, place, readyToBuy, requestId } from '../../support/shop/buying'
import { aCoupon, aFlashSlot, couponOf, expectDealsAgree, pointsOf, somePoints } from '../../support/shop/deals'
import { aCampaign, anOpenGroup, orderOf } from '../../support/shop/group-buying'

let shop: Shop
let owner: StaffSeat
beforeAll(async () => {
  shop = await openShop()
  owner = await shop.aStaff()
})
afterEach(() => expectDealsAgree(shop))
afterAll(() => shop.close())

const tick = async () => void dataOf(await shop.call('jobs', 'run', {}, 'timer'))

type Bought = { memberId: MemberId; orderId: OrderId; number: string; couponId: CouponId; totalFen: number }

/** Three pieces at ¥20, ¥5 off by a coupon that ends in a week, 600 points spent: ¥49 are left. */
const anOrderWithDeals = async (expiresIn = 7 * DAY): Promise<Bought> => {
  const { memberId, pickupPointId, skuId } = await readyToBuy(shop, { priceFen: 2_000 })
  const couponId = await aCoupon(shop, memberId, { expiresAt: later(shop.clock.now(), expiresIn) })
  await somePoints(shop, memberId, 600)
  const deals = { couponId, usePoints: true }
  const basket = [{ skuId, quantity: 3 }]
  const placed = dataOf(await place(shop, memberId, { basket, pickupPointId, totalFen: 4_900, deals }))
  return { memberId, couponId, totalFen: 4_900, orderId: placed.orderId, number: placed.number }
}

const aPaidOne = async (): Promise<Bought> => {
  const order = await anOrderWithDeals()
  await pay(shop, order)
  return order
}

const refund = async ({ orderId, number }: Bought, quantity?: number) => {
  const { lines } = dataOf(await shop.call('staff-order', 'detail', { orderId }, owner))
  const part = quantity ? { lines: [{ lineId: lines[0]?.id as never, quantity }] } : {}
  const ask = { orderId, requestId: requestId(), reason: '坏果', ...part }
  const done = dataOf(await shop.call('staff-order', 'refund', ask, owner))
  await tick()
  for (const { outRefundNo, status } of shop.pay.refundsOf(number))
    if (status === 'PROCESSING') await shop.deliver('payment', shop.pay.settleRefund(outRefundNo))
  return done.refund.amountFen
}

test('placed it is held, paid it is used, and the ledger says what was spent', async () => {
  const order = await anOrderWithDeals()
  expect(await couponOf(shop, order.couponId)).toMatchObject({ state: 'locked', orderId: order.orderId })
  expect(await pointsOf(shop, order.memberId)).toEqual({ balance: 0, frozen: 600, owed: 0 })
  await pay(shop, order)
  expect((await couponOf(shop, order.couponId)).state).toBe('used')
  expect(await pointsOf(shop, order.memberId)).toEqual({ balance: 0, frozen: 0, owed: 0 })
  const { items } = dataOf(await shop.call('points', 'mine', {}, order.memberId))
  expect(items).toMatchObject([
    { kind: 'spent', points: -600, orderId: order.orderId },
    { kind: 'granted', points: 600 },
  ])
  const { quote } = dataOf(await shop.call('order', 'detail', { orderId: order.orderId }, order.memberId))
  expect(quote.steps.map((step) => step.kind)).toEqual(['goods', 'coupon', 'points', 'delivery'])
})

test('cancelled by its shopper or the clock, everything is back; a coupon that ran out meanwhile is over', async () => {
  const order = await anOrderWithDeals()
  dataOf(await shop.call('order', 'cancel', { orderId: order.orderId }, order.memberId))
  expect(await couponOf(shop, order.couponId)).toMatchObject({ state: 'claimed', orderId: null })
  expect(await pointsOf(shop, order.memberId)).toEqual({ balance: 600, frozen: 0, owed: 0 })
  const late = await anOrderWithDeals(10 * MINUTE)
  shop.clock.advance(31 * MINUTE)
  await tick()
  expect((await couponOf(shop, late.couponId)).state).toBe('expired')
  expect(await pointsOf(shop, late.memberId)).toEqual({ balance: 600, frozen: 0, owed: 0 })
})

test('cancelled by the staff, a coupon that ran out is good for three more days', async () => {
  const order = await anOrderWithDeals(10 * MINUTE)
  shop.clock.advance(15 * MINUTE)
  dataOf(await shop.call('staff-order', 'cancel', { orderId: order.orderId }, owner))
  const coupon = await couponOf(shop, order.couponId)
  expect(coupon).toMatchObject({ state: 'claimed', expiresAt: new Date(later(shop.clock.now(), 3 * DAY)) })
})

test('taken back within ten minutes, coupon and points are back with the money', async () => {
  const order = await aPaidOne()
  dataOf(await shop.call('order', 'cancel', { orderId: order.orderId }, order.memberId))
  expect(await couponOf(shop, order.couponId)).toMatchObject({ state: 'claimed', orderId: null })
  expect(await pointsOf(shop, order.memberId)).toEqual({ balance: 600, frozen: 0, owed: 0 })
})

test('refunded in parts, points come back by share, the coupon with the last piece', async () => {
  const order = await aPaidOne()
  const first = await refund(order, 1)
  expect(await pointsOf(shop, order.memberId)).toMatchObject({ balance: 200 })
  expect((await couponOf(shop, order.couponId)).state).toBe('used')
  const rest = await refund(order)
  expect(first + rest).toBe(order.totalFen)
  expect(await pointsOf(shop, order.memberId)).toEqual({ balance: 600, frozen: 0, owed: 0 })
  expect((await couponOf(shop, order.couponId)).state).toBe('claimed')
})

const complete = async ({ memberId, orderId }: Pick<Bought, 'memberId' | 'orderId'>): Promise<void> => {
  dataOf(await shop.call('staff-order', 'makeReady', { orderIds: [orderId] }, owner))
  dataOf(await shop.call('order', 'confirmReceipt', { orderId }, memberId))
}

test('completed it earns a point a yuan that was paid; a refund afterwards takes back its share and returns what was spent', async () => {
  const order = await aPaidOne()
  await complete(order)
  expect(await pointsOf(shop, order.memberId)).toEqual({ balance: 49, frozen: 0, owed: 0 })
  await refund(order, 1)
  // two thirds of ¥49 are ¥32.66: 32 of the 49 points stay
  expect(await pointsOf(shop, order.memberId)).toEqual({ balance: 32 + 200, frozen: 0, owed: 0 })
  await refund(order)
  const { items, balance } = dataOf(await shop.call('points', 'mine', {}, order.memberId))
  expect(balance).toBe(600)
  expect(items.map((entry) => [entry.kind, entry.points]).slice(0, 4)).toEqual([
    ['clawed-back', -32],
    ['returned', 400],
    ['clawed-back', -17],
    ['returned', 200],
  ])
})

test('earned points that are spent already are owed, and what is earned next pays them off', async () => {
  const { memberId, pickupPointId, skuId } = await readyToBuy(shop, { priceFen: 2_000 })
  const buy = async (totalFen: number, usePoints = false): Promise<Bought> => {
    const wish = { basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen, deals: { usePoints } }
    const { orderId, number } = dataOf(await place(shop, memberId, wish))
    await pay(shop, { memberId, orderId, number })
    return { memberId, orderId, number, totalFen, couponId: '' as CouponId }
  }
  const first = await buy(2_000)
  await complete(first)
  const second = await buy(1_980, true)
  await refund(first)
  expect(await pointsOf(shop, memberId)).toEqual({ balance: 0, frozen: 0, owed: 20 })
  await complete(second)
  expect(await pointsOf(shop, memberId)).toEqual({ balance: 0, frozen: 0, owed: 1 })
})

test('late money takes coupon and points up again while they are there', async () => {
  const order = await anOrderWithDeals()
  const notice = await lateNotice(shop, order)
  expect((await couponOf(shop, order.couponId)).state).toBe('claimed')
  expect((await shop.deliver('payment', notice)).status).toBe(204)
  expect(dataOf(await shop.call('order', 'detail', { orderId: order.orderId }, order.memberId)).trade).toBe(
    'fulfilling',
  )
  expect(await couponOf(shop, order.couponId)).toMatchObject({ state: 'used', orderId: order.orderId })
  expect(await pointsOf(shop, order.memberId)).toEqual({ balance: 0, frozen: 0, owed: 0 })
})

test('flash pieces: five minutes to pay, then the next buyer’s; late money gets them while there are some', async () => {
  const { memberId, pickupPointId, skuId, productId } = await readyToBuy(shop, { priceFen: 2_000, stock: 9 })
  const other = await shop.aMember()
  const flashSlotId = await aFlashSlot(shop, { skuId, productId }, { stockShare: 2, perPerson: 2 })
  const wish = { basket: [{ skuId, quantity: 2 }], pickupPointId, totalFen: 1_980, flashSlotId }
  const first = dataOf(await place(shop, memberId, wish))
  expect(first.payDeadlineAt).toBe(later(shop.clock.now(), 5 * MINUTE))
  expect(await place(shop, other, wish)).toMatchObject({ refusal: { code: 'flash.sold-out', skuId, sold: 2 } })
  const notice = await lateNotice(shop, { memberId, ...first })
  const second = dataOf(await place(shop, other, wish))
  await shop.deliver('payment', notice)
  expect(dataOf(await shop.call('order', 'detail', { orderId: first.orderId }, memberId)).trade).toBe('late-paid')
  shop.clock.advance(6 * MINUTE)
  await tick()
  expect(dataOf(await shop.call('order', 'detail', { orderId: second.orderId }, other)).trade).toBe('cancelled')
  expect(await shop.availableOf(skuId)).toBe(9)
  const third = dataOf(await place(shop, other, { ...wish, basket: [{ skuId, quantity: 1 }], totalFen: 990 }))
  await pay(shop, { memberId: other, ...third })
  dataOf(await shop.call('order', 'cancel', { orderId: third.orderId }, other))
  const { items } = await shop.deps.db
    .selectFrom('flash_item')
    .select('taken as items')
    .where('slot_id', '=', flashSlotId)
    .executeTakeFirstOrThrow()
  expect(items).toBe(0)
})

test('a basket may hold goods of the slot beside others, and a coupon that goes together with them', async () => {
  const { memberId, pickupPointId, skuId, productId } = await readyToBuy(shop, { priceFen: 2_000 })
  const { skuId: plain } = await shop.aProduct({ skus: [{ priceFen: 3_000 }] })
  const flashSlotId = await aFlashSlot(shop, { skuId, productId }, { priceFen: 1_000 })
  const couponId = await aCoupon(shop, memberId, { thresholdFen: fen(4_000), combines: ['flash'] })
  const basket = [
    { skuId, quantity: 1 },
    { skuId: plain, quantity: 1 },
  ]
  const { quote } = dataOf(await shop.call('order', 'checkout', { basket, flashSlotId }, memberId))
  expect(quote).toMatchObject({ totalFen: 3_500, lines: [{ unitPriceRule: 'flash' }, { unitPriceRule: 'sale' }] })
  const wish = { basket, pickupPointId, totalFen: 3_500, flashSlotId, deals: { couponId } }
  const { orderId } = dataOf(await place(shop, memberId, wish))
  dataOf(await shop.call('order', 'cancel', { orderId }, memberId))
})

test('in a group only a coupon that says so counts; unfilled, it comes back with days to spend', async () => {
  const campaign = await aCampaign(shop, { lifeMinutes: 60 })
  const memberId = await shop.aMember()
  await somePoints(shop, memberId, 1_000)
  const plain = await aCoupon(shop, memberId)
  const group = { kind: 'open', campaignId: campaign.campaignId } as const
  const ask = { basket: [{ skuId: campaign.skuId, quantity: 1 }], group }
  const before = dataOf(await shop.call('order', 'checkout', ask, memberId))
  expect(before).toMatchObject({
    quote: { totalFen: campaign.priceFen },
    deals: { points: null, options: [{ id: plain, isUsable: false, why: { code: 'not-together', with: ['group'] } }] },
  })
  const expiresAt = later(shop.clock.now(), HOUR)
  const couponId = await aCoupon(shop, memberId, { combines: ['group'], expiresAt })
  const { quote, deals } = dataOf(await shop.call('order', 'checkout', ask, memberId))
  expect(deals.choice.couponId).toBe(couponId)
  const placed = dataOf(
    await place(shop, memberId, {
      ...ask,
      pickupPointId: campaign.pickupPointId,
      totalFen: quote.totalFen,
      deals: deals.choice,
    }),
  )
  await pay(shop, { memberId, ...placed })
  expect(await couponOf(shop, couponId)).toMatchObject({ state: 'used', orderId: placed.orderId })
  shop.clock.advance(61 * MINUTE)
  await tick()
  expect(await orderOf(shop, { memberId, orderId: placed.orderId })).toMatchObject({ trade: 'closed' })
  const back = await couponOf(shop, couponId)
  expect([back.state, back.expiresAt.getTime() > expiresAt]).toEqual(['claimed', true])
})

test('a seat that was kept and given up gives the coupon back; its late money takes both up again', async () => {
  const campaign = await aCampaign(shop)
  const [opener] = await anOpenGroup(shop, campaign)
  const memberId = await shop.aMember()
  const couponId = await aCoupon(shop, memberId, { combines: ['group'] })
  const group = { kind: 'join', groupId: opener?.groupId as GroupId } as const
  const wish = { basket: [{ skuId: campaign.skuId, quantity: 1 }], pickupPointId: campaign.pickupPointId, group }
  const placed = dataOf(
    await place(shop, memberId, { ...wish, totalFen: campaign.priceFen - 500, deals: { couponId } }),
  )
  const notice = await lateNotice(shop, { memberId, ...placed })
  expect((await couponOf(shop, couponId)).state).toBe('claimed')
  await shop.deliver('payment', notice)
  expect(await orderOf(shop, { memberId, orderId: placed.orderId })).toMatchObject({ trade: 'awaiting-group' })
  expect(await couponOf(shop, couponId)).toMatchObject({ state: 'used', orderId: placed.orderId })
})

test('late money for flash pieces of somebody who has left the shop goes back', async () => {
  const { memberId, pickupPointId, skuId, productId } = await readyToBuy(shop, { priceFen: 2_000 })
  const flashSlotId = await aFlashSlot(shop, { skuId, productId })
  const placed = dataOf(
    await place(shop, memberId, { basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen: 990, flashSlotId }),
  )
  const notice = await lateNotice(shop, { memberId, ...placed })
  dataOf(await shop.call('member', 'deleteMe', { confirm: 'delete' }, memberId))
  expect((await shop.deliver('payment', notice)).status).toBe(204)
  await tick()
  expect(shop.pay.refundsOf(placed.number)).toMatchObject([{ refundFen: 990 }])
})

test('a line that cost nothing keeps no coupon back once all the money is on its way', async () => {
  const { memberId, pickupPointId, skuId } = await readyToBuy(shop, { priceFen: 2_000 })
  const other = await shop.aProduct({ skus: [{ priceFen: 2_000 }] })
  const couponId = await aCoupon(shop, memberId)
  const basket = [skuId, other.skuId].map((each) => ({ skuId: each, quantity: 1 }))
  const deals = { couponId }
  const { orderId, number } = dataOf(await place(shop, memberId, { basket, pickupPointId, totalFen: 3_500, deals }))
  dataOf(await shop.call('staff-order', 'changePrice', { orderId, totalFen: fen(1), reason: '老顾客' }, owner))
  await pay(shop, { memberId, orderId, number: `${number}-2` })
  const { lines } = dataOf(await shop.call('staff-order', 'detail', { orderId }, owner))
  const paid = lines.find((line) => line.paidFen > 0)
  const ask = { orderId, requestId: requestId(), reason: '坏果', lines: [{ lineId: paid?.id as never, quantity: 1 }] }
  dataOf(await shop.call('staff-order', 'refund', ask, owner))
  expect(await couponOf(shop, couponId)).toMatchObject({ state: 'claimed', orderId: null })
})
