/** Words of the first screen of the day. */
import type { CallOutput } from '@/contract/index'
import { moneyText } from '../parts/money'
import { topicNames } from '../outbox/copy'

type Todo = CallOutput<'staff-order', 'today'>['todos'][number]
export type TodoKind = Todo['kind']

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
const weekday = (day: number): string => weekdays[day] ?? ''

export const copy = {
  title: '今日',
  aside: (month: number, day: number, weekDay: number, time: string) =>
    `${month} 月 ${day} 日 ${weekday(weekDay)} · ${time} 更新`,
  kpis: {
    paid: '支付金额',
    orders: '支付订单',
    average: '客单价',
    newBuyers: '新客',
    refundRate: '退款率',
    sameHours: (weekDay: number) => `比上${weekday(weekDay)}同时段`,
    lastWeekOrders: (weekDay: number, orders: string) => `上${weekday(weekDay)} ${orders} 单`,
    lastWeekAverage: (weekDay: number, average: string) => `上${weekday(weekDay)} ${average}`,
    lastWeekBuyers: (weekDay: number, buyers: string) => `上${weekday(weekDay)} ${buyers} 位`,
    lastWeekRate: (weekDay: number, rate: string) => `上${weekday(weekDay)} ${rate}，按金额`,
    same: '持平',
    points: (text: string) => `${text} 点`,
  },
  todos: {
    title: '要做的事',
    aside: '按剩余时间排',
    all: (n: number) => `全部 ${n}`,
    mine: (n: number) => `待我处理 ${n}`,
    system: (n: number) => `系统处理 ${n}`,
    none: '都处理完了',
    noneNote: '新的事情会自己出现在这里。',
    bySystem: '系统处理',
    hours: (hours: number) => `${hours} 小时内`,
    until: (time: string) => `${time} 前`,
  },
  hours: {
    title: '支付金额',
    aside: '每小时，元',
    today: '今天',
    lastWeek: (weekDay: number) => `上${weekday(weekDay)}`,
    running: (hour: number) => `${hour} 点段进行中`,
  },
  lowStock: {
    title: '快卖完',
    aside: (n: number) => `${n} 个规格`,
    all: '全部',
    left: (n: number) => (n === 0 ? '卖完' : `剩 ${n}`),
    adjust: '补货',
    none: '库存都够',
    noneNote: '低于提醒线的规格会列在这里。',
  },
  top: {
    title: '卖得最好',
    aside: '今天',
    pieces: (n: number) => `${n} 件`,
    none: '今天还没卖出',
    noneNote: '第一单付款后就有了。',
  },
  funnel: {
    title: '今日漏斗',
    aside: '注意 → 兴趣 → 想要 → 付款',
    steps: { opened: '打开商品', carted: '加入购物车', placed: '下单', paid: '付款' },
  },
} as const

/** A thing to do in words: what happened, what is at stake, and the verb on its button. */
export const todoText = (todo: Todo): { title: string; note: string; act: string } => {
  switch (todo.kind) {
    case 'ship':
      return {
        title: `${todo.orders} 单待发货`,
        note: `超过 48 小时货款会被微信冻结，涉及 ${moneyText(todo.totalFen)}`,
        act: '去发货',
      }
    case 'make-ready':
      return { title: `${todo.orders} 单待备货`, note: `「${todo.pickupPoint}」等着取，备好后通知顾客`, act: '去备货' }
    case 'low-stock':
      return { title: `${todo.skus} 个规格快卖完`, note: `「${todo.firstTitle}」等，到货后记得入库`, act: '去补货' }
    case 'dead-letter':
      return {
        title: `${todo.letters} 条消息发不出去`,
        note: `${topicNames[todo.topic] ?? todo.topic}，已停止自动重试；数据都在，重试即可`,
        act: '去重试',
      }
    case 'group-refund':
      return {
        title: `${todo.refunds} 笔拼团退款停了`,
        note: `${moneyText(todo.totalFen)} 还没回到顾客手里；钱没丢，重试即可`,
        act: '去重试',
      }
    case 'refund-retry':
      return {
        title: `${todo.refunds} 笔退款重试中`,
        note: `${moneyText(todo.totalFen)}，微信支付繁忙；到点自动再试，不用处理`,
        act: '看记录',
      }
    default:
      return todo satisfies never
  }
}
