/** What the rule of a group sale needs to know of one buyer and one sale. One statement for all who ask. */
import type { CommunityId, MemberId, OrderId, PickupPointId, SaleId, SkuId } from '@/domain/ids'
import type { OpenLine, Wanted } from '@/domain/sale/basket'
import type { SaleState } from '@/domain/sale/sale'
import { epochMs, type EpochMs } from '@/domain/time'
import type { CommissionRates } from '../earning/attribute-order'
import { together } from '../runtime/together'

export type SaleAsk = {
  readonly memberId: MemberId
  readonly saleId: SaleId
  readonly skuIds: readonly SkuId[]
  readonly draftCode: string | null
}

/** Written down by the leader for a neighbour. */
export type DraftPart = {
  readonly code: string
  readonly saleId: SaleId
  readonly forName: string
  readonly basket: readonly Wanted[]
  readonly pickupPointId: PickupPointId | null
  readonly state: 'open' | 'placed' | 'withdrawn' | 'lapsed'
  readonly orderId: OrderId | null
}

export type SalePart = {
  readonly id: SaleId
  readonly title: string
  readonly state: SaleState
  readonly communityId: CommunityId | null
  readonly leaderId: MemberId | null
  readonly startsAt: EpochMs
  readonly endsAt: EpochMs
  readonly handOverFromAt: EpochMs
  readonly handOverUntilAt: EpochMs
  readonly pickupPointIds: readonly PickupPointId[] | null
  /** Of the SKUs asked for, those that are in the sale. */
  readonly lines: readonly OpenLine[]
  readonly rates: CommissionRates
  readonly draft: DraftPart | null
}

type Instants = 'startsAt' | 'endsAt' | 'handOverFromAt' | 'handOverUntilAt'
type Row = { [K in keyof Omit<SalePart, 'rates'>]: K extends Instants ? number : SalePart[K] } & {
  storeBp: number
  leaderBp: number | null
  productBp: Record<string, number | null>
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`

const readSaleStatement = {
  name: 'sale.read-part',
  text: `
select s.id, s.title, s.state, s.community_id as "communityId", s.leader_id as "leaderId", s.pickup_point_ids as "pickupPointIds",
  ${ms('s.starts_at')} as "startsAt", ${ms('s.ends_at')} as "endsAt",
  ${ms('s.hand_over_from_at')} as "handOverFromAt", ${ms('s.hand_over_until_at')} as "handOverUntilAt",
  coalesce((select json_agg(json_build_object('skuId', l.sku_id, 'label', l.label, 'priceFen', l.price_fen, 'tiers', l.tiers,
      'stockLimit', l.stock_limit, 'perPerson', l.per_person, 'taken', l.taken, 'reachedUnits', l.reached_units,
      'held', coalesce(p.held, 0)))
    from sale_line l
    left join sale_person p on p.store_id = $1 and p.sale_id = l.sale_id and p.sku_id = l.sku_id and p.member_id = a.member_id
    where l.store_id = $1 and l.sale_id = s.id and l.sku_id = any($5::text[])), '[]') as lines,
  coalesce((select rate_bp from commission_terms where store_id = $1), 800) as "storeBp",
  (select rate_bp from leader where store_id = $1 and member_id = s.leader_id) as "leaderBp",
  coalesce((select json_object_agg(p.id, p.commission_bp)
    from sale_line l join product p on p.store_id = $1 and p.id = l.product_id
    where l.store_id = $1 and l.sale_id = s.id and l.sku_id = any($5::text[]) and p.commission_bp is not null), '{}') as "productBp",
  (select json_build_object('code', d.code, 'saleId', d.sale_id, 'forName', d.for_name, 'basket', d.basket,
      'pickupPointId', d.pickup_point_id, 'state', d.state, 'orderId', d.order_id)
    from neighbour_draft d where d.store_id = $1 and d.code = a.draft_code) as draft
from unnest($2::text[], $3::text[], $4::text[]) with ordinality as a (member_id, sale_id, draft_code, n)
left join sale s on s.store_id = $1 and s.id = a.sale_id
order by a.n`,
}

/** Null where there is no such sale; whether it can be seen is the rule's to say. */
export const readSalePart = together<SaleAsk, SalePart | null>(async ({ database, storeId }, asks) => {
  const rows = await database.run<Row | { id: null }>(readSaleStatement, [
    storeId,
    asks.map((ask) => ask.memberId),
    asks.map((ask) => ask.saleId),
    asks.map((ask) => ask.draftCode),
    [...new Set(asks.flatMap((ask) => ask.skuIds))],
  ])
  return rows.map((row) => (row.id === null ? null : partOf(row)))
})

const partOf = ({ storeBp, leaderBp, productBp, ...row }: Row): SalePart => ({
  ...row,
  startsAt: epochMs(row.startsAt),
  endsAt: epochMs(row.endsAt),
  handOverFromAt: epochMs(row.handOverFromAt),
  handOverUntilAt: epochMs(row.handOverUntilAt),
  rates: { storeBp, leaderBp, productBp },
})
