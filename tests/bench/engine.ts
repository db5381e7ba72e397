/**
 * `quote`: the best deal on 5 lines with 20 coupons held, in this process, against one `limit.read` a second. A call through
 * the door can't be faster than a bare server's one query, so that ratio reads the engine alone: how many quotes one core
 * makes while the machine answers one bare read.
 */
import { fen, ZERO } from '@/domain/money'
import type { CouponId, SkuId } from '@/domain/ids'
import type { DeliveryTemplate } from '@/domain/delivery/template'
import type { CouponOffer, HeldCoupon } from '@/domain/coupon/terms'
import { bestDeal } from '@/domain/pricing/best-deal'
import type { BasketFacts } from '@/domain/pricing/basket'
import { DAY, epochMs, later } from '@/domain/time'
import { idOf } from './data'

const COUPONS = 20
const NOW = epochMs(1_795_000_000_000)

const offers: readonly CouponOffer[] = [
  { kind: 'amount', offFen: fen(500) },
  { kind: 'percent', offBp: 1_200, capFen: fen(2_000) },
  { kind: 'delivery', offFen: null },
  { kind: 'amount', offFen: fen(1_500) },
]

const couponOf = (n: number): HeldCoupon => ({
  id: idOf('cpn', n) as CouponId,
  name: `券 ${n}`,
  offer: offers[n % offers.length] as CouponOffer,
  thresholdFen: n % 3 === 0 ? ZERO : fen(n * 1_000),
  scope: { kind: 'all' },
  combines: ['order'],
  validFromAt: later(NOW, -DAY),
  expiresAt: later(NOW, n * DAY),
})

const EXPRESS: DeliveryTemplate = {
  kind: 'express',
  feeFen: fen(1_200),
  freeOverFen: fen(9_900),
  areas: [],
  within: [],
}

const facts: BasketFacts = {
  lines: [1, 2, 3, 4, 5].map((n) => ({
    skuId: idOf('sku', n) as SkuId,
    quantity: n,
    priceFen: fen(1_980 + n * 731),
    memberPriceFen: n % 2 ? fen(1_880) : null,
  })),
  level: 'member',
  delivery: {
    kind: 'express',
    region: { province: '上海市', city: '上海市', district: '徐汇区' },
    templates: Array.from({ length: 5 }, () => EXPRESS),
  },
  deals: { now: NOW, coupons: Array.from({ length: COUPONS }, (_, i) => couponOf(i + 1)) },
}

export type EngineRound = { readonly perSecond: number; readonly p50Ms: number; readonly p99Ms: number }

/** Quotes for `ms` milliseconds on one core. */
export const quoteFor = (ms: number): EngineRound => {
  const waits: number[] = []
  const [start, end] = [performance.now(), performance.now() + ms]
  for (let at = start; at < end;) {
    if (!bestDeal(facts).ok) throw new Error('the basket can be delivered')
    const now = performance.now()
    waits.push(now - at)
    at = now
  }
  const perSecond = (waits.length * 1000) / (performance.now() - start)
  waits.sort((a, b) => a - b)
  const at = (share: number): number => waits[Math.floor(waits.length * share)] ?? 0
  return { perSecond, p50Ms: at(0.5), p99Ms: at(0.99) }
}
