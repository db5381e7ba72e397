/**
 * A touch: a signed-in member entered the shop through a leader's community, or a group sale in it. Cards leave theirs in
 * `share/share.sql.ts`, with the note of their opening. The last one within seven days says who earns from an ordinary order.
 */
import type { CommunityId, MemberId } from '@/domain/ids'
import { gather } from '../catalog/gather'
import type { Deps } from '../runtime/deps'

export type Entering = { readonly memberId: MemberId; readonly communityId: CommunityId }

/** Like an opening, it may be lost in a crash of the database. Who is no approved leader earns nothing, so leaves none. */
const noteStatement = {
  name: 'earning.note-touches',
  text: `
insert into touch (store_id, member_id, at, leader_id, via, source)
select $1, u.member_id, $2, l.member_id, 'community', c.id
from unnest($3::text[], $4::text[]) as u (member_id, community_id)
join community c on c.store_id = $1 and c.id = u.community_id
join leader l on l.store_id = $1 and l.member_id = c.leader_id and l.state = 'approved',
  (select set_config('synchronous_commit', 'off', true)) light
on conflict do nothing`,
}

const noteTouches = (deps: Deps, enterings: readonly Entering[]): Promise<unknown> =>
  deps.database.run(noteStatement, [
    deps.storeId,
    new Date(deps.now()),
    enterings.map((entering) => entering.memberId),
    enterings.map((entering) => entering.communityId),
  ])

/** For the pages of communities and of sales in them; for nobody who is not signed in. Several in one moment are written together. */
export const noteTouch = gather<Entering>(noteTouches)
