/** A payout: one colleague proposes it, another one lets it go; then WeChat asks the leader. Business rules §6. */
import type { EarningId, StaffId } from '../ids'
import { fen, type Fen } from '../money'
import { ok, refuse, type Result } from '../result'
import type { EpochMs } from '../time'
import { splitPayout, WITHOUT_NAME, type PayoutPlan, type TransferLimits } from './split-payout'
import type { Earning } from './earning'
import type { EarningEvent } from './move-earning'

export type PayoutState = 'proposed' | 'approved' | 'rejected' | 'withdrawn' | 'finished'
export const payoutMoves = {
  proposed: ['approved', 'rejected', 'withdrawn'],
  // in the transaction of the approval its rows are `sent`; finished when each of its transfers is over, one way or the other
  approved: ['finished'],
  rejected: [],
  withdrawn: [],
  finished: [],
} as const satisfies Record<PayoutState, readonly PayoutState[]>

/** `unsent`: written down before WeChat is asked, so that a crash in between is asked about and never sent twice. */
export type TransferState = 'unsent' | 'sending' | 'awaiting-confirm' | 'paid' | 'failed' | 'lapsed'
export const transferMoves = {
  unsent: ['sending'],
  sending: ['awaiting-confirm', 'paid', 'failed', 'lapsed'],
  'awaiting-confirm': ['paid', 'failed', 'lapsed'],
  paid: [],
  failed: [],
  lapsed: [],
} as const satisfies Record<TransferState, readonly TransferState[]>

export const canMovePayout = (from: PayoutState, to: PayoutState): boolean =>
  (payoutMoves[from] as readonly PayoutState[]).includes(to)
export const canMoveTransfer = (from: TransferState, to: TransferState): boolean =>
  (transferMoves[from] as readonly TransferState[]).includes(to)

/** What each row of a transfer goes through when the transfer comes to a state; `sent` was at the approval. */
export const eventOfTransfer = {
  'awaiting-confirm': 'confirm-asked',
  paid: 'transfer-paid',
  failed: 'transfer-failed',
  lapsed: 'lapsed',
} as const satisfies Partial<Record<TransferState, EarningEvent['kind']>>

export type PayoutPermission = 'payout.make' | 'payout.check'
export type Colleague = { readonly staffId: StaffId; readonly holds: readonly string[] }

export type ProposeNo =
  | { code: 'payout.not-allowed'; permission: PayoutPermission }
  | { code: 'payout.leader-not-paid' }
  | { code: 'payout.open' }
  | { code: 'payout.too-small'; payableFen: Fen; leastFen: Fen }
  | { code: 'payout.needs-name' }

export type ProposeFacts = {
  readonly maker: Colleague
  /** From `leaderPowers`. */
  readonly isPaid: boolean
  /** A leader has one payout under way at a time: two would fight for the same rows. */
  readonly hasOpenPayout: boolean
  /** All payable rows of the leader, claw-backs and adjustments included. */
  readonly payable: readonly Earning[]
  readonly limits?: TransferLimits
}

const mayNot = (colleague: Colleague, permission: PayoutPermission): boolean => !colleague.holds.includes(permission)

/** What the maker puts before the checker. */
export const proposePayout = (facts: ProposeFacts): Result<PayoutPlan, ProposeNo> => {
  const { maker, payable, limits = WITHOUT_NAME } = facts
  if (mayNot(maker, 'payout.make')) return refuse({ code: 'payout.not-allowed', permission: 'payout.make' })
  if (!facts.isPaid) return refuse({ code: 'payout.leader-not-paid' })
  if (facts.hasOpenPayout) return refuse({ code: 'payout.open' })
  const plan = splitPayout(payable, limits)
  if (plan.transfers.length > 0) return ok(plan)
  if (plan.needName.length > 0) return refuse({ code: 'payout.needs-name' })
  const payableFen = fen(payable.reduce((sum, row) => sum + row.amountFen, 0))
  return refuse({ code: 'payout.too-small', payableFen, leastFen: limits.leastFen })
}

export type Proposed = {
  readonly state: PayoutState
  readonly makerId: StaffId
  readonly proposedAt: EpochMs
  readonly rows: readonly { readonly earningId: EarningId; readonly amountFen: Fen }[]
}

export type CheckNo =
  | { code: 'payout.not-allowed'; permission: PayoutPermission }
  | { code: 'payout.same-person' }
  | { code: 'payout.over'; state: PayoutState }
  /** A row was held or refunded since, or something is to be taken back that the proposal doesn't know: make it anew. */
  | { code: 'payout.changed'; earningIds: readonly EarningId[] }

/** The second pair of eyes. Who made it never checks it, whatever else they may. `current` are the leader's rows as they stand now. */
export const approvePayout = (
  payout: Proposed,
  checker: Colleague,
  current: readonly Pick<Earning, 'id' | 'state' | 'amountFen' | 'bookedAt'>[],
): Result<'approved', CheckNo> => {
  if (mayNot(checker, 'payout.check')) return refuse({ code: 'payout.not-allowed', permission: 'payout.check' })
  if (checker.staffId === payout.makerId) return refuse({ code: 'payout.same-person' })
  if (!canMovePayout(payout.state, 'approved')) return refuse({ code: 'payout.over', state: payout.state })
  const now = new Map(current.map((row) => [row.id, row]))
  const changed = payout.rows
    .filter(({ earningId, amountFen }) => {
      const row = now.get(earningId)
      return row?.state !== 'payable' || row.amountFen !== amountFen
    })
    .map((row) => row.earningId)
  const owedSince = current
    .filter((row) => row.state === 'payable' && row.amountFen < 0 && row.bookedAt > payout.proposedAt)
    .map((row) => row.id)
  const earningIds = [...changed, ...owedSince]
  return earningIds.length > 0 ? refuse({ code: 'payout.changed', earningIds }) : ok('approved')
}
