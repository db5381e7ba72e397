/** The faces on the demo's sign-in sheet: members first, then leaders. */
import type { member } from '@/contract/member'
import { ok } from '@/domain/result'
import { demoLeaders, demoMemberId, demoMembers } from '../runtime/db/demo-ids'
import type { UseCase } from '../runtime/serve'
import { facesOf } from './profile.sql'

export const demoPeople: UseCase<typeof member.demoPeople> = async (deps) => {
  if (!deps.config.isDemo) return ok({ people: [] })
  const slugs = [...demoMembers, ...demoLeaders]
  const faces = await facesOf(deps, slugs.map(demoMemberId))
  const people = slugs.flatMap((slug) => {
    const face = faces.get(demoMemberId(slug))
    if (!face) return []
    return {
      code: `demo:${slug}`,
      name: face.name,
      avatar: face.avatar,
      role: face.isLeader ? 'leader' : 'member',
    } as const
  })
  return ok({ people })
}
