/**
 * Parts of a guarded placing statement that hold what the buyer brings: coupons are locked, points frozen, pieces of a flash
 * sale taken out of its share and counted for their buyer. Locks are taken in this order everywhere, and before stock. The
 * last guards are `points_short`, `flash_limit_reached` and `flash_sold_out`; a coupon that another order has, or a slot that
 * is over, makes `dealsHeld` false.
 */
import type { Fen } from '@/domain/money'
import type { OrderRows } from './order-rows'

/** Pieces of one SKU bought in a slot; `most`: what its buyer may have. */
export type FlashTake = {
  readonly slotId: string
  readonly skuId: string
  readonly pieces: number
  readonly most: number
  readonly priceFen: Fen
}
export type DealPlacing = { readonly rows: OrderRows; readonly flash: readonly FlashTake[] }

/**
 * Common table expressions whose parameters begin at `first`; `after` is a condition that names what must be locked before.
 * `dealsLocked` is named by whoever locks next. Each part counts the one before: PostgreSQL looks at such a condition first, while
 * `in (select …)` is never asked where a part has nothing to do, and then stock was locked before coupons and points.
 */
export const dealCtes = (first: number, after = 'true'): string => {
  const p = (n: number): string => `$${first + n}`
  const [now, couponIds, orderIds, holders] = [p(0), p(1), p(2), p(3)]
  const [payers, points] = [p(4), p(5)]
  const [buyerSlots, buyerSkus, buyers, pieces, most] = [p(6), p(7), p(8), p(9), p(10)]
  const [slots, skus, taken, prices] = [p(11), p(12), p(13), p(14)]
  return `
own_coupons as materialized (
  select id from coupon where store_id = $1 and id = any(${couponIds}::text[]) and ${after} order by id for update
), coupons_locked as (
  update coupon c set state = 'locked', order_id = q.order_id
  from unnest(${couponIds}::text[], ${orderIds}::text[], ${holders}::text[]) as q (id, order_id, member_id)
  where c.store_id = $1 and c.id = any(${couponIds}::text[]) and c.id = q.id and (select count(*) from own_coupons) >= 0
    and c.member_id = q.member_id and c.state = 'claimed' and c.valid_from <= ${now}::timestamptz and c.expires_at > ${now}::timestamptz
  returning c.id
), own_points as materialized (
  select member_id from member_points
  where store_id = $1 and member_id = any(${payers}::text[]) and (select count(*) from coupons_locked) >= 0 order by member_id for update
), points_frozen as (
  update member_points m set balance = m.balance - q.points, frozen = m.frozen + q.points
  from unnest(${payers}::text[], ${points}::int[]) as q (member_id, points)
  where m.store_id = $1 and m.member_id = any(${payers}::text[]) and m.member_id = q.member_id
    and (select count(*) from own_points) >= 0
  returning m.member_id
), flash_counted as (
  insert into flash_buyer (store_id, slot_id, sku_id, member_id, pieces, most)
  select $1, q.slot_id, q.sku_id, q.member_id, q.pieces, q.most
  from unnest(${buyerSlots}::text[], ${buyerSkus}::text[], ${buyers}::text[], ${pieces}::int[], ${most}::int[])
    as q (slot_id, sku_id, member_id, pieces, most)
  where (select count(*) from points_frozen) >= 0 order by 2, 3, 4
  on conflict (store_id, slot_id, sku_id, member_id)
    do update set pieces = flash_buyer.pieces + excluded.pieces, most = excluded.most
  returning 1
), flash_goods as materialized (
  select slot_id, sku_id from flash_item
  where store_id = $1 and (slot_id, sku_id) in (select * from unnest(${slots}::text[], ${skus}::text[]))
    and (select count(*) from flash_counted) >= 0
  order by slot_id, sku_id for update
), flash_shared as (
  update flash_item i set taken = i.taken + q.pieces
  from unnest(${slots}::text[], ${skus}::text[], ${taken}::int[], ${prices}::bigint[]) as q (slot_id, sku_id, pieces, price_fen), flash_slot s
  where i.store_id = $1 and i.slot_id = any(${slots}::text[]) and i.slot_id = q.slot_id and i.sku_id = q.sku_id
    and i.price_fen = q.price_fen and (select count(*) from flash_goods) >= 0
    and s.store_id = $1 and s.id = q.slot_id and s.status = 'live'
    and s.starts_at <= ${now}::timestamptz and s.ends_at > ${now}::timestamptz
  returning i.sku_id
)`
}

/** A condition: who locks stock names it, so that stock is locked last. */
export const dealsLocked = `(select count(*) from flash_shared) >= 0`

/** A condition of the same statement: everything that was asked for is held. */
export const dealsHeld = (first: number): string => `
(select count(*) from coupons_locked) = cardinality($${first + 1}::text[])
  and (select count(*) from points_frozen) = cardinality($${first + 4}::text[])
  and (select count(*) from flash_shared) = cardinality($${first + 12}::text[])`

/** How many parameters `dealParams` makes. */
export const dealParams = (placings: readonly DealPlacing[], now: number): unknown[] => {
  const coupons = placings.flatMap(({ rows: { order } }) =>
    (order.deals?.couponIds ?? []).map((id) => [id, order.id, order.member_id] as const),
  )
  const points = sums(
    placings.filter(({ rows }) => rows.order.deals?.points),
    ({ rows }) => [rows.order.member_id ?? ''],
    ({ rows }) => rows.order.deals?.points ?? 0,
  )
  const takes = placings.flatMap(({ rows, flash }) =>
    flash.map((take) => ({ ...take, memberId: rows.order.member_id })),
  )
  const counts = sums(
    takes,
    (t) => [t.slotId, t.skuId, t.memberId ?? '', String(t.most)],
    (t) => t.pieces,
  )
  const shares = sums(
    takes,
    (t) => [t.slotId, t.skuId, String(t.priceFen)],
    (t) => t.pieces,
  )
  const column = (of: readonly Sum[], n: number) => of.map(({ key }) => key[n] ?? '')
  const amounts = (of: readonly Sum[]) => of.map(({ amount }) => amount)
  return [
    new Date(now),
    ...[0, 1, 2].map((n) => coupons.map((coupon) => coupon[n])),
    ...[column(points, 0), amounts(points)],
    ...[column(counts, 0), column(counts, 1), column(counts, 2), amounts(counts), column(counts, 3).map(Number)],
    ...[column(shares, 0), column(shares, 1), amounts(shares), column(shares, 2).map(Number)],
  ]
}

type Sum = { readonly key: readonly string[]; readonly amount: number }

/** Adds up what meets under one key; keys stay in the order first named. */
const sums = <T>(items: readonly T[], keyOf: (item: T) => readonly string[], amountOf: (item: T) => number): Sum[] => {
  const totals = new Map<string, Sum>()
  for (const item of items) {
    const key = keyOf(item)
    const name = key.join(' ')
    totals.set(name, { key, amount: (totals.get(name)?.amount ?? 0) + amountOf(item) })
  }
  return [...totals.values()]
}

/** What a guard of these parts is called when it says no. */
export const DEAL_GUARDS = ['points_short', 'flash_limit_reached', 'flash_sold_out']
