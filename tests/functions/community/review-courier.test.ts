/** A sale whose goods a courier brings: nobody is a no-show, and what has arrived is with its neighbour. */
import { fen } from '@/domain/money'
import { DAY } from '@/domain/time'
import { dataOf, openShop, type Shop } from '../../support/functions'
import { pay, place } from '../../support/shop/buying'
import { aSale, chainRow } from '../../support/shop/group-sales'
import { closeAndPick, leaderOf, move } from '../../support/shop/handing-over'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

test('an order on its way never becomes a bag that nobody came for; once received it is handed over', async () => {
  await shop.aDeliveryTemplate({ name: '送到家', kind: 'local', feeFen: fen(0), freeOverFen: null })
  const sale = await aSale(shop, { pickupPointIds: null })
  const memberId = await shop.aMember()
  const addressId = await shop.anAddress(memberId)
  const placed = dataOf(
    await place(shop, memberId, {
      ...{ basket: [{ skuId: sale.skuId, quantity: 1 }], totalFen: 1_500, saleId: sale.saleId },
      delivery: { kind: 'local', addressId },
    }),
  )
  const order = { memberId, orderId: placed.orderId, number: placed.number }
  await pay(shop, order)
  await closeAndPick(shop, sale)
  await move(shop, sale, 'deliver')
  shop.clock.advance(5 * DAY)
  dataOf(await shop.call('jobs', 'run', {}, 'timer'))
  const board = async () => dataOf(await shop.call('leader', 'board', { saleId: sale.saleId }, leaderOf(sale))).bags
  expect(await chainRow(shop, order)).toMatchObject({ bag_state: 'waiting' })
  expect(await board()).toMatchObject({ waiting: 1, noShow: 0 })
  expect(dataOf(await shop.call('sale', 'open', { saleId: sale.saleId }, memberId)).mine[0]).toMatchObject({
    bag: 'waiting',
  })
  const detail = dataOf(await shop.call('order', 'detail', { orderId: order.orderId }, memberId))
  expect(detail.sale).toMatchObject({ bag: 'waiting' })

  await shop.deps.db
    .updateTable('orders')
    .set({ fulfilment: 'shipped', auto_confirm_at: new Date(shop.clock.now()) })
    .where('id', '=', order.orderId)
    .execute()
  shop.clock.advance(DAY)
  dataOf(await shop.call('jobs', 'run', {}, 'timer'))
  expect(await chainRow(shop, order)).toMatchObject({ bag_state: 'handed' })
  expect(await board()).toMatchObject({ handed: 1, waiting: 0 })
})
