/** Orders of a group sale: its prices and limits, the chain, and what goes back. */
import { HOUR, MINUTE, SECOND } from '@/domain/time'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { lateNotice, pay, place } from '../../support/shop/buying'
import { aCoupon, couponOf, expectDealsAgree, pointsOf, somePoints } from '../../support/shop/deals'
import {
  aPaidSaleOrder,
  aSale,
  aSaleOrder,
  chainRow,
  expectSalesAgree,
  lineRow,
  placeInSale,
  saleRow,
  tierBacks,
} from '../../support/shop/group-sales'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  await expectSalesAgree(shop)
  await expectDealsAgree(shop)
})

test('an order of a sale costs the community price, holds its part and gets its number when it is paid', async () => {
  const sale = await aSale(shop, { lines: [{ priceFen: 1_500, perPerson: 3 }] })
  const order = await aSaleOrder(shop, sale, { quantity: 2 })
  expect(await lineRow(shop, sale)).toMatchObject({ taken: 2, paid_units: 0, reached_units: 0 })
  expect(await chainRow(shop, order)).toMatchObject({ number: null, paid_at: null, gone_at: null })
  await pay(shop, order)
  expect(await chainRow(shop, order)).toMatchObject({ number: 1, bag_state: 'waiting' })
  expect(await lineRow(shop, sale)).toMatchObject({ taken: 2, paid_units: 2, reached_units: 2 })
  expect(await saleRow(shop, sale)).toMatchObject({ last_number: 1, version: 2 })
  const row = await shop.deps.db
    .selectFrom('orders')
    .select(['trade', 'paid_fen', 'sale_id', 'leader_id'])
    .where('id', '=', order.orderId)
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ trade: 'fulfilling', paid_fen: 3_000, sale_id: sale.saleId, leader_id: sale.leaderId })
})

test('limits of the sale and of a person are told with what is left', async () => {
  const sale = await aSale(shop, { lines: [{ stockLimit: 3, perPerson: 2 }] })
  const memberId = await shop.aMember()
  expect(refusalOf(await placeInSale(shop, sale, memberId, { quantity: 3 }))).toEqual({
    ...{ code: 'sale.per-person', skuId: sale.skuId, limit: 2, left: 2 },
  })
  dataOf(await placeInSale(shop, sale, memberId, { quantity: 2 }))
  expect(refusalOf(await placeInSale(shop, sale, memberId))).toMatchObject({ code: 'sale.per-person', left: 0 })
  expect(refusalOf(await placeInSale(shop, sale, await shop.aMember(), { quantity: 2 }))).toEqual({
    ...{ code: 'sale.sold-out', skuId: sale.skuId, left: 1 },
  })
})

test('nothing is ordered of a draft, before the window, after it, or of what is not in the list', async () => {
  const memberId = await shop.aMember()
  const draft = await aSale(shop, { state: 'draft' })
  expect(refusalOf(await placeInSale(shop, draft, memberId))).toEqual({ code: 'sale.unknown' })
  const closed = await aSale(shop, { state: 'closed' })
  expect(refusalOf(await placeInSale(shop, closed, memberId))).toEqual({ code: 'sale.not-open', state: 'closed' })
  const over = await aSale(shop, { endsAt: shop.clock.now() - 1 })
  expect(refusalOf(await placeInSale(shop, over, memberId))).toMatchObject({ code: 'sale.ended' })
  const sale = await aSale(shop)
  const other = await shop.aProduct()
  const stranger = { basket: [{ skuId: other.skuId, quantity: 1 }] }
  expect(refusalOf(await placeInSale(shop, sale, memberId, stranger))).toMatchObject({ code: 'sale.line-gone' })
  const elsewhere = { ...sale, pickupPointId: await shop.aPickupPoint() }
  expect(refusalOf(await placeInSale(shop, elsewhere, memberId))).toEqual({
    ...{ code: 'sale.elsewhere', pickupPointIds: [sale.pickupPointId] },
  })
})

