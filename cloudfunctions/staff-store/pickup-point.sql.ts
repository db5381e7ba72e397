/** Pick-up points, each with what waits there to be collected. */
import { sql } from 'kysely'
import type { StaffPickupPoint } from '@/contract/staff-store'
import type { PickupPointId } from '@/domain/ids'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

/** In the order shoppers see them. `scope` null = all. Paid orders that are not handed over yet are to be picked up. */
export const listPoints = async (
  db: Db | Trx,
  deps: Deps,
  scope: readonly PickupPointId[] | null,
): Promise<StaffPickupPoint[]> =>
  (
    await sql<StaffPickupPoint>`
      select p.id, p.name, p.keeper, p.keeper_phone as "keeperPhone", p.address, p.hours, p.latitude, p.longitude,
        p.walk_minutes as "walkMinutes", p.is_closed as "isClosed", coalesce(w.orders, 0) as "toPickUp"
      from pickup_point p
      left join (
        select pickup_point_id, count(*)::int as orders from orders
        where store_id = ${deps.storeId} and trade = 'fulfilling' and delivery_kind = 'pickup' and fulfilment in ('to-ship', 'ready')
        group by pickup_point_id
      ) w on w.pickup_point_id = p.id
      where p.store_id = ${deps.storeId} and (${scope === null}::boolean or p.id = any(${[...(scope ?? [])]}::text[]))
      order by p.is_closed, p.position, p.id`.execute(db)
  ).rows

export type PointFields = Omit<StaffPickupPoint, 'id' | 'toPickUp'>

export const lockPoint = async (trx: Trx, deps: Deps, id: PickupPointId): Promise<PointFields | null> =>
  (
    await sql<PointFields>`
      select name, keeper, keeper_phone as "keeperPhone", address, hours, latitude, longitude, walk_minutes as "walkMinutes",
        is_closed as "isClosed"
      from pickup_point where store_id = ${deps.storeId} and id = ${id} for update`.execute(trx)
  ).rows[0] ?? null

const columns = (point: PointFields) => ({
  name: point.name,
  keeper: point.keeper,
  keeper_phone: point.keeperPhone,
  address: point.address,
  hours: point.hours,
  latitude: point.latitude,
  longitude: point.longitude,
  walk_minutes: point.walkMinutes,
  is_closed: point.isClosed,
})

/** A new point comes last. */
export const addPoint = async (trx: Trx, deps: Deps, id: PickupPointId, point: PointFields): Promise<void> => {
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from pickup_point where store_id = ${deps.storeId})`
  await trx
    .insertInto('pickup_point')
    .values({ store_id: deps.storeId, id, ...columns(point), position })
    .execute()
}

export const changePoint = async (trx: Trx, deps: Deps, id: PickupPointId, point: PointFields): Promise<void> => {
  await trx
    .updateTable('pickup_point')
    .set(columns(point))
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .execute()
}

/** Paid and unpaid: whoever may still pay for this point may still come. */
export const countWaiting = async (trx: Trx, deps: Deps, id: PickupPointId): Promise<number> =>
  (
    await sql<{ orders: number }>`
      select count(*)::int as orders from orders
      where store_id = ${deps.storeId} and pickup_point_id = ${id} and delivery_kind = 'pickup'
        and (trade in ('awaiting-payment', 'awaiting-group') or (trade = 'fulfilling' and fulfilment in ('to-ship', 'ready')))`.execute(
      trx,
    )
  ).rows[0]?.orders ?? 0
