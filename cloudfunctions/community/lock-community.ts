/** A community's row, locked for the rest of the transaction: whoever changes it, its members or its groups takes this first. */
import { sql } from 'kysely'
import type { CommunityRole, CommunityState } from '@/domain/community/community'
import type { HandOverState } from '@/domain/community/hand-over'
import type { LeaderState } from '@/domain/community/leader'
import type { CommunityId, HandOverId, MemberId } from '@/domain/ids'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

export type LockedCommunity = {
  readonly id: CommunityId
  readonly leaderId: MemberId
  readonly name: string
  readonly note: string
  readonly pickupPointIds: readonly string[]
  readonly state: CommunityState
  readonly pausedBy: CommunityRole | null
  readonly version: number
  readonly runningSales: number
  readonly groups: number
  readonly offer: { readonly id: HandOverId; readonly state: HandOverState } | null
}

/** Null for an id of nothing. What hangs on it is read afterwards: beside the lock it would be as it was before the wait for it. */
export const lockCommunity = async (
  trx: Trx,
  deps: Deps,
  communityId: CommunityId,
): Promise<LockedCommunity | null> => {
  await sql`select from community where store_id = ${deps.storeId} and id = ${communityId} for update`.execute(trx)
  const { rows } = await sql<LockedCommunity>`
    select c.id, c.leader_id as "leaderId", c.name, c.note, c.pickup_point_ids as "pickupPointIds", c.state,
      c.paused_by as "pausedBy", c.version,
      (select count(*)::int from sale s where s.store_id = c.store_id and s.community_id = c.id
        and s.state in ('open', 'closed', 'picking', 'delivered')) as "runningSales",
      (select count(*)::int from community_group g where g.store_id = c.store_id and g.community_id = c.id) as groups,
      (select json_build_object('id', h.id, 'state', h.state) from community_hand_over h
        where h.store_id = c.store_id and h.community_id = c.id and h.state = 'offered') as offer
    from community c where c.store_id = ${deps.storeId} and c.id = ${communityId}`.execute(trx)
  return rows[0] ?? null
}

/** How somebody stands as a leader; null if they never applied. */
export const standingOf = async (trx: Trx, deps: Deps, memberId: MemberId): Promise<LeaderState | null> =>
  (
    await trx
      .selectFrom('leader')
      .select('state')
      .where('store_id', '=', deps.storeId)
      .where('member_id', '=', memberId)
      .executeTakeFirst()
  )?.state ?? null

type Change = Partial<{
  name: string
  note: string
  pickup_point_ids: string[]
  state: CommunityState
  paused_by: CommunityRole | null
  leader_id: MemberId
}>

/** The row must be locked. Counts the version on, so that open pages see it. */
export const changeCommunity = async (
  trx: Trx,
  deps: Deps,
  { id, version }: LockedCommunity,
  change: Change,
): Promise<void> => {
  await trx
    .updateTable('community')
    .set({ ...change, version: version + 1, updated_at: new Date(deps.now()) })
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .execute()
}
