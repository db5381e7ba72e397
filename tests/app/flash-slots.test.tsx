/** Flash sales by the server's clock: which slot is shown, what its buttons do, and what is told of the goods. */
import { act } from 'react'
import FlashPage from '@/packages/flash/slots/index'
import { flashOffer } from '@/features/product/flash-offer'
import { priceLines } from '@/features/product/price-lines'
import type { ProductFlashView } from '@/contract/flash'
import { fen } from '@/domain/money'
import { HOUR, later, MINUTE, type EpochMs } from '@/domain/time'
import { NOW } from '../support/taro-dom/a-checkout'
import { fakeCloud } from '../support/taro-dom/cloud'
import { draw } from '../support/taro-dom/draw'
import { phone } from '../support/taro-dom/taro'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  ...jest.requireActual('../support/taro-dom/taro'),
  useDidShow: jest.fn(),
  useDidHide: jest.fn(),
  usePullDownRefresh: jest.fn(),
}))

const item = (n: number, wish: object = {}) => ({
  ...{ skuId: `sku_${n}123456789`, productId: `prd_${n}123456789`, title: `货${n}`, options: [] },
  ...{ picture: { url: '', tone: ['#fff', '#eee'] }, flashFen: 990, saleFen: 1680, perPerson: 2 },
  ...{ stockShare: 20, sold: 5, isSoldOut: false, ...wish },
})
const slot = (n: number, from: number, until: number, wish: object = {}) => ({
  ...{ id: `fls_${n}123456789`, name: `第 ${n} 场`, startsAt: later(NOW, from), endsAt: later(NOW, until) },
  ...{ phase: from > 0 ? 'before' : until > 0 ? 'running' : 'over', items: [item(n)], ...wish },
})
let cloud: ReturnType<typeof fakeCloud>
const pass = (ms = 0) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)))
const open = async (slots: object[], now: EpochMs = NOW) => {
  cloud.reply('flash.slots', { ok: true, data: { now, slots } })
  const view = draw(<FlashPage />)
  await pass()
  return view
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  phone.reset()
  cloud = fakeCloud()
})
afterEach(() => jest.useRealTimers())

test('the slot that runs is shown; what is sold is told as it is, and a tap buys at its price', async () => {
  const view = await open([slot(1, -3 * HOUR, -HOUR), slot(2, -HOUR, HOUR), slot(3, HOUR, 2 * HOUR)])
  expect(view.text()).toContain('第 2 场')
  expect(view.has('已售 5 / 20 件')).toBe(true)
  view.tap('抢购货2')
  expect(phone.asked.at(-1)?.argument).toEqual({
    url: '/packages/order/checkout/index?sku=sku_2123456789&quantity=1&flash=fls_2123456789',
  })
})

test('before the start nothing can be bought; after the last piece the shop price can', async () => {
  const view = await open([slot(1, HOUR, 2 * HOUR), slot(2, 3 * HOUR, 4 * HOUR)])
  expect(view.has('10:42 开始')).toBe(true)
  expect(view.has('共 20 件')).toBe(true)
  const gone = await open([slot(1, -HOUR, HOUR, { items: [item(1, { sold: 20, isSoldOut: true })] })])
  expect(gone.has('20 件都卖完了')).toBe(true)
  gone.tap('平常价买')
  expect(phone.asked.at(-1)?.argument).toEqual({ url: '/packages/product/detail/index?id=prd_1123456789' })
})

test('a phone that is ten minutes slow opens the slot with everybody else', async () => {
  const view = await open([slot(1, 10 * MINUTE, HOUR)], later(NOW, 10 * MINUTE + 1))
  expect(view.has('抢购货1')).toBe(true)
})

test('when the clock runs out, it is asked how things stand', async () => {
  await open([slot(1, 2_000, HOUR)])
  const before = cloud.sent.length
  await pass(2_100)
  expect(cloud.sent.length).toBeGreaterThan(before)
})

test('no slots: what there is instead', async () => {
  expect((await open([])).has('这两天没有秒杀')).toBe(true)
})

describe('on the page of a product', () => {
  const flash = (items: ProductFlashView['items']): ProductFlashView => ({
    slotId: 'fls_0123456789' as never,
    startsAt: later(NOW, -HOUR),
    endsAt: later(NOW, HOUR),
    items,
  })
  const one = (n: number, price: number, left: number) => ({
    ...{ skuId: `sku_${n}` as never, flashFen: fen(price), perPerson: 2, left },
  })

  test('it runs at the lowest price that can still be had', () => {
    const offer = flashOffer(flash([one(1, 990, 0), one(2, 1290, 4)]), NOW)
    expect([offer?.state, offer?.item.skuId]).toEqual(['running', 'sku_2'])
  })

  test('before, sold out, over', () => {
    const view = flash([one(1, 990, 0)])
    expect(flashOffer(view, later(NOW, -2 * HOUR))?.state).toBe('before')
    expect(flashOffer(view, NOW)?.state).toBe('sold-out')
    expect(flashOffer(view, later(NOW, HOUR))).toBeNull()
    expect(flashOffer(null, NOW)).toBeNull()
  })

  test('its price stands first only while it runs', () => {
    const sku = {
      id: 'sku_1',
      options: [],
      priceFen: fen(1680),
      memberPriceFen: null,
      marketPriceFen: null,
      available: 9,
    }
    const names = (at: EpochMs) =>
      priceLines([{ ...sku, picture: null } as never], false, null, flashOffer(flash([one(1, 990, 3)]), at)).map(
        ({ name }) => name,
      )
    expect(names(NOW)).toEqual(['秒杀价', '店价'])
    expect(names(later(NOW, -2 * HOUR))).toEqual(['店价'])
  })
})
