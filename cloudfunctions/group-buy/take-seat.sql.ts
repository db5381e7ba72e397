/**
 * The guarded statement of `order/place-order.sql.ts` for orders in groups: it also keeps the seat and takes the pieces out
 * of the campaign's share, and locks a coupon that goes together with groups. Everything or nothing, one order or many.
 * Locks are taken as everywhere: groups by id, deals, prices by campaign and SKU, stock by SKU. The last guards are `group_full`, `group_one_seat`, `group_limit_reached`,
 * `group_share_short`, `sku_short` and `order_request_repeated`; a group that has ended meanwhile ends the statement by a
 * division by zero.
 */
import type { Selectable } from 'kysely'
import { dealCtes, dealParams, dealsHeld, dealsLocked } from '../order/lock-deals.sql'
import type { OrderRows } from '../order/order-rows'
import { insertCtes, insertParams } from '../order/place-order.sql'
import { retryConflicts } from '../runtime/db/errors'
import type { Tables } from '../runtime/db/tables'
import { together } from '../runtime/together'

export type GroupRow = Selectable<Tables['group_buy']>
export type SeatRow = Selectable<Tables['group_seat']>

export type SeatTaking = {
  readonly rows: OrderRows
  readonly seat: SeatRow
  /** The group itself where it is opened by this order. */
  readonly opens: GroupRow | null
  readonly hold: { readonly skuId: string; readonly pieces: number }
}

const DEALS = 14

const takeSeatStatement = {
  name: 'group-buy.take-seat',
  text: `
with groups as materialized (
  select id from group_buy where store_id = $1 and id = any($6::text[]) order by id for update
), seated as (
  update group_buy g set reserved = g.reserved + q.seats, version = g.version + q.seats
  from unnest($6::text[], $7::int[]) as q (id, seats)
  where g.store_id = $1 and g.id = any($6::text[]) and g.id = q.id and g.id in (select id from groups)
    and g.state = 'open' and g.deadline_at > $8::timestamptz
  returning g.id
), ${dealCtes(DEALS, '(select count(*) from seated) >= 0')}, prices as materialized (
  select campaign_id, sku_id from group_price
  where store_id = $1 and (campaign_id, sku_id) in (select * from unnest($9::text[], $10::text[])) and ${dealsLocked}
  order by campaign_id, sku_id for update
), shared as (
  update group_price p set taken = p.taken + q.pieces
  from unnest($9::text[], $10::text[], $11::int[]) as q (campaign_id, sku_id, pieces)
  where p.store_id = $1 and p.campaign_id = any($9::text[]) and p.campaign_id = q.campaign_id and p.sku_id = q.sku_id
    and (q.campaign_id, q.sku_id) in (select campaign_id, sku_id from prices)
  returning p.sku_id
), locked as materialized (
  select sku_id from stock
  where store_id = $1 and bucket = 0 and sku_id = any($12::text[]) and (select count(*) from shared) >= 0
  order by sku_id for update
), held as (
  update stock s set available = s.available - q.pieces
  from unnest($12::text[], $13::int[]) as q (sku_id, pieces)
  where s.store_id = $1 and s.bucket = 0 and s.sku_id = any($12::text[]) and s.sku_id = q.sku_id
    and q.sku_id in (select sku_id from locked)
  returning s.sku_id
), ${insertCtes}, opened as (
  insert into group_buy select * from jsonb_populate_recordset(null::group_buy, $4::jsonb)
), taken as (
  insert into group_seat select * from jsonb_populate_recordset(null::group_seat, $5::jsonb)
)
select 1 / (case when (select count(*) from seated) = cardinality($6::text[])
  and (select count(*) from shared) = cardinality($10::text[])
  and (select count(*) from held) = cardinality($12::text[])
  and ${dealsHeld(DEALS)} then 1 else 0 end) as held`,
}

/** Adds up what meets under one key; keys stay in the order first named. */
const sums = <T>(items: readonly T[], key: (item: T) => string, amount: (item: T) => number): Map<string, number> => {
  const totals = new Map<string, number>()
  for (const item of items) totals.set(key(item), (totals.get(key(item)) ?? 0) + amount(item))
  return totals
}

/** Resolves when the order and its seat are committed; rejects with the database's error if they are not there. */
export const takeSeat = together<SeatTaking, void>(async (deps, takings) => {
  const seats = sums(
    takings.filter((t) => t.opens === null),
    (t) => t.seat.group_id,
    () => 1,
  )
  const shares = sums(
    takings,
    (t) => `${t.seat.campaign_id} ${t.hold.skuId}`,
    (t) => t.hold.pieces,
  )
  const holds = sums(
    takings,
    (t) => t.hold.skuId,
    (t) => t.hold.pieces,
  )
  const params = [
    ...insertParams(takings.map((t) => t.rows)),
    JSON.stringify(takings.flatMap((t) => t.opens ?? [])),
    JSON.stringify(takings.map((t) => t.seat)),
    [...seats.keys()],
    [...seats.values()],
    new Date(deps.now()),
    [...shares.keys()].map((key) => key.split(' ')[0]),
    [...shares.keys()].map((key) => key.split(' ')[1]),
    [...shares.values()],
    [...holds.keys()],
    [...holds.values()],
    ...dealParams(
      takings.map(({ rows }) => ({ rows, flash: [] })),
      deps.now(),
    ),
  ]
  await retryConflicts(() => deps.database.run(takeSeatStatement, params))
  return takings.map(() => undefined)
})
