/** A checkout of strawberries and milk with a wallet, as the server would answer it. */
import type { CheckoutView, CouponOptionView } from '@/contract/order'
import type { CouponId, PromotionId, SkuId } from '@/domain/ids'
import { fen } from '@/domain/money'
import type { Quote } from '@/domain/pricing/quote'
import { epochMs, HOUR, later } from '@/domain/time'

/** 2026-11-22 09:42 in the shop. */
export const NOW = epochMs(Date.UTC(2026, 10, 22, 1, 42))
/** The midnight after it. */
export const TONIGHT = epochMs(Date.UTC(2026, 10, 22, 16))

export const berries = 'sku_0123456789' as SkuId
export const milk = 'sku_1123456789' as SkuId
export const freshCoupon = 'cpn_0123456789' as CouponId
export const allCoupon = 'cpn_1123456789' as CouponId
export const feeCoupon = 'cpn_2123456789' as CouponId
const half = 'prm_0123456789' as PromotionId

const fresh = {
  id: freshCoupon,
  name: '果蔬券',
  offer: { kind: 'amount' as const, offFen: fen(800) },
  thresholdFen: fen(5900),
}

/** ¥107.20, less 3.80 for a member, 8.40 for the second milk, 8.00 with a coupon: ¥87.00. */
export const aQuote = (wish: Partial<Quote> = {}): Quote => ({
  lines: [
    {
      skuId: berries,
      quantity: 2,
      originalUnitFen: fen(3680),
      unitPriceFen: fen(3490),
      unitPriceRule: 'member',
      discountFen: fen(800),
      paidFen: fen(6180),
      parts: [{ by: 'coupon', id: freshCoupon, amountFen: fen(800) }],
    },
    {
      skuId: milk,
      quantity: 2,
      originalUnitFen: fen(1680),
      unitPriceFen: fen(1680),
      unitPriceRule: 'sale',
      discountFen: fen(840),
      paidFen: fen(2520),
      parts: [{ by: 'line', id: half, amountFen: fen(840) }],
    },
  ],
  steps: [
    { kind: 'goods', amountFen: fen(10_720), pieces: 4 },
    { kind: 'member-price', amountFen: fen(-380), pieces: 2 },
    {
      ...{ kind: 'line-promotion', id: half, name: '第二件半价', amountFen: fen(-840), pieces: 1, skuIds: [milk] },
      deal: { kind: 'nth', nth: 2, offBp: 5000 },
    },
    { kind: 'coupon', amountFen: fen(-800), ...fresh, baseFen: fen(6980), expiresAt: TONIGHT },
    { kind: 'delivery', amountFen: fen(0), rule: 'pickup', thresholdFen: null, missingFen: null },
  ],
  unused: [
    {
      ...{ kind: 'coupon', id: allCoupon, name: '全场券' },
      why: { code: 'below-threshold', thresholdFen: fen(10_800), baseFen: fen(10_480), missingFen: fen(320) },
    },
  ],
  originalFen: fen(10_720),
  goodsFen: fen(8700),
  deliveryFen: fen(0),
  totalFen: fen(8700),
  savedFen: fen(2020),
  ...wish,
})

const face = { scopeNames: [], leadsTo: { to: 'shop' as const }, combines: [], validFromAt: later(NOW, -HOUR) }
export const options: readonly CouponOptionView[] = [
  {
    ...{ ...face, ...fresh, kind: 'coupon', isUsable: true, expiresAt: TONIGHT, scopeNames: ['水果'] },
    ...{ offFen: fen(800), savesFen: fen(800), totalFen: fen(8700) },
  },
  {
    ...{ ...face, id: allCoupon, name: '全场券', kind: 'coupon', expiresAt: later(TONIGHT, 24 * HOUR) },
    ...{ offer: { kind: 'amount', offFen: fen(1200) }, thresholdFen: fen(10_800) },
    ...{
      isUsable: false,
      why: { code: 'below-threshold', thresholdFen: fen(10_800), baseFen: fen(10_480), missingFen: fen(320) },
    },
  },
  {
    ...{ ...face, id: feeCoupon, name: '免运费券', kind: 'delivery-coupon', expiresAt: later(TONIGHT, 48 * HOUR) },
    ...{ offer: { kind: 'delivery', offFen: null }, thresholdFen: fen(0), isUsable: false, why: { code: 'no-fee' } },
  },
]

const picture = { url: '', tone: ['#fff', '#eee'] as const }
const line = (skuId: SkuId, title: string) =>
  ({
    skuId,
    productId: 'prd_0123456789',
    title,
    options: [],
    picture,
    quantity: 2,
  }) as unknown as CheckoutView['lines'][number]

export const aCheckout = (wish: Partial<CheckoutView> = {}): CheckoutView => ({
  lines: [line(berries, '丹东草莓'), line(milk, '鲜牛乳')],
  quote: aQuote(),
  delivery: {
    kind: 'pickup',
    pickupPoint: {
      id: 'pup_0123456789',
      name: '3 号楼架空层',
      walkMinutes: 4,
      hours: '',
      address: '',
      keeper: '小满',
    } as never,
    address: null,
    promise: null,
  },
  choices: [],
  pickupPoints: [],
  addresses: [],
  group: null,
  sale: null,
  deals: {
    choice: { couponId: freshCoupon, deliveryCouponId: null, usePoints: false },
    options,
    points: { balance: 280, spendable: 280, worthFen: fen(280) },
  },
  addOn: null,
  flash: null,
  ...wish,
})
