/** Words of orders: list, drawer, acts and their refusals. */
import type { Carrier } from '@/contract/staff-order'
import type { DeliveryKind, FulfilmentState } from '@/domain/order/fulfilment'
import type { MoneyState } from '@/domain/order/money-state'
import type { StaffAct } from '@/domain/order/order'
import type { TradeState } from '@/domain/order/trade'

export const carrierNames = {
  sf: '顺丰',
  jd: '京东',
  zto: '中通',
  yto: '圆通',
  sto: '申通',
  yunda: '韵达',
  ems: '邮政',
  jtexpress: '极兔',
  own: '自己送',
} as const satisfies Record<Carrier, string>

const isCarrier = (carrier: string): carrier is Carrier => Object.hasOwn(carrierNames, carrier)
export const carrierName = (carrier: string): string => (isCarrier(carrier) ? carrierNames[carrier] : carrier)

export const deliveryNames = { express: '快递', local: '同城送', pickup: '自提' } as const satisfies Record<
  DeliveryKind,
  string
>

export const tradeNames = {
  'awaiting-payment': '待付款',
  paid: '已付款',
  'awaiting-group': '等成团',
  fulfilling: '履约中',
  completed: '已完成',
  cancelled: '已取消',
  'late-paid': '迟付款',
  closed: '已关闭',
} as const satisfies Record<TradeState, string>

export const moneyNames = {
  unpaid: '未付',
  paid: '已付',
  refunding: '退款中',
  'part-refunded': '部分退',
  refunded: '已退',
} as const satisfies Record<MoneyState, string>

export const fulfilmentNames = {
  none: '未开始',
  'to-ship': '待发货',
  'part-shipped': '部分发',
  shipped: '已发货',
  ready: '待自提',
  received: '已签收',
  stopped: '未发出',
} as const satisfies Record<FulfilmentState, string>

export const pickupNames = { 'to-ship': '待备货', received: '已自提' } as const

const actNames = {
  ship: '发货',
  'make-ready': '备好',
  'hand-over': '核销',
  refund: '退款',
  'change-price': '改价',
  'change-address': '改地址',
  cancel: '取消订单',
  remark: '备注',
} as const satisfies Record<StaffAct, string>

export const copy = {
  title: '订单',
  total: (total: string, isCapped: boolean) => `${isCapped ? '超过 ' : '共 '}${total} 单`,
  titleIn: (days: string, total: string) => `${days} ${total} 单`,
  exportCsv: '导出 CSV',
  exported: (rows: number, isCapped: boolean) =>
    isCapped ? `导出了前 ${rows} 单；更早的请缩小时间再导` : `导出了 ${rows} 单`,
  exportName: (day: string) => `订单-${day}.csv`,
  tabs: {
    all: '全部',
    'to-pay': '待付款',
    'to-ship': '待发货',
    'awaiting-group': '等成团',
    'to-pick-up': '待自提',
    shipped: '已发货',
    refunding: '退款中',
    completed: '已完成',
    closed: '已关闭',
  },
  filters: {
    time: '时间',
    times: { today: '今天', week: '近 7 天', month: '近 30 天' },
    delivery: '配送',
    source: '来源',
    sources: { share: '好友分享', direct: '直接下单' },
    pickup: '自提点',
    text: '搜索',
    save: '存为视图',
    saveName: '给这组条件起个名字',
    saved: '视图',
    remove: '删掉这个视图',
  },
  columns: {
    order: '订单',
    buyer: '买家',
    goods: '商品',
    source: '来源',
    paid: '实付',
    trade: '交易',
    money: '资金',
    fulfilment: '履约',
    clock: '时钟',
  },
  goods: (pieces: number) => `等 ${pieces} 件`,
  goodsOne: (pieces: number) => `×${pieces}`,
  sources: { share: '分享', direct: '直接' },
  clocks: { ship: '', pay: '', 'pick-up': '', refund: '退款', confirm: '收货', group: '', choose: '顾客选' },
  group: '拼团',
  groupMissing: (n: number) => `还差 ${n} 人`,
  groupPeople: (confirmed: number, size: number) => `${confirmed} / ${size} 人`,
  view: '查看',
  acts: actNames,
  none: '没有符合的订单',
  noneNote: '放宽时间或清掉条件再看看。',
  clearFilters: '清掉条件',
  bar: {
    chosen: (count: number, sum: string) => `已选 ${count} 单 · ${sum}`,
    urgent: (left: string) => `最早剩 ${left}`,
    print: '打印拣货单',
    ready: (n: number) => `备好 ${n} 单`,
    ship: '批量发货',
    readied: (n: number, refused: number) => (refused ? `备好 ${n} 单，${refused} 单没成` : `备好 ${n} 单，已通知来取`),
  },
} as const
