/** WeChat has looked at an avatar. Anything but "pass" removes it; a verdict on one that was replaced meanwhile is late. */
import type { member } from '@/contract/member'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { settleAvatar } from './profile.sql'

export const settlePictureCheck: UseCase<typeof member.settlePictureCheck> = async (deps, _platform, input) => {
  const settled = await settleAvatar(deps, input.traceId, input.verdict === 'pass')
  if (settled?.uselessKey) await deps.files.remove(settled.uselessKey)
  return ok({ settled: settled !== null })
}
