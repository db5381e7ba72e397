/** How sessions of the staff end. They are opened and looked up in `runtime/staff-session.ts`. */
import type { StaffId } from '@/domain/ids'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

export const endSession = async (deps: Deps, sessionHash: string): Promise<void> => {
  await deps.db
    .deleteFrom('staff_session')
    .where('store_id', '=', deps.storeId)
    .where('token_hash', '=', sessionHash)
    .execute()
}

/** On every machine they are signed in at. */
export const endAllSessions = async (trx: Trx, deps: Deps, staffId: StaffId): Promise<void> => {
  await trx.deleteFrom('staff_session').where('store_id', '=', deps.storeId).where('staff_id', '=', staffId).execute()
}
