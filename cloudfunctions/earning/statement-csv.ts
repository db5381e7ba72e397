/** The whole statement of a month as a spreadsheet: each row with all that its amount is made of. Amounts are yuan. */
import type { StatementRowView } from '@/contract/earning'
import { monthPeriod } from '@/domain/commission/period'
import { statementOf } from '@/domain/commission/statement'
import type { EarningState } from '@/domain/commission/earning'
import type { MemberId } from '@/domain/ids'
import { fen, yuanText, type Fen } from '@/domain/money'
import { csvOf, fileSafe, momentCell } from '../leader/csv'
import type { Deps } from '../runtime/deps'
import { atOneMoment } from './read-ledger'
import { readMonth } from './read-month'
import { explained } from './statement-view'

const HEAD = [
  '订单号',
  '下单时间',
  '商品',
  '件数',
  '标价',
  '优惠',
  '已退',
  '基数',
  '费率',
  '佣金',
  '状态',
  '类别',
  '说明',
  '记账时间',
  '可付时间',
]

const STATES: Readonly<Record<EarningState, string>> = {
  estimated: '预估',
  accrued: '已计',
  held: '冻结',
  payable: '可付',
  paying: '打款中',
  'awaiting-confirm': '待确认',
  paid: '已付',
  failed: '打款失败',
  dropped: '不计',
}
const KINDS = { commission: '佣金', 'claw-back': '收回', adjustment: '调整' } as const

export const statementCsv = async (
  deps: Deps,
  leaderId: MemberId,
  month: string,
  /** Whose it is, for those who keep several. */
  name = '',
): Promise<{ fileName: string; csv: string }> => {
  const period = monthPeriod(month)
  const { earnings, movements } = await atOneMoment(deps, (trx) => readMonth(trx, deps, leaderId, period))
  const { rows } = statementOf(leaderId, period, earnings, movements)
  const fileName = ['commission', fileSafe(name), month].filter(Boolean).join('-')
  return { fileName: `${fileName}.csv`, csv: csvOf([HEAD, ...(await explained(deps, rows)).map(cellsOf)]) }
}

/** A plain minus, so that a spreadsheet can add it up. */
const yuan = (amount: Fen): string => yuanText(amount).replace('−', '-')
const percent = (rateBp: number): string => `${rateBp / 100}%`

const cellsOf = (row: StatementRowView): string[] => {
  const { formula } = row
  const cutsFen = fen(formula?.cuts.reduce((sum, cut) => sum + cut.amountFen, 0) ?? 0)
  return [
    row.order?.number ?? '',
    row.order ? momentCell(row.order.placedAt) : '',
    row.goods?.title ?? '',
    row.goods ? String(row.goods.quantity) : '',
    formula ? yuan(fen(formula.unitFen * formula.quantity)) : '',
    formula ? yuan(fen(-cutsFen)) : '',
    formula ? yuan(fen(-formula.refundedFen)) : '',
    yuan(row.baseFen),
    percent(row.rateBp),
    yuan(row.amountFen),
    STATES[row.state],
    KINDS[row.kind],
    wordsOf(row),
    momentCell(row.bookedAt),
    row.releaseAt === null ? '' : momentCell(row.releaseAt),
  ]
}

const wordsOf = ({ why }: StatementRowView): string => {
  switch (why.kind) {
    case 'own-purchase':
      return '本人购买，不计佣金'
    case 'adjusted':
      return why.remark
    case 'clawed-back':
      return `退款收回：基数 ${yuan(why.fromFen)} → ${yuan(why.toFen)}`
    case 'refunded':
      return '已全额退款'
    case 'after-sale':
      return '售后处理中'
    default:
      return ''
  }
}
