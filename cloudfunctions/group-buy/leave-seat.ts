/** A paid member goes before the group is full: everything goes back, the lead passes on, the deadline stays. */
import { canLeave } from '@/domain/group-buy/acts'
import { leaveSeat } from '@/domain/group-buy/seats'
import type { OrderId } from '@/domain/ids'
import { canLeaveGroup } from '@/domain/order/order'
import type { TradeState } from '@/domain/order/trade'
import { ok, refuse, type Result } from '@/domain/result'
import { lockDeals } from '../order/hold-deals'
import { rowState } from '../order/lock-order'
import { refundAll } from '../payment/refund-all'
import type { Trx } from '../runtime/db/connect'
import { retryConflicts } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import { giveBackHolds } from './hold.sql'
import { countsOf, lockOrderWithin, seatOf, type HeldSeat } from './lock-group'
import { moveGroup, moveSeat } from './move-group'
import { refundLostSeat } from './refund-lost-seat'

type No = { code: 'order.unknown' } | { code: 'order.not-cancellable'; trade: TradeState }

/** Out of the group, or out of the choice after a lost seat. The caller has made sure that the order is the shopper's. */
export const leaveSeatOf = (deps: Deps, orderId: OrderId): Promise<Result<null, No>> =>
  retryConflicts(() => leave(deps, orderId))

const leave = (deps: Deps, orderId: OrderId): Promise<Result<null, No>> =>
  deps.db.transaction().execute(async (trx): Promise<Result<null, No>> => {
    const order = await lockOrderWithin(trx, deps, orderId)
    const held = order && (await seatOf(trx, deps, order))
    if (!held) return refuse({ code: 'order.unknown' })
    const { group, seat } = held
    const isLost = seat.state === 'lost'
    if (!canLeaveGroup(rowState(held.order)) || !(isLost || canLeave(group.state, seat.state)))
      return refuse({ code: 'order.not-cancellable', trade: held.order.trade as TradeState })
    await (isLost ? refundLostSeat(trx, deps, held, 'shopper') : giveUp(trx, deps, held))
    return ok(null)
  })

const giveUp = async (trx: Trx, deps: Deps, { group, order, seat }: HeldSeat): Promise<void> => {
  const now = new Date(deps.now())
  await moveSeat(trx, deps, seat, 'left', { ended_at: now })
  const heir = group.leader_id === seat.member_id ? await earliestIn(trx, deps, group.id) : null
  await moveGroup(trx, deps, group, leaveSeat(countsOf(group)), heir ? { leader_id: heir } : {})
  await lockDeals(trx, deps, order)
  await giveBackHolds(trx, deps, group.campaign_id, [order.id])
  await refundAll(trx, deps, order, {
    requestId: 'group-left',
    kind: 'group-left',
    reason: '退出拼团，全额退款',
    events: [{ kind: 'group-left' }],
    change: { fulfilment: 'stopped', trade: 'closed', ended_at: now },
  })
}

const earliestIn = async (trx: Trx, deps: Deps, groupId: string): Promise<string | null> =>
  (
    await trx
      .selectFrom('group_seat')
      .select('member_id')
      .where('store_id', '=', deps.storeId)
      .where('group_id', '=', groupId)
      .where('state', '=', 'confirmed')
      .orderBy('confirmed_at')
      .orderBy('order_id')
      .executeTakeFirst()
  )?.member_id ?? null
