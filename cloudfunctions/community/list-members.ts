/** Neighbours of a community, newest first, masked even for its leader. Only who is one of them may look. */
import type { community, CommunityMemberView } from '@/contract/community'
import type { MemberId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import { maskName } from '@/domain/share/mask'
import { epochMs } from '@/domain/time'
import type { UseCase } from '../runtime/serve'

const PAGE = 40
const PLACE = /^(\d{1,15})\.(mem_[0-9a-z]{10,26})$/

type Row = { id: MemberId; name: string; avatar: string | null; joinedAt: Date; isLeader: boolean }

const readMembersStatement = {
  name: 'community.members',
  text: `
select m.id, m.name, m.avatar, n.joined_at as "joinedAt", c.leader_id = m.id as "isLeader"
from community c
join community_member own on own.store_id = $1 and own.community_id = c.id and own.member_id = $3 and own.state <> 'left'
join community_member n on n.store_id = $1 and n.community_id = c.id and n.state <> 'left'
join member m on m.store_id = $1 and m.id = n.member_id and m.deleted_at is null
where c.store_id = $1 and c.id = $2
  and ($4::timestamptz is null or (n.joined_at, m.id) < ($4::timestamptz, $5::text))
order by n.joined_at desc, m.id desc limit ${PAGE + 1}`,
}

/** Whoever looks is in the first page's rows or none are: a stranger finds no community. */
export const listMembers: UseCase<typeof community.members> = async (deps, { memberId }, { communityId, cursor }) => {
  const place = PLACE.exec(cursor ?? '')
  const rows = await deps.database.run<Row>(readMembersStatement, [
    deps.storeId,
    communityId,
    memberId,
    place ? new Date(Number(place[1])) : null,
    place?.[2] ?? null,
  ])
  if (rows.length === 0 && !place) return refuse({ code: 'community.unknown' })
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  return ok({
    items: rows.slice(0, PAGE).map((row) => memberView(row, memberId)),
    next: last ? `${last.joinedAt.getTime()}.${last.id}` : null,
  })
}

const memberView = ({ id, name, avatar, joinedAt, isLeader }: Row, callerId: MemberId): CommunityMemberView => ({
  name: id === callerId ? name : maskName(name),
  avatar,
  isLeader,
  isYou: id === callerId,
  joinedAt: epochMs(joinedAt.getTime()),
})
