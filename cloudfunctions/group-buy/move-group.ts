/** Writes what happened to a group and to seats in it; the group's row must be locked. */
import type { Updateable } from 'kysely'
import type { SeatState } from '@/domain/group-buy/group'
import type { SeatCounts } from '@/domain/group-buy/seats'
import type { Trx } from '../runtime/db/connect'
import type { Tables } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'
import { groupChangedLetters } from './card-letters'
import { groupIdOf } from './lock-group'
import { tellMembersLetter } from './tell-members'
import type { GroupRow, SeatRow } from './take-seat.sql'

type Change = Pick<Updateable<Tables['group_buy']>, 'opened_at' | 'deadline_at' | 'leader_id'>

/** Counts and state, one version further. What others can see is told to its card and its message, its end to its members. */
export const moveGroup = async (
  trx: Trx,
  deps: Deps,
  group: GroupRow,
  next: SeatCounts,
  change: Change = {},
): Promise<void> => {
  const now = new Date(deps.now())
  const isFilled = next.state === 'full' && group.state !== 'full'
  const isEnded = (next.state === 'expired' || next.state === 'dropped') && group.ended_at === null
  await trx
    .updateTable('group_buy')
    .set({
      ...change,
      state: next.state,
      reserved: next.reserved,
      confirmed: next.confirmed,
      version: group.version + 1,
      ...(isFilled ? { filled_at: now } : {}),
      ...(isEnded ? { ended_at: now } : {}),
    })
    .where('store_id', '=', deps.storeId)
    .where('id', '=', group.id)
    .execute()
  const isSeen = group.opened_at !== null || change.opened_at !== undefined
  if (isSeen && (next.state !== group.state || next.confirmed !== group.confirmed))
    await trx
      .insertInto('outbox')
      .values([
        ...groupChangedLetters(deps, groupIdOf(group)),
        ...(isFilled ? [tellMembersLetter(deps, groupIdOf(group), 'full')] : []),
        ...(isEnded && next.state === 'expired' ? [tellMembersLetter(deps, groupIdOf(group), 'expired')] : []),
      ])
      .execute()
}

type SeatChange = Pick<Updateable<Tables['group_seat']>, 'confirmed_at' | 'choose_by' | 'ended_at' | 'nth'>

export const moveSeat = async (
  trx: Trx,
  deps: Deps,
  seat: SeatRow,
  state: SeatState,
  change: SeatChange = {},
): Promise<void> => {
  await trx
    .updateTable('group_seat')
    .set({ ...change, state })
    .where('store_id', '=', deps.storeId)
    .where('group_id', '=', seat.group_id)
    .where('order_id', '=', seat.order_id)
    .execute()
}
