/** 一单生意从头到尾：真的门，真的支付报文。 */
import { foldEvents } from '@/domain/order/events'
import type { MemberId, OrderId } from '@/domain/ids'
import { MINUTE } from '@/domain/time'
import { anExpressOrder, aPlacedOrder, place, requestId } from '../support/shop/buying'
import type { StaffSeat } from '../support/shop/builders'
import { dataOf, refusalOf } from '../support/functions'
import { openWiredShop, type WiredShop } from '../support/shop/wired'

let shop: WiredShop
let owner: StaffSeat
beforeAll(async () => {
  shop = await openWiredShop()
})
beforeEach(async () => {
  shop.standin.faults.reset()
  owner = await shop.aStaff({ name: '林晓禾' })
})
afterAll(() => shop.close())

const seen = async (orderId: OrderId, memberId: MemberId) =>
  dataOf(await shop.call('order', 'detail', { orderId }, memberId))
const ship = (orderId: OrderId, trackingNo: string, lines?: { lineId: never; quantity: number }[]) =>
  shop.call('staff-order', 'ship', { orderId, carrier: 'sf', trackingNo, ...(lines ? { lines } : {}) }, owner)
const kinds = (view: { timeline: readonly { event: { kind: string } }[] }) => view.timeline.map((e) => e.event.kind)

test('莉莉把草莓发给小美：小美点开卡片、下单、付款，店里发货，小美确认收货', async () => {
  const [lili, xiaomei] = [await shop.aMember({ name: '莉莉' }), await shop.aMember({ name: '小美' })]
  const addressId = await shop.anAddress(xiaomei)
  const template = await shop.aDeliveryTemplate({ kind: 'express', feeFen: 800 as never, freeOverFen: null })
  const skus = [{ priceFen: 3680, stock: 5 }]
  const { productId, skuId } = await shop.aProduct({ title: '红颜草莓', skus, deliveryTemplateId: template })

  const { code } = dataOf(await shop.call('share', 'create', { productId, channel: 'chat' }, lili))
  const card = dataOf(await shop.call('share', 'open', { code, scene: 1007 }, xiaomei))
  expect(card).toMatchObject({ product: { id: productId, title: '红颜草莓', isOnSale: true } })
  expect(JSON.stringify(card.sharer)).not.toContain(lili)

  const basket = [{ skuId, quantity: 2 }]
  const delivery = { kind: 'express', addressId } as const
  const { quote } = dataOf(await shop.call('order', 'checkout', { basket, delivery }, xiaomei))
  expect(quote.totalFen).toBe(2 * 3680 + 800)
  const { orderId } = dataOf(
    await place(shop, xiaomei, { basket, delivery, totalFen: quote.totalFen, shareCode: code }),
  )
  await shop.payInWechat(orderId, xiaomei)
  expect(await seen(orderId, xiaomei)).toMatchObject({ trade: 'fulfilling', money: 'paid', paidFen: 8160 })

  const board = dataOf(await shop.call('staff-order', 'list', { tab: 'to-ship' }, owner))
  expect(board.rows.map((row) => row.id)).toContain(orderId)
  shop.clock.advance(20 * MINUTE)
  dataOf(await ship(orderId, 'SF1234567890'))
  await shop.tick()
  expect(shop.wechat.callsTo('uploadShipping')).toHaveLength(1)

  const onTheWay = await seen(orderId, xiaomei)
  expect(onTheWay.parcels).toMatchObject([{ carrier: 'sf', trackingNo: 'SF1234567890' }])
  const received = dataOf(await shop.call('order', 'confirmReceipt', { orderId }, xiaomei))
  expect(kinds(received)).toEqual(['placed', 'paid', 'fulfilling', 'shipped', 'received', 'completed'])
  expect(received).toMatchObject({ trade: 'completed', money: 'paid', fulfilment: 'received' })
  expect(foldEvents(received.timeline.map((e) => e.event))).toEqual({
    trade: 'completed',
    money: 'paid',
    fulfilment: 'received',
  })
  expect([await shop.availableOf(skuId), await shop.ledgerOf(skuId)]).toEqual([3, 3])
})

