/** A colleague forgot their password: a one-time password, shown once, ends their sessions and any lock. */
import type { staff } from '@/contract/staff'
import { mayGiveStanding } from '@/domain/staff/grant'
import { ok, refuse } from '@/domain/result'
import { audit } from '../runtime/audit'
import type { UseCase } from '../runtime/serve'
import { lockColleague, setPassword } from './colleague.sql'
import { hashPassword } from './password'
import { endAllSessions } from './session.sql'

/** 71 bits: nobody guesses it before it is changed. */
export const ONE_TIME_LENGTH = 12

export const resetPassword: UseCase<typeof staff.resetPassword> = async (deps, caller, { id }) => {
  const oneTimePassword = deps.newCode(ONE_TIME_LENGTH)
  const passwordHash = await hashPassword(oneTimePassword)
  return deps.db.transaction().execute(async (trx) => {
    const colleague = await lockColleague(trx, deps, id)
    if (!colleague) return refuse({ code: 'staff.unknown' })
    if (!mayGiveStanding(caller, colleague)) return refuse({ code: 'staff.grants-too-much' })
    await setPassword(trx, deps, id, { passwordHash, isOneTime: true })
    await endAllSessions(trx, deps, id)
    await audit(trx, deps, caller, { action: 'staff.resetPassword', subject: id, subjectName: colleague.name })
    return ok({ oneTimePassword })
  })
}
