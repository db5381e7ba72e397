/** Words of the nightly check of the books. */
import type { RefusalWording } from '../cloud/refusal-text'

export const copy = {
  balances: '全店账户',
  balancesNote: '每笔变动都是一进一出',
  checked: (when: string) => `${when} 查过`,
  never: '还没查过，每天凌晨 3 点自动查',
  again: '现在查一遍',
  checkedNow: '查完了',
  zero: '合计为零',
  notZero: '合计不为零',
  total: '合计',
  findings: '查出的问题',
  findingsNote: '系统不会自己改账，处理后在这里记一句',
  columns: { kind: '问题', leader: '团长', facts: '事实', found: '发现', state: '状态' },
  kinds: {
    'movement-not-zero': '一笔变动没有平',
    gap: '变动接不上上一笔',
    'row-differs': '明细和变动对不上',
    'balance-differs': '账户余额对不上',
    'statement-differs': '对账单和账本对不上',
    'transfers-differ': '打款和微信转账对不上',
    'order-differs': '佣金和订单对不上',
  } as Readonly<Record<string, string>>,
  facts: {
    earningId: '明细',
    orderId: '订单',
    account: '账户',
    sumFen: '差额',
    byFen: '差额',
    paidByFen: '已到账相差',
    underWayByFen: '在途相差',
    keptFen: '订单实付',
    baseFen: '基数',
  } as Readonly<Record<string, string>>,
  open: '待处理',
  settled: '已处理',
  settledBy: (who: string, when: string) => [who, when].filter(Boolean).join(' · '),
  settle: '已处理',
  settleTitle: '这一条处理好了',
  settleNote: '会记进审计。同一处不再提醒；差额变了，或者好了以后又出现，会再提醒。',
  mended: (when: string) => `${when} 起没再查出`,
  settleHint: '写一句怎么处理的',
  settleDone: '已记下',
  none: '没有问题',
  noneNote: '每天凌晨 3 点把每位团长的账从头算一遍：笔笔平、行行接、和订单打款对得上。',
} as const

export const settleRefusals = {
  'finding.unknown': '这一条已经处理过了',
} satisfies RefusalWording<'staff-commission', 'settleFinding'>
