/** Words of commission: states of money, leaders with what they have where. */
import type { EarningKind, EarningState } from '@/domain/commission/earning'
import type { Account } from '@/domain/commission/ledger'
import type { PayoutState, TransferState } from '@/domain/commission/payout'
import type { Tone } from '../theme'

type Tag = { tone: Tone; text: string }

export const earningStates = {
  estimated: { tone: 'quiet', text: '预估' },
  accrued: { tone: 'doing', text: '已计' },
  held: { tone: 'todo', text: '冻结' },
  payable: { tone: 'done', text: '可付' },
  paying: { tone: 'doing', text: '打款中' },
  'awaiting-confirm': { tone: 'todo', text: '待确认' },
  paid: { tone: 'done', text: '已付' },
  failed: { tone: 'late', text: '没打成' },
  dropped: { tone: 'quiet', text: '不计' },
} as const satisfies Record<EarningState, Tag>

/** What is no commission of an order says so instead of where it lies. */
export const kindTags: Partial<Record<EarningKind, Tag>> = {
  'claw-back': { tone: 'late', text: '收回' },
  adjustment: { tone: 'doing', text: '调整' },
}

export const payoutStates = {
  proposed: { tone: 'todo', text: '待复核' },
  approved: { tone: 'doing', text: '打款中' },
  rejected: { tone: 'late', text: '已驳回' },
  withdrawn: { tone: 'quiet', text: '已撤回' },
  finished: { tone: 'done', text: '已结束' },
} as const satisfies Record<PayoutState, Tag>

export const transferStates = {
  unsent: { tone: 'doing', text: '待发出' },
  sending: { tone: 'doing', text: '微信处理中' },
  'awaiting-confirm': { tone: 'todo', text: '待团长确认' },
  paid: { tone: 'done', text: '已到账' },
  failed: { tone: 'late', text: '没打成' },
  lapsed: { tone: 'quiet', text: '没确认，退回可付' },
} as const satisfies Record<TransferState, Tag>

export const accountNames = {
  'store-expected': '预计推广费用（账外）',
  'leader-estimated': '预估佣金（账外）',
  'store-expense': '推广费用（店铺）',
  'leader-pending': '已计，未满 7 天',
  'leader-held': '售后冻结',
  'leader-payable': '应付团长',
  'in-transfer': '打款在途',
  'paid-out': '已付团长',
} as const satisfies Record<Account, string>

export const copy = {
  title: '佣金与打款',
  rooms: { leaders: '团长', payouts: '打款', rates: '费率', books: '账目检查' },
  tiles: {
    'leader-estimated': '预估',
    'leader-pending': '已计',
    'leader-held': '冻结',
    'leader-payable': '可付',
    'in-transfer': '待确认',
    'paid-out': '已付',
  },
  totals: {
    'leader-estimated': '未收货',
    'leader-pending': '收货未满 7 天',
    'leader-held': '售后中',
    'leader-payable': '随时可打款',
    'in-transfer': '等团长确认',
    'paid-out': '累计',
  },
  find: '名字',
  columns: { leader: '团长', rate: '费率', payout: '打款', last: '上次到账' },
  underWay: (sum: string) => `${sum} 在走`,
  see: '对账单',
  none: '还没有人有佣金',
  noneNote: '团长的接龙有人付款后，佣金会一行一行记到这里。',
  noneHere: '没有这个名字的团长',
  noneHereNote: '换个名字找找。',
} as const
