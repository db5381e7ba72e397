/** Orders of a group sale: its prices and limits, the chain, and what goes back. */
import { HOUR, MINUTE, SECOND } from '@/domain/time'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { lateNotice, pay } from '../../support/shop/buying'
import {
  aPaidSaleOrder,
  aSale,
  aSaleOrder,
  chainRow,
  lineRow,
  placeInSale,
  saleRow,
} from '../../support/shop/group-sales'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

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
