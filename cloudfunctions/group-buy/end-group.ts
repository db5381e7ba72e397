/** The clock ends one group: full at its declared threshold, or everybody gets everything back. */
import { endSeats } from '@/domain/group-buy/seats'
import type { GroupId, OrderId } from '@/domain/ids'
import { MINUTE } from '@/domain/time'
import { lockCoupons } from '../coupon/order-coupons'
import { cancelUnpaidOrder } from '../order/cancel-order'
import { refundAll } from '../payment/refund-all'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { fulfilOrdersOf } from './fill-group.sql'
import { giveBackHolds } from './hold.sql'
import { countsOf, lockOrdersOf } from './lock-group'
import { moveGroup } from './move-group'
import type { GroupRow } from './take-seat.sql'

/** Somebody may be typing a password at the deadline; then the others wait for that answer, but not for ever. */
const PATIENCE = 10 * MINUTE

/** First the seats that are only kept: WeChat Pay is asked, so whoever has paid counts, and may be the one that was missing. */
export const endGroup = async (deps: Deps, groupId: GroupId): Promise<void> => {
  const troubles = await callOffUnpaid(deps, groupId)
  await deps.db.transaction().execute(async (trx) => {
    const group = await claimDue(trx, deps, groupId)
    if (!group?.deadline_at) return
    if (troubles.length > 0 && deps.now() < group.deadline_at.getTime() + PATIENCE) throw troubles[0]
    const next = endSeats(countsOf(group))
    await moveGroup(trx, deps, group, next)
    await (next.state === 'full'
      ? fulfilOrdersOf(trx, deps, groupId, next.confirmed)
      : refundEverybody(trx, deps, group))
  })
}

const callOffUnpaid = async (deps: Deps, groupId: GroupId): Promise<unknown[]> => {
  const unpaid = await deps.db
    .selectFrom('orders')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('group_id', '=', groupId)
    .where('trade', '=', 'awaiting-payment')
    .execute()
  const troubles: unknown[] = []
  for (const { id } of unpaid) {
    try {
      await cancelUnpaidOrder(deps, id as OrderId, { kind: 'clock' }, 'group-expired')
    } catch (error) {
      troubles.push(error)
    }
  }
  return troubles
}

/** The group, locked, if it is still open and due; null where another round is at it. */
const claimDue = async (trx: Trx, deps: Deps, groupId: GroupId): Promise<GroupRow | null> =>
  (await trx
    .selectFrom('group_buy')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('id', '=', groupId)
    .where('state', '=', 'open')
    .where('deadline_at', '<=', new Date(deps.now()))
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()) ?? null

const refundEverybody = async (trx: Trx, deps: Deps, group: GroupRow): Promise<void> => {
  const now = new Date(deps.now())
  const orders = await lockOrdersOf(trx, deps, group.id)
  await trx
    .updateTable('group_seat')
    .set({ state: 'refunded', ended_at: now })
    .where('store_id', '=', deps.storeId)
    .where('group_id', '=', group.id)
    .where('state', '=', 'confirmed')
    .execute()
  // all by id, as a crowd that places locks them; points never go with a group's price
  await lockCoupons(
    trx,
    deps,
    orders.flatMap(({ deals }) => deals?.couponIds ?? []),
  )
  await giveBackHolds(
    trx,
    deps,
    group.campaign_id,
    orders.map((order) => order.id),
  )
  for (const order of orders)
    await refundAll(trx, deps, order, {
      requestId: 'group-expired',
      kind: 'group-expired',
      by: 'clock',
      reason: '拼团未成，全额退款',
      events: [{ kind: 'group-expired' }],
      change: { fulfilment: 'stopped', trade: 'closed', ended_at: now },
    })
}
