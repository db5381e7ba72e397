/** A leader can't leave the shop with money on its way. */
import { openShop, refusalOf, type Shop } from '../../support/functions'
import { anApprovedPayout, aPayableOrder, refund, rowsOf, tick } from '../../support/shop/earning'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

test('leaving waits for a transfer under way, though as much is to be taken back', async () => {
  const order = await aPayableOrder(shop, { lines: [[1000, 2]] })
  await anApprovedPayout(shop, order.leaderId)
  await tick(shop)
  await refund(shop, order, 2)
  await tick(shop)
  const rows = await rowsOf(shop, order.leaderId)
  expect(rows.reduce((sum, row) => sum + row.amountFen, 0)).toBe(0)
  const reply = await shop.call('member', 'deleteMe', { confirm: 'delete' }, order.leaderId)
  expect(refusalOf(reply)).toMatchObject({ code: 'member.has-duties', owedFen: 160 })
})
