/** Words of one order: who and where, how the price came about, and what happened. */
import type { CallOutput } from '@/contract/index'
import type { Axis } from '@/domain/order/events'
import type { Tone } from '../theme'
import { moneyText } from '../parts/money'
import { carrierName } from './copy'

type Order = CallOutput<'staff-order', 'detail'>
type Entry = Order['timeline'][number]
type Step = Order['quote']['steps'][number]

export const axisNames = { trade: '交易', money: '资金', fulfilment: '履约' } as const satisfies Record<Axis, string>

export const copy = {
  unknown: '找不到这个订单',
  unknownNote: '可能不在你负责的自提点里。',
  placedAt: (time: string, from: string) => `${time} · ${from}`,
  direct: '直接下单',
  shared: (sharer: string | null) => (sharer ? `来自${sharer}的分享` : '来自好友分享'),
  print: '打印',
  buyer: '买家',
  pickup: '自提',
  address: '收货',
  group: '拼团',
  groupSize: (size: number, confirmed: number) => `${size} 人团，已有 ${confirmed} 人`,
  note: '留言',
  remark: '备注',
  code: '取货码',
  codeHidden: '请顾客出示',
  none: '没有',
  priceTitle: '价格怎么来的',
  unitOff: (name: string, unit: string, original: string) => `${name} ${unit}，原价 ${original}`,
  unitSale: (unit: string) => `单价 ${unit}`,
  sharePaid: (paid: string) => `摊后实付 ${paid}`,
  refunded: (quantity: number, amount: string) => `已退 ${quantity} 件 ${amount}`,
  shipped: (quantity: number, of: number) => `已发 ${quantity}/${of}`,
  total: '实付',
  toPay: '待付',
  refundedTotal: '已退',
  parcels: '包裹',
  parcelGoods: (quantity: number) => `${quantity} 件`,
  upload: {
    none: '',
    waiting: '发货信息正在上传微信',
    done: '发货信息已上传微信',
    dead: '发货信息没传上去，货款会被冻结；到发件箱重试',
  },
  toOutbox: '去发件箱',
  refunds: '退款',
  refundStates: { wanted: '排队中', sent: '微信处理中', done: '已到账', failed: '没退成' },
  story: '经过',
  by: { shopper: '顾客', staff: '店员', clock: '系统', wechat: '微信' },
} as const

export const unitPriceNames = {
  'member-price': '会员价',
  'group-price': '拼团价',
  'flash-price': '秒杀价',
  'community-price': '接龙价',
} as const

/** One row of the price, top to bottom: name, the rule in grey. */
export const stepText = (step: Step): { name: string; note: string; unused: string | null } => {
  switch (step.kind) {
    case 'goods':
      return { name: '商品原价', note: `${step.pieces} 件`, unused: null }
    case 'member-price':
    case 'group-price':
    case 'flash-price':
    case 'community-price':
      return { name: unitPriceNames[step.kind], note: `${step.pieces} 件`, unused: null }
    case 'line-promotion':
      return { name: step.name, note: `${step.pieces} 件`, unused: null }
    case 'order-promotion':
      return {
        name: step.name,
        note: `${moneyText(step.baseFen)} 满 ${moneyText(step.overFen)}`,
        unused: step.next
          ? `没到下一档：满 ${moneyText(step.next.overFen)} 减 ${moneyText(step.next.offFen)}，还差 ${moneyText(step.next.missingFen)}`
          : null,
      }
    case 'coupon':
      return {
        name: step.name,
        note: step.thresholdFen > 0 ? `${moneyText(step.baseFen)} 满 ${moneyText(step.thresholdFen)}` : '无门槛',
        unused: null,
      }
    case 'delivery-coupon':
      return { name: step.name, note: '抵配送费', unused: null }
    case 'points':
      return { name: '积分抵扣', note: `${step.points} 分`, unused: null }
    case 'price-change':
      return { name: '店员改价', note: '按行摊开', unused: null }
    case 'delivery':
      return {
        name: step.rule === 'pickup' ? '自提' : '配送费',
        note: step.rule === 'free-over' && step.thresholdFen !== null ? `满 ${moneyText(step.thresholdFen)} 免` : '',
        unused:
          step.missingFen !== null && step.thresholdFen !== null
            ? `没用上：满 ${moneyText(step.thresholdFen)} 免配送费，还差 ${moneyText(step.missingFen)}`
            : null,
      }
    default:
      return step satisfies never
  }
}

const cancelReasons = {
  shopper: '顾客取消',
  deadline: '超时没付',
  staff: '店员取消',
  'group-expired': '团到时没成，没付的一起取消',
} as const
const lateOutcomes = {
  reopened: '库存还在，已恢复订单',
  refunded: '库存没了，自动退款并通知顾客',
  choose: '名额已被占，请顾客选：换团、自己开团或退款',
} as const
const receivers = { shopper: '顾客确认收货', clock: '到期自动收货', staff: '店员核销' } as const

