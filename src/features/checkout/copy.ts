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
} as const satisfies Record<Code, string>

export const wayName = { pickup: '自提', local: '同城送', express: '快递' } as const satisfies Record<
  DeliveryKind,
  string
>

export const copy = {
  title: '确认订单',
  change: '更换',
  walk: (minutes: number) => ` · 走 ${minutes} 分钟`,
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
  quote: {
    goods: '商品原价',
    pieces: (n: number) => `${n} 件`,
    unitPrice: {
      'member-price': '会员价',
      'group-price': '拼团价',
      'flash-price': '秒杀价',
      'community-price': '接龙价',
    },
    unitPriceNote: (n: number) => `${n} 件按这个价`,
    change: '店家改价',
    delivery: '运费',
    freeOver: (yuan: string) => `满 ¥${yuan} 免运费，够了`,
    missing: (over: string, missing: string) => `满 ¥${over} 免运费，还差 ¥${missing}`,
  },
  saved: (yuan: string) => `已按最省的价算，比原价省 ¥${yuan}`,
  savedFoot: (yuan: string) => `已省 ¥${yuan}，每一分都写明`,
  note: '备注',
  notePlaceholder: '比如：可颂请切开，谢谢',
  noteDone: '写好了',
  due: '应付',
  pay: '微信支付',
  safe: [{ title: '东西都还在购物车里', note: '没有下单，也没有扣款' }],
  emptyTitle: '没有要结算的东西',
  emptyNote: '回购物车选几样再来',
  emptyAction: '去购物车',
  later: '订单替你留 30 分钟，随时可以来付',
  quantity: (n: number) => `×${n}`,
} as const
