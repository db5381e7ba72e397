/** Wording of the checkout. */
import type { CallRefusal } from '@/contract'
import type { CommonRefusal } from '@/contract/define'
import type { CheckoutView } from '@/contract/order'
import type { DeliveryKind } from '@/domain/order/fulfilment'

type Code = Exclude<
  (CallRefusal<'order', 'checkout'> | CallRefusal<'order', 'place'> | CallRefusal<'payment', 'start'>)['code'],
  CommonRefusal['code']
>

export const refused = {
  'sku.unknown': '有一件商品已经不在店里了',
  'sku.off': '有一件商品刚刚下架了',
  'sku.short': '有一件商品库存不够了',
  'pickup-point.unknown': '这个取货点暂时不开，换一个吧',
  'address.unknown': '先选一个收货地址',
  'delivery.out-of-area': '这个地址暂时送不到，换自提或快递试试',
  'delivery.missing': '先填一个收货地址',
  'quote.changed': '价格刚刚有变化，看一眼新的再下单',
  'order.too-many-unpaid': '还有好多没付款的订单，先付或取消几单',
  'order.unknown': '没找到这笔订单',
  'order.not-payable': '这笔订单已经不能付款了',
  'order.was-paid': '这笔订单已经付过了',
  'group.unknown': '没找到这个团，没有扣款',
  'group.over': '这个团刚结束，没有扣款',
  'group.full': '最后的位子刚被占，没有扣款',
  'group.already-in': '你已经在这个团里了',
  'group.limit-reached': '这件商品的拼团次数用完了，还可以单独买',
  'group.pieces': '拼团一次买不了这么多，少选几件再来',
  'group.sold-out': '拼团的货刚卖完，还可以单独买',
  'group.one-product': '拼团一次只买一款',
  'campaign.over': '拼团活动刚结束，还可以单独买',
  'flash.unknown': '这件商品不在这一场秒杀里',
  'flash.not-running': '这一场秒杀现在不开，还可以按平常价买',
  'flash.sold-out': '秒杀的货刚卖完，还可以按平常价买',
  'flash.short': '秒杀的货没有这么多了，少选几件再来',
  'flash.limit-reached': '这件商品每人能秒的件数用完了',
  'sale.unknown': '这场接龙已经不在了',
  'sale.not-open': '这场接龙已经截单了',
  'sale.not-begun': '这场接龙还没开始',
  'sale.ended': '这场接龙刚刚截单',
  'sale.line-gone': '有一样不在这场接龙里',
  'sale.per-person': '有一样每人能接的份数用完了',
  'sale.sold-out': '有一样刚被接完，少接几份再来',
  'sale.elsewhere': '这场接龙不在这个自提点取',
  'draft.unknown': '没找到团长帮你记的这单',
  'draft.over': '团长帮记的这单已经有人付过或收回了',
} as const satisfies Record<Code, string>

export const wayName = { pickup: '自提', local: '同城送', express: '快递' } as const satisfies Record<
  DeliveryKind,
  string
>

