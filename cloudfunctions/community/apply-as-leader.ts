/** Asks to become a leader: no fee, no phone number, no inviter. Staff decide, see `staff-community`. */
import { sql } from 'kysely'
import type { community } from '@/contract/community'
import { applyAsLeader, type ApplyNo, type LeaderState } from '@/domain/community/leader'
import { ok, type Result } from '@/domain/result'
import { epochMs } from '@/domain/time'
import type { UseCase } from '../runtime/serve'
import { checkWords } from './check-words'
import { standingView } from './open-home'

export const apply: UseCase<typeof community.apply> = async (deps, { memberId }, input) => {
  const checked = await checkWords(deps, memberId, input.neighbourhood, input.intro)
  if (!checked.ok) return checked
  const now = deps.now()
  const applied = await deps.db.transaction().execute(async (trx): Promise<Result<LeaderState, ApplyNo>> => {
    // two taps at once: the second waits here and finds what the first has written
    await sql`select from member where store_id = ${deps.storeId} and id = ${memberId} for update`.execute(trx)
    const standing = await trx
      .selectFrom('leader')
      .select(['state', 'since_at'])
      .where('store_id', '=', deps.storeId)
      .where('member_id', '=', memberId)
      .executeTakeFirst()
    const before = standing && { state: standing.state, sinceAt: epochMs(standing.since_at.getTime()) }
    const decided = applyAsLeader(before ?? null, input.hasReadTerms, now)
    if (!decided.ok) return decided
    const row = {
      state: decided.value,
      since_at: new Date(now),
      applied_at: new Date(now),
      neighbourhood: input.neighbourhood,
      intro: input.intro,
      decided_by: null,
      reason: null,
    }
    await trx
      .insertInto('leader')
      .values({ store_id: deps.storeId, member_id: memberId, ...row })
      .onConflict((conflict) => conflict.columns(['store_id', 'member_id']).doUpdateSet(row))
      .execute()
    return decided
  })
  return applied.ok ? ok(standingView({ state: applied.value, sinceAt: now, reason: null })) : applied
}
