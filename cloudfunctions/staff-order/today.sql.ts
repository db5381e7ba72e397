/** Figures of the day's board. A scope of pick-up points narrows all of them. */
import type { OrderId, SkuId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'
import { DAY } from '@/domain/time'
import type { Picture } from '@/contract/views'
import type { Deps } from '../runtime/deps'
import { groupKinds, sendsGroupRefund } from '../staff-group-buy/refund-state.sql'

type Scope = readonly string[] | null

export type Figures = {
  paidFen: number
  paidOrders: number
  newBuyers: number
  weekPaidFen: number
  weekRefundedFen: number
}

const inScope = `($2::text[] is null or o.pickup_point_id = any($2))`

const figuresStatement = {
  name: 'today.figures',
  text: `
with paid as (
  select o.member_id, o.paid_fen, o.paid_at from orders o where o.store_id = $1 and ${inScope} and o.paid_at >= $3 and o.paid_at < $4
)
select coalesce(sum(paid_fen), 0)::bigint as "paidFen", count(*)::int as "paidOrders",
  (select count(distinct p.member_id)::int from paid p where p.member_id is not null and not exists (
    select 1 from orders e where e.store_id = $1 and e.member_id = p.member_id and e.paid_at < $3)) as "newBuyers",
  (select coalesce(sum(o.paid_fen), 0)::bigint from orders o where o.store_id = $1 and ${inScope} and o.paid_at >= $5 and o.paid_at < $4) as "weekPaidFen",
  (select coalesce(sum(o.refunded_fen), 0)::bigint from orders o where o.store_id = $1 and ${inScope} and o.paid_at >= $5 and o.paid_at < $4) as "weekRefundedFen"
from paid`,
}

export const readFigures = async (deps: Deps, scope: Scope, from: EpochMs, until: EpochMs): Promise<Figures> => {
  const [row] = await deps.database.run<Figures>(figuresStatement, [
    deps.storeId,
    scope,
    new Date(from),
    new Date(until),
    new Date(until - 7 * DAY),
  ])
  if (!row) throw new Error('the figures query answered no row')
  return row
}

const hoursStatement = {
  name: 'today.hours',
  text: `
select extract(hour from o.paid_at at time zone interval '8 hours')::int as hour, o.paid_at >= $3 as "isToday", sum(o.paid_fen)::bigint as "paidFen"
from orders o
where o.store_id = $1 and ${inScope}
  and ((o.paid_at >= $3 and o.paid_at < $3 + interval '1 day') or (o.paid_at >= $3 - interval '7 days' and o.paid_at < $3 - interval '6 days'))
group by 1, 2`,
}

export const readHours = (
  deps: Deps,
  scope: Scope,
  today: EpochMs,
): Promise<{ hour: number; isToday: boolean; paidFen: number }[]> =>
  deps.database.run(hoursStatement, [deps.storeId, scope, new Date(today)])

export type TodayFacts = {
  ship: { orders: number; totalFen: number; endAt: number; firstOrderId: OrderId } | null
  ready: readonly { pickupPoint: string; orders: number; endAt: number }[]
  /** Without the refunds of groups, which have a ledger and a row of their own. */
  dead: { letters: number; topic: string } | null
  groupRefunds: { refunds: number; totalFen: number } | null
  retry: { refunds: number; totalFen: number; nextTryAt: number } | null
  low: readonly { skuId: SkuId; title: string; options: readonly string[]; picture: Picture; available: number }[]
  lowCount: number
  top: readonly { title: string; picture: Picture; pieces: number; paidFen: number }[]
  opened: number
  carted: number
  placed: number
  paid: number
}

const ms = (expression: string): string => `(extract(epoch from ${expression}) * 1000)::bigint`

const todayStatement = {
  name: 'today.facts',
  text: `
with due as materialized (
  select o.id, o.total_fen, o.ship_deadline_at, o.delivery_kind, o.pickup_point_id from orders o
  where o.store_id = $1 and ${inScope} and o.trade = 'fulfilling' and o.fulfilment in ('to-ship', 'part-shipped')
), low as materialized (
  select s.id, p.title, s.options, coalesce(s.picture, p.pictures -> 0) as picture, st.available
  from stock st join sku s on s.store_id = st.store_id and s.id = st.sku_id join product p on p.store_id = s.store_id and p.id = s.product_id
  where st.store_id = $1 and p.status = 'on' and not s.is_off and st.bucket = 0
    and st.available <= coalesce((select (settings ->> 'lowStockAt')::int from store where id = $1), 10)
)
select
  (select json_build_object('orders', count(*), 'totalFen', sum(total_fen), 'endAt', ${ms('min(ship_deadline_at)')},
      'firstOrderId', (array_agg(id order by ship_deadline_at))[1])
    from due where delivery_kind <> 'pickup' having count(*) > 0) as ship,
  coalesce((select json_agg(json_build_object('pickupPoint', r.name, 'orders', r.orders, 'endAt', r.end_at)) from (
    select pp.name, count(*) as orders, ${ms('min(d.ship_deadline_at)')} as end_at
    from due d join pickup_point pp on pp.store_id = $1 and pp.id = d.pickup_point_id where d.delivery_kind = 'pickup' group by pp.name) r), '[]') as ready,
  (select json_build_object('letters', count(*), 'topic', min(b.topic)) from outbox b
    where b.store_id = $1 and b.state = 'dead' and not ${sendsGroupRefund} having count(*) > 0) as dead,
  (select json_build_object('refunds', count(*), 'totalFen', sum(r.amount_fen))
    from refund r join orders o on o.store_id = r.store_id and o.id = r.order_id
    where r.store_id = $1 and ${inScope} and r.kind in (${groupKinds}) and r.state in ('wanted', 'sent', 'failed')
      and (r.state = 'failed' or exists (
        select from outbox b where b.store_id = r.store_id and b.subject = r.id and b.topic = 'refund.send' and b.state = 'dead'))
    having count(*) > 0) as "groupRefunds",
  (select json_build_object('refunds', count(*), 'totalFen', sum(r.amount_fen), 'nextTryAt', ${ms('min(b.next_try_at)')})
    from outbox b join refund r on r.store_id = b.store_id and r.id = b.subject
    where b.store_id = $1 and b.state = 'waiting' and b.topic = 'refund.send' and b.last_error is not null
      and not (r.kind in (${groupKinds}) and r.state = 'failed') having count(*) > 0) as retry,
  coalesce((select json_agg(json_build_object('skuId', id, 'title', title, 'options', options, 'picture', picture, 'available', available) order by available, id)
    from (select * from low order by available, id limit 8) l), '[]') as low,
  (select count(*)::int from low) as "lowCount",
  coalesce((select json_agg(json_build_object('title', t.title, 'picture', t.picture, 'pieces', t.pieces, 'paidFen', t.paid_fen) order by t.paid_fen desc) from (
    select min(l.title) as title, (array_agg(l.picture))[1] as picture, sum(l.quantity) as pieces, sum(l.paid_fen) as paid_fen
    from orders o join order_line l on l.store_id = o.store_id and l.order_id = o.id
    where o.store_id = $1 and ${inScope} and o.paid_at >= $3 group by l.product_id order by sum(l.paid_fen) desc limit 5) t), '[]') as top,
  (select count(distinct member_id)::int from product_visit where store_id = $1 and day = ($3::timestamptz at time zone interval '8 hours')::date) as opened,
  (select count(distinct member_id)::int from (
     select member_id from cart_line where store_id = $1 and added_at >= $3
     union select o.member_id from orders o where o.store_id = $1 and o.placed_at >= $3) c) as carted,
  (select count(distinct o.member_id)::int from orders o where o.store_id = $1 and ${inScope} and o.placed_at >= $3 and o.placed_at < $4) as placed,
  (select count(distinct o.member_id)::int from orders o where o.store_id = $1 and ${inScope} and o.paid_at >= $3) as paid`,
}

export const readToday = async (deps: Deps, scope: Scope, today: EpochMs, now: EpochMs): Promise<TodayFacts> => {
  const [row] = await deps.database.run<TodayFacts>(todayStatement, [
    deps.storeId,
    scope,
    new Date(today),
    new Date(now),
  ])
  if (!row) throw new Error('the day query answered no row')
  return row
}
