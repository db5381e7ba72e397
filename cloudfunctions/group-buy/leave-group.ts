/** Leaves a group: a kept seat is called off as an unpaid order is, a paid one is refunded. Leaving twice is leaving once. */
import type { groupBuy } from '@/contract/group-buy'
import { canLeave } from '@/domain/group-buy/acts'
import type { OrderId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import { cancelUnpaidOrder } from '../order/cancel-order'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { findGroup, reopenGroup } from './group-view'
import { leaveSeatOf } from './leave-seat'

export const leaveGroup: UseCase<typeof groupBuy.leave> = async (deps, { memberId }, { groupId }) => {
  const view = await findGroup(deps, { groupId }, memberId)
  if (!view?.mine) return refuse({ code: 'group.unknown' })
  const { state, orderId } = view.mine
  if (state === 'left' || state === 'released') return ok(view)
  if (!canLeave(view.state, state)) return refuse({ code: 'group.over', state: view.state })
  const isOut = await (state === 'reserved' ? callOff(deps, orderId) : leavePaid(deps, orderId))
  const now = await reopenGroup(deps, groupId, memberId)
  return isOut ? ok(now) : refuse({ code: 'group.over', state: now.state })
}

const leavePaid = async (deps: Deps, orderId: OrderId): Promise<boolean> => (await leaveSeatOf(deps, orderId)).ok

/** Paid at the last moment: then the money that has just come goes back again. */
const callOff = async (deps: Deps, orderId: OrderId): Promise<boolean> => {
  const done = await cancelUnpaidOrder(deps, orderId, { kind: 'shopper' }, 'shopper')
  return done.ok || (done.refusal.code === 'order.was-paid' && leavePaid(deps, orderId))
}
