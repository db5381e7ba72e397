/** What a group's message in the chats shows, and what it should show. */
import type { GroupState } from '@/domain/group-buy/group'
import type { GroupId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'

export type GroupMessageRow = {
  groupId: GroupId
  state: GroupState
  size: number
  confirmed: number
  version: number
  /** The newest version that was told; null before the first. */
  toldVersion: number | null
  activityId: string | null
  activityExpiresAt: Date | null
}

const columns = `id as "groupId", state, size, confirmed, version, told_version as "toldVersion",
  activity_id as "activityId", activity_expires_at as "activityExpiresAt"`

const readStatement = {
  name: 'group-message.read',
  text: `select ${columns} from group_buy where store_id = $1 and id = $2`,
}

export const readGroupMessage = async (deps: Deps, groupId: string): Promise<GroupMessageRow | null> =>
  (await deps.database.run<GroupMessageRow>(readStatement, [deps.storeId, groupId]))[0] ?? null

const keepActivityStatement = {
  name: 'group-message.keep-activity',
  text: `
update group_buy set activity_id = coalesce(activity_id, $3),
  activity_expires_at = case when activity_id is null then $4 else activity_expires_at end
where store_id = $1 and id = $2 returning ${columns}`,
}

type Activity = { readonly activityId: string; readonly expiresAt: EpochMs }

/** The first activity stays: cards may be in chats under it already. */
export const keepActivity = async (
  deps: Deps,
  groupId: GroupId,
  { activityId, expiresAt }: Activity,
): Promise<GroupMessageRow | null> =>
  (
    await deps.database.run<GroupMessageRow>(keepActivityStatement, [
      deps.storeId,
      groupId,
      activityId,
      new Date(expiresAt),
    ])
  )[0] ?? null

const markToldStatement = {
  name: 'group-message.mark-told',
  text: `
with old as (select told_version from group_buy where store_id = $1 and id = $2 for update)
update group_buy g set told_version = greatest(old.told_version, $3) from old
where g.store_id = $1 and g.id = $2 returning old.told_version as before`,
}

/** Answers whether another worker had told a newer version meanwhile, which ours may have painted over. */
export const markTold = async (deps: Deps, { groupId, version }: GroupMessageRow): Promise<boolean> => {
  const [row] = await deps.database.run<{ before: number | null }>(markToldStatement, [deps.storeId, groupId, version])
  return row !== undefined && row.before !== null && row.before > version
}
