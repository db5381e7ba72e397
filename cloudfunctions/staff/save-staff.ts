/** Adds a colleague or changes one. Nobody grants more than they hold, and a shop never loses its last owner. */
import type { staff } from '@/contract/staff'
import type { StaffId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import { changedFields } from '@/domain/staff/changed-fields'
import { mayGiveStanding, standingFor } from '@/domain/staff/grant'
import { audit } from '../runtime/audit'
import type { StaffCaller } from '../runtime/caller'
import { brokenConstraint } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { addColleague, changeColleague, lockActiveOwners, lockColleague, type Colleague } from './colleague.sql'
import { hashPassword } from './password'
import { ONE_TIME_LENGTH } from './reset-password'
import { endAllSessions } from './session.sql'
import { knowsPickupPoints, listStaff } from './staff.sql'

type Saved = Awaited<ReturnType<UseCase<typeof staff.save>>>

export const save: UseCase<typeof staff.save> = async (deps, caller, input) => {
  const wanted: Colleague = {
    ...standingFor(input.role, input.pickupPointIds),
    name: input.name,
    username: input.username,
    isDisabled: input.isDisabled,
  }
  if (!mayGiveStanding(caller, wanted)) return refuse({ code: 'staff.grants-too-much' })
  if (!(await knowsPickupPoints(deps, wanted.pickupPointIds ?? []))) return refuse({ code: 'pickup-point.unknown' })
  try {
    return await (input.id ? change(deps, caller, input.id, wanted) : add(deps, caller, wanted))
  } catch (error) {
    if (brokenConstraint(error) === 'staff_username_taken') return refuse({ code: 'staff.username-taken' })
    throw error
  }
}

const add = async (deps: Deps, caller: StaffCaller, wanted: Colleague): Promise<Saved> => {
  const id = deps.newId('stf')
  const oneTimePassword = deps.newCode(ONE_TIME_LENGTH)
  const passwordHash = await hashPassword(oneTimePassword)
  return deps.db.transaction().execute(async (trx) => {
    await addColleague(trx, deps, id, wanted, passwordHash)
    await audit(trx, deps, caller, { action: 'staff.add', subject: id, subjectName: wanted.name, after: wanted })
    return ok({ staff: await listStaff(trx, deps), oneTimePassword })
  })
}

const change = (deps: Deps, caller: StaffCaller, id: StaffId, wanted: Colleague): Promise<Saved> =>
  deps.db.transaction().execute(async (trx) => {
    const owners = await lockActiveOwners(trx, deps)
    const before = await lockColleague(trx, deps, id)
    if (!before) return refuse({ code: 'staff.unknown' })
    if (!mayGiveStanding(caller, before)) return refuse({ code: 'staff.grants-too-much' })
    const staysOwner = wanted.role === 'owner' && !wanted.isDisabled
    if (!staysOwner && owners.length === 1 && owners[0] === id) return refuse({ code: 'staff.last-owner' })
    await changeColleague(trx, deps, id, wanted)
    if (wanted.isDisabled) await endAllSessions(trx, deps, id)
    await audit(trx, deps, caller, {
      action: 'staff.change',
      subject: id,
      subjectName: wanted.name,
      ...changedFields(before, wanted),
    })
    return ok({ staff: await listStaff(trx, deps), oneTimePassword: null })
  })
