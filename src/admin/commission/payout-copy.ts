/** Words of payouts by two people, and of corrections. */
import type { PayoutPlan } from '@/domain/commission/split-payout'
import type { RefusalWording } from '../cloud/refusal-text'
import { moneyText } from '../parts/money'
import { payoutStates } from './copy'

export const copy = {
  tabs: {
    all: '全部',
    proposed: '待复核',
    approved: '打款中',
    finished: '已结束',
    rejected: '已驳回',
    withdrawn: '已撤回',
  },
  columns: {
    leader: '团长',
    amount: '金额',
    state: '状态',
    transfers: '微信转账',
    maker: '提交',
    checker: '复核',
    clock: '时钟',
  },
  transfers: (n: number) => `${n} 笔`,
  you: '（你）',
  check: '复核',
  see: '查看',
  none: '没有待复核的打款',
  noneNote: '在团长的对账单里提交打款，由另一位同事复核后发出。',
  noneHere: '这一栏没有打款',
  noneHereNote: '换一栏看看。',
  unknown: '找不到这笔打款',
  drawer: {
    title: (sum: string) => `打款 ${sum}`,
    leader: '团长',
    maker: '提交人',
    proposed: '提交时间',
    checker: '复核人',
    checked: '复核时间',
    reason: '驳回原因',
    transfers: '微信转账',
    transfersNote: '每笔不超过 ¥1,999.99，团长在微信里逐笔确认',
    notYet: '复核后才会发出',
    notSent: '没有发出',
    statement: '看对账单',
    asked: (when: string) => `${when} 发起`,
    until: (when: string) => `${when} 前确认`,
    ended: (when: string) => `${when} 结束`,
    own: '自己提交的要由另一位同事复核。',
  },
  dialog: {
    title: (sum: string, name: string) => `给 ${name} 打款 ${sum}`,
    note: '由另一位同事复核后，微信通知团长确认收款；24 小时未确认会退回可付。',
    act: '提交复核',
    transfers: (n: number) => `分 ${n} 笔微信转账`,
    rows: (n: number) => `${n} 行佣金`,
    needName: (n: number) => `${n} 行超过单笔上限，要团长实名后才能打`,
    left: (n: number) => `${n} 行太小或被收回抵掉，留到下次`,
  },
  proposed: '已提交，等另一位同事复核',
  approve: (sum: string) => `放行 ${sum}`,
  approveSure: '放行后钱交给微信',
  approveNote: '微信通知团长确认收款，24 小时内有效；发出后不能收回。',
  approveAct: '放行',
  approved: '已放行，等团长确认收款',
  reject: '驳回',
  rejectTitle: '驳回这笔打款',
  rejectNote: '钱留在可付里，可以重新提交。',
  rejectHint: '写一句原因，提交人会看到',
  rejected: '已驳回',
  withdraw: '撤回',
  withdrawSure: '撤回这笔打款',
  withdrawNote: '钱留在可付里，可以重新提交。',
  withdrawn: '已撤回',
  adjust: {
    act: '记一笔调整',
    title: (name: string) => `调整 ${name} 的佣金`,
    note: '马上进可付，团长在对账单里看得到原因；打款仍要两个人。',
    way: '方向',
    ways: { up: '补给团长', down: '从团长扣回' },
    amount: '金额',
    amountHint: '填一个金额',
    reason: '原因',
    reasonHint: '写一句原因，团长会看到',
    sure: (way: string, sum: string) => `${way} ${sum}`,
    done: '已记入对账单',
  },
} as const

export const noPlan = {
  'payout.not-allowed': '你的角色不能提交打款',
  'payout.leader-not-paid': 'TA 现在不是团长，不能打款',
  'payout.open': '有一笔打款还没结束',
  'payout.too-small': ({ payableFen, leastFen }) => `可付 ${moneyText(payableFen)}，满 ${moneyText(leastFen)} 才能打`,
  'payout.needs-name': '单行超过 ¥1,999.99，要团长实名后才能打',
  'leader.unknown': '找不到这位团长',
  'payout.plan-changed': ({ plan }: { plan: PayoutPlan }) => `可付刚变成 ${moneyText(plan.amountFen)}，看过再提交`,
} satisfies RefusalWording<'staff-commission', 'propose'>

export const checkRefusals = {
  'payout.unknown': copy.unknown,
  'payout.not-allowed': '你的角色不能处理打款',
  'payout.same-person': '自己提交的要由另一位同事复核',
  'payout.over': ({ state }) => `这笔已经${payoutStates[state].text}`,
  'payout.changed': ({ earningIds }) => `提交后有 ${earningIds.length} 行变了；驳回后重新提交`,
} satisfies RefusalWording<'staff-commission', 'approve'>

export const adjustRefusals = {
  'leader.unknown': '找不到这位团长',
  'adjustment.no-reason': copy.adjust.reasonHint,
  'adjustment.nothing': copy.adjust.amountHint,
} satisfies RefusalWording<'staff-commission', 'adjust'>
