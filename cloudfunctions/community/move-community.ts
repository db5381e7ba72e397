/** Pauses, resumes or closes a community, by its leader. The staff's own way is in `staff-community`. */
import type { community, CommunityRefusal } from '@/contract/community'
import { moveCommunity, type CommunityNo, type CommunityRole, type CommunityState } from '@/domain/community/community'
import { ok, refuse, type Result } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { reread } from './community-view'
import { changeCommunity, lockCommunity } from './lock-community'

/** Who paused it stands on it only as long as it is paused. */
export const stateChange = (state: CommunityState, by: CommunityRole) => ({
  state,
  paused_by: state === 'paused' ? by : null,
})

type No = CommunityRefusal | CommunityNo | { code: 'community.not-yours' }

export const move: UseCase<typeof community.move> = async (deps, { memberId }, { communityId, act }) => {
  const moved = await deps.db.transaction().execute(async (trx): Promise<Result<true, No>> => {
    const before = await lockCommunity(trx, deps, communityId)
    if (!before) return refuse({ code: 'community.unknown' })
    if (before.leaderId !== memberId) return refuse({ code: 'community.not-yours' })
    const after = moveCommunity(before, act, 'leader')
    if (!after.ok) return after
    await changeCommunity(trx, deps, before, stateChange(after.value, 'leader'))
    return ok(true)
  })
  return moved.ok ? ok(await reread(deps, communityId, memberId)) : moved
}
