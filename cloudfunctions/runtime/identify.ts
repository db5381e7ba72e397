/** Turns an ingress into a caller, looking up no more than the action needs. */
import { can, type Permission, type Role } from '@/domain/staff/roles'
import { ok, refuse, type Result } from '@/domain/result'
import type { CommonRefusal, Who } from '@/contract/define'
import type { MemberId } from '@/domain/ids'
import { MINUTE } from '@/domain/time'
import type { Caller, Ingress, MemberCaller, StaffCaller } from './caller'
import type { Deps } from './deps'
import { findMemberByOpenid, memberExists, welcomeMember } from './member-identity.sql'
import { findStaffSession, hashSessionToken } from './staff-session'
import { readSession } from './session'

type Said = Result<Caller, CommonRefusal>

/** With `looksItself` the action finds out on its own whether a signed session's member is still there. */
export const identify = async (deps: Deps, ingress: Ingress, who: Who, looksItself = false): Promise<Said> => {
  if (who === 'timer') return ingress.source === 'timer' ? ok({ kind: 'timer' }) : refuse({ code: 'action.unknown' })
  if (who === 'anyone' || who === 'member') {
    const member = await memberOf(deps, ingress, looksItself)
    if (member) return ok(member)
    return who === 'anyone' ? ok({ kind: 'stranger' }) : refuse({ code: 'sign-in.required' })
  }
  const staff = ingress.staffCookie ? await staffOf(deps, ingress.staffCookie) : null
  if (!staff) return refuse({ code: 'sign-in.required' })
  const permission = who === 'staff' ? null : (who.slice('staff:'.length) as Permission)
  if (permission && (staff.mustChangePassword || !can(staff.role, permission)))
    return refuse({ code: 'role.required', permission })
  return ok(staff)
}

/**
 * openid → member changes only when somebody deletes themselves, which this process learns by `forgetMember`, and every
 * other within a minute: until then a member who is gone could go on there with nothing counted against them.
 */
const known = new Map<string, { readonly memberId: MemberId; readonly until: number }>()
const KNOWN_LIMIT = 20_000
const KNOWN_FOR = MINUTE

const knownMember = (deps: Deps, key: string): MemberId | null => {
  const seen = known.get(key)
  return seen && deps.now() < seen.until ? seen.memberId : null
}

const remember = (deps: Deps, key: string, memberId: MemberId): void => {
  if (known.size >= KNOWN_LIMIT) known.clear()
  known.set(key, { memberId, until: deps.now() + KNOWN_FOR })
}

const memberOf = async (deps: Deps, ingress: Ingress, looksItself: boolean): Promise<MemberCaller | null> => {
  if (ingress.source === 'wechat' && ingress.openid) {
    const { openid } = ingress
    const key = `${deps.storeId}:${openid}`
    const seen = knownMember(deps, key)
    const memberId = seen ?? (await findMemberByOpenid(deps, openid)) ?? (await welcomeMember(deps, openid))
    if (!seen) remember(deps, key, memberId)
    return { kind: 'member', memberId, openid }
  }
  if (ingress.source !== 'http' || !ingress.bearer) return null
  const memberId = readSession(sessionSecret(deps), ingress.bearer, deps.now())
  if (!memberId) return null
  // a signed session outlives a deleted member
  const key = `${deps.storeId}:${memberId}`
  if (!looksItself && !knownMember(deps, key)) {
    if (!(await memberExists(deps, memberId))) return null
    remember(deps, key, memberId)
  }
  return { kind: 'member', memberId, openid: null }
}

export const forgetMember = (memberId: MemberId): void => {
  for (const [key, seen] of known) if (seen.memberId === memberId) known.delete(key)
}

/** Sessions outside WeChat need a secret; without one nobody can sign in there. */
export const sessionSecret = (deps: Deps): string => {
  if (!deps.config.SESSION_SECRET) throw new Error('SESSION_SECRET is not set')
  return deps.config.SESSION_SECRET
}

const staffOf = async (deps: Deps, token: string): Promise<StaffCaller | null> => {
  const sessionHash = hashSessionToken(token)
  const row = await findStaffSession(deps, sessionHash)
  return (
    row && {
      kind: 'staff',
      staffId: row.id,
      name: row.name,
      role: row.role as Role,
      pickupPointIds: row.pickupPointIds,
      mustChangePassword: row.mustChangePassword,
      sessionHash,
    }
  )
}
