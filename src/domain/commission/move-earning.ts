/** What happens to a commission row, event by event: the row after it, and the movements for the ledger. Business rules §6. */
import type { EarningId, TransferId } from '../ids'
import { fen, ZERO, type Fen } from '../money'
import { ok, refuse, type Result } from '../result'
import type { EpochMs } from '../time'
import { commissionFor } from './amount'
import { releaseDate } from './clocks'
import { clawBack, type Earning, type EarningState } from './earning'
import { movementOf, type Movement } from './ledger'

export type EarningEvent =
  /** `at`: when, if it is told later; the seven days run from then. */
  | { readonly kind: 'received'; readonly at?: EpochMs }
  | { readonly kind: 'after-sale-opened' }
  | { readonly kind: 'after-sale-closed' }
  /** Of this line, without delivery: a refund, a shortage or a tier difference. The id is for the claw-back row, if it needs one. */
  | { readonly kind: 'refunded'; readonly refundFen: Fen; readonly clawBackId: EarningId }
  | { readonly kind: 'released' }
  | { readonly kind: 'sent'; readonly transferId: TransferId }
  | { readonly kind: 'confirm-asked' }
  | { readonly kind: 'transfer-paid' }
  | { readonly kind: 'transfer-failed' }
  /** WeChat closed the transfer because nobody confirmed it, or it was called back. */
  | { readonly kind: 'lapsed' }
  | { readonly kind: 'retried' }

export type EarningNo =
  | { code: 'earning.move'; state: EarningState; event: EarningEvent['kind'] }
  | { code: 'earning.not-due'; releaseAt: EpochMs }

export type Moved = {
  readonly earning: Earning
  readonly clawBack: Earning | null
  /** None if nothing but a counter changed. */
  readonly movements: readonly Movement[]
}

/** The first movement of a new row: an estimate, an adjustment. */
export const bookEarning = (earning: Earning): Moved => ({
  earning,
  clawBack: null,
  movements: [movementOf(null, earning, 'booked', earning.bookedAt)],
})

/** Applies one event at `now`. Throws a RangeError if more is refunded than the line paid: that is a bug, not a refusal. */
export const moveEarning = (earning: Earning, event: EarningEvent, now: EpochMs): Result<Moved, EarningNo> => {
  if (event.kind === 'refunded') return ok(refund(earning, event.refundFen, event.clawBackId, now))
  const after = next(earning, event, now)
  if (!after) return refuse({ code: 'earning.move', state: earning.state, event: event.kind })
  if (event.kind === 'released' && earning.releaseAt !== null && now < earning.releaseAt)
    return refuse({ code: 'earning.not-due', releaseAt: earning.releaseAt })
  const movements = after.state === earning.state ? [] : [movementOf(earning, after, event.kind, now)]
  return ok({ earning: after, clawBack: null, movements })
}

type OtherEvent = Exclude<EarningEvent, { kind: 'refunded' }>

const next = (e: Earning, event: OtherEvent, now: EpochMs): Earning | null => {
  const when = (states: readonly EarningState[], change: Partial<Earning>): Earning | null =>
    states.includes(e.state) ? { ...e, ...change } : null
  switch (event.kind) {
    case 'received':
      return when(['estimated'], {
        state: e.openAfterSales > 0 ? 'held' : 'accrued',
        receivedAt: event.at ?? now,
        releaseAt: releaseDate(event.at ?? now),
      })
    case 'after-sale-opened':
      return holdOrGo({ ...e, openAfterSales: e.openAfterSales + 1 }, now)
    case 'after-sale-closed':
      return e.openAfterSales === 0 ? null : holdOrGo({ ...e, openAfterSales: e.openAfterSales - 1 }, now)
    case 'released':
      return when(['accrued'], { state: 'payable' })
    case 'sent':
      return when(['payable'], { state: 'paying', transferId: event.transferId })
    case 'confirm-asked':
      return when(['paying'], { state: 'awaiting-confirm' })
    case 'transfer-paid':
      return when(['paying', 'awaiting-confirm'], { state: 'paid' })
    case 'transfer-failed':
      return when(['paying', 'awaiting-confirm'], { state: 'failed' })
    case 'lapsed':
      return when(['paying', 'awaiting-confirm'], { state: e.openAfterSales > 0 ? 'held' : 'payable' })
    case 'retried':
      return when(['failed'], { state: e.openAfterSales > 0 ? 'held' : 'payable' })
    default:
      return event satisfies never
  }
}

/** An after-sale stops a row that is owed and lets it go again; one that is on its way or not received yet only remembers it. */
const holdOrGo = (e: Earning, now: EpochMs): Earning => {
  const isOwed = e.state === 'accrued' || e.state === 'held' || e.state === 'payable'
  if (!isOwed) return e
  if (e.openAfterSales > 0) return { ...e, state: 'held' }
  return { ...e, state: e.releaseAt !== null && now >= e.releaseAt ? 'payable' : 'accrued' }
}

/** Sent, or once clawed back from: the row itself is not touched any more. */
const isSealed = (e: Earning): boolean =>
  e.state === 'paying' || e.state === 'awaiting-confirm' || e.state === 'paid' || e.clawedFen > 0

const refund = (e: Earning, refundFen: Fen, clawBackId: EarningId, now: EpochMs): Moved => {
  const leftFen = e.baseFen - e.clawedFen
  if (e.kind !== 'commission' || refundFen < 0 || refundFen > leftFen)
    throw new RangeError(`${refundFen} fen refunded of ${leftFen}: ${e.id}`)
  if (refundFen === 0 || e.isOwnPurchase) return { earning: e, clawBack: null, movements: [] }
  if (isSealed(e)) {
    const back = clawBack(e, clawBackId, refundFen, now)
    const earning = { ...e, clawedFen: fen(e.clawedFen + refundFen) }
    return { earning, clawBack: back, movements: [movementOf(null, back, 'refunded', now)] }
  }
  const baseFen = fen(leftFen - refundFen)
  const amountFen = baseFen === 0 ? ZERO : commissionFor(baseFen, e.rateBp)
  const after: Earning = { ...e, baseFen, amountFen, state: baseFen === 0 ? 'dropped' : e.state }
  return { earning: after, clawBack: null, movements: [movementOf(e, after, 'refunded', now)] }
}
