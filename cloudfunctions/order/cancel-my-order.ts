/**
 * A shopper takes an order back: unpaid at any time; paid within ten minutes while nothing has shipped; in a group until it
 * is full.
 */
import type { order as contract, OrderView } from '@/contract/order'
import type { RefusalOf } from '@/contract/define'
import type { OrderId } from '@/domain/ids'
import { canLeaveGroup, isRegretOpen } from '@/domain/order/order'
import { ok, refuse, type Result } from '@/domain/result'
import type { MemberCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { leaveSeatOf } from '../group-buy/leave-seat'
import { takeBackPaidOrder } from '../payment/take-back-paid-order'
import { cancelUnpaidOrder } from './cancel-order'
import { reopenOrder } from './open-order'
import { readOrder } from './order.sql'
import { stateOf } from './order-view'

export const cancelMyOrder = async (
  deps: Deps,
  caller: MemberCaller,
  input: { orderId: OrderId },
): Promise<Result<OrderView, RefusalOf<typeof contract.cancel>>> => {
  const order = await readOrder(deps, input.orderId, caller.memberId)
  if (!order) return refuse({ code: 'order.unknown' })
  if (order.trade === 'cancelled') return ok(await reopenOrder(deps, caller, input.orderId))
  const state = stateOf(order)
  const done =
    order.trade === 'awaiting-payment'
      ? await cancelUnpaidOrder(deps, input.orderId, { kind: 'shopper' }, 'shopper')
      : canLeaveGroup(state)
        ? await leaveSeatOf(deps, input.orderId)
        : isRegretOpen(state, deps.now())
          ? await takeBackPaidOrder(deps, input.orderId)
          : refuse({ code: 'order.not-cancellable', trade: order.trade })
  return done.ok ? ok(await reopenOrder(deps, caller, input.orderId)) : done
}
