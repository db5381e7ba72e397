/** What a refund does to the goods: where nothing is left to be sent, fulfilment ends, as stopped or as shipped. */
import type { FulfilmentState } from './fulfilment'
import type { ParcelPart, ShippableLine } from './parcel'

/** The new fulfilment state, or null where something is still to be sent or has all been sent already. */
export const fulfilmentAfterRefund = (
  state: FulfilmentState,
  lines: readonly ShippableLine[],
  refunded: readonly ParcelPart[],
): 'stopped' | 'shipped' | null => {
  const taken = (line: ShippableLine): number => refunded.find((part) => part.lineId === line.id)?.quantity ?? 0
  const isLeft = lines.some((l) => l.quantity - l.refundedQuantity - taken(l) - l.shippedQuantity > 0)
  if (isLeft) return null
  if (state === 'to-ship' || state === 'ready') return 'stopped'
  return state === 'part-shipped' ? 'shipped' : null
}
