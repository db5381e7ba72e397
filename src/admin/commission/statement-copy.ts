/** Words of a statement: why each row stands where it stands, and how its amount came about. */
import type { StatementRowView } from '@/contract/earning'
import type { Why } from '@/domain/commission/statement'
import { DAY, dayStart, minuteText, type EpochMs } from '@/domain/time'
import type { RefusalWording } from '../cloud/refusal-text'
import { dueText } from '../parts/hour-text'
import { moneyText } from '../parts/money'

const dateText = (at: EpochMs): string => minuteText(at).slice(0, 5)
const daysUntil = (at: EpochMs, now: EpochMs): number => Math.round((dayStart(at) - dayStart(now)) / DAY)

export const copy = {
  title: '佣金对账单',
  crumb: (leader: string, month: string) => `佣金与打款 / ${leader} / ${month}`,
  month: '月份',
  exportCsv: '导出 CSV',
  exported: '已导出',
  adjust: '调整',
  pay: (sum: string) => `打款 ${sum}`,
  cannotPay: '打款',
  communities: (names: readonly string[]) =>
    names.length === 0
      ? '还没有社群'
      : names.length === 1
        ? (names[0] ?? '')
        : `${names[0] ?? ''}等 ${names.length} 个社群`,
  rate: (rate: string) => `费率 ${rate} · 仅一级`,
  tileNotes: {
    'leader-estimated': '未收货',
    'leader-pending': '收货未满 7 天',
    'leader-held': '售后中',
    'leader-payable': '随时可打款',
    'in-transfer': '没有在途',
    'paid-out': '累计',
  },
  confirmBefore: (when: string) => `团长 ${when} 前确认`,
  inTransfer: '微信处理中',
  rows: '明细',
  rowsNote: (n: number) => `${n} 行；每行从实付算到到账日`,
  all: '全部',
  onlyMoved: '只看变动',
  columns: { order: '订单', goods: '商品', base: '基数', rate: '费率', amount: '佣金', why: '为什么', when: '到账日' },
  adjustment: '店里调整',
  same: '同上',
  later: '待收货',
  pending: '待定',
  range: (from: number, to: number, all: number) => `第 ${from}–${to} 行，共 ${all} 行`,
  net: '期末可付',
  parts: (earned: string, clawed: string | null, adjusted: string | null) =>
    [`= 可付 ${earned}`, clawed && ` − 收回 ${clawed}`, adjusted && ` + 调整 ${adjusted}`].filter(Boolean).join(''),
  none: '这个月没有佣金变动',
  noneNote: '换个月份看看；有人在 TA 的接龙里付款后会记到这里。',
  nothingMoved: '这一页没有变动的行',
  unknown: '找不到这位团长',
  unknownNote: '链接可能不对，回到列表看看。',
  toList: '回到列表',
  formula: {
    list: '原价',
    units: (unit: string, quantity: number) => `${unit} × ${quantity}`,
    base: '这行实付',
    baseNote: '不含运费',
    refunded: '已退',
    refundedNote: '退款后重算',
    rate: '费率',
    rateNote: '下单时锁定',
    amount: '佣金',
    exact: (exact: string) => `${exact} 四舍五入`,
    whole: '正好到分',
    shared: '按金额分摊',
  },
  cuts: {
    line: '单品优惠',
    order: '满减',
    coupon: '优惠券',
    points: '积分',
    'price-change': '改价',
  } as Readonly<Record<string, string>>,
  unitPrices: {
    'community-price': '接龙价',
    'group-price': '拼团价',
    'flash-price': '秒杀价',
    'member-price': '会员价',
  } as Readonly<Record<string, string>>,
  forecast: '接下来到账',
  forecastNote: '元，按释放日',
  legend: { payable: '可付', accrued: '已计', estimated: '预估，按往常收货时间' },
  day: (date: number) => `${date}日`,
  forecastEmpty: '接下来没有要到账的',
  held: (sum: string) => `售后冻结 ${sum}，结束后再排`,
  books: '复式账',
  booksNote: '本期',
  zero: '合计为零',
  notZero: '合计不为零',
  total: '合计',
  beside: (sum: string) => `未收货的预估另记，两边各 ${sum}，不进账`,
  owed: (name: string) => `应付团长 · ${name}`,
  last: '上次打款',
  left: (time: string) => `剩 ${time}`,
  lastNone: '还没有打过款',
  proposedBy: (name: string, when: string) => `${name} ${when} 提交，等另一位同事复核。`,
  confirmNote: (when: string) => `微信商家转账，${when} 发起；24 小时未确认会退回可付。`,
  sentNote: (when: string) => `微信商家转账，${when} 发起，等微信答复。`,
  paidNote: (when: string) => `${when} 到账。`,
  failedNote: (reason: string) => `没打成：${reason}；钱还在可付里，可以再提。`,
  rejectedNote: (who: string, reason: string) => `${who} 驳回：${reason}`,
  withdrawnNote: '提交后撤回了，钱还在可付里。',
  seePayouts: '看打款',
} as const