/** An event in words; the note says who, unless the title does. */
export const eventText = ({ event, by, staffName }: Entry): { title: string; note: string; tone?: Tone } => {
  const who = staffName ?? copy.by[by]
  switch (event.kind) {
    case 'placed':
      return { title: '下单，占用库存', note: `应付 ${moneyText(event.totalFen)}` }
    case 'price-changed':
      return {
        title: `改价 ${moneyText(event.fromFen)} → ${moneyText(event.toFen)}`,
        note: `${who} · ${event.reason}`,
      }
    case 'address-changed':
      return { title: '改了收货地址', note: who }
    case 'paid':
      return {
        title: `微信支付成功 ${moneyText(event.paidFen)}`,
        note: `通知已验签 · 流水尾号 ${event.transactionTail}`,
      }
    case 'fulfilling':
      return { title: '进入履约', note: '付款即备货' }
    case 'awaiting-group':
      return {
        title: event.opened ? '开团成功，等人来拼' : '参团成功，等成团',
        note: event.missing > 0 ? `还差 ${event.missing} 人；成团前不备货` : '人齐了',
        tone: 'doing',
      }
    case 'seat-lost':
      return { title: '付款时名额已满', note: '顾客选：换团、自己开团或退款；10 分钟没选自动退', tone: 'doing' }
    case 'group-full':
      return { title: `成团，${event.size} 人`, note: '从现在起算发货时限' }
    case 'group-expired':
      return { title: '到时没成团', note: '全额退款，库存和份额已退回', tone: 'quiet' }
    case 'group-left':
      return { title: '顾客退出了团', note: '全额退款，库存和份额已退回', tone: 'quiet' }
    case 'cancelled':
      return { title: cancelReasons[event.reason], note: '库存已退回', tone: 'quiet' }
    case 'late-paid':
      return {
        title: `取消后到账 ${moneyText(event.paidFen)}`,
        note: lateOutcomes[event.outcome],
        tone: 'todo',
      }
    case 'shipped':
      return {
        title: event.part ? `发出一部分，${event.quantity} 件` : `发货，${event.quantity} 件`,
        note: `${carrierName(event.carrier)} 尾号 ${event.trackingTail} · ${who}`,
      }
    case 'ready':
      return { title: '备好，等顾客来取', note: who }
    case 'received':
      return { title: receivers[event.by], note: who }
    case 'completed':
      return { title: '交易完成', note: '' }
    case 'refund-wanted':
      return { title: `发起退款 ${moneyText(event.refundFen)}`, note: `${who} · ${event.reason}`, tone: 'doing' }
    case 'refund-done':
      return { title: `退款到账 ${moneyText(event.refundFen)}`, note: event.left ? '部分退款' : '全部退完' }
    case 'refund-failed':
      return { title: `退款没成 ${moneyText(event.refundFen)}`, note: '会自动再试', tone: 'late' }
    case 'rest-refunded':
      return { title: '没发的已退款', note: '发出的就是全部' }
    case 'stopped':
      return { title: '停止履约', note: '', tone: 'quiet' }
    case 'closed':
      return { title: '订单关闭', note: '', tone: 'quiet' }
    case 'remarked':
      return { title: '写了备注', note: who, tone: 'quiet' }
    default:
      return event satisfies never
  }
}

/** The next duty, in the words of its clock. */
export const dutyText = {
  ship: { title: '待发货', note: (until: string, left: string) => `须在${until} 前发出并上传微信，剩 ${left}` },
  pay: { title: '待付款', note: (until: string, left: string) => `${until} 没付自动取消，剩 ${left}` },
  'pick-up': { title: '待自提', note: (until: string, left: string) => `${until} 前来取，剩 ${left}` },
  refund: { title: '退款处理中', note: (until: string, left: string) => `${until} 前到账或再试，剩 ${left}` },
  group: {
    title: '等成团',
    note: (until: string, left: string) => `${until} 没成自动全额退，剩 ${left}`,
  },
  choose: {
    title: '名额被占，顾客在选',
    note: (until: string, left: string) => `${until} 没选自动全额退，剩 ${left}`,
  },
  confirm: { title: '等待确认收货', note: (until: string, left: string) => `${until} 自动完成，剩 ${left}` },
} as const satisfies Record<NonNullable<Order['clock']>['kind'], unknown>

export const headClock = {
  ship: (until: string) => `${until} 前发货，剩`,
  pay: (until: string) => `${until} 前付款，剩`,
  'pick-up': (until: string) => `${until} 前自提，剩`,
  refund: (until: string) => `退款 ${until} 前有结果，剩`,
  group: (until: string) => `${until} 前成团，剩`,
  choose: (until: string) => `${until} 前顾客选，剩`,
  confirm: (until: string) => `${until} 自动收货，剩`,
} as const satisfies Record<NonNullable<Order['clock']>['kind'], unknown>
