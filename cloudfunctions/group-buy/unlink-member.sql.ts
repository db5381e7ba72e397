/** A member who leaves the shop stays nobody in the groups they were in: a seat still counts, and says no more whose it was. */
import { sql } from 'kysely'
import type { MemberId } from '@/domain/ids'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

/** Each seat gets a name of its own, made of its order, so that two who have left the same group are still two. */
export const unlinkSeats = async (trx: Trx, deps: Deps, memberId: MemberId): Promise<void> => {
  await sql`
    with own as materialized (
      select group_id, max('gone_' || substr(order_id, 5)) as nobody from group_seat
      where store_id = ${deps.storeId} and member_id = ${memberId} group by group_id
    ), unled as (
      update group_buy g set
        opener_id = case when g.opener_id = ${memberId} then own.nobody else g.opener_id end,
        leader_id = case when g.leader_id = ${memberId} then own.nobody else g.leader_id end
      from own where g.store_id = ${deps.storeId} and g.id = own.group_id and ${memberId} in (g.opener_id, g.leader_id)
    )
    update group_seat set member_id = 'gone_' || substr(order_id, 5)
    where store_id = ${deps.storeId} and member_id = ${memberId}`.execute(trx)
}
