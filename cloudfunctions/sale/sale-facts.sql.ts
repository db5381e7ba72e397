/** What the rule of a group sale needs to know of one buyer and one sale. One statement for all who ask. */
import type { CommunityId, MemberId, OrderId, PickupPointId, SaleId, SkuId } from '@/domain/ids'
import type { OpenLine, Wanted } from '@/domain/sale/basket'
import type { SaleState } from '@/domain/sale/sale'
import { epochMs, type EpochMs } from '@/domain/time'
import type { CommissionRates } from '../earning/attribute-order'
import { USUAL_RATE } from '../earning/last-touch.sql'
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
/** What everybody who asks has in common, and what is each one's own. */
type SaleRow = {
  [K in keyof Omit<SalePart, 'rates' | 'draft' | 'lines'>]: K extends Instants ? number : SalePart[K]
} & {
  lines: readonly Omit<OpenLine, 'held'>[]
  leaderBp: number | null
  productBp: Record<string, number | null> | null
}
type OwnRow = { held: Record<SkuId, number> | null; draft: DraftPart | null }
type Row = { sales: readonly SaleRow[] | null; own: readonly OwnRow[]; storeBp: number }

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`

const readSalesStatement = {
  name: 'sale.read-parts',
  text: `
select
  (select json_agg(json_build_object('id', s.id, 'title', s.title, 'state', s.state, 'communityId', s.community_id,
      'leaderId', s.leader_id, 'pickupPointIds', s.pickup_point_ids, 'startsAt', ${ms('s.starts_at')}, 'endsAt', ${ms('s.ends_at')},
      'handOverFromAt', ${ms('s.hand_over_from_at')}, 'handOverUntilAt', ${ms('s.hand_over_until_at')},
      'lines', (select coalesce(json_agg(json_build_object('skuId', sku_id, 'label', label, 'priceFen', price_fen, 'tiers', tiers,
          'stockLimit', stock_limit, 'perPerson', per_person, 'taken', taken, 'reachedUnits', reached_units)), '[]')
        from sale_line where store_id = $1 and sale_id = s.id and sku_id = any($6::text[])),
      'leaderBp', (select rate_bp from leader where store_id = $1 and member_id = s.leader_id),
      'productBp', (select json_object_agg(p.id, p.commission_bp) from sale_line l
        join product p on p.store_id = $1 and p.id = l.product_id and p.commission_bp is not null
        where l.store_id = $1 and l.sale_id = s.id and l.sku_id = any($6::text[]))))
    from sale s where s.store_id = $1 and s.id = any($5::text[])) as sales,
  (select json_agg(json_build_object(
      -- a row by its whole key: with the SKUs as one array the plan walked all who are in the sale
      'held', (select json_object_agg(w.sku_id, t.held) from unnest($6::text[]) as w (sku_id) cross join lateral (
          select held from sale_person
          where store_id = $1 and sale_id = a.sale_id and sku_id = w.sku_id and member_id = a.member_id limit 1) t),
      'draft', case when a.draft_code is not null then (select json_build_object('code', code, 'saleId', sale_id, 'forName', for_name,
          'basket', basket, 'pickupPointId', pickup_point_id, 'state', state, 'orderId', order_id)
        from neighbour_draft where store_id = $1 and code = a.draft_code) end) order by a.n)
    from unnest($2::text[], $3::text[], $4::text[]) with ordinality as a (member_id, sale_id, draft_code, n)) as own,
  coalesce((select rate_bp from commission_terms where store_id = $1), ${USUAL_RATE}) as "storeBp"`,
}

/** Null where there is no such sale; whether it can be seen is the rule's to say. */
export const readSalePart = together<SaleAsk, SalePart | null>(async ({ database, storeId }, asks) => {
  const [row] = await database.run<Row>(readSalesStatement, [
    storeId,
    asks.map((ask) => ask.memberId),
    asks.map((ask) => ask.saleId),
    asks.map((ask) => ask.draftCode),
    [...new Set(asks.map((ask) => ask.saleId))],
    [...new Set(asks.flatMap((ask) => ask.skuIds))],
  ])
  if (!row) throw new Error('the sales query answered no row')
  const sales = new Map((row.sales ?? []).map((sale) => [sale.id, sale]))
  return asks.map(({ saleId, skuIds }, i) => {
    const [sale, own] = [sales.get(saleId), row.own[i]]
    return sale && own ? partOf(sale, own, skuIds, row.storeBp) : null
  })
})

const partOf = (
  { leaderBp, productBp, lines, ...sale }: SaleRow,
  { held, draft }: OwnRow,
  skuIds: readonly SkuId[],
  storeBp: number,
): SalePart => ({
  ...sale,
  startsAt: epochMs(sale.startsAt),
  endsAt: epochMs(sale.endsAt),
  handOverFromAt: epochMs(sale.handOverFromAt),
  handOverUntilAt: epochMs(sale.handOverUntilAt),
  lines: lines.flatMap((line) => (skuIds.includes(line.skuId) ? [{ ...line, held: held?.[line.skuId] ?? 0 }] : [])),
  rates: { storeBp, leaderBp, productBp: productBp ?? {} },
  draft,
})
