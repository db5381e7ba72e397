/** What each policy makes of a count: the rule over the facts of one product. */
import type { PickupPointId } from '@/domain/ids'
import { commissionFor } from '@/domain/commission/amount'
import { fen, subtractFen, ZERO, addFen, type Fen } from '@/domain/money'
import { refundLine } from '@/domain/pricing/refund-amount'
import { groupBy } from '@/domain/sale/group-by'
import { lineAfterTier } from '@/domain/sale/reckon'
import { allocate, type Allocation, type Policy, type ShortLine } from '@/domain/shortage/allocate'
import { epochMs } from '@/domain/time'
import type { ShortRow } from './shortage.sql'

type Row = ShortRow & { readonly line: ShortLine }

/** A product of which less came than was sold. */
export type Shortage = {
  /** All paid units, those in somebody's hands included. */
  readonly sold: number
  readonly received: number
  /** Lines that can be cut. */
  readonly rows: readonly Row[]
  /** Units that are gone already: they are of what was received. */
  readonly gone: readonly { readonly place: PickupPointId | null; readonly units: number }[]
}

/** Null where nothing is missing, or nobody is left to go without. */
export const shortageOf = (rows: readonly ShortRow[], received: number | null): Shortage | null => {
  const lines = rows.map((row) => ({ ...row, line: lineOf(row) }))
  const sold = lines.reduce((n, row) => n + left(row), 0)
  const here = lines.filter((row) => row.isHere && left(row) > 0)
  if (received === null || received >= sold || here.length === 0) return null
  const gone = lines.filter((row) => !row.isHere).map((row) => ({ place: row.pickupPointId, units: left(row) }))
  return { sold, received, rows: here, gone }
}

const left = ({ quantity, refundedQuantity }: ShortRow): number => quantity - refundedQuantity

const lineOf = (row: ShortRow): ShortLine => {
  const line = {
    id: row.id,
    orderId: row.orderId,
    quantity: row.quantity,
    paidFen: fen(row.paidFen),
    refundedQuantity: row.refundedQuantity,
    paidAt: epochMs(row.paidAt.getTime()),
    pickupPointId: row.pickupPointId,
  }
  const { backUnits: units, backFen } = row
  return lineAfterTier(line, units === null || backFen === null ? null : { units, backFen: fen(backFen) })
}

/** What `policy` would do. */
export const shareOut = (policy: Policy, { received, rows, gone }: Shortage): Allocation => {
  const out = gone.reduce((n, one) => n + one.units, 0)
  return allocate(
    policy,
    Math.max(0, received - out),
    rows.map((row) => row.line),
  )
}

/** By how much the leader's commission falls. */
export const commissionLost = (rows: readonly Row[], { shares }: Allocation): Fen => {
  const byLine = new Map(rows.map((row) => [row.id, row]))
  return addFen(
    ZERO,
    ...shares.map((share) => {
      const row = byLine.get(share.lineId)
      return row ? lostOn(row.rateBp, refundLine(row.line, left(row)), share.refundFen) : ZERO
    }),
  )
}

/** The difference of two roundings, as the commission's own row will have it. */
export const lostOn = (rateBp: number | null, beforeFen: Fen, refundFen: Fen): Fen =>
  rateBp === null
    ? ZERO
    : subtractFen(commissionFor(beforeFen, rateBp), commissionFor(subtractFen(beforeFen, refundFen), rateBp))

export type PlaceShare = { readonly place: PickupPointId | null; readonly sold: number; readonly got: number }

/** How much of what was sold at each place is there. */
export const placeShares = (
  parts: readonly { place: PickupPointId | null; sold: number; got: number }[],
): PlaceShare[] =>
  [...groupBy(parts, (part) => part.place)].map(([place, own]) => ({
    place,
    sold: own.reduce((n, part) => n + part.sold, 0),
    got: own.reduce((n, part) => n + part.got, 0),
  }))
