/** What packing slips and the driver's list are made of, in one statement for one sale or for several. */
import type { PickupPointView } from '@/contract/views'
import type { PickupPointId, SkuId, SaleId } from '@/domain/ids'
import type { Recipient } from '@/domain/sale/packing'
import type { Deps } from '../runtime/deps'
import { pointJson } from '../runtime/pickup-point.sql'
import type { Scope } from './find-sale'
import { bagOwner, soldLinesJson, type PackedLine } from './sold-lines.sql'

export type PackingFacts = {
  pointIds: readonly PickupPointId[] | null
  points: readonly PickupPointView[]
  labels: readonly (readonly [SkuId, string])[]
  sold: readonly PackedLine[]
  people: readonly Recipient[]
}

/** $1 the store, $2 sales, $3 the pick-up points or null. Whoever pays for a neighbour is not who stands at the door. */
const statement = {
  name: 'leader.packing',
  text: `
select
  (select array_agg(id order by sale, nth) from (
    select distinct on (x.id) x.id, s.id as sale, x.nth from sale s cross join lateral unnest(s.pickup_point_ids) with ordinality x (id, nth)
    where s.store_id = $1 and s.id = any($2::text[]) order by x.id, s.id, x.nth) p) as "pointIds",
  (select coalesce(json_agg(${pointJson}), '[]') from pickup_point p
    where p.store_id = $1 and ($3::text[] is null or p.id = any($3::text[]))
      and exists (select from sale s where s.store_id = $1 and s.id = any($2::text[]) and p.id = any(s.pickup_point_ids))) as points,
  (select coalesce(json_agg(json_build_array(sku_id, label) order by sale_id, position), '[]') from sale_line
    where store_id = $1 and sale_id = any($2::text[])) as labels,
  ${soldLinesJson} as sold,
  (select coalesce(json_agg(json_build_object('memberId', owner, 'name', name, 'phone', phone)), '[]') from (
    select distinct on (1) ${bagOwner} as owner, coalesce(so.for_name, o.buyer_name) as name,
      case when so.for_name is null then o.buyer_phone end as phone
    from sale_order so join orders o on o.store_id = so.store_id and o.id = so.order_id
    where so.store_id = $1 and so.sale_id = any($2::text[]) and so.number is not null
    order by 1, so.number) w) as people`,
}

export const readPacking = async (deps: Deps, saleIds: readonly SaleId[], scope: Scope): Promise<PackingFacts> => {
  const [facts] = await deps.database.run<PackingFacts>(statement, [deps.storeId, [...saleIds], scope && [...scope]])
  if (!facts) throw new Error('a packing list is one row')
  return facts
}
