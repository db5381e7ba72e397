/** The clock's acts on groups: those whose time is up end, choices that ran out are refunds, ended ones close their books. */
import { endSeats } from '@/domain/group-buy/seats'
import type { GroupId, OrderId } from '@/domain/ids'
import { MINUTE } from '@/domain/time'
import { cancelUnpaidOrder } from '../order/cancel-order'
import { refundAll } from '../payment/refund-all'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { eachDue, type Round } from '../runtime/each-due'
import { fulfilOrdersOf } from './fill-group.sql'
import { giveBackHolds } from './hold.sql'
import { countsOf, lockOrderAndGroup, lockOrdersOf, seatOf } from './lock-group'
import { moveGroup } from './move-group'
import { refundLostSeat } from './refund-lost-seat'
import { settleGroup } from './settle-group'
import type { GroupRow } from './take-seat.sql'

const BATCH = 50
/** Somebody may be typing a password at the deadline; then the others wait for that answer, but not for ever. */
const PATIENCE = 10 * MINUTE

export const endGroups = async (deps: Deps): Promise<Round> => {
  const due = await deps.db
    .selectFrom('group_buy')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('state', '=', 'open')
    .where('deadline_at', '<=', new Date(deps.now()))
    .orderBy('deadline_at')
    .limit(BATCH)
    .execute()
  return eachDue<GroupId>(deps, due, (id) => endGroup(deps, id))
}

/** First the seats that are only kept: WeChat Pay is asked, so whoever has paid counts, and may be the one that was missing. */
const endGroup = async (deps: Deps, groupId: GroupId): Promise<void> => {
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

/** Nobody chose in time: the money goes back by itself. */
export const refundUndecided = async (deps: Deps): Promise<Round> => {
  const due = await deps.db
    .selectFrom('group_seat')
    .select('order_id as id')
    .where('store_id', '=', deps.storeId)
    .where('state', '=', 'lost')
    .where('choose_by', '<=', new Date(deps.now()))
    .orderBy('choose_by')
    .limit(BATCH)
    .execute()
  return eachDue<OrderId>(deps, due, (id) =>
    deps.db.transaction().execute(async (trx) => {
      const order = await lockOrderAndGroup(trx, deps, id)
      const held = order && (await seatOf(trx, deps, order))
      const isDue = held?.seat.choose_by && held.seat.choose_by.getTime() <= deps.now()
      if (held?.seat.state === 'lost' && isDue) await refundLostSeat(trx, deps, held, 'clock')
    }),
  )
}

/** A net under the letters: expired groups all of whose money is back. */
export const settleGroups = async (deps: Deps): Promise<Round> => {
  const due = await deps.db
    .selectFrom('group_buy as g')
    .select('g.id')
    .where('g.store_id', '=', deps.storeId)
    .where('g.state', '=', 'expired')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('group_seat as t')
            .innerJoin('refund as r', (j) =>
              j.onRef('r.store_id', '=', 't.store_id').onRef('r.order_id', '=', 't.order_id'),
            )
            .select('r.id')
            .whereRef('t.store_id', '=', 'g.store_id')
            .whereRef('t.group_id', '=', 'g.id')
            .where('r.state', '!=', 'done'),
        ),
      ),
    )
    .limit(BATCH)
    .execute()
  return eachDue<GroupId>(deps, due, (id) => settleGroup(deps, id))
}
