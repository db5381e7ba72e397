/**
 * A member's points: what can be spent, what unpaid orders hold, what is owed. Every change is a decision here that answers
 * the new account and the rows of the ledger; balance + frozen − owed is always the sum of the rows.
 */
import type { OrderId } from '../ids'
import { ok, refuse, type Result } from '../result'

export type PointsAccount = {
  readonly balance: number
  /** Held by orders that are not paid yet; still the member's, so freezing is no row. */
  readonly frozen: number
  /** Clawed back after they were spent; whatever comes next pays it off first. Never beside a balance. */
  readonly owed: number
}

export type PointsKind = 'earned' | 'spent' | 'returned' | 'clawed-back' | 'granted'
export type PointsRow = {
  readonly kind: PointsKind
  readonly points: number
  readonly orderId: OrderId | null
  /** The order, refund or grant the row stands for; one row each, so that a repeat tells nothing twice. */
  readonly sourceId: string
}
export type PointsMove = { readonly account: PointsAccount; readonly rows: readonly PointsRow[] }

export const NO_POINTS: PointsAccount = { balance: 0, frozen: 0, owed: 0 }

export const spendable = ({ balance, owed }: PointsAccount): number => Math.max(0, balance - owed)

const add = ({ balance, frozen, owed }: PointsAccount, points: number): PointsAccount => {
  const free = balance - owed + points
  return { balance: Math.max(0, free), frozen, owed: Math.max(0, -free) }
}

const told = (account: PointsAccount, row: PointsRow): PointsMove =>
  row.points === 0 ? { account, rows: [] } : { account: add(account, row.points), rows: [row] }

/** An order is placed: its points are held until it is paid or cancelled. */
export const freezePoints = (
  account: PointsAccount,
  points: number,
): Result<PointsAccount, { code: 'points.short'; spendable: number }> => {
  if (points > spendable(account)) return refuse({ code: 'points.short', spendable: spendable(account) })
  return ok({ ...add(account, -points), frozen: account.frozen + points })
}

/** The order is cancelled. */
export const releasePoints = (account: PointsAccount, points: number): PointsAccount =>
  add({ ...account, frozen: account.frozen - points }, points)

/** The order is paid: what it held is spent. */
export const spendFrozen = (account: PointsAccount, points: number, orderId: OrderId): PointsMove => ({
  account: { ...account, frozen: account.frozen - points },
  rows: points === 0 ? [] : [{ kind: 'spent', points: -points, orderId, sourceId: orderId }],
})

/** The order is completed. */
export const earnPoints = (account: PointsAccount, points: number, orderId: OrderId): PointsMove =>
  told(account, { kind: 'earned', points, orderId, sourceId: orderId })

export type PointsBack = {
  readonly orderId: OrderId
  readonly refundId: string
  /** Spent on the refunded units (`goBackWith`). */
  readonly returned: number
  /** Earned with them (`clawBackPoints`); zero where the order was not completed. */
  readonly clawedBack: number
}

/** A refund: spent points come back, earned ones go. What is spent already is owed, and nobody is asked for money. */
export const refundPoints = (
  account: PointsAccount,
  { orderId, refundId, returned, clawedBack }: PointsBack,
): PointsMove => {
  const first = told(account, { kind: 'returned', points: returned, orderId, sourceId: refundId })
  const second = told(first.account, { kind: 'clawed-back', points: -clawedBack, orderId, sourceId: refundId })
  return { account: second.account, rows: [...first.rows, ...second.rows] }
}

export const grantPoints = (account: PointsAccount, points: number, grantId: string): PointsMove =>
  told(account, { kind: 'granted', points, orderId: null, sourceId: grantId })
