/** Placing: one order a checkout, holds that add up, and everybody's last strawberry. */
import { requestId, place, readyToBuy } from '../support/shop/buying'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

test('an order holds its stock, remembers its price, and says until when it can be paid', async () => {
  const { memberId, skuId, pickupPointId } = await readyToBuy(shop, { stock: 5, priceFen: 3680 })
  const placed = dataOf(
    await place(shop, memberId, { basket: [{ skuId, quantity: 2 }], pickupPointId, totalFen: 7360 }),
  )
  expect(placed).toMatchObject({ totalFen: 7360, isRepeat: false, payDeadlineAt: shop.clock.now() + 30 * 60_000 })
  expect(placed.number).toMatch(/^261122\d{12}$/)
  expect(await shop.availableOf(skuId)).toBe(3)
  expect(await shop.ledgerOf(skuId)).toBe(3)
  const order = dataOf(await shop.call('order', 'detail', { orderId: placed.orderId }, memberId))
  expect(order).toMatchObject({ trade: 'awaiting-payment', money: 'unpaid', fulfilment: 'none', totalFen: 7360 })
  expect(order.acts).toEqual(['pay', 'cancel'])
  expect(order.timeline.map((e) => e.event.kind)).toEqual(['placed'])
  expect(order.pickup?.code).toBeNull()
})

test('the same checkout sent twenty times at once is one order', async () => {
  const { memberId, skuId, pickupPointId } = await readyToBuy(shop, { stock: 50, priceFen: 1000 })
  const same = requestId()
  const replies = await Promise.all(
    Array.from({ length: 20 }, () =>
      place(shop, memberId, { requestId: same, basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen: 1000 }),
    ),
  )
  expect(new Set(replies.map((r) => dataOf(r).orderId)).size).toBe(1)
  expect(replies.filter((r) => !dataOf(r).isRepeat)).toHaveLength(1)
  expect(await shop.availableOf(skuId)).toBe(49)
})

test('forty people and one left: one buys, nobody oversells', async () => {
  const { skuId, pickupPointId } = await readyToBuy(shop, { stock: 1, priceFen: 1000 })
  const people = await Promise.all(Array.from({ length: 40 }, () => shop.aMember()))
  const replies = await Promise.all(
    people.map((who) => place(shop, who, { basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen: 1000 })),
  )
  expect(replies.filter((r) => r.ok)).toHaveLength(1)
  for (const reply of replies)
    if (!reply.ok) expect(refusalOf(reply)).toMatchObject({ code: 'sku.short', available: 0 })
  expect(await shop.availableOf(skuId)).toBe(0)
  expect(await shop.ledgerOf(skuId)).toBe(0)
})

test('baskets of the same things in opposite order never wait for each other in a circle', async () => {
  const { pickupPointId } = await readyToBuy(shop, {})
  const { skuIds } = await shop.aProduct({
    skus: Array.from({ length: 6 }, (_, i) => ({ options: [`${i}`], priceFen: 100, stock: 500 })),
  })
  const people = await Promise.all(Array.from({ length: 30 }, () => shop.aMember()))
  const replies = await Promise.all(
    people.map((who, i) => {
      const basket = (i % 2 ? [...skuIds] : [...skuIds].reverse()).map((skuId) => ({ skuId, quantity: 1 }))
      return place(shop, who, { basket, pickupPointId, totalFen: 600 })
    }),
  )
  expect(replies.every((r) => r.ok)).toBe(true)
  for (const skuId of skuIds) expect(await shop.availableOf(skuId)).toBe(470)
})

test('one line short: nothing at all is held', async () => {
  const { memberId, skuId, pickupPointId } = await readyToBuy(shop, { stock: 9, priceFen: 100 })
  const scarce = await shop.aProduct({ title: '羊肚菌', skus: [{ stock: 1, priceFen: 100 }] })
  const basket = [
    { skuId, quantity: 1 },
    { skuId: scarce.skuId, quantity: 2 },
  ]
  expect(refusalOf(await place(shop, memberId, { basket, pickupPointId, totalFen: 300 }))).toEqual({
    code: 'sku.short',
    skuId: scarce.skuId,
    title: '羊肚菌',
    available: 1,
  })
  expect(await shop.availableOf(skuId)).toBe(9)
  expect(await shop.ledgerOf(skuId)).toBe(9)
})

test('a total that is not the server’s places nothing and brings the new quote', async () => {
  const { memberId, skuId, pickupPointId } = await readyToBuy(shop, { priceFen: 1000 })
  const refusal = refusalOf(
    await place(shop, memberId, { basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen: 1 }),
  )
  expect(refusal).toMatchObject({ code: 'quote.changed', quote: { totalFen: 1000 } })
  expect(await shop.availableOf(skuId)).toBe(100)
})

test('a member pays the member price and the address’s delivery fee', async () => {
  const memberId = await shop.aMember({ level: 'member' })
  const addressId = await shop.anAddress(memberId)
  await shop.aDeliveryTemplate()
  const { skuId } = await shop.aProduct({ skus: [{ priceFen: 3680, memberPriceFen: 3490 }] })
  const view = dataOf(
    await shop.call(
      'order',
      'checkout',
      { basket: [{ skuId, quantity: 1 }], delivery: { kind: 'local', addressId } },
      memberId,
    ),
  )
  expect(view.quote).toMatchObject({ goodsFen: 3490, deliveryFen: 500, totalFen: 3990, savedFen: 190 })
  const placed = await place(shop, memberId, {
    basket: [{ skuId, quantity: 1 }],
    delivery: { kind: 'local', addressId },
    totalFen: 3990,
  })
  expect(placed.ok).toBe(true)
})

