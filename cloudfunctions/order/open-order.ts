/** One order of one's own. Someone else's is "unknown", never "forbidden". */
import type { OrderView } from '@/contract/order'
import type { OrderId } from '@/domain/ids'
import { ok, refuse, type Result } from '@/domain/result'
import type { MemberCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { readOrder } from './order.sql'
import { shopperView } from './order-view'

export type UnknownOrder = { code: 'order.unknown' }

export const openOrder = async (
  deps: Deps,
  caller: MemberCaller,
  input: { orderId: OrderId },
): Promise<Result<OrderView, UnknownOrder>> => {
  const order = await readOrder(deps, input.orderId, caller.memberId)
  return order ? ok(shopperView(order, deps.now())) : refuse({ code: 'order.unknown' })
}

/** The view after an act that has just found the order: it can't be gone. */
export const reopenOrder = async (deps: Deps, caller: MemberCaller, orderId: OrderId): Promise<OrderView> => {
  const order = await readOrder(deps, orderId, caller.memberId)
  if (!order) throw new Error('an order vanished')
  return shopperView(order, deps.now())
}