test('十分钟内反悔：一键取消，钱原路全退，货回到架上；过了十分钟就不能自己取消了', async () => {
  const order = await aPlacedOrder(shop, { stock: 3, quantity: 2, priceFen: 1250 })
  await shop.payInWechat(order.orderId, order.memberId)
  shop.clock.advance(9 * MINUTE)
  const cancelled = dataOf(await shop.call('order', 'cancel', { orderId: order.orderId }, order.memberId))
  expect(cancelled).toMatchObject({ money: 'refunding', fulfilment: 'stopped' })
  await shop.settleRefunds()
  const view = await seen(order.orderId, order.memberId)
  expect(view).toMatchObject({ trade: 'closed', money: 'refunded', refundedFen: 2500 })
  expect([await shop.availableOf(order.skuId), await shop.ledgerOf(order.skuId)]).toEqual([3, 3])

  const late = await aPlacedOrder(shop)
  await shop.payInWechat(late.orderId, late.memberId)
  shop.clock.advance(11 * MINUTE)
  expect(refusalOf(await shop.call('order', 'cancel', { orderId: late.orderId }, late.memberId)).code).toBe(
    'order.not-cancellable',
  )
})

test('一单分两个包裹发：先发一半，客人两个单号都看得到', async () => {
  const { orderId, memberId, totalFen } = await anExpressOrder(shop, [2, 3])
  await shop.payInWechat(orderId, memberId)
  const { lines } = dataOf(await shop.call('staff-order', 'detail', { orderId }, owner))
  const [first] = lines
  if (!first) throw new Error('a line')
  dataOf(await ship(orderId, 'SF0001', [{ lineId: first.id as never, quantity: 1 }]))
  const half = await seen(orderId, memberId)
  expect(half).toMatchObject({ fulfilment: 'part-shipped', paidFen: totalFen, autoConfirmAt: null })
  expect(half.lines.map((line) => line.shippedQuantity)).toEqual([1, 0])
  dataOf(await ship(orderId, 'SF0002'))
  const whole = await seen(orderId, memberId)
  expect(whole.fulfilment).toBe('shipped')
  expect(whole.parcels.map((parcel) => parcel.trackingNo)).toEqual(['SF0001', 'SF0002'])
  expect(whole.lines.map((line) => line.shippedQuantity)).toEqual([2, 3])
})

test('到店自提：店里备好，报六位取货码才给货，别人的码拿不走', async () => {
  const [mine, other] = [await aPlacedOrder(shop), await aPlacedOrder(shop)]
  for (const order of [mine, other]) await shop.payInWechat(order.orderId, order.memberId)
  const codeOf = async ({ orderId, memberId }: typeof mine) => (await seen(orderId, memberId)).pickup?.code ?? ''
  const [code, wrong] = [await codeOf(mine), await codeOf(other)]
  expect(code).toMatch(/^\d{6}$/)
  expect(code).not.toBe(wrong)
  const handOver = (said: string) => shop.call('staff-order', 'handOver', { orderId: mine.orderId, code: said }, owner)
  dataOf(await shop.call('staff-order', 'makeReady', { orderIds: [mine.orderId] }, owner))
  expect((await seen(mine.orderId, mine.memberId)).fulfilment).toBe('ready')
  expect(refusalOf(await handOver(wrong)).code).toBe('pickup.wrong-code')
  expect(dataOf(await handOver(code))).toMatchObject({ trade: 'completed', fulfilment: 'received' })
  expect(refusalOf(await handOver(code)).code).toBe('order.act-not-open')
})

test('分三次退款，退到最后一分，一分不多一分不少，再退就没有了', async () => {
  const { orderId, memberId, totalFen } = await anExpressOrder(shop, [3, 2], 333)
  await shop.payInWechat(orderId, memberId)
  const open = async () => dataOf(await shop.call('staff-order', 'detail', { orderId }, owner))
  const [first, second] = (await open()).lines
  if (!first || !second) throw new Error('two lines')
  const refund = async (more: object) => {
    const ask = { orderId, requestId: requestId(), reason: '少发了', ...more }
    return shop.call('staff-order', 'refund', ask, owner)
  }
  const cuts = [[{ lineId: first.id, quantity: 2 }], [{ lineId: second.id, quantity: 1 }]]
  for (const lines of cuts) {
    dataOf(await refund({ lines }))
    await shop.settleRefunds()
    expect((await open()).money).toBe('part-refunded')
  }
  dataOf(await refund({}))
  await shop.settleRefunds()
  expect(await open()).toMatchObject({ trade: 'closed', money: 'refunded', refundedFen: totalFen })
  expect((await refund({})).ok).toBe(false)
  const { number } = await seen(orderId, memberId)
  expect(shop.standin.findPaid({ outTradeNo: number })?.refundedFen).toBe(totalFen)
})
