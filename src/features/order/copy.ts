/** Wording of orders: the list, one order, its story, and what may be done with it. */
import type { CallRefusal } from '@/contract'
import type { CommonRefusal } from '@/contract/define'
import type { OrderTab, RefundView } from '@/contract/order'
import type { GroupState, SeatState } from '@/domain/group-buy/group'
import type { Axis } from '@/domain/order/events'
import type { DeliveryKind, FulfilmentState } from '@/domain/order/fulfilment'
import type { MoneyState } from '@/domain/order/money-state'
import type { ShopperAct } from '@/domain/order/order'
import type { TradeState } from '@/domain/order/trade'

type Code = Exclude<
  (
    | CallRefusal<'order', 'detail'>
    | CallRefusal<'order', 'cancel'>
    | CallRefusal<'order', 'confirmReceipt'>
    | CallRefusal<'order', 'changeAddress'>
    | CallRefusal<'payment', 'start'>
  )['code'],
  CommonRefusal['code']
>

export const refused = {
  'order.unknown': '没找到这笔订单',
  'order.not-cancellable': '现在不能自己取消了，联系店里帮你处理',
  'order.was-paid': '这笔订单已经付过了',
  'order.not-receivable': '还没到能确认收货的时候',
  'order.already-shipped': '已经发出了，不能再改地址',
  'order.not-payable': '这笔订单已经不能付款了',
  'delivery.out-of-area': '这个地址暂时送不到',
} as const satisfies Record<Code, string>

export const tabText = {
  all: '全部',
  'to-pay': '待付款',
  'to-ship': '备货中',
  'to-receive': '待收货',
  done: '已完成',
} as const satisfies Record<OrderTab, string>

export const tradeText = {
  'awaiting-payment': '待付款',
  paid: '已付款',
  'awaiting-group': '等成团',
  fulfilling: '进行中',
  completed: '已完成',
  cancelled: '已取消',
  'late-paid': '退款中',
  closed: '已关闭',
} as const satisfies Record<TradeState, string>

export const moneyText = {
  unpaid: '未付',
  paid: '已付',
  refunding: '退款中',
  'part-refunded': '部分已退',
  refunded: '已退回',
} as const satisfies Record<MoneyState, string>

export const fulfilmentText = {
  none: '未开始',
  'to-ship': '备货中',
  'part-shipped': '部分发出',
  shipped: '在路上',
  ready: '待取',
  received: '已收到',
  stopped: '已停止',
} as const satisfies Record<FulfilmentState, string>

export const axisText = { trade: '交易', money: '款项', fulfilment: '取货' } as const satisfies Record<Axis, string>
export const goodsAxis = { pickup: '取货', local: '配送', express: '物流' } as const satisfies Record<
  DeliveryKind,
  string
>

export const actText = {
  pay: '去付款',
  cancel: '取消订单',
  'cancel-paid': '取消并退款',
  'confirm-receipt': '确认收货',
  'buy-again': '再来一单',
  'change-address': '改地址',
} as const satisfies Record<ShopperAct, string>

/** While the group is not full, giving a paid order back is leaving the group, and is called so. */
export const leaveText = '退出拼团'

export const refundText = {
  wanted: '已受理',
  sent: '微信处理中',
  done: '已原路退回',
  failed: '没退成，店里在处理',
} as const satisfies Record<RefundView['state'], string>

export const story = {
  placed: '下单，库存为你留好',
  'price-changed': (yuan: string) => `店家改价为 ¥${yuan}`,
  'address-changed': '收货地址改好了',
  paid: (yuan: string) => `微信支付 ¥${yuan} 到账`,
  fulfilling: '店里开始备货',
  'awaiting-group': {
    opened: (missing: number) => `团开好了，还差 ${missing} 人`,
    joined: (missing: number) => `位子占好了，还差 ${missing} 人`,
  },
  'seat-lost': '付款到了，位子没赶上，等你选去处',
  'group-full': (size: number) => `${size} 人到齐，拼成了`,
  'group-expired': '到点没拼成，全额退回',
  'group-left': '你退出了拼团，全额退回',
  cancelled: {
    shopper: '你取消了订单',
    deadline: '超时没付款，订单取消',
    staff: '店里取消了订单',
    'group-expired': '团已经结束，没付的订单取消',
  },
  'late-paid': {
    reopened: '付款晚到了，库存还在，订单恢复',
    refunded: '付款晚到了，货已卖完，原路退回',
    choose: '付款晚到了，位子已满，等你选去处',
  },
  shipped: (carrier: string, pieces: number) => `${carrier}发出 ${pieces} 件`,
  ready: '备好了，等你来取',
  received: { shopper: '你确认收到了', clock: '到期自动确认收货', staff: '当面交给你了' },
  completed: '订单完成',
  'refund-wanted': (yuan: string) => `退款 ¥${yuan} 已受理`,
  'refund-done': (yuan: string) => `¥${yuan} 已原路退回`,
  'refund-failed': (yuan: string) => `退款 ¥${yuan} 没成功，店里在处理`,
  stopped: '不再备货',
  'rest-refunded': '没发的已退款，发出的就是全部',
  closed: '订单关闭',
} as const

