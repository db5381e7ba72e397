/** Taps at the same moment, on several connections. */
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

test('twenty adds at once add up', async () => {
  const memberId = await shop.aMember()
  const { skuId } = await shop.aProduct()
  await Promise.all(Array.from({ length: 20 }, () => shop.call('cart', 'add', { skuId, quantity: 2 }, memberId)))
  expect(dataOf(await shop.call('cart', 'view', {}, memberId)).items[0]?.quantity).toBe(40)
})

test('together they never pass what is left: those too many are refused, with what there is', async () => {
  const memberId = await shop.aMember()
  const { skuId } = await shop.aProduct({ skus: [{ stock: 7 }] })
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => shop.call('cart', 'add', { skuId, quantity: 1 }, memberId)),
  )
  const refused = replies.filter((reply) => !reply.ok)
  expect(refused).toHaveLength(13)
  for (const reply of refused) expect(refusalOf(reply)).toEqual({ code: 'sku.short', available: 7 })
  expect(dataOf(await shop.call('cart', 'view', {}, memberId)).items[0]?.quantity).toBe(7)
})

test('merging the same phone twice at once is merging it once', async () => {
  const memberId = await shop.aMember()
  const { skuIds } = await shop.aProduct({ skus: [{ options: ['a'] }, { options: ['b'] }] })
  const items = skuIds.map((skuId) => ({ skuId, quantity: 3 }))
  const [there, back] = [items, [...items].reverse()]
  const replies = await Promise.all(
    Array.from({ length: 10 }, (_, i) => shop.call('cart', 'merge', { items: i % 2 ? there : back }, memberId)),
  )
  expect(replies.every((reply) => reply.ok)).toBe(true)
  expect(dataOf(await shop.call('cart', 'view', {}, memberId)).cartCount).toBe(6)
})
