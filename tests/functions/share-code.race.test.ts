/** The same page opened in many places at once. */
import { dataOf, openShop, type Shop } from '../support/functions'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

test('twenty calls at once give one code', async () => {
  const memberId = await shop.aMember()
  const { productId } = await shop.aProduct()
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => shop.call('share', 'create', { productId, channel: 'chat' }, memberId)),
  )
  expect(new Set(replies.map((reply) => dataOf(reply).code)).size).toBe(1)
})
