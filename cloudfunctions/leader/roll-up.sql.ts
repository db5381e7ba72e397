/** Everything a roll-up is made of, in one statement, however many orders the sale has. */
import type { Picture, PickupPointView } from '@/contract/views'
import type { PickupPointId, ProductId, SaleId, SkuId } from '@/domain/ids'
import type { SaleState } from '@/domain/sale/sale'
import type { Tier } from '@/domain/sale/tier'
import type { Deps } from '../runtime/deps'
import { pointJson } from '../runtime/pickup-point.sql'
import type { Scope } from './find-sale'
import { soldLinesJson, type PackedLine } from './sold-lines.sql'

export type RollUpFacts = {
  leaderId: string | null
  title: string
  state: SaleState
  /** As the sale names them, the driver's order. */
  pointIds: readonly PickupPointId[] | null
  points: readonly PickupPointView[]
  goods: readonly GoodsFacts[]
  sold: readonly PackedLine[]
  paidFen: number
  unpaid: number
  floorBp: number | null
}

export type GoodsFacts = {
  skuId: SkuId
  productId: ProductId
  title: string
  options: readonly string[]
  picture: Picture
  label: string
  priceFen: number
  tiers: readonly Tier[]
  reachedUnits: number
  received: number | null
  shopFen: number
  floorFen: number | null
  available: number
}

const statement = {
  name: 'leader.roll-up',
  text: `
select s.leader_id as "leaderId", s.title, s.state, s.pickup_point_ids as "pointIds",
  (select coalesce(json_agg(${pointJson}), '[]') from pickup_point p
    where p.store_id = $1 and p.id = any(s.pickup_point_ids) and ($3::text[] is null or p.id = any($3::text[]))) as points,
  (select coalesce(json_agg(json_build_object('skuId', sl.sku_id, 'productId', sl.product_id, 'title', p.title, 'options', k.options,
      'picture', coalesce(k.picture, p.pictures -> 0), 'label', sl.label, 'priceFen', sl.price_fen, 'tiers', sl.tiers,
      'reachedUnits', sl.reached_units, 'received', sl.received, 'shopFen', k.price_fen, 'floorFen', k.floor_fen,
      'available', greatest(0, least(999, (select sum(available) from stock where store_id = $1 and sku_id = k.id)))) order by sl.position), '[]')
    from sale_line sl
    join sku k on k.store_id = sl.store_id and k.id = sl.sku_id
    join product p on p.store_id = k.store_id and p.id = k.product_id
    where sl.store_id = $1 and sl.sale_id = s.id) as goods,
  ${soldLinesJson} as sold,
  m.kept as "paidFen", m.unpaid,
  (select floor_bp from commission_terms where store_id = $1) as "floorBp"
from sale s
cross join lateral (
  select coalesce(sum(o.paid_fen - o.refunded_fen), 0)::bigint as kept, count(*) filter (where o.trade = 'awaiting-payment')::int as unpaid
  from orders o where o.store_id = $1 and o.sale_id = s.id and ($3::text[] is null or o.pickup_point_id = any($3::text[]))
) m
where s.store_id = $1 and s.id = ($2::text[])[1]`,
}

export const readRollUp = async (deps: Deps, saleId: SaleId, scope: Scope): Promise<RollUpFacts | null> =>
  (await deps.database.run<RollUpFacts>(statement, [deps.storeId, [saleId], scope && [...scope]]))[0] ?? null
