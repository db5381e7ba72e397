/** Offers to take a community over, as JSON objects. */
import type { HandOverOffer } from '@/contract/community'
import { offerDeadline } from '@/domain/community/hand-over'
import type { CommunityId, HandOverId } from '@/domain/ids'
import { epochMs } from '@/domain/time'

export type OfferRow = {
  readonly id: HandOverId
  readonly communityId: CommunityId
  readonly community: string
  readonly from: { name: string; avatar: string | null } | null
  readonly to: { name: string; avatar: string | null } | null
  readonly offeredAt: number
}

const faceSql = (id: string): string => `(select json_build_object('name', m.name, 'avatar', m.avatar) from member m
    where m.store_id = $1 and m.id = ${id} and m.deleted_at is null)`

/** The open offers where `where` holds of `h`, newest first; $1 is the store. A `c` in `where` is the caller's own. */
export const offersSql = (where: string): string => `
select json_agg(json_build_object('id', h.id, 'communityId', h.community_id, 'community', about.name,
  'from', ${faceSql('h.from_id')}, 'to', ${faceSql('h.to_id')},
  'offeredAt', (extract(epoch from h.offered_at) * 1000)::bigint) order by h.offered_at desc)
from community_hand_over h join community about on about.store_id = $1 and about.id = h.community_id
where h.store_id = $1 and h.state = 'offered' and ${where}`

const NOBODY = { name: '', avatar: null }

export const handOverOffer = (row: OfferRow): HandOverOffer => {
  const offeredAt = epochMs(row.offeredAt)
  return {
    id: row.id,
    communityId: row.communityId,
    community: row.community,
    from: row.from ?? NOBODY,
    to: row.to ?? NOBODY,
    offeredAt,
    untilAt: offerDeadline(offeredAt),
  }
}
