/** The filtered orders as CSV that Excel opens: a BOM, quoted cells, no formulas, masked people. */
import { sql } from 'kysely'
import type { staffOrder as contract } from '@/contract/staff-order'
import type { OutputOf } from '@/contract/define'
import { maskPhone } from '@/domain/member/mask-phone'
import { fen, yuanText } from '@/domain/money'
import { ok, type Ok } from '@/domain/result'
import { maskName } from '@/domain/share/mask'
import { dayText, epochMs, minuteText } from '@/domain/time'
import { audit } from '../runtime/audit'
import type { StaffCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { filterSql, tabSql, type OrderFilter } from './order-filter.sql'

/** A reply may weigh 1 MB: 5,000 rows of about 150 bytes. */
const ROW_CAP = 5_000

type Row = {
  number: string
  placedAt: Date
  trade: string
  money: string
  fulfilment: string
  deliveryKind: string
  buyerName: string
  buyerPhone: string | null
  goods: string
  pieces: number
  totalFen: number
  refundedFen: number
}

const head = ['订单号', '下单时间', '交易', '资金', '履约', '配送', '买家', '电话', '商品', '件数', '实付', '已退']

export const exportOrders = async (
  deps: Deps,
  caller: StaffCaller,
  filter: OrderFilter,
): Promise<Ok<OutputOf<typeof contract.exportCsv>>> => {
  const rows = (
    await sql<Row>`
    select o.number, o.placed_at as "placedAt", o.trade, o.money, o.fulfilment, o.delivery_kind as "deliveryKind", o.buyer_name as "buyerName",
      o.buyer_phone as "buyerPhone", o.pieces, o.total_fen as "totalFen", o.refunded_fen as "refundedFen",
      (select string_agg(left(title, 24) || '×' || quantity, '；' order by line_no) from order_line where store_id = o.store_id and order_id = o.id) as goods
    from orders o where ${filterSql(deps, caller, filter)} and ${sql.raw(tabSql[filter.tab])}
    order by o.placed_at desc, o.id desc limit ${ROW_CAP + 1}`.execute(deps.db)
  ).rows
  const kept = rows.slice(0, ROW_CAP)
  await audit(deps.db, deps, caller, {
    action: 'order.export',
    subject: 'orders',
    after: { rows: kept.length, filter },
  })
  const lines = [head, ...kept.map(cellsOf)].map((cells) => cells.map(quoted).join(','))
  return ok({ csv: `\ufeff${lines.join('\r\n')}\r\n`, rows: kept.length, isCapped: rows.length > ROW_CAP })
}

const words: Record<string, string> = {
  'awaiting-payment': '待付款',
  'awaiting-group': '待成团',
  fulfilling: '履约中',
  completed: '已完成',
  cancelled: '已取消',
  'late-paid': '迟到付款',
  closed: '已关闭',
  unpaid: '未付',
  paid: '已付',
  refunding: '退款中',
  'part-refunded': '部分退',
  refunded: '已退',
  none: '未开始',
  'to-ship': '待发货',
  'part-shipped': '部分发货',
  shipped: '已发货',
  ready: '待自提',
  received: '已收货',
  stopped: '已停止',
  pickup: '自提',
  local: '同城',
  express: '快递',
}
const word = (code: string): string => words[code] ?? code

const cellsOf = (r: Row): string[] => {
  const at = epochMs(r.placedAt.getTime())
  return [
    `\t${r.number}`,
    `${dayText(at).slice(0, 4)}-${minuteText(at)}`,
    word(r.trade),
    word(r.money),
    word(r.fulfilment),
    word(r.deliveryKind),
    maskName(r.buyerName),
    r.buyerPhone ? maskPhone(r.buyerPhone) : '',
    r.goods,
    String(r.pieces),
    yuanText(fen(r.totalFen)),
    yuanText(fen(r.refundedFen)),
  ]
}

/** A cell that starts like a formula would be run by Excel: an apostrophe in front keeps it text. */
const quoted = (cell: string): string => `"${(/^[=+\-@]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`
