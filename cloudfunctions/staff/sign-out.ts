import type { staff } from '@/contract/staff'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { endSession } from './session.sql'

export const signOut: UseCase<typeof staff.signOut> = async (deps, caller) => {
  await endSession(deps, caller.sessionHash)
  return ok({ session: '' })
}
