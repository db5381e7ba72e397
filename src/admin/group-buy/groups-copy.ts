/** Words of groups: the table of those that fill, and one in its drawer. */
import type { GroupState, SeatState } from '@/domain/group-buy/group'
import type { StatePart } from '../parts/state-cell'
import type { Tone } from '../theme'

const stateNames = {
  forming: '团长付款中',
  open: '正在拼',
  full: '已成团',
  expired: '退款中',
  refunded: '已退完',
  fulfilled: '已完成',
  dropped: '没开成',
} as const satisfies Record<GroupState, string>

const stateTones = {
  forming: 'quiet',
  open: 'doing',
  full: 'done',
  expired: 'doing',
  refunded: 'quiet',
  fulfilled: 'done',
  dropped: 'quiet',
} as const satisfies Record<GroupState, Tone>

/** A refund that stopped is a duty; everything else of a group moves by itself. */
export const groupState = (state: GroupState, failedRefunds: number): StatePart =>
  failedRefunds > 0 ? { tone: 'late', text: '退款停了' } : { tone: stateTones[state], text: stateNames[state] }

export const seatState = {
  reserved: { tone: 'quiet', text: '付款中' },
  confirmed: { tone: 'done', text: '已付' },
  released: { tone: 'quiet', text: '没付，名额已放' },
  left: { tone: 'quiet', text: '已退出' },
  lost: { tone: 'doing', text: '名额被占，顾客选择中' },
  moved: { tone: 'quiet', text: '换到别的团' },
  refunded: { tone: 'quiet', text: '没成，已退' },
} as const satisfies Record<SeatState, StatePart>

export const copy = {
  tabs: { all: '全部', open: '正在拼', full: '已成团', expired: '退款中', refunded: '已退完' },
  campaign: '活动',
  exportCsv: '导出 CSV',
  exportName: (day: string) => `拼团-${day}.csv`,
  exported: (rows: number, isCapped: boolean) => (isCapped ? `导出了前 ${rows} 个团` : `导出了 ${rows} 个团`),
  columns: {
    group: '商品与活动',
    leader: '团长',
    people: '人数',
    state: '状态',
    opened: '开团',
    clock: '时钟',
    refunds: '退款',
  },
  people: (confirmed: number, size: number) => `${confirmed} / ${size} 人`,
  paying: (n: number) => `${n} 人付款中`,
  enough: (minSize: number) => `${minSize} 人也成`,
  missing: (n: number) => `还差 ${n} 人`,
  refunded: (done: number, all: number) => `${done} / ${all} 笔已退`,
  filledIn: (time: string) => `${time}成团`,
  see: '查看',
  none: '现在没有正在拼的团',
  noneNote: '顾客开团付款后，会出现在这里；到时的事系统自己办。',
  noneHere: '这一栏没有团',
  unknown: '找不到这个团',
  clearFilter: '看全部活动',
  drawer: {
    campaign: '活动',
    leader: '团长',
    size: '几人成团',
    opened: '开团',
    deadline: '截止',
    filled: '成团',
    people: '团里的人',
    peopleAside: '按来的先后',
    outside: (n: number) => `另有 ${n} 人在别的自提点`,
    leaderTag: '团长',
    pieces: (n: number) => `${n} 件`,
    toOrder: '看订单',
    toLedger: '去退款台账',
    none: '还没有人付款',
    bySystem: (until: string) => `${until} 到时，系统成团或退款，不用处理`,
    stopped: (n: number) => `${n} 笔退款停了，等人重试`,
    refunds: '退款',
    sum: (amount: string, done: number, all: number) => `共 ${amount}，${done} / ${all} 笔已到账`,
  },
} as const
