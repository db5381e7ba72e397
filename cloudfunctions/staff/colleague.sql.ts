/** Locking and writing one colleague. The password travels as a hash and only ever into its column. */
import type { PickupPointId, StaffId } from '@/domain/ids'
import type { Standing } from '@/domain/staff/grant'
import type { Role } from '@/domain/staff/roles'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

export type Colleague = Standing & { readonly name: string; readonly username: string; readonly isDisabled: boolean }

export const lockColleague = async (trx: Trx, deps: Deps, staffId: StaffId): Promise<Colleague | null> => {
  const row = await trx
    .selectFrom('staff')
    .select(['name', 'username', 'role', 'pickup_point_ids', 'is_disabled'])
    .where('store_id', '=', deps.storeId)
    .where('id', '=', staffId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  return {
    name: row.name,
    username: row.username,
    role: row.role as Role,
    pickupPointIds: row.pickup_point_ids as PickupPointId[] | null,
    isDisabled: row.is_disabled,
  }
}

/** Ids ascending, so that two who remove owners at once wait for each other and the second sees what the first did. */
export const lockActiveOwners = async (trx: Trx, deps: Deps): Promise<StaffId[]> => {
  const rows = await trx
    .selectFrom('staff')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('role', '=', 'owner')
    .where('is_disabled', '=', false)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((row) => row.id as StaffId)
}

const columns = ({ name, username, role, pickupPointIds, isDisabled }: Colleague) => ({
  name,
  username,
  role,
  pickup_point_ids: pickupPointIds && [...pickupPointIds],
  is_disabled: isDisabled,
})

/** A new colleague has to change the password they were given. Throws on `staff_username_taken`. */
export const addColleague = async (
  trx: Trx,
  deps: Deps,
  id: StaffId,
  colleague: Colleague,
  passwordHash: string,
): Promise<void> => {
  await trx
    .insertInto('staff')
    .values({
      store_id: deps.storeId,
      id,
      ...columns(colleague),
      password_hash: passwordHash,
      must_change_password: true,
      created_at: new Date(deps.now()),
    })
    .execute()
}

/** Throws on `staff_username_taken`. */
export const changeColleague = async (trx: Trx, deps: Deps, id: StaffId, colleague: Colleague): Promise<void> => {
  await trx
    .updateTable('staff')
    .set(columns(colleague))
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .execute()
}

/** Also ends a lock: whoever holds the new password is not the one who guessed. */
export const setPassword = async (
  trx: Trx,
  deps: Deps,
  id: StaffId,
  { passwordHash, isOneTime }: { passwordHash: string; isOneTime: boolean },
): Promise<void> => {
  await trx
    .updateTable('staff')
    .set({ password_hash: passwordHash, must_change_password: isOneTime, wrong_passwords: 0, locked_until: null })
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .execute()
}
