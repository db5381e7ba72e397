/** What stands behind rows of commission: the order, the goods, how their price came about, and why the order is this leader's. */
import type { Attribution } from '@/domain/commission/attribution'
import type { OrderId } from '@/domain/ids'
import type { QuoteLine, QuoteStep } from '@/domain/pricing/quote'
import type { Picture } from '@/contract/views'
import type { Deps } from '../runtime/deps'

export type RowFacts = {
  readonly lineId: string
  readonly orderId: OrderId
  readonly number: string
  readonly placedAt: Date
  readonly title: string
  readonly picture: Picture
  readonly quantity: number
  readonly quoteLine: QuoteLine | null
  /** They know what promotions and coupons are called. */
  readonly steps: readonly QuoteStep[]
  readonly attribution: Attribution | null
  readonly buyerName: string | null
  /** The sale, the community, or what the card showed. */
  readonly place: string | null
}

const readFactsStatement = {
  name: 'earning.read-row-facts',
  text: `
select l.id as "lineId", o.id as "orderId", o.number, o.placed_at as "placedAt", l.title, l.picture, l.quantity,
  o.quote -> 'lines' -> (l.line_no - 1) as "quoteLine",
  coalesce(o.quote -> 'steps', '[]') as steps, o.attribution, m.name as "buyerName",
  coalesce(
    (select coalesce(c.name, s.title) from sale s left join community c on c.store_id = $1 and c.id = s.community_id
      where s.store_id = $1 and s.id = o.sale_id),
    (select name from community where store_id = $1 and id = o.attribution #>> '{touch,via,communityId}'),
    (select coalesce(s.title, c.name, p.title) from share h
      left join sale s on s.store_id = $1 and s.id = h.sale_id
      left join community c on c.store_id = $1 and c.id = h.community_id
      left join product p on p.store_id = $1 and p.id = h.product_id
      where h.store_id = $1 and h.code = o.attribution #>> '{touch,via,shareCode}')) as place
from unnest($2::text[], $3::text[]) as w (order_id, line_id)
join order_line l on l.store_id = $1 and l.order_id = w.order_id and l.id = w.line_id
join orders o on o.store_id = $1 and o.id = w.order_id
left join member m on m.store_id = $1 and m.id = o.member_id and m.deleted_at is null`,
}

/** By line. */
export const readRowFacts = async (
  deps: Deps,
  lines: readonly { readonly orderId: string; readonly lineId: string }[],
): Promise<Map<string, RowFacts>> => {
  if (lines.length === 0) return new Map()
  const params = [deps.storeId, lines.map((line) => line.orderId), lines.map((line) => line.lineId)]
  const rows = await deps.database.run<RowFacts>(readFactsStatement, params)
  return new Map(rows.map((row) => [row.lineId, row]))
}
