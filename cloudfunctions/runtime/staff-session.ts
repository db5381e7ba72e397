/** Staff sessions: a random token in an http-only cookie, its SHA-256 in the table, 12 hours of life. */
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { PickupPointId, StaffId } from '@/domain/ids'
import { HOUR } from '@/domain/time'
import type { Deps } from './deps'

const STAFF_SESSION_LIFE = 12 * HOUR

export const hashSessionToken = (token: string): string => createHash('sha256').update(token).digest('hex')

type SessionRow = {
  id: StaffId
  name: string
  role: string
  pickupPointIds: readonly PickupPointId[] | null
  mustChangePassword: boolean
}

/** Asked at every call of the staff, so its plan is kept. */
const findSessionStatement = {
  name: 'staff.find-session',
  text: `
select f.id, f.name, f.role, f.pickup_point_ids as "pickupPointIds", f.must_change_password as "mustChangePassword"
from staff_session s join staff f on f.store_id = s.store_id and f.id = s.staff_id
where s.store_id = $1 and s.token_hash = $2 and s.expires_at > $3 and not f.is_disabled`,
}

export const findStaffSession = async (deps: Deps, tokenHash: string): Promise<SessionRow | null> =>
  (await deps.database.run<SessionRow>(findSessionStatement, [deps.storeId, tokenHash, new Date(deps.now())]))[0] ??
  null

/** Opens a session and returns the token for the cookie; old sessions of everybody that have run out are swept on the way. */
export const openStaffSession = async (deps: Deps, staffId: StaffId): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  const now = deps.now()
  await deps.db
    .with('swept', (db) =>
      db.deleteFrom('staff_session').where('store_id', '=', deps.storeId).where('expires_at', '<', new Date(now)),
    )
    .insertInto('staff_session')
    .values({
      store_id: deps.storeId,
      token_hash: hashSessionToken(token),
      staff_id: staffId,
      created_at: new Date(now),
      expires_at: new Date(now + STAFF_SESSION_LIFE),
    })
    .execute()
  await deps.db
    .updateTable('staff')
    .set({ last_seen_at: sql`${new Date(now)}` })
    .where('store_id', '=', deps.storeId)
    .where('id', '=', staffId)
    .execute()
  return token
}
