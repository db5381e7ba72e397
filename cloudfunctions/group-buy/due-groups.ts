/** The clock's rounds over groups: those whose time is up end, choices that ran out are refunds, ended ones close their books. */
import type { GroupId, OrderId } from '@/domain/ids'
import type { Deps } from '../runtime/deps'
import { eachDue, type Round } from '../runtime/each-due'
import { endGroup } from './end-group'
import { lockOrderWithin, seatOf } from './lock-group'
import { refundLostSeat } from './refund-lost-seat'
import { settleGroup } from './settle-group'

const BATCH = 100

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
      const order = await lockOrderWithin(trx, deps, id)
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
