/** What a staff member may see: all orders, or only those of their pick-up points. One place for lists and single orders. */
import type { OrderId } from '@/domain/ids'
import { refuse, type Refused } from '@/domain/result'
import type { StaffCaller } from '../runtime/caller'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { OrderRow } from '../order/lock-order'
import { readOrder, type OrderRecord } from '../order/order.sql'
import { lockOrderInSale } from '../sale/lock-sale'

export type UnknownOrder = { code: 'order.unknown' }
export const unknownOrder = (): Refused<UnknownOrder> => refuse({ code: 'order.unknown' })

const isInScope = (caller: StaffCaller, pickupPointId: string | null): boolean =>
  caller.pickupPointIds === null ||
  (pickupPointId !== null && (caller.pickupPointIds as readonly string[]).includes(pickupPointId))

/** The order if this person may see it; outside their scope it is unknown, like one that doesn't exist. */
export const readScoped = async (deps: Deps, caller: StaffCaller, orderId: OrderId): Promise<OrderRecord | null> => {
  const order = await readOrder(deps, orderId, null)
  return order && isInScope(caller, order.pickupPoint?.id ?? null) ? order : null
}

/** Locks the order for an act; null where it is outside the person's scope. */
export const lockScoped = async (
  trx: Trx,
  deps: Deps,
  caller: StaffCaller,
  orderId: OrderId,
): Promise<OrderRow | null> => {
  const row = await lockOrderInSale(trx, deps, orderId)
  return row && isInScope(caller, row.pickup_point_id) ? row : null
}
