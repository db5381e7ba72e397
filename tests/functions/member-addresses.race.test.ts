import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const address = (n: number) => ({
  name: '林小满',
  phone: '13800002071',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  detail: `文三路 ${n} 号`,
})

test('thirty addresses saved side by side, each as the default: twenty stay, one is the default', async () => {
  const member = await shop.aMember()
  const saves = Array.from({ length: 30 }, (_, n) =>
    shop.call('member', 'saveAddress', { address: address(n), isDefault: true }, member),
  )
  const replies = await Promise.all(saves)
  expect(replies.filter((reply) => reply.ok)).toHaveLength(20)
  for (const reply of replies) if (!reply.ok) expect(refusalOf(reply)).toEqual({ code: 'address.full', limit: 20 })
  const { addresses } = dataOf(await shop.call('member', 'addresses', {}, member))
  expect(addresses).toHaveLength(20)
  expect(addresses.filter((a) => a.isDefault)).toHaveLength(1)
})

test('the same address saved ten times side by side stays one', async () => {
  const member = await shop.aMember()
  await Promise.all(
    Array.from({ length: 10 }, () => shop.call('member', 'saveAddress', { address: address(1) }, member)),
  )
  expect(dataOf(await shop.call('member', 'addresses', {}, member)).addresses).toHaveLength(1)
})
