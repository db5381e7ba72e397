/** What the workbench opens with, in one call: the sale to look at, what else runs, bags of the evening before, money. */
import type { leader, WorkbenchView } from '@/contract/leader'
import type { SaleId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { keptUntil } from '@/domain/pickup/bag'
import { ok, refuse } from '@/domain/result'
import { leftoverOf, saleToLookAt } from '@/domain/sale/look-at'
import { isRunning } from '@/domain/sale/sale'
import { epochMs } from '@/domain/time'
import type { UseCase } from '../runtime/serve'
import { readBoardDetail } from './board.sql'
import { LEADER, saleBoard } from './read-board'
import { bagCounts, onShelf, saleRow, type SaleRecord } from './sale-rows.sql'
import { mayFinishSales } from './standing.sql'
import { readDesk, readDeskSales } from './workbench.sql'

export const openWorkbench: UseCase<typeof leader.today> = async (deps, { memberId }) => {
  const [desk, rows] = await Promise.all([readDesk(deps, memberId), readDeskSales(deps, memberId)])
  if (!desk || !mayFinishSales(desk.state)) return refuse({ code: 'leader.not-approved' })
  const sales = new Map(rows.map((row) => [row.id, row]))
  const onDesk = rows.map((row) => ({
    id: row.id,
    state: row.state,
    endsAt: epochMs(row.endsAt),
    handOverFromAt: epochMs(row.handOverFromAt),
    onShelf: onShelf(row),
  }))
  const shown = saleToLookAt(onDesk)
  const [sale, left] = [recordOf(sales, shown), recordOf(sales, leftoverOf(onDesk, shown))]
  const now = deps.now()
  return ok({
    name: desk.name,
    avatar: desk.avatar,
    sale: sale && saleBoard(sale, await readBoardDetail(deps, sale.id, null), LEADER, now),
    others: rows.filter((row) => row.id !== sale?.id && isRunning(row.state)).map((row) => saleRow(row, 'leader', now)),
    leftover: left && leftover(left),
    communities: desk.communities,
    money: {
      payableFen: fen(desk.payableFen),
      comingFen: fen(desk.comingFen),
      toConfirmFen: fen(desk.toConfirmFen),
    },
  })
}

const recordOf = (sales: ReadonlyMap<SaleId, SaleRecord>, picked: { id: SaleId } | null): SaleRecord | null =>
  (picked && sales.get(picked.id)) ?? null

const leftover = (sale: SaleRecord): NonNullable<WorkbenchView['leftover']> => {
  const { handed, all } = bagCounts(sale, epochMs(sale.handOverUntilAt))
  const keptUntilAt = keptUntil(epochMs(sale.handOverUntilAt), sale.keepDays)
  return { saleId: sale.id, title: sale.title, handed, bags: all, keptUntilAt }
}