test('who cancels before paying, or lets the time run out, gives back what was taken', async () => {
  const sale = await aSale(shop, { lines: [{ stockLimit: 5, perPerson: 2 }] })
  const order = await aSaleOrder(shop, sale, { quantity: 2 })
  const second = await aSaleOrder(shop, sale, { quantity: 2 })
  dataOf(await shop.call('order', 'cancel', { orderId: order.orderId }, order.memberId))
  expect(await lineRow(shop, sale)).toMatchObject({ taken: 2 })
  expect((await chainRow(shop, order)).gone_at).not.toBeNull()
  dataOf(await placeInSale(shop, sale, order.memberId, { quantity: 2 }))
  shop.clock.advance(31 * MINUTE)
  dataOf(await shop.call('jobs', 'run', {}, 'timer'))
  expect(await lineRow(shop, sale)).toMatchObject({ taken: 0 })
  expect((await chainRow(shop, second)).gone_at).not.toBeNull()
})

test('money that came late gets the place again while the list is not final, else it goes back', async () => {
  const sale = await aSale(shop, { lines: [{ stockLimit: 1 }] })
  const order = await aSaleOrder(shop, sale)
  const notice = await lateNotice(shop, order)
  expect((await shop.deliver('payment', notice)).status).toBe(204)
  expect(await chainRow(shop, order)).toMatchObject({ number: 1, gone_at: null })
  expect(await lineRow(shop, sale)).toMatchObject({ taken: 1, paid_units: 1, reached_units: 1 })
  const full = await aSale(shop, { lines: [{ stockLimit: 1 }] })
  const late = await aSaleOrder(shop, full)
  const lost = await lateNotice(shop, late)
  await aPaidSaleOrder(shop, full)
  await shop.deliver('payment', lost)
  expect(await chainRow(shop, late)).toMatchObject({ number: null })
  expect(await lineRow(shop, full)).toMatchObject({ taken: 1, paid_units: 1 })
})

test('a paid order can be taken back for ten minutes while the sale is open, and leaves the chain; a reached tier stays', async () => {
  const sale = await aSale(shop, { lines: [{ priceFen: 1_500, tiers: [[3, 1_200]] }] })
  await aPaidSaleOrder(shop, sale)
  const second = await aPaidSaleOrder(shop, sale, { quantity: 2 })
  expect(await lineRow(shop, sale)).toMatchObject({ paid_units: 3, reached_units: 3 })
  dataOf(await shop.call('order', 'cancel', { orderId: second.orderId }, second.memberId))
  expect(await lineRow(shop, sale)).toMatchObject({ paid_units: 1, reached_units: 3, taken: 1 })
  expect((await chainRow(shop, second)).gone_at).not.toBeNull()
  const third = await aPaidSaleOrder(shop, sale, { totalFen: 1_200 })
  expect(await chainRow(shop, third)).toMatchObject({ number: 3 })
  shop.clock.advance(2 * HOUR + SECOND)
  dataOf(await shop.call('jobs', 'run', {}, 'timer'))
})

test('coupons and points go with the community price; they are held, used with the payment, and given back with a cancel', async () => {
  const sale = await aSale(shop, { lines: [{ priceFen: 2_000, shopFen: 2_600, tiers: [[2, 1_900]] }] })
  const memberId = await shop.aMember()
  const couponId = await aCoupon(shop, memberId, { combines: ['community'] })
  await somePoints(shop, memberId, 1_000)
  const deals = { couponId, deliveryCouponId: null, usePoints: true }
  const wish = {
    basket: [{ skuId: sale.skuId, quantity: 1 }],
    pickupPointId: sale.pickupPointId,
    saleId: sale.saleId,
    deals,
  }
  // 20.00 less 5.00, less a fifth of it in points
  const placed = await place(shop, memberId, { ...wish, totalFen: 1_200 })
  const { orderId, number } = dataOf(placed)
  expect((await couponOf(shop, couponId)).state).toBe('locked')
  dataOf(await shop.call('order', 'cancel', { orderId }, memberId))
  expect((await couponOf(shop, couponId)).state).toBe('claimed')
  expect(number).toMatch(/^\d{18}$/)
  const again = dataOf(await place(shop, memberId, { ...wish, totalFen: 1_200 }))
  await pay(shop, { memberId, orderId: again.orderId, number: again.number })
  expect((await couponOf(shop, couponId)).state).toBe('used')
  expect(await pointsOf(shop, memberId)).toMatchObject({ balance: 700, frozen: 0 })
  // the difference to the tier is never more than what the unit really cost
  await aPaidSaleOrder(shop, sale, { quantity: 1, totalFen: 2_000 })
  shop.clock.advance(2 * HOUR + 11 * MINUTE)
  dataOf(await shop.call('jobs', 'run', {}, 'timer'))
  expect((await tierBacks(shop, sale)).map(({ back_fen }) => back_fen)).toEqual([100, 100])
  expect((await couponOf(shop, couponId)).state).toBe('used')
})

