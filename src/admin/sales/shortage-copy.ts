/** Words of sharing out what came short. */
import type { Policy } from '@/domain/shortage/allocate'
import type { RefusalWording } from '../cloud/refusal-text'
import { saleStates } from './copy'
import { moneyText } from '../parts/money'

export const policyNames = { 'first-paid': '先付先得', proportional: '按比例' } as const satisfies Record<
  Policy,
  string
>

export const copy = {
  title: (title: string, n: number) => `${title}，缺 ${n} 份`,
  facts: (sold: number, received: number, from: string) => `卖出 ${sold}，到货 ${received}；${from} 开始取货`,
  outlines: {
    'first-paid': (orders: number) => `早付的人拿全，后付的 ${orders} 单退款`,
    proportional: (orders: number, share: string) => `每个自提点分到约 ${share}，${orders} 单各少几份`,
  },
  stated: '开始时说好的',
  other: '只作对照，以开始时说好的为准',
  got: (got: number, sold: number) => [String(got), ` / ${sold}`] as const,
  cutList: (n: number) => `没分到的 ${n} 单，自动退款`,
  cutListDone: (n: number) => `没分到的 ${n} 单，已退款`,
  compared: (n: number) => `若这样分，${n} 单退款`,
  more: (n: number) => `其余 ${n} 单`,
  less: '收起',
  refunds: '退款合计',
  refundsNote: '按每份实付，分摊优惠已扣',
  commission: '佣金相应减少',
  messages: '通知',
  messagesNote: '收到退款说明',
  people: (n: number) => `${n} 单`,
  act: (policy: Policy, sum: string) => `按${policyNames[policy]}分配，退款 ${sum}`,
  sure: (n: number) => `退给 ${n} 单，退款马上发出`,
  note: '发出后不能收回；邻居会收到原因和金额。',
  sureAct: '分配并退款',
  done: '已分配，退款已发出',
  notYet: '要有退款权限的同事来分配',
  decided: (when: string) => `${when} 已分配`,
  decidedTag: '已分配',
  loading: '在算怎么分',
} as const

export const allocateRefusals = {
  'sale.unknown': '找不到这场接龙',
  'sale.line-gone': '这样商品已不在这场接龙里',
  'shortage.none': '到货够了，不用分',
  'shortage.decided': '同事刚分配过，刷新看看',
  'shortage.not-now': ({ state }) => `现在是「${saleStates[state].text}」，分拣前后才能分`,
  'shortage.changed': ({ refundFen }) => `到货或订单刚变过，现在要退 ${moneyText(refundFen)}，看过再按`,
} satisfies RefusalWording<'staff-sale', 'allocate'>
