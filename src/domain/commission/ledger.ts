/**
 * The ledger of commission, double entry: every movement of a row is a set of postings that sums to zero. What is owed to a
 * leader is positive, what it cost the store negative. Business rules §6.
 */
import type { EarningId, MemberId, TransferId } from '../ids'
import { fen, ZERO, type Fen } from '../money'
import type { EpochMs } from '../time'
import type { Earning, EarningState } from './earning'

/**
 * `store-expected` and `leader-estimated` are a pair beside the books: before receipt nothing is owed yet, but the estimate
 * on the screen must add up as well.
 */
export const accounts = [
  'store-expected',
  'leader-estimated',
  'store-expense',
  'leader-pending',
  'leader-held',
  'leader-payable',
  'in-transfer',
  'paid-out',
] as const
export type Account = (typeof accounts)[number]

/** Where the amount of a row lies in each state; null = nowhere, it is worth nothing. */
export const accountOf = {
  estimated: 'leader-estimated',
  accrued: 'leader-pending',
  held: 'leader-held',
  payable: 'leader-payable',
  // a failed transfer is still owed
  failed: 'leader-payable',
  paying: 'in-transfer',
  'awaiting-confirm': 'in-transfer',
  paid: 'paid-out',
  dropped: null,
} as const satisfies Record<EarningState, Account | null>

export type Posting = { readonly account: Account; readonly amountFen: Fen }

/** A row as a movement found or left it. */
export type Snapshot = Pick<Earning, 'state' | 'amountFen' | 'baseFen' | 'releaseAt'>

export type Cause =
  | 'booked'
  | 'received'
  | 'after-sale-opened'
  | 'after-sale-closed'
  | 'refunded'
  | 'released'
  | 'sent'
  | 'confirm-asked'
  | 'transfer-paid'
  | 'transfer-failed'
  | 'lapsed'
  | 'retried'

export type Movement = {
  readonly at: EpochMs
  readonly earningId: EarningId
  readonly leaderId: MemberId
  readonly cause: Cause
  readonly transferId: TransferId | null
  /** Null for the first. */
  readonly from: Snapshot | null
  readonly to: Snapshot
  readonly postings: readonly Posting[]
}

type Balances = Readonly<Record<Account, Fen>>
export type { Balances }

const noBalances = (): Record<Account, Fen> => ({
  'store-expected': ZERO,
  'leader-estimated': ZERO,
  'store-expense': ZERO,
  'leader-pending': ZERO,
  'leader-held': ZERO,
  'leader-payable': ZERO,
  'in-transfer': ZERO,
  'paid-out': ZERO,
})

/** The postings that bring the books from one snapshot of a row to the next; they always sum to zero, and may be none. */
export const postingsFor = (from: Snapshot | null, to: Snapshot): Posting[] => {
  const sums = noBalances()
  const book = (snapshot: Snapshot, sign: 1 | -1): void => {
    const account = accountOf[snapshot.state]
    if (!account) return
    const against = account === 'leader-estimated' ? 'store-expected' : 'store-expense'
    sums[account] = fen(sums[account] + sign * snapshot.amountFen)
    sums[against] = fen(sums[against] - sign * snapshot.amountFen)
  }
  if (from) book(from, -1)
  book(to, 1)
  return accounts.filter((account) => sums[account] !== 0).map((account) => ({ account, amountFen: sums[account] }))
}

/** Balances after all `movements`. */
export const balancesOf = (movements: readonly Pick<Movement, 'postings'>[]): Balances => {
  const sums = noBalances()
  for (const { postings } of movements)
    for (const { account, amountFen } of postings) sums[account] = fen(sums[account] + amountFen)
  return sums
}

export const sumOfBalances = (all: readonly Balances[]): Balances =>
  balancesOf(
    all.map((balances) => ({ postings: accounts.map((account) => ({ account, amountFen: balances[account] })) })),
  )

/** The balances that the rows themselves claim: each amount where its state says it lies. */
export const balancesOfRows = (rows: readonly Snapshot[]): Balances =>
  balancesOf(rows.map((row) => ({ postings: postingsFor(null, row) })))

export const isZero = (balances: Balances): boolean =>
  accounts.reduce((sum, account) => sum + balances[account], 0) === 0

/** Writes down how a row came to be, or what became of it. */
export const movementOf = (before: Earning | null, after: Earning, cause: Cause, at: EpochMs): Movement => ({
  at,
  earningId: after.id,
  leaderId: after.leaderId,
  cause,
  transferId: after.transferId,
  from: before && snapshotOf(before),
  to: snapshotOf(after),
  postings: postingsFor(before && snapshotOf(before), snapshotOf(after)),
})

const snapshotOf = ({ state, amountFen, baseFen, releaseAt }: Earning): Snapshot => ({
  state,
  amountFen,
  baseFen,
  releaseAt,
})
