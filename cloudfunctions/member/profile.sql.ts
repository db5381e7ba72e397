/** Name, face and settings of a member. */
import { sql } from 'kysely'
import type { MemberId } from '@/domain/ids'
import type { MemberSettingsRow } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'

type Face = { name: string; avatar: string | null; isLeader: boolean }

export const facesOf = async (deps: Deps, ids: readonly MemberId[]): Promise<Map<MemberId, Face>> => {
  const rows = await deps.db
    .selectFrom('member')
    .select(['id', 'name', 'avatar', 'is_leader as isLeader'])
    .where('store_id', '=', deps.storeId)
    .where('id', 'in', [...ids])
    .where('deleted_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, ...face }) => [id as MemberId, face]))
}

export type PendingAvatar = NonNullable<MemberSettingsRow['pendingAvatar']>
export type Profile = { readonly openid: string | null; readonly name: string; readonly settings: MemberSettingsRow }

export const findProfile = async (deps: Deps, memberId: MemberId): Promise<Profile | null> =>
  (await deps.db
    .selectFrom('member')
    .select(['openid', 'name', 'settings'])
    .where('store_id', '=', deps.storeId)
    .where('id', '=', memberId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()) ?? null

type ProfileChange = { readonly name?: string | undefined; readonly pendingAvatar?: PendingAvatar | undefined }

/** Answers with the avatar that was waiting until now and waits no more, if any: its file can go. */
export const changeProfile = async (
  deps: Deps,
  memberId: MemberId,
  { name, pendingAvatar }: ProfileChange,
): Promise<PendingAvatar | null> => {
  const { rows } = await sql<{ dropped: PendingAvatar | null }>`
    with before as (
      select settings from member where store_id = ${deps.storeId} and id = ${memberId} and deleted_at is null for update
    )
    update member m set name = coalesce(${name ?? null}, m.name),
      settings = m.settings || ${JSON.stringify(pendingAvatar ? { pendingAvatar } : {})}::jsonb
    from before where m.store_id = ${deps.storeId} and m.id = ${memberId}
    returning before.settings -> 'pendingAvatar' as dropped`.execute(deps.db)
  return pendingAvatar ? (rows[0]?.dropped ?? null) : null
}

/** The verdict on the avatar that waits under this trace id. Answers with the key of the file that nobody needs any more. */
export const settleAvatar = async (
  deps: Deps,
  traceId: string,
  isShown: boolean,
): Promise<{ uselessKey: string | null } | null> => {
  const { rows } = await sql<{ uselessKey: string | null }>`
    with before as (
      select id, settings, settings -> 'pendingAvatar' as pending from member
      where store_id = ${deps.storeId} and settings -> 'pendingAvatar' is not null
        and settings -> 'pendingAvatar' ->> 'traceId' = ${traceId} for update
    )
    update member m set avatar = case when ${isShown}::boolean then pending ->> 'url' else m.avatar end,
      settings = m.settings - 'pendingAvatar'
        || case when ${isShown}::boolean then jsonb_build_object('avatarKey', pending ->> 'key') else '{}' end
    from before where m.store_id = ${deps.storeId} and m.id = before.id
    returning case when ${isShown}::boolean then before.settings ->> 'avatarKey' else pending ->> 'key' end as "uselessKey"`.execute(
    deps.db,
  )
  return rows[0] ?? null
}

/** Merged in the database, so two switches thrown at once are both thrown. */
export const changeSettings = async (
  deps: Deps,
  memberId: MemberId,
  settings: { readonly isPersonal?: boolean | undefined; readonly isLargeText?: boolean | undefined },
): Promise<void> => {
  await sql`
    update member set settings = settings || ${JSON.stringify(settings)}::jsonb
    where store_id = ${deps.storeId} and id = ${memberId} and deleted_at is null`.execute(deps.db)
}
