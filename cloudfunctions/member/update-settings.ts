import type { member } from '@/contract/member'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { readMe } from './me.sql'
import { changeSettings } from './profile.sql'

export const updateSettings: UseCase<typeof member.updateSettings> = async (deps, { memberId }, settings) => {
  await changeSettings(deps, memberId, settings)
  return ok(await readMe(deps, memberId))
}
