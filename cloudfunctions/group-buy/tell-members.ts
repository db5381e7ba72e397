/** A group is full or its time was up: everybody who had paid hears of it, by a letter, so that no payment waits for it. */
import { sql } from 'kysely'
import type { GroupId, MemberId, OrderId } from '@/domain/ids'
import type { Message } from '@/domain/message/kinds'
import { fen } from '@/domain/money'
import { tell } from '../message/tell'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { letterRow, type LetterHandlers } from '../runtime/outbox'

/** A row for `insert into outbox`, written in the transaction that moved the group there. */
export const tellMembersLetter = (deps: Deps, groupId: GroupId, what: 'full' | 'expired') =>
  letterRow(deps, { topic: 'group.tell', subject: groupId, payload: { what } })

type Row = { memberId: MemberId; orderId: OrderId; title: string; size: number; refundFen: number }

const tellMembers = (deps: Deps, groupId: GroupId, what: 'full' | 'expired'): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const rows = await seatsOf(trx, deps, groupId, what === 'full' ? 'confirmed' : 'refunded')
    const messages = rows.map(({ memberId, orderId, title, size, refundFen }): Message => {
      const head = { memberId, subject: groupId }
      return what === 'full'
        ? { ...head, kind: 'group-full', facts: { groupId, orderId, title, size } }
        : { ...head, kind: 'group-expired', facts: { groupId, orderId, title, refundFen: fen(refundFen) } }
    })
    await tell(trx, deps, messages)
  })

const seatsOf = async (
  trx: Trx,
  deps: Deps,
  groupId: GroupId,
  state: 'confirmed' | 'refunded',
): Promise<readonly Row[]> =>
  (
    await sql<Row>`
    select o.member_id as "memberId", o.id as "orderId", o.first_title as title, g.confirmed as size,
      coalesce((select amount_fen from refund where store_id = ${deps.storeId} and order_id = o.id and kind = 'group-expired'), 0)::bigint
        as "refundFen"
    from group_buy g
    join group_seat t on t.store_id = g.store_id and t.group_id = g.id and t.state = ${state}
    join orders o on o.store_id = t.store_id and o.id = t.order_id and o.member_id is not null
    where g.store_id = ${deps.storeId} and g.id = ${groupId}`.execute(trx)
  ).rows

export const groupTellingLetters: LetterHandlers = {
  'group.tell': (deps, { subject, payload }) =>
    tellMembers(deps, subject as GroupId, payload['what'] === 'full' ? 'full' : 'expired'),
}
