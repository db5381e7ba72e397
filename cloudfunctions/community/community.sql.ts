/** A community with all that its page draws, in one statement: by its id, or by the code of a card that stands for it. */
import type { PickupPointView } from '@/contract/views'
import type { CommunityRole } from '@/domain/community/community'
import type { CommunityId, MemberId } from '@/domain/ids'
import type { Deps } from '../runtime/deps'
import { pointJson } from '../runtime/pickup-point.sql'
import { communityCardFields, type CommunityCardRow } from './community-card.sql'
import { offersSql, type OfferRow } from './offer.sql'
import { saleCardsSql, type SaleCardRow } from './sale-card.sql'

const FACES = 12
const OPEN_SALES = 20
const PAST_SALES = 10

type Face = { readonly id: MemberId; readonly name: string; readonly avatar: string | null }

export type CommunityRecord = CommunityCardRow & {
  readonly leaderId: MemberId
  readonly note: string
  readonly cardPicture: string | null
  readonly version: number
  readonly pausedBy: CommunityRole | null
  readonly faces: readonly Face[] | null
  readonly sales: readonly SaleCardRow[] | null
  readonly past: readonly SaleCardRow[] | null
  readonly pickupPoints: readonly PickupPointView[] | null
  readonly runningSales: number
  readonly sharer: Face | null
  readonly groups: readonly { opengid: string; boundAt: number }[] | null
  readonly offer: readonly OfferRow[] | null
  readonly heirs: readonly Face[] | null
}

const faceOf = (m: string): string => `json_build_object('id', ${m}.id, 'name', ${m}.name, 'avatar', ${m}.avatar)`

/** Sales that neighbours may have paid for. */
const RUNNING = `('open', 'closed', 'picking', 'delivered')`

const readStatement = {
  name: 'community.read',
  text: `
select json_build_object(${communityCardFields}, 'leaderId', c.leader_id, 'note', c.note, 'cardPicture', c.card_picture,
  'version', c.version, 'pausedBy', c.paused_by,
  'faces', (select json_agg(${faceOf('m')} order by f.joined_at desc, m.id) from (
      select member_id, joined_at from community_member n where n.store_id = $1 and n.community_id = c.id and n.state <> 'left'
      order by joined_at desc, member_id limit ${FACES}) f
    join member m on m.store_id = $1 and m.id = f.member_id and m.deleted_at is null),
  'sales', (${saleCardsSql(
    `select * from sale where store_id = $1 and community_id = c.id and state in ('open', 'closed', 'picking')
      order by ends_at limit ${OPEN_SALES}`,
    `s.state <> 'open', s.ends_at, s.id`,
  )}),
  'past', (${saleCardsSql(
    `select * from sale where store_id = $1 and community_id = c.id and state in ('delivered', 'settled')
      order by created_at desc, id desc limit ${PAST_SALES}`,
    's.ends_at desc, s.id',
  )}),
  'pickupPoints', (select json_agg(${pointJson} order by p.position, p.id)
    from pickup_point p where p.store_id = $1 and p.id = any(c.pickup_point_ids) and not p.is_closed),
  'runningSales', (select count(*)::int from sale s where s.store_id = $1 and s.community_id = c.id and s.state in ${RUNNING}),
  'sharer', (select ${faceOf('m')} from share h join member m on m.store_id = $1 and m.id = h.member_id and m.deleted_at is null
    where h.store_id = $1 and h.code = $4),
  'groups', case when c.leader_id = $2 then (select json_agg(json_build_object('opengid', g.opengid,
      'boundAt', (extract(epoch from g.bound_at) * 1000)::bigint) order by g.bound_at)
    from community_group g where g.store_id = $1 and g.community_id = c.id) end,
  'offer', case when c.leader_id = $2 then (${offersSql('h.community_id = c.id')}) end,
  'heirs', case when c.leader_id = $2 then (select json_agg(${faceOf('m')} order by m.name, m.id)
    from community_member n join leader l on l.store_id = $1 and l.member_id = n.member_id and l.state = 'approved'
    join member m on m.store_id = $1 and m.id = n.member_id and m.deleted_at is null
    where n.store_id = $1 and n.community_id = c.id and n.state <> 'left' and n.member_id <> c.leader_id) end
) as community
from community c
where c.store_id = $1
  and c.id = coalesce($3, (select nullif(community_id, '') from share where store_id = $1 and code = $4 and sale_id = ''))`,
}

export type Sought = { readonly communityId: CommunityId } | { readonly code: string }

/** Null for an id or a code of nothing. */
export const readCommunity = async (
  deps: Deps,
  sought: Sought,
  memberId: MemberId | null,
): Promise<CommunityRecord | null> => {
  const [id, code] = 'code' in sought ? [null, sought.code] : [sought.communityId, null]
  const [row] = await deps.database.run<{ community: CommunityRecord }>(readStatement, [
    deps.storeId,
    memberId,
    id,
    code,
  ])
  return row?.community ?? null
}
