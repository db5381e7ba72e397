/** Reading the people of the staff. No statement here ever selects a password hash. */
import type { PickupPointId, StaffId } from '@/domain/ids'
import { permissionsOf, type Role } from '@/domain/staff/roles'
import { epochMs } from '@/domain/time'
import type { StaffMe, StaffRow } from '@/contract/staff'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

/** Who still has a one-time password holds no permission until they have changed it. */
export const readMe = async (db: Db | Trx, deps: Deps, staffId: StaffId): Promise<StaffMe> => {
  const row = await db
    .selectFrom('staff')
    .innerJoin('store', 'store.id', 'staff.store_id')
    .select(['staff.name', 'staff.username', 'staff.role', 'staff.pickup_point_ids', 'staff.must_change_password'])
    .select('store.name as storeName')
    .where('staff.store_id', '=', deps.storeId)
    .where('staff.id', '=', staffId)
    .executeTakeFirstOrThrow()
  const role = row.role as Role
  return {
    id: staffId,
    name: row.name,
    username: row.username,
    role,
    permissions: row.must_change_password ? [] : permissionsOf[role],
    pickupPointIds: row.pickup_point_ids as PickupPointId[] | null,
    storeName: row.storeName,
    mustChangePassword: row.must_change_password,
    isDemo: deps.config.isDemo,
  }
}

export const listStaff = async (db: Db | Trx, deps: Deps): Promise<StaffRow[]> => {
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'name', 'username', 'role', 'pickup_point_ids', 'is_disabled', 'last_seen_at'])
    .where('store_id', '=', deps.storeId)
    .orderBy('is_disabled')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id as StaffId,
    name: row.name,
    username: row.username,
    role: row.role as Role,
    pickupPointIds: row.pickup_point_ids as PickupPointId[] | null,
    isDisabled: row.is_disabled,
    lastSeenAt: row.last_seen_at && epochMs(row.last_seen_at.getTime()),
  }))
}

export const hasStaff = async (deps: Deps): Promise<boolean> =>
  (await deps.db.selectFrom('staff').select('id').where('store_id', '=', deps.storeId).executeTakeFirst()) !== undefined

export const storeName = async (deps: Deps): Promise<string> =>
  (await deps.db.selectFrom('store').select('name').where('id', '=', deps.storeId).executeTakeFirst())?.name ?? ''

/** True if every one of `ids` is a pick-up point of this store, open or closed. */
export const knowsPickupPoints = async (deps: Deps, ids: readonly PickupPointId[]): Promise<boolean> => {
  if (ids.length === 0) return true
  const rows = await deps.db
    .selectFrom('pickup_point')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('id', 'in', [...ids])
    .execute()
  return rows.length === new Set(ids).size
}
