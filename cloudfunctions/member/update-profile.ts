/** A member names themselves. What others may see passes WeChat's check first (platform rule 5.18); unchecked is not shown. */
import type { member } from '@/contract/member'
import { ok } from '@/domain/result'
import { checkedText } from '../runtime/checked-text'
import type { UseCase } from '../runtime/serve'
import { acceptAvatar } from './accept-avatar'
import { gone, readMe } from './me.sql'
import { changeProfile, findProfile } from './profile.sql'

export const updateProfile: UseCase<typeof member.updateProfile> = async (deps, caller, { name, avatarBase64 }) => {
  const { memberId } = caller
  const profile = (await findProfile(deps, memberId)) ?? gone(memberId)
  const newName = name === profile.name ? undefined : name
  if (newName !== undefined) {
    const ask = { openid: profile.openid, scene: 'profile' as const, content: newName, nickname: newName }
    const checked = await checkedText(deps, ask)
    if (!checked.ok) return checked
  }
  const accepted = avatarBase64 === undefined ? null : await acceptAvatar(deps, memberId, profile.openid, avatarBase64)
  if (accepted && !accepted.ok) return accepted
  const dropped = await changeProfile(deps, memberId, { name: newName, pendingAvatar: accepted?.value })
  if (dropped) await deps.files.remove(dropped.key)
  return ok(await readMe(deps, memberId))
}