test('the store’s own sale by courier goes to an address and nowhere else', async () => {
  const sale = await aSale(shop, { leaderId: null, pickupPointIds: null, lines: [{ priceFen: 1_500 }] })
  const memberId = await shop.aMember()
  const addressId = await shop.anAddress(memberId)
  const template = {
    name: '同城',
    kind: 'local' as const,
    feeFen: 0 as never,
    freeOverFen: null,
    areas: [],
    within: [],
  }
  await shop.aDeliveryTemplate(template)
  expect(refusalOf(await placeInSale(shop, sale, memberId))).toEqual({ code: 'sale.elsewhere', pickupPointIds: [] })
  const basket = [{ skuId: sale.skuId, quantity: 1 }]
  const view = dataOf(
    await shop.call(
      'order',
      'checkout',
      { basket, saleId: sale.saleId, delivery: { kind: 'local', addressId } },
      memberId,
    ),
  )
  expect(view.choices.map(({ kind }) => kind)).toEqual(['local', 'express'])
  expect(view.pickupPoints).toEqual([])
  const order = dataOf(
    await place(shop, memberId, {
      ...{ basket, saleId: sale.saleId, delivery: { kind: 'local', addressId }, totalFen: view.quote.totalFen },
    }),
  )
  await pay(shop, { memberId, orderId: order.orderId, number: order.number })
  const row = await shop.deps.db
    .selectFrom('orders')
    .select(['leader_id', 'attribution'])
    .where('id', '=', order.orderId)
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ leader_id: null, attribution: null })
})

test('the same request is the same order; a sale goes neither with a group nor with a flash sale; a wrong total is told', async () => {
  const sale = await aSale(shop, { lines: [{ perPerson: 1 }] })
  const memberId = await shop.aMember()
  const ask = {
    ...{ requestId: 'the-same-request-twice', saleId: sale.saleId, totalFen: 1_500 },
    basket: [{ skuId: sale.skuId, quantity: 1 }],
    delivery: { kind: 'pickup' as const, pickupPointId: sale.pickupPointId },
  }
  expect(refusalOf(await shop.call('order', 'place', { ...ask, totalFen: 1_499 }, memberId))).toMatchObject({
    ...{ code: 'quote.changed', quote: { totalFen: 1_500 } },
  })
  const first = dataOf(await shop.call('order', 'place', ask, memberId))
  expect(dataOf(await shop.call('order', 'place', ask, memberId))).toEqual({ ...first, isRepeat: true })
  const flashSlotId = shop.deps.newId('fls')
  expect(refusalOf(await shop.call('order', 'place', { ...ask, flashSlotId }, memberId))).toEqual({
    code: 'sale.unknown',
  })
})

test('who leads the sale earns at the rate of the day, on the lines; their own purchase is known as such', async () => {
  const sale = await aSale(shop)
  const [order, own] = [
    await aSaleOrder(shop, sale),
    await aSaleOrder(shop, sale, { memberId: sale.leaderId ?? ('' as never) }),
  ]
  const attributionOf = async (orderId: string) =>
    (await shop.deps.db.selectFrom('orders').select('attribution').where('id', '=', orderId).executeTakeFirstOrThrow())
      .attribution
  expect(await attributionOf(order.orderId)).toEqual({ kind: 'sale', leaderId: sale.leaderId, saleId: sale.saleId })
  expect(await attributionOf(own.orderId)).toEqual({ kind: 'own-purchase', leaderId: sale.leaderId })
  const [line] = await shop.deps.db
    .selectFrom('order_line')
    .select('rate_bp')
    .where('order_id', '=', order.orderId)
    .execute()
  expect(line?.rate_bp).toBe(800)
})
