/** Several products may run short at once: what that means for each order, as one refund and one message. Business rules §5. */
import type { OrderId } from '../ids'
import { addFen, type Fen } from '../money'
import type { Allocation, Policy, Share } from './allocate'

export type OrderCut = { readonly orderId: OrderId; readonly refundFen: Fen; readonly shares: readonly Share[] }

/** One row for every order that lost something, in the order in which they come up. */
export const cutsByOrder = (allocations: readonly Allocation[]): OrderCut[] => {
  const orders = new Map<OrderId, Share[]>()
  for (const share of allocations.flatMap((a) => a.shares))
    if (share.cut > 0) orders.set(share.orderId, [...(orders.get(share.orderId) ?? []), share])
  return [...orders].map(([orderId, shares]) => ({
    orderId,
    refundFen: addFen(...shares.map((share) => share.refundFen)),
    shares,
  }))
}

export type PolicyOutline = { readonly policy: Policy; readonly orders: number; readonly refundFen: Fen }

/** What a policy would do, side by side with the other, before somebody presses the button. */
export const outlineOf = (policy: Policy, allocations: readonly Allocation[]): PolicyOutline => {
  const cuts = cutsByOrder(allocations)
  return { policy, orders: cuts.length, refundFen: addFen(...cuts.map((cut) => cut.refundFen)) }
}
