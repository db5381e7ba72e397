/**
 * Cuts what is payable into WeChat merchant transfers. Rows are never divided: each row goes out whole with one transfer, so
 * its state is the transfer's and every fen that arrives can be traced. Business rules §6.
 */
import type { EarningId } from '../ids'
import { fen, type Fen } from '../money'
import type { Earning } from './earning'

/** One transfer. WeChat pays out nothing below ¥0.10, and from ¥2,000 on it wants the receiver's legal name. */
export type TransferLimits = { readonly leastFen: Fen; readonly mostFen: Fen }
export const WITHOUT_NAME: TransferLimits = { leastFen: fen(10), mostFen: fen(199_999) }

export type TransferPart = { readonly earningIds: readonly EarningId[]; readonly amountFen: Fen }
export type PayoutPlan = {
  readonly transfers: readonly TransferPart[]
  readonly amountFen: Fen
  /** Rows too large for one transfer: they wait for the leader's name. */
  readonly needName: readonly EarningId[]
  /** Rows that wait for the next payout, because what is left of them is too small, or claw-backs outweigh them. */
  readonly left: readonly EarningId[]
}

type Payable = Pick<Earning, 'id' | 'amountFen' | 'releaseAt' | 'bookedAt'>
type Bin = { readonly rows: Payable[]; sum: number }

/** Oldest first; ids decide where dates are equal, so that maker and checker see the same cut. */
const byAge = (a: Payable, b: Payable): number =>
  (a.releaseAt ?? a.bookedAt) - (b.releaseAt ?? b.bookedAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * Claw-backs come off first and all in one transfer; nobody is paid while they owe more than they are owed. Then the oldest
 * rows, each into the first transfer that has room.
 */
export const splitPayout = (rows: readonly Payable[], limits: TransferLimits = WITHOUT_NAME): PayoutPlan => {
  const owed = rows.filter((row) => row.amountFen < 0)
  const earned = rows.filter((row) => row.amountFen >= 0).sort(byAge)
  const bins: Bin[] = owed.length > 0 ? [{ rows: [...owed].sort(byAge), sum: sumOf(owed) }] : []
  const needName: EarningId[] = []
  for (const row of earned) {
    if (row.amountFen > limits.mostFen) needName.push(row.id)
    else put(row, bins, limits.mostFen)
  }
  const transfers = bins.filter((bin) => bin.sum >= limits.leastFen)
  return {
    transfers: transfers.map((bin) => ({ earningIds: bin.rows.map((row) => row.id), amountFen: fen(bin.sum) })),
    amountFen: fen(transfers.reduce((sum, bin) => sum + bin.sum, 0)),
    needName,
    left: bins.filter((bin) => bin.sum < limits.leastFen).flatMap((bin) => bin.rows.map((row) => row.id)),
  }
}

const sumOf = (rows: readonly Payable[]): number => rows.reduce((sum, row) => sum + row.amountFen, 0)

const put = (row: Payable, bins: Bin[], mostFen: Fen): void => {
  const bin = bins.find(({ sum }) => sum + row.amountFen <= mostFen)
  if (!bin) return void bins.push({ rows: [row], sum: row.amountFen })
  bin.rows.push(row)
  bin.sum += row.amountFen
}
