import { fen } from '@/domain/money'
import { dealForOrder, quoteOrder, type BasketState } from '@/domain/order/place'
import { aCoupon, aLine, category, coupon, NOW, off } from './baskets'

const state: BasketState = {
  skus: [
    { ...aLine(1, 3_000, 2), title: '草莓', isOn: true, available: 5, deliveryTemplateId: null },
    { ...aLine(2, 1_000), title: '可颂', isOn: true, available: 5, deliveryTemplateId: null },
  ],
  level: 'ordinary',
  templates: [],
  deals: {
    now: NOW,
    coupons: [
      aCoupon(1, 5_000, off(800), { scope: { kind: 'categories', ids: [category(1)] } }),
      aCoupon(2, 0, off(300)),
    ],
  },
}

test('an order is quoted with the coupons it names, and the checkout proposes the best', () => {
  expect(quoteOrder(state, 'pickup', null)).toMatchObject({ value: { totalFen: 7_000 } })
  const choice = { couponId: coupon(2), deliveryCouponId: null }
  expect(quoteOrder(state, 'pickup', null, choice)).toMatchObject({ value: { totalFen: 6_700 } })
  expect(dealForOrder(state, 'pickup', null)).toMatchObject({
    value: { choice: { couponId: coupon(1) }, quote: { totalFen: 6_200 } },
  })
  expect(dealForOrder(state, 'pickup', null, { couponId: null })).toMatchObject({
    value: { quote: { totalFen: 7_000 } },
  })
})

test('what can’t be bought is refused before any coupon is looked at', () => {
  const short = { ...state, skus: state.skus.map((sku) => ({ ...sku, priceFen: fen(1), available: 0 })) }
  expect(dealForOrder(short, 'pickup', null)).toMatchObject({ ok: false, refusal: { code: 'sku.short' } })
  expect(quoteOrder(state, 'local', null)).toEqual({ ok: false, refusal: { code: 'delivery.out-of-area' } })
})
