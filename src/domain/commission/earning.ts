/**
 * Commission: one row for each order line, from the payment of the order to the leader's pocket. Business rules §6.
 * A row shrinks with refunds until it is sent; from then on it is never edited, a claw-back row stands against it.
 */
import type { EarningId, MemberId, OrderId, OrderLineId, TransferId } from '../ids'
import { fen, ZERO, type Fen } from '../money'
import { ok, refuse, type Result } from '../result'
import type { EpochMs } from '../time'
import { commissionFor } from './amount'

/**
 * `estimated`: the order is paid. `accrued`: received. `held`: an after-sale is open. `payable`: seven days later. `dropped`:
 * everything was refunded before it was paid, or it was one's own purchase.
 */
export type EarningState =
  'estimated' | 'accrued' | 'held' | 'payable' | 'paying' | 'awaiting-confirm' | 'paid' | 'failed' | 'dropped'

export const earningMoves = {
  estimated: ['accrued', 'held', 'dropped'],
  accrued: ['held', 'payable', 'dropped'],
  held: ['accrued', 'payable', 'dropped'],
  payable: ['held', 'paying', 'dropped'],
  // `paid` at once where the leader has authorised transfers for good
  paying: ['awaiting-confirm', 'paid', 'failed', 'payable', 'held'],
  'awaiting-confirm': ['paid', 'failed', 'payable', 'held'],
  failed: ['payable', 'held', 'dropped'],
  paid: [],
  dropped: [],
} as const satisfies Record<EarningState, readonly EarningState[]>

export const canMoveEarning = (from: EarningState, to: EarningState): boolean =>
  (earningMoves[from] as readonly EarningState[]).includes(to)

export type EarningKind = 'commission' | 'claw-back' | 'adjustment'

export type Earning = {
  readonly id: EarningId
  readonly kind: EarningKind
  readonly leaderId: MemberId
  /** Null for an adjustment. */
  readonly orderId: OrderId | null
  readonly lineId: OrderLineId | null
  /** What the line paid without delivery, less what was refunded before sending; negative on a claw-back. */
  readonly baseFen: Fen
  /** Frozen when the order was placed. */
  readonly rateBp: number
  readonly amountFen: Fen
  readonly state: EarningState
  /** Of `baseFen`, what claw-back rows have taken back since. */
  readonly clawedFen: Fen
  readonly openAfterSales: number
  readonly isOwnPurchase: boolean
  readonly bookedAt: EpochMs
  readonly receivedAt: EpochMs | null
  readonly releaseAt: EpochMs | null
  /** The transfer it went out with, or was tried with last. */
  readonly transferId: TransferId | null
  /** On a claw-back: the row it stands against, and from what to what that row's base fell. */
  readonly takes: { readonly ofId: EarningId; readonly fromFen: Fen; readonly toFen: Fen } | null
  /** Why staff adjusted. */
  readonly remark: string | null
}

const blank = {
  clawedFen: ZERO,
  openAfterSales: 0,
  isOwnPurchase: false,
  receivedAt: null,
  releaseAt: null,
  transferId: null,
  takes: null,
  remark: null,
} as const

export type PaidOrderLine = {
  readonly id: EarningId
  readonly leaderId: MemberId
  readonly orderId: OrderId
  readonly lineId: OrderLineId
  readonly paidFen: Fen
  readonly rateBp: number
  readonly isOwnPurchase: boolean
}

/** The row of a line whose order was just paid. One's own purchase is a row of nothing that says so. */
export const estimate = ({ paidFen, ...line }: PaidOrderLine, now: EpochMs): Earning => {
  const rateBp = line.isOwnPurchase ? 0 : line.rateBp
  const state = line.isOwnPurchase || paidFen === 0 ? 'dropped' : 'estimated'
  const amountFen = commissionFor(paidFen, rateBp)
  return { ...blank, ...line, kind: 'commission', baseFen: paidFen, rateBp, amountFen, state, bookedAt: now }
}

/** The row that takes back what was already sent: payable at once, so that the next payout is that much smaller. */
export const clawBack = (of: Earning, id: EarningId, refundFen: Fen, now: EpochMs): Earning => {
  const fromFen = fen(of.baseFen - of.clawedFen)
  const toFen = fen(fromFen - refundFen)
  return {
    ...blank,
    id,
    kind: 'claw-back',
    leaderId: of.leaderId,
    orderId: of.orderId,
    lineId: of.lineId,
    baseFen: fen(-refundFen),
    rateBp: of.rateBp,
    // the difference of two roundings, so that a line refunded in many pieces gives back exactly what it earned
    amountFen: fen(commissionFor(toFen, of.rateBp) - commissionFor(fromFen, of.rateBp)),
    state: 'payable',
    bookedAt: now,
    releaseAt: now,
    takes: { ofId: of.id, fromFen, toFen },
  }
}

export type Adjustment = {
  readonly id: EarningId
  readonly leaderId: MemberId
  readonly amountFen: Fen
  readonly remark: string
}
export type AdjustNo = { code: 'adjustment.no-reason' } | { code: 'adjustment.nothing' }

/** A correction by staff, up or down, with a reason that the leader reads; two people stand behind it, see ./payout. */
export const adjust = (adjustment: Adjustment, now: EpochMs): Result<Earning, AdjustNo> => {
  const remark = adjustment.remark.trim()
  if (remark === '') return refuse({ code: 'adjustment.no-reason' })
  if (adjustment.amountFen === 0) return refuse({ code: 'adjustment.nothing' })
  const none = { orderId: null, lineId: null, baseFen: ZERO, rateBp: 0 }
  return ok({
    ...blank,
    ...none,
    ...adjustment,
    remark,
    kind: 'adjustment',
    state: 'payable',
    bookedAt: now,
    releaseAt: now,
  })
}
