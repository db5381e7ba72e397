/** Wording of a quote: each step with its reason, each rule that was not used with what it lacks. All of it from facts. */
import type { QuoteStep, UnitPriceStepKind, UnusedRule, Why } from '@/domain/pricing/quote'
import type { LineDeal } from '@/domain/promotion/promotion'
import type { IconName } from '@/ui/icon'
import { rateText } from '@/ui/coupon-words'

type Kind = Exclude<QuoteStep['kind'], UnitPriceStepKind>
type Words = { readonly icon: IconName; readonly title: string }

export const unitPriceWords = {
  'member-price': { icon: 'person', title: '会员价' },
  'group-price': { icon: 'people', title: '拼团价' },
  'flash-price': { icon: 'clock', title: '秒杀价' },
  'community-price': { icon: 'people', title: '接龙价' },
} as const satisfies Record<UnitPriceStepKind, Words>

export const stepIcon = {
  goods: 'box',
  'line-promotion': 'coupon',
  'order-promotion': 'store',
  coupon: 'coupon',
  points: 'star',
  'price-change': 'store',
  delivery: 'truck',
  'delivery-coupon': 'coupon',
} as const satisfies Record<Kind, IconName>

/** `第 2 件半价`, `每 3 件免 1 件`, `满 3 件 8 折`: the deal itself, whatever the staff call it. */
export const dealText = (deal: LineDeal): string => {
  switch (deal.kind) {
    case 'buy-n':
      return `每 ${deal.pieces} 件免 ${deal.free} 件`
    case 'nth':
      return `第 ${deal.nth} 件${deal.offBp === 5000 ? '半价' : deal.offBp === 10_000 ? '免费' : ` ${rateText(deal.offBp)}`}`
    case 'ladder':
      return deal.tiers.map(({ pieces, offBp }) => `满 ${pieces} 件 ${rateText(offBp)}`).join('，')
    default:
      return deal satisfies never
  }
}

export const quoteCopy = {
  goods: '商品原价',
  pieces: (n: number) => `${n} 件`,
  /** 「丹东草莓 ¥36.80 → ¥34.90，2 件」 */
  unitOf: (title: string, was: string, now: string, n: number) => `${title} ¥${was} → ¥${now}，${n} 件`,
  unitOfMany: (n: number, name: string) => `${n} 件按${name}算`,
  deal: (deal: string, n: number, title: string | null) =>
    title ? `${title}：${deal}，便宜了 ${n} 件` : `${deal}，便宜了 ${n} 件`,
  reached: (base: string) => `适用的商品 ¥${base}，够了`,
  next: (missing: string, off: string) => `再买 ¥${missing} 可减 ¥${off}`,
  points: (n: number) => `${n} 积分`,
  pointsRate: '100 积分抵 ¥1',
  change: '店家改价',
  delivery: '运费',
  pickup: '自取',
  free: '免运费',
  freeOver: (over: string) => `满 ¥${over} 免运费，够了`,
  freeMissing: (over: string, missing: string) => `满 ¥${over} 免运费，还差 ¥${missing}`,
} as const

const notUsed = '没用上'
const and = (names: readonly string[]): string => names.join('、')

/** The short word beside the rule, and the sentence below it. */
export const unusedWords = {
  'below-threshold': (missing: string, base: string, over: string, passed: string | null) => ({
    missing: `还差 ¥${missing}`,
    why: `适用的商品 ¥${base}，满 ¥${over} 能用${passed ? `；已享别的优惠的 ¥${passed} 不算在内` : ''}`,
  }),
  'too-few': (pieces: number, missing: number) => ({
    missing: missing > 0 ? `还差 ${missing} 件` : notUsed,
    why: missing > 0 ? `适用的商品有 ${pieces} 件，再加 ${missing} 件就有` : '这些商品这次凑不成一组',
  }),
  'no-goods': () => ({ missing: notUsed, why: '这一单里没有它适用的商品' }),
  'not-together': (names: readonly string[]) => ({
    missing: `不能和${and(names)}同享`,
    why: `适用的商品已经享了${and(names)}，两样不能叠在一起`,
  }),
  'after-another': (other: string | null) => ({
    missing: notUsed,
    why: other ? `这些商品已经享了「${other}」` : '这些商品已经享了排在前面的优惠',
  }),
  'gave-way': (coupon: string | null, off: string) => ({
    missing: '和券二选一',
    why: `本可减 ¥${off}；这次用了${coupon ? `「${coupon}」` : '券'}，两样只能选一样`,
  }),
  /** `more`: what one would pay more, in fen; below zero it would be less. */
  'not-chosen': (more: number, moreYuan: string) =>
    more > 0
      ? { missing: `用了会多付 ¥${moreYuan}`, why: '现在的搭配更省，这张替你留着' }
      : more === 0
        ? { missing: '一样的价', why: '用它也是这个价，这张替你留着' }
        : { missing: `用它能少付 ¥${moreYuan}`, why: '你选了别的搭配，随时可以换回来' },
  'no-fee': () => ({ missing: '替你留着', why: '这一单不收运费，用不着它' }),
  'not-yet': (when: string) => ({ missing: '还没到时候', why: when }),
  expired: (when: string) => ({ missing: '已过期', why: `${when}到期了` }),
  'switched-off': (points: number, off: string) => ({ missing: '没有用', why: `${points} 积分可抵 ¥${off}` }),
} as const satisfies Record<Why['code'], (...facts: never[]) => { missing: string; why: string }>

export const unusedName = { points: '积分' } as const satisfies Record<
  Extract<UnusedRule, { kind: 'points' }>['kind'],
  string
>
