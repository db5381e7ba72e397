/** Joining and leaving a community, one tap each; muting stops its messages and nothing else. */
import type { community } from '@/contract/community'
import { moveMembership, type MembershipNo } from '@/domain/community/member'
import { ok, refuse, type Result } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { reread } from './community-view'
import { lockCommunity } from './lock-community'
import { readMembership, writeMembership } from './membership.sql'

type No = MembershipNo | { code: 'community.unknown' }

export const moveMember: UseCase<typeof community.moveMembership> = async (
  deps,
  { memberId },
  { communityId, act },
) => {
  const moved = await deps.db.transaction().execute(async (trx): Promise<Result<true, No>> => {
    const found = await lockCommunity(trx, deps, communityId)
    if (!found) return refuse({ code: 'community.unknown' })
    const before = await readMembership(trx, deps, communityId, memberId)
    const after = moveMembership(before, act, memberId, found)
    if (!after.ok) return after
    if (after.value !== before) await writeMembership(trx, deps, communityId, memberId, after.value)
    return ok(true)
  })
  return moved.ok ? ok(await reread(deps, communityId, memberId)) : moved
}
