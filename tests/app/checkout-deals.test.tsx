/** The checkout drawn: the best deal is there, another choice asks again, placing sends what was chosen, and a price that moved asks once. */
import { act } from 'react'
import CheckoutPage from '@/packages/order/checkout/index'
import { useDraft } from '@/features/checkout/draft'
import { nowMe, signOut, stayStranger } from '@/platform/session'
import { usePaySheet } from '@/platform/pay'
import { fen } from '@/domain/money'
import { aCheckout, aQuote, freshCoupon, NOW, TONIGHT } from '../support/taro-dom/a-checkout'
import { fakeCloud } from '../support/taro-dom/cloud'
import { draw } from '../support/taro-dom/draw'
import { phone } from '../support/taro-dom/taro'

let query: Record<string, string> = {}
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  ...jest.requireActual('../support/taro-dom/taro'),
  useDidShow: jest.fn(),
  useDidHide: jest.fn(),
  useRouter: () => ({ params: query }),
}))

const answers = (view: object) => ({ ok: true, data: view })
const refuses = (refusal: object) => ({ ok: false, refusal })
let cloud: ReturnType<typeof fakeCloud>
const asked = (to: string) => cloud.sent.filter((each) => each.to === to).map(({ input }) => input)
const pass = (ms = 0) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)))
const open = async () => {
  const view = draw(<CheckoutPage />)
  await pass()
  return view
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  phone.reset()
  query = { sku: 'sku_0123456789', quantity: '2' }
  nowMe({ id: 'mem_0123456789', level: 'member' } as never)
  cloud = fakeCloud()
  cloud.reply('order.checkout', answers(aCheckout()))
  cloud.reply('order.place', answers({ orderId: 'ord_0123456789', groupId: null }))
  cloud.reply('payment.start', refuses({ code: 'order.not-payable' }))
})
afterEach(() => {
  stayStranger()
  signOut()
  usePaySheet.setState({ sheet: null })
  jest.useRealTimers()
})

test('the best deal is there without a tap, with what it saves and what it left out', async () => {
  const view = await open()
  expect(asked('order.checkout')).toEqual([{ basket: [{ skuId: 'sku_0123456789', quantity: 2 }] }])
  for (const words of ['已选最省的搭配，比原价省 ¥20.20', '还差 ¥3.20', '1 张可用券', '已省 ¥20.20，每一分都写明'])
    expect(view.has(words)).toBe(true)
})

test('the picker names the best, gives the others their reasons, and without a coupon the price is asked anew', async () => {
  const view = await open()
  view.tap('我来选优惠')
  for (const words of ['最省', '省 ¥8.00', '这单用不了', '不用券', '这一单不收运费，用不着它'])
    expect(view.has(words)).toBe(true)
  const plain = { ...aCheckout().deals, choice: { couponId: null, deliveryCouponId: null, usePoints: false } }
  cloud.reply(
    'order.checkout',
    answers(aCheckout({ deals: plain, quote: aQuote({ totalFen: fen(9500), savedFen: fen(1220) }) })),
  )
  view.tap('不用券')
  await pass()
  expect(asked('order.checkout').at(-1)).toMatchObject({ deals: { couponId: null } })
  expect(view.has('就这样，应付 ¥95.00')).toBe(true)
  view.tap('就这样，应付 ¥95.00')
  expect(view.has('按你选的算，比原价省 ¥12.20')).toBe(true)
  view.tap('换回最省的，再省 ¥8.00')
  await pass()
  expect(asked('order.checkout').at(-1)).not.toHaveProperty('deals')
})

test('points are used only where the shopper says so', async () => {
  const view = await open()
  view.tap('用 280 积分，抵 ¥2.80')
  await pass()
  expect(asked('order.checkout').at(-1)).toMatchObject({ deals: { usePoints: true } })
})

test('placing sends the choice as it was quoted', async () => {
  const view = await open()
  view.tap('微信支付')
  await pass()
  expect(asked('order.place')[0]).toMatchObject({
    totalFen: 8700,
    deals: { couponId: freshCoupon, deliveryCouponId: null, usePoints: false },
  })
})

describe('somebody in a hurry taps before the price of their last choice is there', () => {
  const withPoints = { ...aCheckout().deals, choice: { ...aCheckout().deals.choice, usePoints: true } }
  const hurry = async (totalFen: number) => {
    const view = await open()
    let land = (_: object): void => undefined
    cloud.reply('order.checkout', new Promise<object>((resolve) => (land = resolve)))
    view.tap('用 280 积分，抵 ¥2.80')
    view.tap('微信支付')
    await pass()
    expect(asked('order.place')).toEqual([])
    land(answers(aCheckout({ deals: withPoints, quote: aQuote({ totalFen: fen(totalFen) }) })))
    await pass()
  }

  test('what they chose last is bought, not what was still drawn', async () => {
    await hurry(8420)
    expect(asked('order.place')).toMatchObject([{ totalFen: 8420, deals: { usePoints: true } }])
  })

  test('a dearer one is looked at first', async () => {
    await hurry(9900)
    expect(asked('order.place')).toEqual([])
  })
})

