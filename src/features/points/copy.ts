/** Wording of points and of the member level. */
import type { CallRefusal } from '@/contract'
import type { CommonRefusal } from '@/contract/define'
import type { MemberLevel } from '@/contract/member'
import type { PointsKind } from '@/contract/points'

type Code = Exclude<CallRefusal<'points', 'mine'>['code'], CommonRefusal['code']>
export const refused = {} as const satisfies Record<Code, string>

export const kindText = {
  earned: '买东西得的',
  spent: '抵了钱',
  returned: '退款还回来的',
  'clawed-back': '退款收回的',
  granted: '店里送的',
} as const satisfies Record<PointsKind, string>

export const levelText = { ordinary: '新邻居', member: '春芽会员' } as const satisfies Record<MemberLevel, string>

export const copy = {
  title: '我的积分',
  unit: '积分',
  worth: (yuan: string) => `可抵 ¥${yuan}`,
  frozen: (points: number) => `另有 ${points} 积分押在没付款的订单里，取消就还回来`,
  owed: (points: number) => `退款时多用了 ${points} 积分，下回得的先补上`,
  shop: '去用积分',
  how: {
    title: '怎么来，怎么用',
    lines: [
      { icon: 'box', title: '订单完成后，每付 ¥1 得 1 积分', note: '按商品实付算，运费不算' },
      { icon: 'star', title: '100 积分抵 ¥1', note: '结算时自己打开，一单最多抵 20%' },
      { icon: 'undo', title: '退款时一起结清', note: '用掉的还给你，那部分商品得的收回' },
    ],
  },
  level: {
    title: '会员等级',
    spent: (yuan: string) => `近 180 天消费 ¥${yuan}`,
    up: (yuan: string, level: string) => `再消费 ¥${yuan} 升为${level}`,
    due: (level: string) => `已经够了，下次核对时升为${level}`,
    keep: (need: string) => `180 天内消费满 ¥${need}，会员价一直有`,
    short: (yuan: string) => `再消费 ¥${yuan}，保住会员价`,
    checked: (day: string) => `${day}核对过，每天核对一次`,
    gain: '会员买东西按会员价',
  },
  ledger: {
    title: '明细',
    order: '看订单',
    end: '就这些了',
    empty: '还没有积分往来，第一单完成后就有了',
  },
  safe: [{ title: '积分都在', note: '一分不少，稍后再看' }],
} as const
