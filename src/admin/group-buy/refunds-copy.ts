/** Words of the ledger of what groups gave back. */
import type { GroupRefundRow } from '@/contract/staff-group-buy'
import type { RefusalWording } from '../cloud/refusal-text'
import type { StatePart } from '../parts/state-cell'
import type { Tone } from '../theme'

export const refundStateNames = {
  wanted: '排队中',
  sent: '微信处理中',
  done: '已到账',
  failed: '没退成',
} as const satisfies Record<GroupRefundRow['state'], string>

const tones = { wanted: 'doing', sent: 'doing', done: 'done', failed: 'late' } as const satisfies Record<
  GroupRefundRow['state'],
  Tone
>

/** Given up needs somebody, however far it had come. */
export const refundState = ({ state, isDead }: Pick<GroupRefundRow, 'state' | 'isDead'>): StatePart =>
  isDead ? { tone: 'late', text: '停了，等你' } : { tone: tones[state], text: refundStateNames[state] }

export const whyNames = {
  'group-expired': '到时没成团',
  'group-left': '顾客退出',
  'seat-lost': '名额被占',
} as const satisfies Record<GroupRefundRow['why'], string>

export const copy = {
  tabs: { open: '退款中', failed: '停了，等你', done: '已到账', all: '全部' },
  aside: (amount: string) => `还有 ${amount} 没到账`,
  allBack: '都退到账了',
  exportCsv: '导出 CSV',
  exportName: (day: string) => `拼团退款-${day}.csv`,
  exported: (rows: number, isCapped: boolean) => (isCapped ? `导出了前 ${rows} 笔` : `导出了 ${rows} 笔`),
  columns: {
    order: '订单',
    buyer: '买家',
    goods: '商品',
    why: '为什么退',
    amount: '金额',
    state: '状态',
    tries: '试过',
    next: '下一步',
    wanted: '发起',
    done: '到账',
    error: '没成的原因',
  },
  tries: (n: number) => (n === 0 ? '—' : `${n} 次`),
  nextTry: (when: string) => `${when} 再试`,
  waiting: '等微信回信',
  paidBack: (when: string) => `${when} 到账`,
  stopped: '已停止自动重试',
  retry: '重试',
  retryAll: (n: number) => `全部重试 ${n} 笔`,
  retried: '已重新排队，几秒后再看',
  none: '没有在退的款',
  seeFailed: (n: number) => `看停了的 ${n} 笔`,
  noneFailed: '没有停住的退款',
  noneNote: '团没成、顾客退出时，系统自己全额退款，并记在这里。',
  refusals: {
    'refund.unknown': '找不到这笔退款',
    'refund.not-retryable': '这笔已经在退，或已到账',
  } satisfies RefusalWording<'staff-group-buy', 'retryRefund'>,
} as const