test('a price that moved: what changed stands there, and one tap places at the new price', async () => {
  const dearer = aQuote({
    steps: aQuote().steps.filter(({ kind }) => kind !== 'coupon'),
    totalFen: fen(9500),
  })
  cloud.reply('order.place', refuses({ code: 'quote.changed', quote: dearer }))
  const view = await open()
  cloud.reply('order.checkout', answers(aCheckout({ quote: dearer })))
  view.tap('微信支付')
  await pass()
  expect(view.has('价格刚刚有变化')).toBe(true)
  expect(view.has('没有了')).toBe(true)
  expect(asked('order.place')).toHaveLength(1)
  view.tap('按 ¥95.00 下单')
  await pass()
  expect(asked('order.place').at(-1)).toMatchObject({ totalFen: 9500 })
})

describe('in a flash sale', () => {
  beforeEach(() => (query = { sku: 'sku_0123456789', quantity: '1', flash: 'fls_0123456789' }))

  test('the slot is asked for, and its facts stand there before anything is paid', async () => {
    const slotId = 'fls_0123456789' as never
    const items = [{ skuId: 'sku_0123456789' as never, perPerson: 2, left: 9 }]
    const flash = { slotId, name: '早市场', endsAt: TONIGHT, payWindowMs: 300_000, items }
    cloud.reply('order.checkout', answers(aCheckout({ flash })))
    const view = await open()
    expect(asked('order.checkout')[0]).toMatchObject({ flashSlotId: 'fls_0123456789' })
    for (const words of ['早市场 · 秒杀价', '下单后 5 分钟内付款，过时货会还给大家', '每人限 2 件'])
      expect(view.has(words)).toBe(true)
  })

  test('sold out is a normal answer with a way on: the same at the price of every day', async () => {
    cloud.reply(
      'order.checkout',
      refuses({ code: 'flash.sold-out', skuId: 'sku_0123456789', sold: 20 }),
      answers(aCheckout()),
    )
    const view = await open()
    expect(view.has('秒杀的货刚卖完，还可以按平常价买')).toBe(true)
    view.tap('按平常价买')
    await pass()
    expect(asked('order.checkout').at(-1)).not.toHaveProperty('flashSlotId')
    expect(view.has('微信支付')).toBe(true)
  })
})

test('from the cart: what has a flash price there has it here, and goods wanted in larger numbers do not', async () => {
  const line = (n: number, quantity: number, flash: object | null, isSelected = true) => {
    const skuId = `sku_000000000${n}`
    return { skuId, quantity, isSelected, flash }
  }
  const flash = { priceFen: 990, most: 2, usualFen: 1990 }
  const items = [line(1, 2, flash), line(2, 3, flash), line(3, 1, null), line(4, 1, flash, false)]
  query = {}
  useDraft.setState({ basket: null, isFromCart: true })
  cloud.reply('cart.view', answers({ items, flash: { slotId: 'fls_0123456789', endsAt: TONIGHT } }))
  const view = await open()
  const basket = items.slice(0, 3).map(({ skuId, quantity }) => ({ skuId, quantity }))
  const ask = { basket, flashSlotId: 'fls_0123456789', flashSkuIds: ['sku_0000000001'] }
  expect(asked('order.checkout')).toEqual([ask])
  view.tap('微信支付')
  await pass()
  expect(asked('order.place')).toMatchObject([{ ...ask, fromCart: true }])
})

test('what would make a coupon count is one tap away, and another leaves it again', async () => {
  const line = { ...aCheckout().lines[0], skuId: 'sku_00000000ad', title: '西兰花', quantity: 1 } as never
  const addOn = { line, unitPriceFen: fen(690), couponName: '满 108 减 25', moreFen: fen(290) }
  cloud.reply('order.checkout', answers(aCheckout({ addOn })))
  const view = await open()
  expect(view.has('加一份西兰花 ¥6.90')).toBe(true)
  expect(view.has('就能用「满 108 减 25」，只多付 ¥2.90')).toBe(true)
  view.tap('加上西兰花')
  await pass()
  const basket = [{ skuId: 'sku_0123456789', quantity: 2 }]
  expect(asked('order.checkout').at(-1)).toEqual({ basket: [...basket, { skuId: 'sku_00000000ad', quantity: 1 }] })
  expect(view.has('已加上西兰花')).toBe(true)
  view.tap('不要西兰花了')
  await pass()
  expect(asked('order.checkout').at(-1)).toEqual({ basket })
})
