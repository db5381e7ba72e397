/** A leader's community: founding one, and what it says of itself. */
import { sql } from 'kysely'
import type { community, CommunityRefusal } from '@/contract/community'
import { foundCommunity, type FoundNo } from '@/domain/community/community'
import { ok, refuse, type Result } from '@/domain/result'
import { areOpenPoints } from '../leader/sale-places.sql'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { checkWords } from './check-words'
import { reread } from './community-view'
import { changeCommunity, lockCommunity, standingOf } from './lock-community'
import { writeMembership } from './membership.sql'

type PointUnknown = { code: 'pickup-point.unknown' }

export const found: UseCase<typeof community.found> = async (deps, { memberId }, input) => {
  const checked = await checkWords(deps, memberId, input.name, input.note)
  if (!checked.ok) return checked
  const id = deps.newId('com')
  const now = new Date(deps.now())
  const founded = await deps.db.transaction().execute(async (trx): Promise<Result<true, FoundNo | PointUnknown>> => {
    // a leader's communities are counted under the leader's own lock
    await sql`select from leader where store_id = ${deps.storeId} and member_id = ${memberId} for update`.execute(trx)
    const allowed = foundCommunity(await standingOf(trx, deps, memberId), await kept(trx, deps, memberId))
    if (!allowed.ok) return allowed
    if (!(await areOpenPoints(trx, deps, input.pickupPointIds))) return refuse({ code: 'pickup-point.unknown' })
    await trx
      .insertInto('community')
      .values({
        store_id: deps.storeId,
        id,
        leader_id: memberId,
        name: input.name,
        note: input.note,
        state: allowed.value,
        paused_by: null,
        pickup_point_ids: input.pickupPointIds,
        created_at: now,
        updated_at: now,
      })
      .execute()
    await writeMembership(trx, deps, id, memberId, 'joined')
    return ok(true)
  })
  return founded.ok ? ok(await reread(deps, id, memberId)) : founded
}

const kept = async (trx: Trx, deps: Deps, memberId: string): Promise<number> =>
  Number(
    (
      await trx
        .selectFrom('community')
        .select(({ fn }) => fn.countAll().as('kept'))
        .where('store_id', '=', deps.storeId)
        .where('leader_id', '=', memberId)
        .where('state', '<>', 'closed')
        .executeTakeFirstOrThrow()
    ).kept,
  )

type SaveNo =
  CommunityRefusal | { code: 'community.not-yours' | 'community.closed' | 'community.changed' } | PointUnknown

export const save: UseCase<typeof community.save> = async (deps, { memberId }, input) => {
  const checked = await checkWords(deps, memberId, input.name, input.note)
  if (!checked.ok) return checked
  const { communityId, version, name, note, pickupPointIds } = input
  const saved = await deps.db.transaction().execute(async (trx): Promise<Result<true, SaveNo>> => {
    const before = await lockCommunity(trx, deps, communityId)
    if (!before) return refuse({ code: 'community.unknown' })
    if (before.leaderId !== memberId) return refuse({ code: 'community.not-yours' })
    if (before.state === 'closed') return refuse({ code: 'community.closed' })
    if (before.version !== version) return refuse({ code: 'community.changed' })
    if (!(await areOpenPoints(trx, deps, pickupPointIds))) return refuse({ code: 'pickup-point.unknown' })
    await changeCommunity(trx, deps, before, { name, note, pickup_point_ids: pickupPointIds })
    return ok(true)
  })
  return saved.ok ? ok(await reread(deps, communityId, memberId)) : saved
}
