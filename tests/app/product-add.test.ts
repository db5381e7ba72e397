import { addToCart, tellCartCount } from '@/features/cart/add-to-cart'
import { signIn, signOut, stayStranger, useSession } from '@/platform/session'
import { keep, recall } from '@/platform/storage'
import type { SkuId } from '@/domain/ids'
import { fakeCloud } from '../support/taro-dom/cloud'
import { phone } from '../support/taro-dom/taro'

jest.mock('@tarojs/taro', () => jest.requireActual('../support/taro-dom/taro'))

const sku = 'sku_0123456789' as SkuId
let cloud: ReturnType<typeof fakeCloud>
beforeEach(() => {
  phone.reset()
  signOut()
  cloud = fakeCloud()
})
afterEach(() => stayStranger())

const welcome = { ok: true, data: { session: 'token', me: { id: 'mem_0123456789', counts: { cart: 0 } } } }

describe('a stranger’s plus', () => {
  test('asks who it is, then adds', async () => {
    cloud.reply('member.signIn', welcome)
    cloud.reply('cart.add', { ok: true, data: { cartCount: 2 } })
    const adding = addToCart(sku, 2)
    expect(useSession.getState().isAsking).toBe(true)
    await signIn('demo:xiaomei')
    expect(await adding).toBe(true)
    expect(cloud.sent.map(({ to }) => to)).toEqual(['member.signIn', 'cart.add'])
    expect(recall('strangersBasket')).toBeNull()
  })

  test('of somebody who would rather not say waits on the phone, and is not asked about again', async () => {
    const adding = addToCart(sku, 2)
    stayStranger()
    expect(await adding).toBe(true)
    await addToCart(sku, 3)
    expect(useSession.getState().isAsking).toBe(false)
    expect(recall('strangersBasket')).toEqual([{ skuId: sku, quantity: 5 }])
    expect(cloud.sent).toHaveLength(0)
    expect(phone.asked.at(-1)).toEqual({ name: 'setTabBarBadge', argument: { index: 3, text: '5' } })
  })

  test('comes on top of what the phone held, when they come in at last', async () => {
    keep('strangersBasket', [{ skuId: sku, quantity: 5 }])
    cloud.reply('member.signIn', welcome)
    cloud.reply('cart.merge', { ok: true, data: { cartCount: 5 } })
    cloud.reply('cart.add', { ok: true, data: { cartCount: 6 } })
    await signIn('demo:xiaomei')
    await addToCart(sku, 1)
    expect(cloud.sent.map(({ to }) => to)).toEqual(['member.signIn', 'cart.merge', 'cart.add'])
  })

  test('never holds more of one thing than a cart may', async () => {
    const adding = addToCart(sku, 60)
    stayStranger()
    await adding
    await addToCart(sku, 60)
    expect(recall('strangersBasket')).toEqual([{ skuId: sku, quantity: 99 }])
    expect(() => tellCartCount(0)).not.toThrow()
  })
})

describe('a member’s plus', () => {
  beforeEach(() => {
    phone.kept.set('quanji.session', 'token')
    cloud.reply('member.me', { ok: true, data: { id: 'mem_0123456789' } })
  })

  test('goes to the shop', async () => {
    cloud.reply('cart.add', { ok: true, data: { cartCount: 4 } })
    expect(await addToCart(sku, 1)).toBe(true)
    expect(cloud.sent.at(-1)).toMatchObject({ to: 'cart.add', input: { skuId: sku, quantity: 1 } })
  })

  test('without a line is not taken for a stranger’s', async () => {
    cloud.reply('member.me', new TypeError('failed to fetch'))
    expect(await addToCart(sku, 1)).toBe(false)
    expect(recall('strangersBasket')).toBeNull()
  })

  test('that the shop refuses is told, not kept', async () => {
    cloud.reply('cart.add', { ok: false, refusal: { code: 'sku.short', available: 0 } })
    expect(await addToCart(sku, 1)).toBe(false)
    expect(recall('strangersBasket')).toBeNull()
  })
})
