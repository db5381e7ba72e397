/** A member names themselves. What others may see passes WeChat's check first (platform rule 5.18); unchecked is not shown. */
import type { member } from '@/contract/member'
import { refuse, ok, type Result } from '@/domain/result'
import { OutsideFault } from '../runtime/adapters/outside-fault'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { acceptAvatar } from './accept-avatar'
import { gone, readMe } from './me.sql'
import { changeProfile, findProfile } from './profile.sql'

export const updateProfile: UseCase<typeof member.updateProfile> = async (deps, caller, { name, avatarBase64 }) => {
  const { memberId } = caller
  const profile = (await findProfile(deps, memberId)) ?? gone(memberId)
  const newName = name === profile.name ? undefined : name
  if (newName !== undefined) {
    const checked = await checkName(deps, profile.openid, newName)
    if (!checked.ok) return checked
  }
  const accepted = avatarBase64 === undefined ? null : await acceptAvatar(deps, memberId, profile.openid, avatarBase64)
  if (accepted && !accepted.ok) return accepted
  const dropped = await changeProfile(deps, memberId, { name: newName, pendingAvatar: accepted?.value })
  if (dropped) await deps.files.remove(dropped.key)
  return ok(await readMe(deps, memberId))
}

/** Closed unless WeChat says "pass": with no openid, or WeChat out of reach, nothing has been checked. */
const checkName = async (
  deps: Deps,
  openid: string | null,
  name: string,
): Promise<Result<true, { code: 'text.risky' } | { code: 'text.unchecked' }>> => {
  if (!openid) return refuse({ code: 'text.unchecked' })
  try {
    const verdict = await deps.wechat.checkText({ openid, scene: 'profile', content: name, nickname: name })
    return verdict === 'pass' ? ok(true) : refuse({ code: 'text.risky' })
  } catch (error) {
    if (!(error instanceof OutsideFault)) throw error
    deps.log.warn({ err: error }, 'a name could not be checked')
    return refuse({ code: 'text.unchecked' })
  }
}
