/**
 * Shortage: fewer units came than were sold. A policy that the sale stated beforehand says who goes short; the rest is
 * refunded to the fen, and everybody can be told why. Business rules §5.
 */
import type { OrderId, OrderLineId, PickupPointId } from '../ids'
import { addFen, fen, splitFen, ZERO, type Fen } from '../money'
import { refundLine, type RefundableLine } from '../pricing/refund-amount'
import { groupBy } from '../sale/group-by'
import type { EpochMs } from '../time'

/** `first-paid`: in the order of payment, until it is gone. `proportional`: everybody the same share, in whole units. */
export type Policy = 'first-paid' | 'proportional'

/** An order line of one product. A line with a tier difference comes as `lineAfterTier` leaves it. */
export type ShortLine = RefundableLine & {
  readonly id: OrderLineId
  readonly orderId: OrderId
  readonly paidAt: EpochMs
  readonly pickupPointId: PickupPointId | null
}

export type Reason =
  /** `ahead`: units ordered by everybody who had paid before. */
  | { readonly policy: 'first-paid'; readonly place: number; readonly ahead: number }
  /** Units that came for the line's place, of those ordered there; `isUp`: the spare part of a unit went to this line. */
  | { readonly policy: 'proportional'; readonly placeGot: number; readonly placeSold: number; readonly isUp: boolean }

export type Share = {
  readonly lineId: OrderLineId
  readonly orderId: OrderId
  readonly ordered: number
  readonly got: number
  readonly cut: number
  readonly refundFen: Fen
  readonly reason: Reason
}

export type Allocation = {
  readonly policy: Policy
  readonly sold: number
  readonly received: number
  /** What goes out: received, but never more than sold. */
  readonly given: number
  readonly refundFen: Fen
  /** In the order of payment, those who lose nothing included. */
  readonly shares: readonly Share[]
}

type Got = { readonly got: number; readonly reason: Reason }

const orderedOf = (line: ShortLine): number => line.quantity - line.refundedQuantity
const total = (lines: readonly ShortLine[]): number => lines.reduce((n, line) => n + orderedOf(line), 0)

/** Who pays at the same instant is told apart by id, so that the same facts always give the same answer. */
const byPayment = (a: ShortLine, b: ShortLine): number =>
  a.paidAt - b.paidAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Splits `received` units over lines of one product. Throws a RangeError on a count that is none. */
export const allocate = (policy: Policy, received: number, lines: readonly ShortLine[]): Allocation => {
  if (!Number.isSafeInteger(received) || received < 0) throw new RangeError(`not a count: ${received}`)
  const queue = lines.filter((line) => orderedOf(line) > 0).sort(byPayment)
  const sold = total(queue)
  const given = Math.min(received, sold)
  const gots = policy === 'first-paid' ? firstPaid(given, queue) : proportional(given, queue)
  const shares = queue.map((line, i) => shareOf(line, gots[i]))
  return { policy, sold, received, given, refundFen: addFen(ZERO, ...shares.map((s) => s.refundFen)), shares }
}

const shareOf = (line: ShortLine, got: Got | undefined): Share => {
  if (!got) throw new Error(`no share for ${line.id}`)
  const cut = orderedOf(line) - got.got
  return {
    lineId: line.id,
    orderId: line.orderId,
    ordered: orderedOf(line),
    got: got.got,
    cut,
    refundFen: refundLine(line, cut),
    reason: got.reason,
  }
}

const firstPaid = (given: number, queue: readonly ShortLine[]): Got[] => {
  let ahead = 0
  return queue.map((line, i) => {
    const got = Math.min(orderedOf(line), Math.max(0, given - ahead))
    const reason: Reason = { policy: 'first-paid', place: i + 1, ahead }
    ahead += orderedOf(line)
    return { got, reason }
  })
}

/** Largest remainder over whole units, earliest first; the same arithmetic that splits fen. Nobody gets more than ordered. */
const splitUnits = (units: number, ordered: readonly number[]): number[] => splitFen(fen(units), ordered)

/**
 * First over the places, then within each: otherwise the place whose people pay late in the evening would bear most of the
 * shortage, and the driver could not unload before every order is known.
 */
const proportional = (given: number, queue: readonly ShortLine[]): Got[] => {
  const places = [...groupBy(queue, (line) => line.pickupPointId).values()]
  const placeGots = splitUnits(given, places.map(total))
  const gots = new Map(places.flatMap((own, i) => withinPlace(placeGots[i] ?? 0, own)))
  return queue.flatMap((line) => gots.get(line.id) ?? [])
}

const withinPlace = (placeGot: number, lines: readonly ShortLine[]): [OrderLineId, Got][] => {
  const placeSold = total(lines)
  const parts = splitUnits(placeGot, lines.map(orderedOf))
  return lines.map((line, i) => {
    const got = parts[i] ?? 0
    const isUp = got > Math.floor((orderedOf(line) * placeGot) / placeSold)
    return [line.id, { got, reason: { policy: 'proportional', placeGot, placeSold, isUp } }]
  })
}
