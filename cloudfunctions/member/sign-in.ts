/** A shopper comes in. In WeChat the platform has said already who it is; outside, only the demo knows people. */
import type { member } from '@/contract/member'
import type { MemberId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import type { MemberCaller, Stranger } from '../runtime/caller'
import { demoMemberId } from '../runtime/db/demo-ids'
import { sessionSecret } from '../runtime/identify'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { issueSession } from '../runtime/session'
import { findMe } from './me.sql'

type Caller = MemberCaller | Stranger

const isInWechat = (caller: Caller): boolean => caller.kind === 'member' && caller.openid !== null

/** Null where nobody can be made out. */
const entrant = (deps: Deps, caller: Caller, code: string | undefined): MemberId | null => {
  if (caller.kind === 'member' && (isInWechat(caller) || code === undefined)) return caller.memberId
  const name = deps.config.isDemo ? /^demo:([a-z]{1,30})$/.exec(code ?? '')?.[1] : undefined
  return name === undefined ? null : demoMemberId(name)
}

export const signIn: UseCase<typeof member.signIn> = async (deps, caller, { code }) => {
  const memberId = entrant(deps, caller, code)
  if (!memberId && !deps.config.isDemo) return refuse({ code: 'sign-in.unavailable' })
  const me = memberId && (await findMe(deps, memberId))
  if (!me) return refuse({ code: 'sign-in.unknown-person' })
  return ok({ session: isInWechat(caller) ? '' : issueSession(sessionSecret(deps), me.id, deps.now()), me })
}
