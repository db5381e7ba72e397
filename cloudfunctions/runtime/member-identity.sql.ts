/** The few statements that tie an openid to a member. The openid stays on the server. */
import type { MemberId } from '@/domain/ids'
import type { Deps } from './deps'
import { bringPartsBack, openidCode } from './former-parts.sql'

export const findMemberByOpenid = async (deps: Deps, openid: string): Promise<MemberId | null> => {
  const row = await deps.db
    .selectFrom('member')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('openid', '=', openid)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return (row?.id as MemberId | undefined) ?? null
}

export const memberExists = async (deps: Deps, memberId: MemberId): Promise<boolean> =>
  (await deps.db
    .selectFrom('member')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('id', '=', memberId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()) !== undefined

/**
 * Somebody's first visit from WeChat, or the first after they deleted themselves. Two first visits at once meet on the
 * constraint and get the same member.
 */
export const welcomeMember = (deps: Deps, openid: string): Promise<MemberId> =>
  deps.db.transaction().execute(async (trx) => {
    const row = await trx
      .insertInto('member')
      .values({
        store_id: deps.storeId,
        id: deps.newId('mem'),
        openid,
        name: '微信用户',
        settings: '{}',
        created_at: new Date(deps.now()),
      })
      .onConflict((c) =>
        c.constraint('member_openid_taken').doUpdateSet((eb) => ({ openid: eb.ref('excluded.openid') })),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    const memberId = row.id as MemberId
    const code = openidCode(deps, openid)
    if (code !== null) await bringPartsBack(trx, deps, memberId, code)
    return memberId
  })
