/** A group sale in a list, as one JSON object; the price of now is worked out from its tiers by the rule, not by SQL. */
import type { SaleCard } from '@/contract/sale'
import type { Picture } from '@/contract/views'
import type { CommunityId, SaleId } from '@/domain/ids'
import { fen } from '@/domain/money'
import type { SaleState } from '@/domain/sale/sale'
import { reachedPrice, type TieredPrice } from '@/domain/sale/tier'
import { epochMs } from '@/domain/time'

export type SaleCardRow = {
  readonly id: SaleId
  readonly title: string
  readonly state: SaleState
  readonly communityId: CommunityId | null
  readonly community: string | null
  readonly leader: { name: string; avatar: string | null } | null
  readonly startsAt: number
  readonly endsAt: number
  readonly handOverFromAt: number
  readonly people: number
  readonly lines: readonly (TieredPrice & { reachedUnits: number; picture: Picture | null })[] | null
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`

/** JSON cards of `rows` (of `sale`, named `s`), in the order of `order`; $1 is the store. */
export const saleCardsSql = (rows: string, order: string): string => `
select json_agg(json_build_object('id', s.id, 'title', s.title, 'state', s.state, 'communityId', s.community_id,
  'community', (select name from community c where c.store_id = $1 and c.id = s.community_id),
  'leader', (select json_build_object('name', m.name, 'avatar', m.avatar) from member m
    where m.store_id = $1 and m.id = s.leader_id and m.deleted_at is null),
  'startsAt', ${ms('s.starts_at')}, 'endsAt', ${ms('s.ends_at')}, 'handOverFromAt', ${ms('s.hand_over_from_at')},
  'people', (select count(*)::int from sale_order so
    where so.store_id = $1 and so.sale_id = s.id and so.paid_at is not null and so.gone_at is null),
  'lines', (select json_agg(json_build_object('priceFen', l.price_fen, 'tiers', l.tiers, 'reachedUnits', l.reached_units,
      'picture', p.pictures -> 0) order by l.position)
    from sale_line l join product p on p.store_id = $1 and p.id = l.product_id
    where l.store_id = $1 and l.sale_id = s.id)) order by ${order})
from (${rows}) s`

const PICTURES = 4

export const saleCard = (row: SaleCardRow): SaleCard => {
  const lines = row.lines ?? []
  return {
    id: row.id,
    title: row.title,
    state: row.state,
    community: row.communityId && row.community !== null ? { id: row.communityId, name: row.community } : null,
    leader: row.leader,
    startsAt: epochMs(row.startsAt),
    endsAt: epochMs(row.endsAt),
    handOverFromAt: epochMs(row.handOverFromAt),
    pictures: lines.flatMap(({ picture }) => picture ?? []).slice(0, PICTURES),
    lines: lines.length,
    people: row.people,
    priceFromFen: fen(lines.length === 0 ? 0 : Math.min(...lines.map((l) => reachedPrice(l, l.reachedUnits)))),
  }
}
