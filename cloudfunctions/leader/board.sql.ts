/** What the board of one sale draws beside its row, in one statement: who has not paid, the goods, what it will earn. */
import type { Picture } from '@/contract/views'
import type { OrderId, SaleId, SkuId } from '@/domain/ids'
import type { Deps } from '../runtime/deps'
import type { Scope } from './find-sale'

export type UnpaidRow = {
  readonly orderId: OrderId
  readonly name: string
  readonly avatar: string | null
  readonly items: readonly { label: string; quantity: number }[]
  readonly totalFen: number
  readonly placedAt: number
  readonly payDeadlineAt: number
  readonly nudgedAt: number | null
}

export type BoardGoods = {
  readonly skuId: SkuId
  readonly title: string
  readonly label: string
  readonly picture: Picture
  readonly orders: number
  readonly sold: number
  readonly received: number | null
  readonly cut: number
  readonly isDecided: boolean
}

export type BoardDetail = {
  readonly unpaid: readonly UnpaidRow[]
  readonly goods: readonly BoardGoods[]
  readonly estimatedFen: number
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`

/** $1 the store, $2 the sale, $3 the pick-up points or null. Who left the shop keeps the name on their order. */
const statement = {
  name: 'leader.board',
  text: `
with here as materialized (
  select t.order_id, t.number, t.placed_at, t.paid_at, t.nudged_at, t.for_name, o.trade, o.total_fen, o.pay_deadline_at, o.buyer_name, o.member_id
  from sale_order t join orders o on o.store_id = $1 and o.id = t.order_id
  where t.store_id = $1 and t.sale_id = $2 and ($3::text[] is null or o.pickup_point_id = any($3::text[]))
)
select (
  select coalesce(json_agg(json_build_object('orderId', h.order_id, 'name', coalesce(h.for_name, m.name, h.buyer_name), 'avatar', m.avatar,
    'totalFen', h.total_fen, 'placedAt', ${ms('h.placed_at')}, 'payDeadlineAt', ${ms('h.pay_deadline_at')}, 'nudgedAt', ${ms('h.nudged_at')},
    'items', (select coalesce(json_agg(json_build_object('label', coalesce(sl.label, l.title), 'quantity', l.quantity) order by l.line_no), '[]')
      from order_line l left join sale_line sl on sl.store_id = $1 and sl.sale_id = $2 and sl.sku_id = l.sku_id
      where l.store_id = $1 and l.order_id = h.order_id)) order by h.pay_deadline_at, h.order_id), '[]')
  from here h left join member m on m.store_id = $1 and m.id = h.member_id and m.deleted_at is null
  where h.trade = 'awaiting-payment'
) as unpaid, (
  select coalesce(json_agg(json_build_object('skuId', sl.sku_id, 'title', p.title, 'label', sl.label,
    'picture', coalesce(k.picture, p.pictures -> 0), 'orders', coalesce(x.orders, 0), 'sold', coalesce(x.sold, 0), 'cut', coalesce(x.cut, 0),
    'received', case when $3::text[] is null then sl.received end,
    'isDecided', exists (select from shortage d where d.store_id = $1 and d.sale_id = $2 and d.sku_id = sl.sku_id)) order by sl.position), '[]')
  from sale_line sl
  join sku k on k.store_id = $1 and k.id = sl.sku_id
  join product p on p.store_id = $1 and p.id = sl.product_id
  left join (
    select l.sku_id, sum(l.quantity - l.refunded_quantity + coalesce(c.cut, 0))::int as sold, coalesce(sum(c.cut), 0)::int as cut,
      count(distinct l.order_id) filter (where l.quantity - l.refunded_quantity + coalesce(c.cut, 0) > 0)::int as orders
    from here h
    join order_line l on l.store_id = $1 and l.order_id = h.order_id
    left join shortage_cut c on c.store_id = $1 and c.sale_id = $2 and c.line_id = l.id
    where h.paid_at is not null and h.number is not null
    group by l.sku_id
  ) x on x.sku_id = sl.sku_id
  where sl.store_id = $1 and sl.sale_id = $2
) as goods, (
  select coalesce(sum(e.amount_fen), 0)::bigint
  from here h join earning e on e.store_id = $1 and e.order_id = h.order_id
  join sale s on s.store_id = $1 and s.id = $2 and s.leader_id = e.leader_id
  where e.kind = 'commission' and e.state in ('estimated', 'accrued', 'held')
) as "estimatedFen"`,
}

export const readBoardDetail = async (deps: Deps, saleId: SaleId, scope: Scope): Promise<BoardDetail> => {
  const [detail] = await deps.database.run<BoardDetail>(statement, [deps.storeId, saleId, scope && [...scope]])
  if (!detail) throw new Error('a board is one row')
  return detail
}
