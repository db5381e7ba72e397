/** What goes into a parcel. Refunded units never ship; the parcel that takes the rest is the last one. */
import { ok, refuse, type Result } from '../result'

export type ShippableLine = {
  readonly id: string
  readonly quantity: number
  readonly shippedQuantity: number
  readonly refundedQuantity: number
}
export type ParcelPart = { readonly lineId: string; readonly quantity: number }

const leftOf = (line: ShippableLine): number =>
  Math.max(0, line.quantity - line.refundedQuantity - line.shippedQuantity)

/** Packs `wanted`, or everything that is left; more than is left of a line is refused with what is. */
export const packParcel = (
  lines: readonly ShippableLine[],
  wanted?: readonly ParcelPart[],
): Result<{ parts: ParcelPart[]; isLast: boolean }, { code: 'parcel.quantity'; lineId: string; left: number }> => {
  const parts = wanted
    ? merge(wanted)
    : lines.map((l) => ({ lineId: l.id, quantity: leftOf(l) })).filter((p) => p.quantity > 0)
  for (const part of parts) {
    const line = lines.find((l) => l.id === part.lineId)
    const left = line ? leftOf(line) : 0
    if (part.quantity > left) return refuse({ code: 'parcel.quantity', lineId: part.lineId, left })
  }
  const taken = parts.reduce((n, p) => n + p.quantity, 0)
  return ok({ parts, isLast: taken === lines.reduce((n, l) => n + leftOf(l), 0) })
}

const merge = (parts: readonly ParcelPart[]): ParcelPart[] => {
  const sums = new Map<string, number>()
  for (const p of parts) sums.set(p.lineId, (sums.get(p.lineId) ?? 0) + p.quantity)
  return [...sums].map(([lineId, quantity]) => ({ lineId, quantity }))
}
