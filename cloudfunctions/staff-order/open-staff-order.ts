/** One order with its price, its story and what may be done now. */
import type { StaffOrderView } from '@/contract/staff-order'
import type { OrderId } from '@/domain/ids'
import { ok, type Result } from '@/domain/result'
import type { StaffCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { staffView } from './staff-order-view'
import { readScoped, unknownOrder, type UnknownOrder } from './staff-scope'

export const openStaffOrder = async (
  deps: Deps,
  caller: StaffCaller,
  input: { orderId: OrderId },
): Promise<Result<StaffOrderView, UnknownOrder>> => {
  const order = await readScoped(deps, caller, input.orderId)
  return order ? ok(staffView(order, deps.now())) : unknownOrder()
}

/** The view after an act that has just locked the order: it can't be gone. */
export const reopenStaffOrder = async (deps: Deps, caller: StaffCaller, orderId: OrderId): Promise<StaffOrderView> => {
  const order = await readScoped(deps, caller, orderId)
  if (!order) throw new Error('an order vanished')
  return staffView(order, deps.now())
}
