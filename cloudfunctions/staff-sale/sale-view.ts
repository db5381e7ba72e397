/** One sale as the staff see it: head with its steps, board, roll-up. Also the answer to every act on one. */
import type { staffSale, StaffSaleView } from '@/contract/staff-sale'
import type { SaleId } from '@/domain/ids'
import { ok, type Ok } from '@/domain/result'
import type { SaleState } from '@/domain/sale/sale'
import { epochMs } from '@/domain/time'
import { readBoardDetail } from '../leader/board.sql'
import { findSale, scopeOf, unknownSale } from '../leader/find-sale'
import { saleBoard } from '../leader/read-board'
import { rollUpOf } from '../leader/roll-up-sale'
import { findSaleRow, type SaleRecord } from '../leader/sale-rows.sql'
import type { StaffCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { readCounts } from './counts.sql'
import { staffSaleRow } from './list-sales'

export const openSale: UseCase<typeof staffSale.sale> = async (deps, caller, { saleId }) =>
  (await findSale(deps, caller, saleId)) ? readStaffSale(deps, caller, saleId) : unknownSale()

/** Of a sale that this person has just been let through to. */
export const readStaffSale = async (deps: Deps, caller: StaffCaller, saleId: SaleId): Promise<Ok<StaffSaleView>> => {
  const scope = scopeOf(caller)
  const [sale, detail, rollUp, counts] = await Promise.all([
    findSaleRow(deps, saleId),
    readBoardDetail(deps, saleId, scope),
    rollUpOf(deps, saleId, scope),
    scope ? [] : readCounts(deps, saleId),
  ])
  if (!sale) throw new Error(`${saleId} has gone`)
  const now = deps.now()
  return ok({
    ...staffSaleRow(sale, now),
    board: saleBoard(sale, detail, { role: 'staff', scope }, now),
    rollUp,
    steps: stepsOf(sale),
    counts,
  })
}

const stepsOf = (sale: SaleRecord): StaffSaleView['steps'] => {
  const step = (state: SaleState, at: number | null) => ({ state, at: at === null ? null : epochMs(at) })
  const opened = step('open', sale.openedAt)
  if (sale.state === 'cancelled') return [opened, step('cancelled', sale.closedAt)]
  return [
    opened,
    step('closed', sale.closedAt),
    step('picking', sale.pickingAt),
    step('delivered', sale.deliveredAt),
    step('settled', sale.settledAt),
  ]
}
