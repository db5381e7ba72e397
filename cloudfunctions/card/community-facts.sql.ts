/** What a community's card and poster say, and where the drawn card is kept. */
import type { CommunityState } from '@/domain/community/community'
import type { CommunityId, MemberId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import type { Person } from './drawable-face'
import { saleLinesSql, type SaleLineRow } from './sale-lines'
import { setCard } from './set-card.sql'

export type CommunityFactsRow = {
  communityId: CommunityId
  state: CommunityState
  name: string
  storeName: string
  /** Null where the leader deleted themselves. */
  leader: Person | null
  members: number
  cardPicture: string | null
  /** Open and begun, the first to end. */
  sale: { title: string; endsAt: number; lines: readonly SaleLineRow[] } | null
}

const facts = `
select c.id as "communityId", c.state, c.name, t.name as "storeName", c.card_picture as "cardPicture",
  (select jsonb_build_object('name', l.name, 'avatar', l.avatar) from member l
    where l.store_id = $1 and l.id = c.leader_id and l.deleted_at is null) as leader,
  (select count(*)::int from community_member n where n.store_id = $1 and n.community_id = c.id and n.state <> 'left') as members,
  (select jsonb_build_object('title', s.title, 'endsAt', (extract(epoch from s.ends_at) * 1000)::bigint, 'lines', (${saleLinesSql}))
    from sale s where s.store_id = $1 and s.community_id = c.id and s.state = 'open' and s.starts_at <= $2 and s.ends_at > $2
    order by s.ends_at, s.id limit 1) as sale`

const readStatement = {
  name: 'card.read-community-facts',
  text: `${facts} from community c join store t on t.id = $1 where c.store_id = $1 and c.id = $3`,
}

export const readCommunityFacts = async (
  deps: Deps,
  communityId: string,
  now: EpochMs,
): Promise<CommunityFactsRow | null> =>
  (await deps.database.run<CommunityFactsRow>(readStatement, [deps.storeId, new Date(now), communityId]))[0] ?? null

const readPosterStatement = {
  name: 'card.read-community-poster-facts',
  text: `
${facts}, m.name as "recommendedBy"
from share h
join member m on m.store_id = $1 and m.id = h.member_id
join community c on c.store_id = $1 and c.id = h.community_id
join store t on t.id = $1
where h.store_id = $1 and h.code = $3 and h.member_id = $4 and h.community_id <> '' and h.sale_id = ''`,
}

export type CommunityPosterFactsRow = CommunityFactsRow & { recommendedBy: string }

/** Null where the code is not this member's own, or stands for no community. */
export const readCommunityPosterFacts = async (
  deps: Deps,
  code: string,
  memberId: MemberId,
): Promise<CommunityPosterFactsRow | null> =>
  (
    await deps.database.run<CommunityPosterFactsRow>(readPosterStatement, [
      deps.storeId,
      new Date(deps.now()),
      code,
      memberId,
    ])
  )[0] ?? null

/** `asOf`: everything until then is on the picture. */
export const setCommunityCard = (
  deps: Deps,
  { communityId }: CommunityFactsRow,
  asOf: EpochMs,
  url: string,
): Promise<boolean> => setCard(deps, 'community', { id: communityId, version: new Date(asOf), url })
