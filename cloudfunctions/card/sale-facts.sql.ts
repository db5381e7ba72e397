/** What a group sale's card says, and where the drawn card is kept. */
import type { Picture } from '@/contract/views'
import type { SaleId } from '@/domain/ids'
import type { SaleState } from '@/domain/sale/sale'
import type { TieredPrice } from '@/domain/sale/tier'
import type { Deps } from '../runtime/deps'
import { setCard } from './set-card.sql'

export type SaleFactsRow = {
  saleId: SaleId
  version: number
  state: SaleState
  title: string
  /** Null for the store's own sale. */
  community: string | null
  storeName: string
  endsAt: Date
  handOverFromAt: Date
  /** Null: the courier brings it. */
  pickupPointIds: readonly string[] | null
  cardPicture: string | null
  cardVersion: number | null
  /** Paid entries of the chain. */
  people: number
  lines: readonly (TieredPrice & { reachedUnits: number; picture: Picture | null })[]
}

const statement = {
  name: 'card.read-sale-facts',
  text: `
select s.id as "saleId", s.version, s.state, s.title, c.name as community, t.name as "storeName", s.ends_at as "endsAt",
  s.hand_over_from_at as "handOverFromAt", s.pickup_point_ids as "pickupPointIds", s.card_picture as "cardPicture",
  s.card_version as "cardVersion",
  (select count(*)::int from sale_order o where o.store_id = $1 and o.sale_id = s.id and o.paid_at is not null and o.gone_at is null) as people,
  (select coalesce(jsonb_agg(jsonb_build_object('priceFen', l.price_fen, 'tiers', l.tiers, 'reachedUnits', l.reached_units,
      'picture', coalesce(k.picture, p.pictures -> 0)) order by l.position), '[]')
    from sale_line l
    join sku k on k.store_id = $1 and k.id = l.sku_id
    join product p on p.store_id = $1 and p.id = l.product_id
    where l.store_id = $1 and l.sale_id = s.id) as lines
from sale s
join store t on t.id = $1
left join community c on c.store_id = $1 and c.id = s.community_id
where s.store_id = $1 and s.id = $2 and s.state <> 'draft'`,
}

/** Null for a draft, or none: there is nothing to show. */
export const readSaleFacts = async (deps: Deps, saleId: string): Promise<SaleFactsRow | null> =>
  (await deps.database.run<SaleFactsRow>(statement, [deps.storeId, saleId]))[0] ?? null

export const setSaleCard = (deps: Deps, { saleId, version }: SaleFactsRow, url: string): Promise<boolean> =>
  setCard(deps, 'sale', { id: saleId, version, url })