test('another person’s address, a closed pick-up point and goods off sale are refused', async () => {
  const { memberId, skuId } = await readyToBuy(shop, { priceFen: 100 })
  const other = await shop.aMember()
  const addressId = await shop.anAddress(other)
  const basket = [{ skuId, quantity: 1 }]
  expect(
    refusalOf(await place(shop, memberId, { basket, delivery: { kind: 'local', addressId }, totalFen: 100 })).code,
  ).toBe('address.unknown')
  const gone = shop.deps.newId('pup')
  expect(refusalOf(await place(shop, memberId, { basket, pickupPointId: gone, totalFen: 100 })).code).toBe(
    'pickup-point.unknown',
  )
  const off = await shop.aProduct({ status: 'off', title: '过季' })
  const { pickupPointId } = await readyToBuy(shop, {})
  expect(
    refusalOf(
      await place(shop, memberId, { basket: [{ skuId: off.skuId, quantity: 1 }], pickupPointId, totalFen: 1990 }),
    ).code,
  ).toBe('sku.off')
})

test.each([
  ['a quantity of zero', { basket: [{ skuId: 'sku_0000000000aa', quantity: 0 }] }],
  ['a negative quantity', { basket: [{ skuId: 'sku_0000000000aa', quantity: -3 }] }],
  ['half a piece', { basket: [{ skuId: 'sku_0000000000aa', quantity: 0.5 }] }],
  ['SQL for an id', { basket: [{ skuId: "sku_'; drop table orders; --", quantity: 1 }] }],
  ['an empty basket', { basket: [] }],
  ['a note of a megabyte', { note: '鲜'.repeat(400_000) }],
  ['a forged identity', { memberId: 'mem_0000000000aa' }],
])('%s is refused and nothing is written', async (_name, over) => {
  const { memberId, skuId, pickupPointId } = await readyToBuy(shop, {})
  const count = () =>
    shop.deps.db
      .selectFrom('orders')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  const before = await count()
  const input = {
    requestId: requestId(),
    basket: [{ skuId, quantity: 1 }],
    delivery: { kind: 'pickup', pickupPointId },
    totalFen: 1990,
    ...over,
  }
  const reply = await shop.send('order', { action: 'place', input, userInfo: { openId: 'forged' } }, memberId)
  expect(reply).toMatchObject({
    ok: false,
    refusal: { code: expect.stringMatching(/^(input.invalid|request.too-large)$/) },
  })
  expect(await count()).toEqual(before)
})

test('a stranger must sign in, and someone else’s order is unknown', async () => {
  const { memberId, skuId, pickupPointId } = await readyToBuy(shop, { priceFen: 100 })
  const placed = dataOf(await place(shop, memberId, { basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen: 100 }))
  const other = await shop.aMember()
  expect(refusalOf(await shop.call('order', 'detail', { orderId: placed.orderId }, 'stranger')).code).toBe(
    'sign-in.required',
  )
  for (const action of ['detail', 'cancel', 'confirmReceipt'] as const)
    expect(refusalOf(await shop.call('order', action, { orderId: placed.orderId }, other)).code).toBe('order.unknown')
  expect(refusalOf(await shop.call('payment', 'start', { orderId: placed.orderId }, other)).code).toBe('order.unknown')
})

test('the cart gives up what was ordered from it and keeps the rest', async () => {
  const { memberId, skuId, pickupPointId } = await readyToBuy(shop, { priceFen: 100 })
  const other = await shop.aProduct({})
  const line = (sku_id: string) => ({
    store_id: shop.deps.storeId,
    member_id: memberId,
    sku_id,
    quantity: 1,
    added_price_fen: 100,
    added_at: new Date(),
  })
  await shop.deps.db
    .insertInto('cart_line')
    .values([line(skuId), line(other.skuId)])
    .execute()
  dataOf(
    await place(shop, memberId, { basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen: 100, fromCart: true }),
  )
  const left = await shop.deps.db.selectFrom('cart_line').select('sku_id').where('member_id', '=', memberId).execute()
  expect(left.map((l) => l.sku_id)).toEqual([other.skuId])
})

test('the list shows each tab’s orders, newest first, page by page', async () => {
  const { memberId, skuId, pickupPointId } = await readyToBuy(shop, { priceFen: 100 })
  for (let i = 0; i < 12; i++)
    dataOf(await place(shop, memberId, { basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen: 100 }))
  const first = dataOf(await shop.call('order', 'list', {}, memberId))
  expect(first.items).toHaveLength(10)
  expect(first.counts).toMatchObject({ 'to-pay': 12 })
  const second = dataOf(await shop.call('order', 'list', { cursor: first.next ?? '' }, memberId))
  expect(second.items).toHaveLength(2)
  expect(new Set([...first.items, ...second.items].map((o) => o.id)).size).toBe(12)
})