export const next = {
  pay: { title: '等你付款', note: '到时没付，库存会放回货架' },
  group: { title: '等邻居来拼', note: '到点没拼成，全额原路退回' },
  choose: { title: '等你选去处', note: '到时没选，全额原路退回' },
  full: { title: '人到齐，店里就备货', note: '' },
  prepare: { title: '店里正在备货', note: '' },
  arrive: { title: '在路上', note: '' },
  collect: { title: '等你来取', note: '给店里看取货码就行' },
  receive: {
    title: '确认收货，订单完成',
    pickup: '取后两天自动确认',
    local: '送到两天后自动确认',
    express: '发出十天后自动确认',
  },
} as const

export const copy = {
  listTitle: '我的订单',
  title: '订单详情',
  emptyTitle: '这里还没有订单',
  emptyNote: '挑几样今早刚到的，下单后在这里看进度',
  emptyAction: '去逛逛',
  more: '没有更多了',
  pieces: (n: number) => `共 ${n} 件`,
  payIn: '付款剩',
  head: {
    pay: '等你付款',
    group: (missing: number) => `还差 ${missing} 人就成团`,
    choose: '位子没赶上，选个去处吧',
    prepare: '店里正在备货',
    ready: '备好了，等你来取',
    shipped: '在路上了',
    part: '一部分已经发出',
    done: '订单完成，谢谢你',
    cancelled: '订单取消了',
    refunding: '正在退款',
    refundFailed: '退款还没退成',
    closed: '订单已关闭',
  },
  headNote: {
    pay: '库存替你留着',
    group: '到点没拼成，全额原路退回',
    choose: '钱好好的，不选也会全额退回',
    refunding: '一般几分钟，最慢三个工作日',
    refundFailed: '店里知道了，会再退，钱不会少',
    done: '有问题随时找店里',
    cancelled: '没有扣款',
    closed: '钱已原路退回',
  },
  group: {
    title: (size: number) => `${size} 人团`,
    count: (confirmed: number, size: number) => `${confirmed}/${size} 人`,
    until: '后截止',
    state: {
      forming: '付款后就开团',
      open: '等邻居来拼',
      full: '拼成了',
      fulfilled: '拼成了',
      expired: '到点没拼成',
      refunded: '没拼成，已退款',
      dropped: '这个团散了',
    } satisfies Record<GroupState, string>,
    seat: { lost: '位子没赶上，去选一个', left: '你退出了这个团', refunded: '已为你退款' } as Partial<
      Record<SeatState, string>
    >,
    open: '看看这个团',
  },
  code: '取货码',
  codeNote: (keeper: string) => `给${keeper}看一眼就行`,
  codeLater: '备好后凭码取货',
  /** Digit by digit, for those who listen. */
  spokenCode: (code: string) => `取货码 ${[...code].join(' ')}`,
  /** In two threes for eyes. */
  writtenCode: (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`,
  enlargeCode: (code: string) => `取货码 ${[...code].join(' ')}，点开放大`,
  closeCode: '收起取货码',
  navigate: '导航去取',
  call: '联系店里',
  copyNumber: '复制',
  copied: '复制好了',
  number: '订单号',
  note: '备注',
  paidTotal: '实付',
  toPay: '应付',
  how: '每一分怎么算的',
  parcels: '包裹',
  refunds: '退款',
  refundRow: (yuan: string) => `¥${yuan}`,
  shippedOf: (shipped: number, all: number) => (shipped < all ? `已发 ${shipped}/${all}` : ''),
  refundedOf: (n: number) => `已退 ${n} 件`,
  regret: '付款 10 分钟内可以自己取消',
  givesBack: '这单用的券和积分会还给你',
  confirm: {
    cancel: { title: '取消这笔订单？', note: '库存会放回货架，想要时再来下单', yes: '取消订单', no: '再想想' },
    'cancel-paid': { title: '取消并退款？', note: '钱会原路退回微信，一般几分钟到账', yes: '取消并退款', no: '再想想' },
    'confirm-receipt': {
      title: '东西都收到了？',
      note: '确认后订单完成，七天内有问题仍可找店里',
      yes: '确认收货',
      no: '还没有',
    },
    'leave-group': {
      title: '退出这个团？',
      note: '钱会全额原路退回；邻居们接着拼，想回来时再参团就行',
      yes: '退出并退款',
      no: '再等等',
    },
  },
  done: {
    cancel: '订单取消了',
    'cancel-paid': '取消了，退款在路上',
    'confirm-receipt': '确认好了',
    'leave-group': '退出了，退款在路上',
    'change-address': '地址改好了',
  },
  stillHere: '订单替你留着，随时来付',
  paid: {
    title: '付好了',
    waitTitle: '微信说付好了',
    waitNote: '店里马上收到消息，这一页会自己更新',
    pickup: '备好后会在这里给你取货码',
    deliver: '发出后在这里看进度',
    see: '看订单',
    home: '继续逛逛',
    again: '再看看',
    shopCard: '今早新到的，来看看',
  },
  safe: [{ title: '订单和付款都在', note: '存在店里，刷新一下就能看到' }],
} as const
