/** Words of communities: their states, one of them, what pausing or closing does. */
import type { CommunityAct, CommunityState } from '@/domain/community/community'
import type { Tone } from '../theme'
import type { RefusalWording } from '../cloud/refusal-text'
import { countText } from '../parts/count-text'

export const communityStates = {
  active: { tone: 'done', text: '活跃' },
  paused: { tone: 'todo', text: '已暂停' },
  closed: { tone: 'quiet', text: '已关闭' },
} as const satisfies Record<CommunityState, { tone: Tone; text: string }>

const handOverStates: Readonly<Record<string, string>> = {
  offered: '等答复',
  accepted: '已接手',
  declined: '没接',
  withdrawn: '已撤回',
  lapsed: '没答复，作罢',
}

/** Who has left the shop has left their name with it. */
export const nameOf = (leader: string): string => leader || '已注销'

export const copy = {
  tabs: { active: '活跃', paused: '已暂停', closed: '已关闭', all: '全部' },
  find: '名字',
  columns: {
    name: '社群',
    leader: '团长',
    state: '状态',
    members: '邻居',
    groups: '绑定的群',
    open: '在跑的接龙',
    paid: '累计实收',
    created: '创建',
  },
  members: (n: number) => `${countText(n)} 人`,
  groups: (n: number) => `${n} 个`,
  sales: (n: number) => `${n} 场`,
  pausedBy: { leader: '团长暂停', staff: '店里暂停' },
  see: '查看',
  none: '还没有社群',
  noneNote: '团长在小程序里开社群，店里不用审批。',
  noneHere: '这一栏没有社群',
  noneHereNote: '换一栏，或换个名字找找。',
  unknown: '找不到这个社群',
  leader: '团长',
  created: '创建',
  people: '邻居',
  paid: '累计实收',
  open: '在跑的接龙',
  note: '简介',
  noNote: '没有写',
  toSales: '看接龙',
  points: '常用自提点',
  noPoints: '没有常用自提点',
  bound: '绑定的微信群',
  boundNote: '微信不告诉群名，只看绑定日',
  noGroups: '还没绑群',
  boundOn: (day: string) => `${day} 绑定`,
  unbind: '解绑',
  unbindSure: '解绑这个群',
  unbindNote: '群里的卡片照常能开，之后不再算这个社群的群。',
  unbound: '已解绑',
  handOver: '移交',
  handOverAct: '移交团长',
  handOverNote: '新团长 3 天内同意才算；之前的接龙和佣金仍是原团长的。',
  heir: '移交给',
  heirHint: '选一位在任团长',
  noHeirs: '没有其他在任团长',
  offered: (to: string, until: string) => `已问 ${to}，${until} 前答复`,
  offerSent: '已发出，等新团长答复',
  withdraw: '撤回移交',
  withdrawSure: '撤回这份移交',
  withdrawNote: (to: string) => `${to} 不能再接手，社群还是原团长的。`,
  withdrawn: '已撤回',
  handedOver: (from: string, to: string, state: string) =>
    `${nameOf(from)} → ${nameOf(to)}，${handOverStates[state] ?? state}`,
} as const

type Move = { act: string; title: string; note: string; hint: string; done: string; isDanger: boolean }

export const moves = {
  pause: {
    act: '暂停',
    title: '暂停这个社群',
    note: '不能开新接龙，在跑的照常。店里暂停的，只有店里能恢复。',
    hint: '写一句原因，团长会看到',
    done: '已暂停',
    isDanger: true,
  },
  resume: {
    act: '恢复',
    title: '恢复这个社群',
    note: '团长又能开新接龙。',
    hint: '写一句原因',
    done: '已恢复',
    isDanger: false,
  },
  close: {
    act: '关闭社群',
    title: '关闭后不能再开',
    note: '邻居不再看到它，过去的订单和佣金不变。',
    hint: '写一句原因，团长会看到',
    done: '已关闭',
    isDanger: true,
  },
} as const satisfies Record<CommunityAct, Move>

export const moveRefusals = {
  'community.unknown': copy.unknown,
  'community.move': ({ state, act }) => `现在是「${communityStates[state].text}」，不能${moves[act].act}`,
  'community.paused-by-staff': '是店里暂停的',
  'community.sales-running': ({ runningSales }) => `还有 ${runningSales} 场接龙没走完，走完再关`,
} satisfies RefusalWording<'staff-community', 'moveCommunity'>

export const unbindRefusals = {
  'community.unknown': copy.unknown,
} satisfies RefusalWording<'staff-community', 'unbindGroup'>

export const offerRefusals = {
  'community.unknown': copy.unknown,
  'community.not-yours': '只有店里或原团长能移交',
  'community.closed': '社群已关闭',
  'hand-over.to-self': 'TA 就是现在的团长',
  'hand-over.open': '已有一份移交在等答复',
  'leader.not-approved': 'TA 现在不是在任团长',
} satisfies RefusalWording<'staff-community', 'offer'>

export const withdrawRefusals = {
  'community.unknown': copy.unknown,
  'hand-over.unknown': '这份移交已经有了答复，刷新看看',
} satisfies RefusalWording<'staff-community', 'withdrawOffer'>
