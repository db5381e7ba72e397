/** Words of leaders: how they stand, the list, one of them, and what a decision does. */
import type { LeaderState } from '@/domain/community/leader'
import type { Tone } from '../theme'
import type { RefusalWording } from '../cloud/refusal-text'
import { countText } from '../parts/count-text'

export const leaderStates = {
  applied: { tone: 'todo', text: '待审核' },
  approved: { tone: 'done', text: '在任' },
  rejected: { tone: 'quiet', text: '没通过' },
  suspended: { tone: 'late', text: '已停用' },
} as const satisfies Record<LeaderState, { tone: Tone; text: string }>

/** `800` → `"8%"`, `1250` → `"12.5%"`. */
export const rateText = (rateBp: number): string => `${String(rateBp / 100)}%`

export const copy = {
  title: '社群与团长',
  rooms: { leaders: '团长', communities: '社群' },
  tabs: { applied: '申请', approved: '在任', suspended: '已停用', rejected: '没通过', all: '全部' },
  find: '名字',
  columns: {
    leader: '团长',
    state: '状态',
    neighbourhood: '小区',
    communities: '社群 / 邻居',
    sales: '近 30 天接龙',
    paid: '近 30 天实收',
    rate: '佣金',
    since: '何时',
  },
  counts: (communities: number, neighbours: number) => `${communities} 个 / ${countText(neighbours)} 人`,
  saleCount: (n: number) => `${countText(n)} 场`,
  usualRate: '统一',
  see: '查看',
  check: '审核',
  noApplications: '没有待审核的申请',
  noApplicationsNote: '顾客在「社群」页申请后会到这里，店里同意了才能开接龙。',
  noneHere: '这一栏没有团长',
  noneHereNote: '换一栏，或换个名字找找。',
  drawer: {
    unknown: '找不到这位团长',
    applied: '申请时间',
    neighbourhood: '小区',
    phone: '手机',
    rate: '佣金',
    since: '状态时间',
    decidedBy: '经手',
    reason: '原因',
    intro: '自我介绍',
    noIntro: '没有写',
    buys: '在店里买过',
    buysNote: '店里对申请人唯一的了解',
    orders: (n: number, sum: string) => `${n} 单，共 ${sum}`,
    since1: (day: string) => `${day} 起`,
    noOrders: '还没买过',
    sales: '近 30 天',
    salesFact: (n: number, sum: string) => `${n} 场接龙，实收 ${sum}`,
    communities: '社群',
    noCommunities: '还没有社群',
    members: (n: number) => `${countText(n)} 人`,
    statement: '看对账单',
    earns: '能开社群和接龙；顾客点开 TA 的卡片后 7 天内下单，计一级佣金。',
  },
  reason: '原因',
  reasonHint: '团长会看到这句话',
} as const

type Decision = { act: string; title: string; note: string; hint: string; done: string }

export const decisions = {
  approved: {
    act: '同意',
    title: '同意后马上能开社群和接龙',
    note: '佣金按现在的费率计，只算一级。',
    hint: '',
    done: '已同意，TA 能开接龙了',
  },
  rejected: {
    act: '不同意',
    title: '不同意这份申请',
    note: '7 天后可以再申请。',
    hint: '写一句原因，申请人会看到',
    done: '已回复申请人',
  },
  suspended: {
    act: '停用',
    title: '停用这位团长',
    note: '不能再开新接龙；在跑的照常交货，已得的佣金照付。',
    hint: '写一句原因，团长会看到',
    done: '已停用，在跑的接龙照常交货',
  },
} as const satisfies Record<string, Decision>

export const restore = { act: '恢复', title: '恢复后又能开接龙', note: '社群和佣金都还在。', done: '已恢复' } as const

export const refusals = {
  'leader.unknown': copy.drawer.unknown,
  'leader.move': ({ state }) => `同事刚处理过，现在是「${leaderStates[state].text}」`,
  'leader.no-reason': '写一句原因，对方会看到',
} satisfies RefusalWording<'staff-community', 'decideLeader'>
