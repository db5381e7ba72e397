import { member, signIn, signOut, stayStranger, useSession } from '@/platform/session'
import { recall } from '@/platform/storage'
import { bringBasket, piecesWaiting, putAside } from '@/platform/stranger-basket'
import type { SkuId } from '@/domain/ids'
import { fakeCloud } from '../../support/taro-dom/cloud'
import { phone } from '../../support/taro-dom/taro'

jest.mock('@tarojs/taro', () => jest.requireActual('../../support/taro-dom/taro'))

const milk = 'sku_0000000001' as SkuId
const bread = 'sku_0000000002' as SkuId
const me = { id: 'mem_0123456789', name: '小美', counts: { cart: 1 } }
const merges = () => cloud.sent.filter(({ to }) => to === 'cart.merge')

let cloud: ReturnType<typeof fakeCloud>
beforeEach(() => {
  phone.reset()
  signOut()
  cloud = fakeCloud()
  cloud.reply('member.signIn', { ok: true, data: { session: 'token', me } })
  cloud.reply('cart.merge', { ok: true, data: { cartCount: 4 } })
  putAside(milk, 2)
  putAside(bread, 1)
})
afterEach(() => stayStranger())

test('who comes in brings the basket along, and the tab and the member count it', async () => {
  await signIn('demo:xiaomei')
  const items = [
    { skuId: milk, quantity: 2 },
    { skuId: bread, quantity: 1 },
  ]
  expect(merges()).toMatchObject([{ input: { items }, session: 'Bearer token' }])
  expect(phone.asked.at(-1)).toEqual({ name: 'setTabBarBadge', argument: { index: 3, text: '4' } })
  expect(useSession.getState().me?.counts.cart).toBe(4)
  expect(recall('strangersBasket')).toBeNull()
})

test('it is brought once, however many ask at once and whoever comes in later', async () => {
  expect(await Promise.all([bringBasket(), bringBasket()])).toEqual([4, 4])
  await signIn('demo:lili')
  expect(merges()).toHaveLength(1)
})

test('those who waited for a member go on only when it is in the cart', async () => {
  const waiting = member().then(() => merges().length)
  await signIn('demo:xiaomei')
  expect(await waiting).toBe(1)
})

test('without a line it stays on the phone, and comes along the next time', async () => {
  cloud.reply('cart.merge', new TypeError('failed to fetch'), { ok: true, data: { cartCount: 4 } })
  expect((await signIn('demo:xiaomei')).ok).toBe(true)
  expect(piecesWaiting()).toBe(3)
  useSession.setState({ me: null })
  cloud.reply('member.me', { ok: true, data: me })
  expect((await member())?.counts.cart).toBe(4)
  expect(piecesWaiting()).toBe(0)
})

test('what the shop can’t read is let go', async () => {
  cloud.reply('cart.merge', { ok: false, refusal: { code: 'input.invalid', fields: [] } })
  expect(await bringBasket()).toBeNull()
  expect(piecesWaiting()).toBe(0)
})

test('an empty phone asks the shop for nothing', async () => {
  await signIn('demo:xiaomei')
  cloud.sent.length = 0
  expect(await bringBasket()).toBeNull()
  expect(cloud.sent).toHaveLength(0)
})
