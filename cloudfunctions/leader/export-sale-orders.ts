/** The orders of a sale as a table, masked as on the screen. */
import type { leader as contract } from '@/contract/leader'
import type { OutputOf, ParsedOf, RefusalOf } from '@/contract/define'
import { fen, yuanText } from '@/domain/money'
import type { TradeState } from '@/domain/order/trade'
import type { BagState } from '@/domain/pickup/bag'
import { ok, type Result } from '@/domain/result'
import { itemsText } from '@/domain/sale/chain'
import { dayText, epochMs } from '@/domain/time'
import { audit } from '../runtime/audit'
import type { Deps } from '../runtime/deps'
import { csvOf, fileSafe, momentCell } from './csv'
import { findSale, scopeOf, unknownSale, type Keeper } from './find-sale'
import { shownName } from './list-sale-orders'
import { pointNames, readSaleOrders, type SaleOrderRecord } from './sale-orders.sql'

type Export = typeof contract.exportOrders

/** A reply may weigh 1 MB: that many rows of about 200 bytes. */
const ROW_CAP = 4_000

const HEAD = ['号', '姓名', '手机尾号', '商品', '件数', '实付', '状态', '取货', '取货点', '下单时间']

export const exportSaleOrders = async (
  deps: Deps,
  keeper: Keeper,
  { saleId }: ParsedOf<Export>,
): Promise<Result<OutputOf<Export>, RefusalOf<Export>>> => {
  const sale = await findSale(deps, keeper, saleId)
  if (!sale) return unknownSale()
  const [rows, names] = await Promise.all([
    readSaleOrders(deps, sale, scopeOf(keeper), { tab: 'all' }, { limit: ROW_CAP }),
    pointNames(deps, sale),
  ])
  if (keeper.kind === 'staff')
    await audit(deps.db, deps, keeper, {
      action: 'sale.export',
      subject: saleId,
      subjectName: sale.title,
      after: { rows: rows.length },
    })
  const lines = rows.sort(byNumber).map((row) => cellsOf(row, names.get(row.pickupPointId ?? '') ?? ''))
  const day = dayText(epochMs(sale.hand_over_from_at.getTime()))
  return ok({ fileName: `${day}-${fileSafe(sale.title) || '接龙'}.csv`, csv: csvOf([HEAD, ...lines]) })
}

/** As on the bags; who has not paid comes last. */
const byNumber = (a: SaleOrderRecord, b: SaleOrderRecord): number =>
  (a.number ?? Infinity) - (b.number ?? Infinity) || 0

const tradeWord: Record<TradeState, string> = {
  'awaiting-payment': '待付款',
  paid: '已付',
  'awaiting-group': '已付',
  fulfilling: '已付',
  completed: '已完成',
  cancelled: '已取消',
  'late-paid': '迟到付款',
  closed: '已关闭',
}
const bagWord: Record<BagState, string> = {
  waiting: '待取',
  overdue: '过时未取',
  handed: '已交',
  'no-show': '没来取',
  returned: '退回店里',
}

const cellsOf = (row: SaleOrderRecord, point: string): string[] => {
  return [
    row.number === null ? '' : String(row.number),
    shownName(row),
    row.forName === null ? (row.buyerPhone?.slice(-4) ?? '') : '',
    itemsText(row.items),
    String(row.items.reduce((n, item) => n + item.quantity, 0)),
    yuanText(fen(row.totalFen)),
    tradeWord[row.trade],
    row.number === null ? '' : bagWord[row.bag],
    point,
    momentCell(epochMs(row.placedAt.getTime())),
  ]
}