export const whyText = (why: Why, now: EpochMs): string => {
  switch (why.kind) {
    case 'not-received':
      return '未收货；收货后开始算 7 天'
    case 'waiting': {
      const got = why.receivedAt ? Math.max(0, -daysUntil(why.receivedAt, now)) : null
      const left = why.releaseAt ? daysUntil(why.releaseAt, now) : null
      const received = got === null ? '已收货' : got === 0 ? '今天收货' : `已收货 ${got} 天`
      if (left === null) return received
      return left <= 0
        ? `${received}，今天可付`
        : left === 1
          ? `${received}，明天可付`
          : `${received}，再过 ${left} 天可付`
    }
    case 'after-sale':
      return '售后处理中，结束后再算'
    case 'payable':
      return '已满 7 天，没有售后'
    case 'paying':
      return '已交给微信，等答复'
    case 'awaiting-confirm':
      return `等团长在微信里确认，${dueText(why.untilAt, now)} 前`
    case 'paid':
      return `${dateText(why.at)} 到账`
    case 'failed':
      return `${dateText(why.at)} 没打成，钱还在可付里`
    case 'refunded':
      return `${dateText(why.at)} 全退，不计佣金`
    case 'own-purchase':
      return '本人购买，不计佣金'
    case 'clawed-back':
      return `实付从 ${moneyText(why.fromFen)} 退到 ${moneyText(why.toFen)}，原佣金已付，从本期扣回`
    case 'adjusted':
      return why.remark
    default:
      return why satisfies never
  }
}

type Attribution = NonNullable<StatementRowView['attribution']>

/** Why the row is this leader's; the buyer's name is masked. */
export const attributionText = ({ kind, buyer, at, place }: Attribution, leader: string): string => {
  const when = at ? `${minuteText(at)} ` : ''
  switch (kind) {
    case 'sale':
      return `${buyer} ${when}在${place ? `「${place}」` : ''}${leader}的接龙里下单，佣金归开接龙的团长。`
    case 'touch':
      return `${buyer} ${when}打开${leader}的${place ? `「${place}」` : ''}卡片，7 天内最后一次点击。`
    case 'own-purchase':
      return `${leader}自己买的，不计佣金，也不算给别人。`
    case 'none':
      return '没有团长带来。'
    default:
      return kind satisfies never
  }
}

/** 1904000 millionths of a yuan → `"1.904"`; null where it was whole fen already. */
export const exactText = (microYuan: number): string | null =>
  microYuan % 10_000 === 0 ? null : String(Math.abs(microYuan) / 1_000_000)

export const rowDate = (at: EpochMs): string => dateText(at)

export const exportRefusals = { 'leader.unknown': copy.unknown } satisfies RefusalWording<
  'staff-commission',
  'exportStatement'
>
