/** Which of a leader's sales the workbench opens with. */
import type { EpochMs } from '../time'
import type { SaleId } from '../ids'
import { isRunning, type SaleState } from './sale'

export type SaleOnDesk = {
  readonly id: SaleId
  readonly state: SaleState
  readonly endsAt: EpochMs
  readonly handOverFromAt: EpochMs
  /** Bags that nobody has fetched. */
  readonly onShelf: number
}

const soonest = <T>(rows: readonly T[], at: (row: T) => number): T | null =>
  rows.reduce<T | null>((first, row) => (first === null || at(row) < at(first) ? row : first), null)

/** The open one that ends first, else the one whose bags are handed over first, else the newest. `newestFirst` may be empty. */
export const saleToLookAt = <S extends SaleOnDesk>(newestFirst: readonly S[]): S | null =>
  soonest(
    newestFirst.filter((sale) => sale.state === 'open'),
    (sale) => sale.endsAt,
  ) ??
  soonest(
    newestFirst.filter((sale) => isRunning(sale.state) && sale.onShelf > 0),
    (sale) => sale.handOverFromAt,
  ) ??
  newestFirst[0] ??
  null

/** The one before it whose bags are still there, the latest evening first. */
export const leftoverOf = <S extends SaleOnDesk>(sales: readonly S[], shown: S | null): S | null =>
  soonest(
    sales.filter((sale) => sale.id !== shown?.id && sale.state === 'delivered' && sale.onShelf > 0),
    (sale) => -sale.handOverFromAt,
  )
