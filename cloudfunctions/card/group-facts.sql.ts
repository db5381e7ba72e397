/** What a group's card and poster say, and where the drawn card is kept. */
import type { Picture } from '@/contract/views'
import type { GroupState } from '@/domain/group-buy/group'
import type { GroupId, MemberId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { Deps } from '../runtime/deps'
import { setCard } from './set-card.sql'

export type GroupFactsRow = {
  groupId: GroupId
  version: number
  state: GroupState
  size: number
  minSize: number | null
  deadlineAt: Date | null
  filledAt: Date | null
  cardPicture: string | null
  cardVersion: number | null
  title: string
  fact: string | null
  picture: Picture | null
  storeName: string
  /** Of the SKU that costs least in the group. */
  priceFen: Fen
  aloneFen: Fen
  isFrom: boolean
  /** Leader first, then by the time they came; the name is null where somebody deleted themselves. */
  people: readonly { name: string | null; avatar: string | null }[]
}

const facts = `
select g.id as "groupId", g.version, g.state, g.size, g.min_size as "minSize", g.deadline_at as "deadlineAt",
  g.filled_at as "filledAt", g.card_picture as "cardPicture", g.card_version as "cardVersion",
  p.title, p.tags[1] as fact, p.pictures -> 0 as picture, s.name as "storeName",
  k.price_fen as "priceFen", k.alone_fen as "aloneFen", k.price_fen < k.highest as "isFrom", w.people`

/** After an expiry the seats are `refunded`, and still the people who had been there. */
const tables = `
join product p on p.store_id = $1 and p.id = g.product_id
join store s on s.id = $1
cross join lateral (
  select c.price_fen, u.price_fen as alone_fen, max(c.price_fen) over () as highest
  from (select sku_id, coalesce((g.prices ->> sku_id)::bigint, price_fen) as price_fen
    from group_price where store_id = $1 and campaign_id = g.campaign_id) c
  join sku u on u.store_id = $1 and u.id = c.sku_id and not u.is_off
  order by c.price_fen, u.position limit 1
) k
cross join lateral (
  select coalesce(jsonb_agg(jsonb_build_object('name', n.name, 'avatar', n.avatar)
    order by (t.member_id <> g.leader_id), t.confirmed_at, t.order_id), '[]') as people
  from group_seat t
  left join member n on n.store_id = $1 and n.id = t.member_id and n.deleted_at is null
  where t.store_id = $1 and t.group_id = g.id and t.state in ('confirmed', 'refunded') and t.confirmed_at is not null
) w`

const readGroupFactsStatement = {
  name: 'card.read-group-facts',
  text: `${facts} from group_buy g ${tables} where g.store_id = $1 and g.id = $2 and g.opened_at is not null`,
}

/** Null for a group that never opened, or none: there is nothing to show. */
export const readGroupFacts = async (deps: Deps, groupId: string): Promise<GroupFactsRow | null> =>
  (await deps.database.run<GroupFactsRow>(readGroupFactsStatement, [deps.storeId, groupId]))[0] ?? null

const readGroupPosterFactsStatement = {
  name: 'card.read-group-poster-facts',
  text: `
${facts}, m.name as "recommendedBy"
from share h
join member m on m.store_id = $1 and m.id = h.member_id
join group_buy g on g.store_id = $1 and g.id = h.group_id and g.opened_at is not null
${tables}
where h.store_id = $1 and h.code = $2 and h.member_id = $3 and h.group_id <> ''`,
}

export type GroupPosterFactsRow = GroupFactsRow & { recommendedBy: string }

/** Null where the code is not this member's own, or stands for no group. */
export const readGroupPosterFacts = async (
  deps: Deps,
  code: string,
  memberId: MemberId,
): Promise<GroupPosterFactsRow | null> =>
  (await deps.database.run<GroupPosterFactsRow>(readGroupPosterFactsStatement, [deps.storeId, code, memberId]))[0] ??
  null

/**
 * Puts a drawn card in its place unless a newer one stands there, and sends a letter to remove the file it replaced.
 * Answers whether the group shows this picture now.
 */
export const setGroupCard = (deps: Deps, { groupId, version }: GroupFactsRow, url: string): Promise<boolean> =>
  setCard(deps, 'group_buy', { id: groupId, version, url })
