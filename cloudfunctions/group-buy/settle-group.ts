/** The last moves of a group, told by letters of its orders: all money is back, or all goods are there. */
import { sql } from 'kysely'
import type { GroupState } from '@/domain/group-buy/group'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { letterRow, type LetterHandlers } from '../runtime/outbox'
import { countsOf, lockGroup } from './lock-group'
import { moveGroup } from './move-group'

/** A row for `insert into outbox`, written with the end of an order or of a refund. */
export const groupSettlingLetter = (deps: Deps, groupId: string) =>
  letterRow(deps, { topic: 'group.settle', subject: groupId })

/** Whatever it finds, the page looks again: refunds are shown there. */
export const settleGroup = (deps: Deps, groupId: string): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const group = await lockGroup(trx, deps, groupId)
    if (!group) return
    const open = await openEnds(trx, deps, groupId)
    const state: GroupState =
      group.state === 'expired' && open.refunds === 0
        ? 'refunded'
        : group.state === 'full' && open.orders === 0
          ? 'fulfilled'
          : group.state
    await moveGroup(trx, deps, group, { ...countsOf(group), state })
  })

/** Refunds that are not back yet, and orders of the group that are neither completed nor closed. */
const openEnds = async (trx: Trx, deps: Deps, groupId: string): Promise<{ refunds: number; orders: number }> => {
  const { rows } = await sql<{ refunds: number; orders: number }>`
    select (select count(*)::int from group_seat t join refund r on r.store_id = t.store_id and r.order_id = t.order_id
        where t.store_id = ${deps.storeId} and t.group_id = ${groupId} and r.state <> 'done') as refunds,
      (select count(*)::int from group_seat t join orders o on o.store_id = t.store_id and o.id = t.order_id
        where t.store_id = ${deps.storeId} and t.group_id = ${groupId} and t.state = 'confirmed'
          and o.trade not in ('completed', 'closed')) as orders`.execute(trx)
  return rows[0] ?? { refunds: 0, orders: 0 }
}

export const groupLetters: LetterHandlers = {
  'group.settle': async (deps, { subject }) => {
    if (subject) await settleGroup(deps, subject)
  },
}
