/** A leader's statement: every row says from what it came, why it stands where it stands, and when it comes. Business rules §6. */
import type { EarningId, MemberId } from '../ids'
import { addFen, ZERO, type Fen } from '../money'
import type { EpochMs } from '../time'
import { exactMicroYuan } from './amount'
import { confirmDeadline } from './clocks'
import type { Earning, EarningState } from './earning'
import { accountOf, balancesOf, sumOfBalances, type Balances, type Movement } from './ledger'
import { isWithin, type Period } from './period'

/** Why a row stands where it stands, as facts; the screen has the words. */
export type Why =
  | { readonly kind: 'not-received' }
  | { readonly kind: 'waiting'; readonly receivedAt: EpochMs | null; readonly releaseAt: EpochMs | null }
  | { readonly kind: 'after-sale' }
  | { readonly kind: 'payable' }
  | { readonly kind: 'paying' }
  | { readonly kind: 'awaiting-confirm'; readonly untilAt: EpochMs }
  | { readonly kind: 'paid'; readonly at: EpochMs }
  | { readonly kind: 'failed'; readonly at: EpochMs }
  | { readonly kind: 'refunded'; readonly at: EpochMs }
  | { readonly kind: 'own-purchase' }
  | { readonly kind: 'clawed-back'; readonly ofId: EarningId; readonly fromFen: Fen; readonly toFen: Fen }
  | { readonly kind: 'adjusted'; readonly remark: string }

export type StatementRow = Pick<
  Earning,
  'id' | 'kind' | 'orderId' | 'lineId' | 'rateBp' | 'bookedAt' | 'transferId'
> & {
  /**
   * base × rate, before and after the one rounding, as they stood at the end of the period. The amount of a claw-back is the
   * difference of two roundings, which `why` tells, and may be a fen away from its own product.
   */
  readonly baseFen: Fen
  readonly exactMicroYuan: number
  readonly amountFen: Fen
  readonly state: EarningState
  readonly why: Why
  /** When it became or becomes payable; null while nobody can know. */
  readonly releaseAt: EpochMs | null
  /** What this row moved on each account within the period. */
  readonly change: Balances
}

export type Statement = {
  readonly leaderId: MemberId
  readonly period: Period
  readonly opening: Balances
  readonly closing: Balances
  /** Movements of the period; sums to zero. */
  readonly change: Balances
  readonly rows: readonly StatementRow[]
  /** What is payable at the end, and of what it is made; net = earned + claw-backs (negative) + adjustments. */
  readonly payable: {
    readonly earnedFen: Fen
    readonly clawedBackFen: Fen
    readonly adjustedFen: Fen
    readonly netFen: Fen
  }
  readonly paidOutFen: Fen
}

/**
 * What changes is read from the movements alone, so that the statement of a past month reads the same for ever. Rows: whatever moved in the
 * period, and what was still open at its end. `movements` are one leader's, oldest first: all that ever were, or with `opening` (the balances
 * before the period) those of the rows that the statement shows.
 */
export const statementOf = (
  leaderId: MemberId,
  period: Period,
  earnings: readonly Earning[],
  movements: readonly Movement[],
  opening?: Balances,
): Statement => {
  const own = movements.filter((m) => m.leaderId === leaderId && m.at < period.untilAt)
  const inside = own.filter((m) => isWithin(period, m.at))
  const byRow = new Map<EarningId, Movement[]>()
  for (const movement of own) {
    const known = byRow.get(movement.earningId)
    if (known) known.push(movement)
    else byRow.set(movement.earningId, [movement])
  }
  const rows = earnings.flatMap((earning) => rowOf(earning, byRow.get(earning.id) ?? [], period) ?? [])
  const change = balancesOf(inside)
  const before = opening ?? balancesOf(own.filter((m) => m.at < period.fromAt))
  return {
    leaderId,
    period,
    opening: before,
    closing: sumOfBalances([before, change]),
    change,
    rows,
    payable: payableOf(rows),
    paidOutFen: change['paid-out'],
  }
}

const payableOf = (rows: readonly StatementRow[]): Statement['payable'] => {
  const due = rows.filter((row) => accountOf[row.state] === 'leader-payable')
  const sumOf = (kind: Earning['kind']): Fen =>
    addFen(ZERO, ...due.filter((row) => row.kind === kind).map((row) => row.amountFen))
  const [earnedFen, clawedBackFen, adjustedFen] = [sumOf('commission'), sumOf('claw-back'), sumOf('adjustment')]
  return { earnedFen, clawedBackFen, adjustedFen, netFen: addFen(earnedFen, clawedBackFen, adjustedFen) }
}

const isOver = (state: EarningState): boolean => state === 'paid' || state === 'dropped'

const rowOf = (earning: Earning, movements: readonly Movement[], period: Period): StatementRow | null => {
  const last = movements[movements.length - 1]
  const inside = movements.filter((m) => isWithin(period, m.at))
  if (!last || (inside.length === 0 && isOver(last.to.state))) return null
  const { id, kind, orderId, lineId, rateBp, bookedAt } = earning
  const { baseFen, amountFen, state, releaseAt } = last.to
  return {
    id,
    kind,
    orderId,
    lineId,
    rateBp,
    bookedAt,
    baseFen,
    exactMicroYuan: exactMicroYuan(baseFen, rateBp),
    amountFen,
    state,
    why: whyOf(earning, last, movements),
    releaseAt: state === 'held' ? null : releaseAt,
    transferId: last.transferId,
    change: balancesOf(inside),
  }
}

const whyOf = (earning: Earning, last: Movement, movements: readonly Movement[]): Why => {
  if (earning.isOwnPurchase) return { kind: 'own-purchase' }
  if (earning.takes) return { kind: 'clawed-back', ...earning.takes }
  if (earning.kind === 'adjustment') return { kind: 'adjusted', remark: earning.remark ?? '' }
  switch (last.to.state) {
    case 'estimated':
      return { kind: 'not-received' }
    case 'accrued': {
      const receivedAt = movements.find((m) => m.cause === 'received')?.at ?? null
      return { kind: 'waiting', receivedAt, releaseAt: last.to.releaseAt }
    }
    case 'held':
      return { kind: 'after-sale' }
    case 'payable':
      return { kind: 'payable' }
    case 'paying':
      return { kind: 'paying' }
    case 'awaiting-confirm':
      return { kind: 'awaiting-confirm', untilAt: confirmDeadline(last.at) }
    case 'paid':
      return { kind: 'paid', at: last.at }
    case 'failed':
      return { kind: 'failed', at: last.at }
    case 'dropped':
      return { kind: 'refunded', at: last.at }
    default:
      return last.to.state satisfies never
  }
}
