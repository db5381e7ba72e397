/** Ties a community to the WeChat group its leader came from, and unties it. The opengid is what WeChat itself decrypted. */
import * as z from 'zod'
import type { community, CommunityRefusal } from '@/contract/community'
import { bindGroup, mayUnbind, type BindNo, type OpenedFrom } from '@/domain/community/bind-group'
import type { CommunityId } from '@/domain/ids'
import { ok, refuse, type Result } from '@/domain/result'
import type { Trx } from '../runtime/db/connect'
import { brokenConstraint } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { groupKey, reread } from './community-view'
import { changeCommunity, lockCommunity, standingOf, type LockedCommunity } from './lock-community'

/** `getGroupEnterInfo` as WeChat decrypts it. */
const groupWire = z.looseObject({
  opengid: z.string().min(8).max(128),
  chat_type: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).default(3),
})

const openedFrom = (deps: Deps): OpenedFrom | null => {
  const read = groupWire.safeParse(deps.openData['group'])
  return read.success ? { opengid: read.data.opengid, chatType: read.data.chat_type } : null
}

export const bind: UseCase<typeof community.bindGroup> = async (deps, { memberId }, { communityId }) => {
  const from = openedFrom(deps)
  if (!from) return refuse({ code: 'community.not-a-group' })
  const bound = await deps.db
    .transaction()
    .execute(async (trx): Promise<Result<'bound' | 'already', CommunityRefusal | BindNo>> => {
      const found = await lockCommunity(trx, deps, communityId)
      if (!found) return refuse({ code: 'community.unknown' })
      const decided = bindGroup(
        {
          communityId,
          community: found,
          groups: found.groups,
          boundTo: await boundTo(trx, deps, from.opengid),
          actorId: memberId,
          actor: await standingOf(trx, deps, memberId),
        },
        from,
      )
      if (decided.ok && decided.value === 'bound') {
        await trx
          .insertInto('community_group')
          .values({
            store_id: deps.storeId,
            opengid: from.opengid,
            community_id: communityId,
            bound_by: memberId,
            bound_at: new Date(deps.now()),
          })
          .execute()
        await changeCommunity(trx, deps, found, {})
      }
      return decided
    })
    .catch((error: unknown) => {
      // another community took the group in the same moment
      if (brokenConstraint(error) !== 'community_group_taken') throw error
      return refuse({ code: 'community.group-taken' } as const)
    })
  return bound.ok ? ok(await reread(deps, communityId, memberId)) : bound
}

const boundTo = async (trx: Trx, deps: Deps, opengid: string): Promise<CommunityId | null> => {
  const row = await trx
    .selectFrom('community_group')
    .select('community_id')
    .where('store_id', '=', deps.storeId)
    .where('opengid', '=', opengid)
    .executeTakeFirst()
  return (row?.community_id as CommunityId | undefined) ?? null
}

/** Unties the group that `key` stands for; one that is tied no more changes nothing. */
export const untieGroup = async (trx: Trx, deps: Deps, found: LockedCommunity, key: string): Promise<void> => {
  const rows = await trx
    .selectFrom('community_group')
    .select('opengid')
    .where('store_id', '=', deps.storeId)
    .where('community_id', '=', found.id)
    .execute()
  const group = rows.find(({ opengid }) => groupKey(opengid) === key)
  if (!group) return
  await trx
    .deleteFrom('community_group')
    .where('store_id', '=', deps.storeId)
    .where('opengid', '=', group.opengid)
    .execute()
  await changeCommunity(trx, deps, found, {})
}

export const unbind: UseCase<typeof community.unbindGroup> = async (deps, { memberId }, { communityId, key }) => {
  const untied = await deps.db
    .transaction()
    .execute(async (trx): Promise<Result<true, CommunityRefusal | { code: 'community.not-yours' }>> => {
      const found = await lockCommunity(trx, deps, communityId)
      if (!found) return refuse({ code: 'community.unknown' })
      if (!mayUnbind(found, memberId)) return refuse({ code: 'community.not-yours' })
      await untieGroup(trx, deps, found, key)
      return ok(true)
    })
  return untied.ok ? ok(await reread(deps, communityId, memberId)) : untied
}
