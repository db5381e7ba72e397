import { sql } from 'kysely'
import type { MembershipState } from '@/domain/community/member'
import type { CommunityId, MemberId } from '@/domain/ids'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

/** Null for somebody who never joined. */
export const readMembership = async (
  trx: Trx,
  deps: Deps,
  communityId: CommunityId,
  memberId: MemberId,
): Promise<MembershipState | null> =>
  (
    await trx
      .selectFrom('community_member')
      .select('state')
      .where('store_id', '=', deps.storeId)
      .where('community_id', '=', communityId)
      .where('member_id', '=', memberId)
      .executeTakeFirst()
  )?.state ?? null

/** Who comes back has joined anew; muting changes nothing about since when one is here. */
export const writeMembership = async (
  trx: Trx,
  deps: Deps,
  communityId: CommunityId,
  memberId: MemberId,
  state: MembershipState,
): Promise<void> => {
  const now = new Date(deps.now())
  await sql`
    insert into community_member as m (store_id, community_id, member_id, state, joined_at, since_at)
    values (${deps.storeId}, ${communityId}, ${memberId}, ${state}, ${now}, ${now})
    on conflict (store_id, community_id, member_id) do update set state = excluded.state, since_at = excluded.since_at,
      joined_at = case when m.state = 'left' then excluded.joined_at else m.joined_at end`.execute(trx)
}
