/** The first start of a shop without staff: one owner, with a password that is shown once and has to be changed. */
import type { StaffId } from '@/domain/ids'
import { audit } from '../runtime/audit'
import type { Deps } from '../runtime/deps'
import { hashPassword } from './password'
import { ONE_TIME_LENGTH } from './reset-password'
import { hasStaff } from './staff.sql'

const USERNAME = 'owner'

/** Null if the shop has somebody already; of two hosts that start at once, one makes the owner. */
export const createFirstOwner = async (deps: Deps): Promise<{ username: string; oneTimePassword: string } | null> => {
  if (await hasStaff(deps)) return null
  const oneTimePassword = deps.newCode(ONE_TIME_LENGTH)
  const passwordHash = await hashPassword(oneTimePassword)
  const id: StaffId = deps.newId('stf')
  const isMade = await deps.db.transaction().execute(async (trx) => {
    const row = await trx
      .insertInto('staff')
      .values({
        store_id: deps.storeId,
        id,
        username: USERNAME,
        name: '店主',
        role: 'owner',
        password_hash: passwordHash,
        must_change_password: true,
        created_at: new Date(deps.now()),
      })
      .onConflict((c) => c.constraint('staff_username_taken').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) return false
    await audit(trx, deps, { staffId: id }, { action: 'staff.createFirstOwner', subject: id, after: { role: 'owner' } })
    return true
  })
  return isMade ? { username: USERNAME, oneTimePassword } : null
}
