/** Wording of coupons: where they are claimed, and the wallet. */
import type { CallRefusal } from '@/contract'
import type { CommonRefusal } from '@/contract/define'
import type { CouponSource, CouponView, OfferView } from '@/contract/coupon'

type Code = Exclude<
  (
    | CallRefusal<'coupon', 'centre'>
    | CallRefusal<'coupon', 'claim'>
    | CallRefusal<'coupon', 'redeem'>
    | CallRefusal<'coupon', 'mine'>
  )['code'],
  CommonRefusal['code']
>

export const refused = {
  'coupon.unknown': '这张券已经收起来了',
  'coupon.not-open': '还没到领的时候',
  'coupon.sold-out': '这张券刚刚领完了',
  'coupon.limit-reached': '你已经领过了',
  'coupon.day-limit': '今天的领完了，明天再来',
  'code.unknown': '没有这个兑换码，对照一下再输',
  'code.used': '这个兑换码已经用过了',
} as const satisfies Record<Code, string>

export type CouponTab = 'usable' | 'used' | 'expired'
export const tabText = { usable: '可用', used: '用过的', expired: '失效的' } as const satisfies Record<
  CouponTab,
  string
>

export const sourceText = {
  claim: '自己领的',
  assist: '朋友助力得的',
  'assist-helper': '帮朋友助力得的',
  'assist-consolation': '助力没凑齐，店里送的',
  code: '兑换来的',
  staff: '店里送的',
  'new-member': '新邻居见面礼',
} as const satisfies Record<CouponSource, string>

export const stateText = {
  claimed: '可用',
  locked: '订单占用中',
  used: '已使用',
  expired: '已过期',
  voided: '已收回',
} as const satisfies Record<CouponView['state'], string>

/** `again`: one of theirs is there or was, and there is one more to have. */
export const offerText = {
  open: '领取',
  again: '再领',
  claimed: '去使用',
  locked: '订单用着',
  used: '已用完',
  gone: '已失效',
  'sold-out': '领完了',
  'not-yet': '还没开领',
  tomorrow: '明天再来',
} as const satisfies Record<OfferView['state'] | 'again', string>

export const copy = {
  centre: {
    title: '领券中心',
    head: '点一下就领到',
    headNote: '不用转发，也不用请人；结算时自动选最省的',
    mine: '我的券',
    assist: '请朋友点一下的券',
    redeem: '用兑换码换券',
    claimed: '领到了，结算时自动用上',
    opens: (when: string) => `${when} 开领`,
    days: (days: number) => `领后 ${days} 天内有效`,
    claimUntil: (when: string) => `${when} 截止领取`,
    has: (mine: number, most: number) => `已领 ${mine} 张，每人 ${most} 张`,
    perPerson: (most: number) => `每人 ${most} 张`,
    together: (names: string) => `可和${names}同享`,
    emptyTitle: '现在没有可领的券',
    emptyNote: '有新的会放在这里，不用天天来看',
    emptyAction: '先逛逛',
    claim: (name: string) => `领取${name}`,
    use: (name: string) => `用${name}`,
  },
  hint: {
    claim: '领取',
    done: '领到了，结算时自动用上',
    saves: (yuan: string) => `领了这一车就能少付 ¥${yuan}`,
  },
  redeem: {
    title: '兑换码',
    hint: '输入卡片上的兑换码',
    note: '大小写、空格、短横都没关系',
    yes: '兑换',
    done: (name: string) => `换到了「${name}」`,
  },
  mine: {
    title: '我的券',
    centre: '去领券中心',
    use: '去使用',
    order: '看订单',
    voided: (reason: string) => `收回原因：${reason}`,
    locked: '有一笔订单正用着它，取消就会还给你',
    end: '就这些了',
    empty: {
      usable: { title: '手上没有能用的券', note: '领券中心随时可以看看' },
      used: { title: '还没有用过券', note: '结算时会自动选最省的' },
      expired: { title: '没有失效的券', note: '很好，一张都没浪费' },
    } satisfies Record<CouponTab, { title: string; note: string }>,
  },
  goods: {
    title: '这张券适用于',
    note: '点一样，去看看',
  },
  safe: [{ title: '领到的券都在', note: '存在店里，换手机也不会丢' }],
} as const
