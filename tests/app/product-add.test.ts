import { addToCart, tellCartCount } from '@/features/cart/add-to-cart'
import { signOut } from '@/platform/session'
import { recall } from '@/platform/storage'
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

describe('a stranger’s plus', () => {
  test('waits on the phone, counted together, without asking who it is', async () => {
    expect(await addToCart(sku, 2)).toBe(true)
    await addToCart(sku, 3)
    expect(recall('strangersBasket')).toEqual([{ skuId: sku, quantity: 5 }])
    expect(cloud.sent).toHaveLength(0)
  })

  test('never holds more of one thing than a cart may', async () => {
    for (let n = 0; n < 3; n++) await addToCart(sku, 60)
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

  test('that the shop refuses is told, not kept', async () => {
    cloud.reply('cart.add', { ok: false, refusal: { code: 'sku.short', available: 0 } })
    expect(await addToCart(sku, 1)).toBe(false)
    expect(recall('strangersBasket')).toBeNull()
  })
})
