/** The board of one sale: its row, who has not paid, the goods, the bags. Whoever calls has made sure that it is theirs to see. */
import type { SaleBoard, UnpaidOrder } from '@/contract/leader'
import type { SaleId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { itemsText } from '@/domain/sale/chain'
import type { SaleRole } from '@/domain/sale/sale'
import { mayNudge } from '@/domain/sale/window'
import { maskName } from '@/domain/share/mask'
import { epochMs, type EpochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import { readBoardDetail, type BoardDetail, type UnpaidRow } from './board.sql'
import type { Scope } from './find-sale'
import { bagCounts, findSaleRow, saleRow, type SaleRecord } from './sale-rows.sql'

/** Whose acts are drawn, and whose orders are listed. */
export type Viewer = { readonly role: Extract<SaleRole, 'leader' | 'staff'>; readonly scope: Scope }
export const LEADER: Viewer = { role: 'leader', scope: null }

export const readBoard = async (deps: Deps, viewer: Viewer, saleId: SaleId): Promise<SaleBoard> => {
  const [sale, detail] = await Promise.all([findSaleRow(deps, saleId), readBoardDetail(deps, saleId, viewer.scope)])
  if (!sale) throw new Error(`${saleId} has gone`)
  return saleBoard(sale, detail, viewer, deps.now())
}

export const saleBoard = (sale: SaleRecord, detail: BoardDetail, viewer: Viewer, now: EpochMs): SaleBoard => ({
  ...saleRow(sale, viewer.role, now),
  version: sale.version,
  estimatedFen: fen(detail.estimatedFen),
  unpaid: detail.unpaid.map((row) => unpaidOrder(row, now)),
  goods: detail.goods,
  bags: bagCounts(sale, now),
  handOverUntilAt: epochMs(sale.handOverUntilAt),
  reckonedAt: sale.reckonedAt === null ? null : epochMs(sale.reckonedAt),
})

export const unpaidOrder = (row: UnpaidRow, now: EpochMs): UnpaidOrder => {
  const clocks = {
    placedAt: epochMs(row.placedAt),
    payDeadlineAt: epochMs(row.payDeadlineAt),
    nudgedAt: row.nudgedAt === null ? null : epochMs(row.nudgedAt),
  }
  return {
    orderId: row.orderId,
    name: maskName(row.name),
    avatar: row.avatar,
    text: itemsText(row.items),
    totalFen: fen(row.totalFen),
    payDeadlineAt: clocks.payDeadlineAt,
    nudgedAt: clocks.nudgedAt,
    canNudge: mayNudge(clocks, now),
  }
}
