/** 一张券从领到用，再到退：真的门，真的支付报文。 */
import { fen } from '@/domain/money'
import type { MemberId } from '@/domain/ids'
import { dataOf, refusalOf } from '../support/functions'
import { place, requestId } from '../support/shop/buying'
import { aPromotion, aTemplate, couponOf, expectDealsAgree, somePoints } from '../support/shop/deals'
import { openWiredShop, type WiredShop } from '../support/shop/wired'

let shop: WiredShop
beforeAll(async () => {
  shop = await openWiredShop()
})
afterEach(() => expectDealsAgree(shop))
afterAll(() => shop.close())

const walletOf = async (memberId: MemberId) => dataOf(await shop.call('coupon', 'mine', {}, memberId))

test('小美领券、结算时自动选最省的、用积分、付款，退一份坏果，再整单退完：钱、积分、券都对', async () => {
  const xiaomei = await shop.aMember({ name: '小美' })
  const owner = await shop.aStaff({ name: '林晓禾' })
  const pickupPointId = await shop.aPickupPoint()
  const { skuId: strawberry } = await shop.aProduct({ title: '红颜草莓', skus: [{ priceFen: 3_000, stock: 10 }] })
  const { skuId: bread } = await shop.aProduct({ title: '可颂', skus: [{ priceFen: 1_200, stock: 10 }] })
  await somePoints(shop, xiaomei, 500)
  await aPromotion(shop, '满 60 减 6', {
    ...{ kind: 'order', scope: { kind: 'all' }, combines: [] },
    tiers: [{ overFen: fen(6_000), offFen: fen(600) }],
  })
  const big = await aTemplate(shop, {
    name: '满 50 减 8',
    thresholdFen: fen(5_000),
    offer: { kind: 'amount', offFen: fen(800) },
  })
  const small = await aTemplate(shop, {
    name: '立减 2',
    offer: { kind: 'amount', offFen: fen(200) },
    combines: ['order'],
  })

  const { offers } = dataOf(await shop.call('coupon', 'centre', {}, xiaomei))
  expect(offers.map((offer) => [offer.name, offer.state])).toEqual([
    ['满 50 减 8', 'open'],
    ['立减 2', 'open'],
  ])
  for (const templateId of [big, small]) dataOf(await shop.call('coupon', 'claim', { templateId }, xiaomei))
  expect((await walletOf(xiaomei)).counts.usable).toBe(2)

  // 60 + 12 = 72：大券单用省 8，满减 6 叠立减 2 也省 8，两种一样省；再用 500 积分
  const basket = [
    { skuId: strawberry, quantity: 2 },
    { skuId: bread, quantity: 1 },
  ]
  const ask = { basket, deals: { usePoints: true } }
  const { quote, deals } = dataOf(await shop.call('order', 'checkout', ask, xiaomei))
  expect(quote.totalFen).toBe(7_200 - 800 - 500)
  expect(deals.points).toEqual({ balance: 500, spendable: 500, worthFen: 500 })
  expect(deals.choice.couponId).not.toBeNull()

  const cheaper = await place(shop, xiaomei, {
    basket,
    pickupPointId,
    totalFen: quote.totalFen - 1,
    deals: deals.choice,
  })
  expect(refusalOf(cheaper)).toMatchObject({ code: 'quote.changed', quote: { totalFen: quote.totalFen } })
  const { orderId } = dataOf(
    await place(shop, xiaomei, { basket, pickupPointId, totalFen: quote.totalFen, deals: deals.choice }),
  )
  expect((await couponOf(shop, deals.choice.couponId as never)).state).toBe('locked')
  await shop.payInWechat(orderId, xiaomei)
  const paid = dataOf(await shop.call('order', 'detail', { orderId }, xiaomei))
  expect(paid).toMatchObject({ trade: 'fulfilling', paidFen: quote.totalFen })
  expect(paid.quote.steps).toEqual(quote.steps)
  expect((await walletOf(xiaomei)).counts).toEqual({ usable: 1, used: 1, expired: 0 })

  // 草莓两份摊到 417 分的积分，先退的那一份多一分
  const line = paid.lines[0]
  const bad = { orderId, requestId: requestId(), lines: [{ lineId: line?.id as never, quantity: 1 }], reason: '坏果' }
  const { refund } = dataOf(await shop.call('staff-order', 'refund', bad, owner))
  await shop.settleRefunds()
  const { balance } = dataOf(await shop.call('points', 'mine', {}, xiaomei))
  expect([refund.amountFen, balance]).toEqual([Math.ceil((line?.paidFen ?? 0) / 2), 209])
  expect((await walletOf(xiaomei)).counts.used).toBe(1)

  const rest = { orderId, requestId: requestId(), reason: '全部退掉' }
  const { refund: second } = dataOf(await shop.call('staff-order', 'refund', rest, owner))
  await shop.settleRefunds()
  expect(refund.amountFen + second.amountFen).toBe(quote.totalFen)
  expect(dataOf(await shop.call('points', 'mine', {}, xiaomei)).balance).toBe(500)
  expect((await walletOf(xiaomei)).counts).toEqual({ usable: 2, used: 0, expired: 0 })
})
