/** A community in a list, as one JSON object. */
import type { CommunityCard } from '@/contract/community'
import type { CommunityState } from '@/domain/community/community'
import type { MembershipState } from '@/domain/community/member'
import type { CommunityId } from '@/domain/ids'

export type CommunityCardRow = {
  readonly id: CommunityId
  readonly name: string
  readonly state: CommunityState
  readonly leader: { name: string; avatar: string | null } | null
  readonly members: number
  readonly membership: MembershipState | null
  readonly openSales: number
}

/** Fields of a community `c` for `json_build_object`; $1 is the store, $2 the caller. */
export const communityCardFields = `'id', c.id, 'name', c.name, 'state', c.state,
  'leader', (select json_build_object('name', m.name, 'avatar', m.avatar) from member m
    where m.store_id = $1 and m.id = c.leader_id and m.deleted_at is null),
  'members', (select count(*)::int from community_member n where n.store_id = $1 and n.community_id = c.id and n.state <> 'left'),
  'membership', (select n.state from community_member n where n.store_id = $1 and n.community_id = c.id and n.member_id = $2),
  'openSales', (select count(*)::int from sale o where o.store_id = $1 and o.community_id = c.id and o.state = 'open')`

/** Where the leader deleted themselves the community stands without a face until it is handed over. */
const NOBODY = { name: '', avatar: null }

export const communityCard = (row: CommunityCardRow): CommunityCard => ({
  id: row.id,
  name: row.name,
  state: row.state,
  leader: row.leader ?? NOBODY,
  members: row.members,
  membership: row.membership,
  openSales: row.openSales,
})
