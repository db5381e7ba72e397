/** A new password ends every other session of its owner; the one who changed it goes on with a fresh one. */
import type { staff } from '@/contract/staff'
import { refuse } from '@/domain/result'
import { audit } from '../runtime/audit'
import type { UseCase } from '../runtime/serve'
import { openStaffSession } from '../runtime/staff-session'
import { setPassword } from './colleague.sql'
import { hashPassword } from './password'
import { endAllSessions } from './session.sql'
import { readMe } from './staff.sql'
import { tryPassword } from './try-password'

export const changePassword: UseCase<typeof staff.changePassword> = async (deps, caller, { current, next }) => {
  if (next.normalize('NFKC') === current.normalize('NFKC')) return refuse({ code: 'password.same' })
  const { username } = await readMe(deps.db, deps, caller.staffId)
  const passwordHash = await hashPassword(next)
  return tryPassword(deps, username, current, async (trx, { id, name }) => {
    await setPassword(trx, deps, id, { passwordHash, isOneTime: false })
    await endAllSessions(trx, deps, id)
    await audit(trx, deps, caller, { action: 'staff.changePassword', subject: id, subjectName: name })
    return { session: await openStaffSession({ ...deps, db: trx }, id) }
  })
}