export const copy = {
  title: '确认订单',
  change: '更换',
  walk: (minutes: number) => `走 ${minutes} 分钟`,
  pickupAt: (window: string) => `${window} 自取`,
  arrives: (window: string) => `${window} 送达`,
  noAddress: '还没有收货地址',
  addAddress: '填一个，下次自动带上',
  fromWechat: '用微信地址',
  newAddress: '新建地址',
  choosePoint: '去哪里取',
  chooseAddress: '送到哪里',
  ways: '怎么拿到',
  free: '免运费',
  noWay: { 'no-address': '先填地址', 'out-of-area': '送不到' } as const satisfies Record<
    NonNullable<CheckoutView['choices'][number]['unavailable']>,
    string
  >,
  saved: {
    best: (yuan: string) => `已选最省的搭配，比原价省 ¥${yuan}`,
    plain: (yuan: string) => `比原价省 ¥${yuan}`,
    chosen: (yuan: string) => `按你选的算，比原价省 ¥${yuan}`,
  },
  savedFoot: (yuan: string) => `已省 ¥${yuan}，每一分都写明`,
  note: '备注',
  notePlaceholder: '比如：可颂请切开，谢谢',
  noteDone: '写好了',
  due: '应付',
  pay: '微信支付',
  safe: [{ title: '东西都还在购物车里', note: '没有下单，也没有扣款' }],
  safeNote: '没有下单，也没有扣款',
  emptyTitle: '没有要结算的东西',
  emptyNote: '回购物车选几样再来',
  emptyAction: '去购物车',
  later: {
    alone: '订单替你留 30 分钟，随时可以来付',
    group: '位子替你留 15 分钟，随时可以来付',
    flash: '秒杀的货替你留 5 分钟，记得来付',
    sale: '接龙的货先替你留着，记得在截单前来付',
  },
  sale: {
    head: (title: string) => `接龙「${title}」`,
    forName: (name: string, title: string) => `帮 ${name} 付 · ${title}`,
    handOver: (moment: string) => `${moment} 起取货`,
    until: (moment: string) => `${moment} 截单`,
    tiers: '接的人多会再降价，差价自动退给你',
    back: '回接龙看看',
  },
  group: {
    open: (size: number) => `开一个 ${size} 人团`,
    join: (size: number, missing: number) =>
      missing > 1 ? `${size} 人团，还差 ${missing} 人` : `${size} 人团，就差你一个`,
    hours: (hours: number) => `付款后 ${hours} 小时内等邻居来，没拼成全额退`,
    minutes: (minutes: number) => `付款后 ${minutes} 分钟内等邻居来，没拼成全额退`,
    until: (when: string) => `${when} 截止，没拼成全额退`,
    atLeast: (least: number) => `到时满 ${least} 人也按团价成团`,
    see: '看看我的团',
    back: '回去看看',
  },
  unused: {
    more: (n: number) => `还有 ${n} 项没用上的`,
    less: '收起',
  },
  deals: {
    title: '我来选优惠',
    count: (n: number) => (n > 0 ? `${n} 张可用券` : '没有可用的券'),
    none: '还没有券',
    sheet: '选优惠券',
    goods: '商品券',
    delivery: '运费券',
    noCoupon: '不用券',
    noDelivery: '不用运费券',
    best: '最省',
    saves: (yuan: string) => `省 ¥${yuan}`,
    same: '价钱一样',
    costs: (yuan: string) => `会多付 ¥${yuan}`,
    unusable: '这单用不了',
    done: (yuan: string) => `就这样，应付 ¥${yuan}`,
    back: (yuan: string) => `换回最省的，再省 ¥${yuan}`,
    empty: '手上还没有券',
    centre: '去领券中心看看',
  },
  points: {
    title: (n: number) => `用 ${n} 积分`,
    worth: (yuan: string) => `抵 ¥${yuan}`,
    some: (balance: number) => `共有 ${balance} 积分，这单最多用这些`,
    all: (balance: number) => `共有 ${balance} 积分，100 积分抵 ¥1`,
  },
  changed: {
    title: '价格刚刚有变化',
    note: '还没有下单，也没有扣款。变了的在这里：',
    total: '应付',
    gone: '没有了',
    come: '新增',
    yes: (yuan: string) => `按 ¥${yuan} 下单`,
    no: '再看看',
    same: '又变回来了，价钱和刚才一样',
  },
  flash: {
    head: (name: string) => `${name} · 秒杀价`,
    ends: '后结束',
    pay: (minutes: number) => `下单后 ${minutes} 分钟内付款，过时货会还给大家`,
    limit: (most: number) => `每人限 ${most} 件`,
    plain: '按平常价买',
    over: (startsAt: string) => `${startsAt} 开始，到时再来`,
    left: (left: number) => `现在还剩 ${left} 件`,
    mine: (limit: number, left: number) =>
      left > 0 ? `每人限 ${limit} 件，你还能买 ${left} 件` : `每人限 ${limit} 件，你已经买到了`,
  },
  addOn: {
    what: (title: string, yuan: string) => `加一份${title} ¥${yuan}`,
    /** `more`: in fen, below zero where the order gets cheaper. */
    why: (coupon: string, more: number, yuan: string) =>
      `就能用「${coupon}」，${more > 0 ? `只多付 ¥${yuan}` : more === 0 ? '价钱不变' : `反而少付 ¥${yuan}`}`,
    take: '加上',
    takeIt: (title: string) => `加上${title}`,
    taken: (title: string) => `已加上${title}`,
    leave: '不要了',
    leaveIt: (title: string) => `不要${title}了`,
  },
  quantity: (n: number) => `×${n}`,
} as const
