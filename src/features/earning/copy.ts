/** Wording of a leader's money: where each fen comes from, and when it comes. */
import type { ActionName, CallRefusal } from '@/contract'
import type { CommonRefusal } from '@/contract/define'
import type { EarningState } from '@/domain/commission/earning'
import type { TransferState } from '@/domain/commission/payout'
import type { LineDiscount } from '@/domain/pricing/line-discounts'

type Code = Exclude<CallRefusal<'earning', ActionName<'earning'>>['code'], CommonRefusal['code']>

export const refused = {
  'leader.not-approved': '通过团长申请以后，这里会记下每一笔',
  'transfer.unknown': '没找到这笔打款',
  'transfer.over': '这笔已经处理完了',
} as const satisfies Record<Code, string>

export const copy = {
  title: '对账',
  tiles: {
    payable: { name: '可结', note: '店里会打给你' },
    coming: { name: '待结', note: '收货满 7 天' },
    estimated: { name: '预计', note: '等邻居收货' },
    transfer: { name: '打款中', note: '等你确认' },
    held: { name: '售后中', note: '办完再算' },
    paid: { name: '累计到账', note: '' },
  },
  rate: (percent: string) => `佣金 ${percent}%，按邻居实付算`,
  forecast: {
    title: '什么时候到',
    sure: '收货了，等满 7 天',
    likely: '还没收货，按平时估的',
    held: (yuan: string) => `另有 ¥${yuan} 在售后，办完再算`,
    none: '暂时没有在路上的',
  },
  payouts: {
    title: '打款',
    note: '微信转账，24 小时内点一下确认，钱就到零钱',
    confirm: '确认收款',
    until: (moment: string) => `${moment} 前确认，过了会退回可结`,
    state: {
      unsent: '准备打款',
      sending: '打款中',
      'awaiting-confirm': '等你确认',
      paid: '已到账',
      failed: '没打成，退回可结',
      lapsed: '过时没确认，退回可结',
    } as const satisfies Record<TransferState, string>,
    at: (moment: string) => moment,
    paid: '收到了',
    waiting: '微信还在处理，过一会儿再看',
    cancelled: '没确认，24 小时内随时可以再点',
    failed: '没确认成，再试一次',
    old: '微信版本太旧，更新以后再确认',
    sure: (yuan: string) => `收下 ¥${yuan}？`,
    sureNote: '钱会进你的微信零钱。',
    yes: '收下',
    later: '晚点再说',
    none: '还没打过款',
    all: '看以前的',
  },
  statement: {
    title: '明细',
    month: (month: string) => {
      const [year = '', number = ''] = month.split('-')
      return `${year} 年 ${Number(number)} 月`
    },
    opening: '月初结余',
    change: '本月变动',
    closing: '月末结余',
    out: '本月到账',
    csv: '导出表格',
    kept: '表格好了',
    notKept: '没存成，再试一次',
    empty: { title: '这个月还没有', note: '邻居从你的接龙或卡片下单，这里就有一笔' },
    more: '再看一些',
    count: (n: number) => `${n} 笔`,
    end: '就这些了',
    parts: (earned: string, back: string, adjusted: string) =>
      [`佣金 ¥${earned}`, back !== '0.00' && `扣回 ¥${back}`, adjusted !== '0.00' && `调整 ${adjusted}`]
        .filter(Boolean)
        .join(' · '),
    net: '月末可结',
  },
  row: {
    adjustment: '店里调整',
    clawBack: '退款扣回',
    goods: (title: string, quantity: number) => `${title} ×${quantity}`,
    order: (number: string) => `订单 ${number}`,
    buyer: (name: string) => `${name} 买的`,
    state: {
      estimated: '等收货',
      accrued: '待结',
      held: '售后中',
      payable: '可结',
      paying: '打款中',
      'awaiting-confirm': '等你确认',
      paid: '已到账',
      failed: '没打成',
      dropped: '不算',
    } as const satisfies Record<EarningState, string>,
  },
  explain: {
    title: '这一笔怎么来的',
    unit: (yuan: string, quantity: number) => `标价 ¥${yuan} × ${quantity}`,
    cuts: {
      'member-price': '会员价',
      'community-price': '接龙价',
      'group-price': '拼团价',
      'flash-price': '秒杀价',
      'price-change': '改价',
      line: '优惠',
      order: '满减',
      coupon: '优惠券',
      points: '积分抵扣',
    } as const satisfies Record<LineDiscount['by'], string> as Readonly<Record<string, string>>,
    otherCut: '优惠',
    refunded: '退款',
    base: '算佣金的实付',
    rate: (percent: string) => `× 佣金 ${percent}%`,
    exact: (yuan: string) => `= ¥${yuan}`,
    rounded: '四舍五入到分',
    amount: '这一笔',
    whose: '为什么是你的',
    attribution: {
      sale: (place: string | null, buyer: string) =>
        place ? `${buyer} 在你的「${place}」里下的单` : `${buyer} 在你的接龙里下的单`,
      touch: (place: string | null, buyer: string, moment: string) =>
        place ? `${buyer} ${moment} 打开过你的「${place}」` : `${buyer} ${moment} 打开过你的卡片`,
      'own-purchase': () => '自己买的不算佣金',
      none: () => '这一单没有团长',
    },
    when: '什么时候到',
    placed: (moment: string) => `${moment} 下单`,
    why: {
      'not-received': '邻居收货后再过 7 天',
      waiting: (received: string, release: string) => `${received} 收货，${release} 可结`,
      waitingOnly: '收货了，满 7 天可结',
      'after-sale': '售后办完再算',
      payable: '现在可结，等店里打款',
      paying: '店里在打款',
      'awaiting-confirm': (moment: string) => `${moment} 前点确认收款`,
      paid: (moment: string) => `${moment} 到账`,
      failed: (moment: string) => `${moment} 没打成，下次再打`,
      refunded: (moment: string) => `${moment} 全退了，不算`,
      'own-purchase': '自己买的不算佣金',
      'clawed-back': (from: string, to: string) =>
        `打款以后邻居退了款：实付从 ¥${from} 变成 ¥${to}，多打的从下一笔里扣`,
      adjusted: (remark: string) => `店里写的原因：${remark}`,
    },
    order: '看这一单的号码',
  },
  notYet: { title: '还不是团长', note: '申请通过以后，这里会记下每一笔', action: '去申请' },
  safe: [{ title: '钱一分不少', note: '账记在店里，稍后再看' }],
} as const
