/** Somebody of the staff comes in: the right password opens a session of twelve hours and leaves a trace. */
import type { staff } from '@/contract/staff'
import { audit } from '../runtime/audit'
import type { UseCase } from '../runtime/serve'
import { openStaffSession } from '../runtime/staff-session'
import { readMe } from './staff.sql'
import { tryPassword } from './try-password'

export const signIn: UseCase<typeof staff.signIn> = (deps, _caller, { username, password }) =>
  tryPassword(deps, username.trim().toLowerCase(), password, async (trx, { id, name }) => {
    const session = await openStaffSession({ ...deps, db: trx }, id)
    await audit(
      trx,
      deps,
      { staffId: id },
      {
        action: 'staff.signIn',
        subject: id,
        subjectName: name,
        after: { from: deps.clientIp },
      },
    )
    return { session, me: await readMe(trx, deps, id) }
  })
