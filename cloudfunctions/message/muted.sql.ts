/** What a member has switched off. It stands among their settings, because it is one. */
import { sql } from 'kysely'
import type { MessageTopic } from '@/domain/message/kinds'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

export const readMuted = async (deps: Deps, memberId: string): Promise<readonly MessageTopic[]> =>
  (
    await deps.db
      .selectFrom('member')
      .select('settings')
      .where('store_id', '=', deps.storeId)
      .where('id', '=', memberId)
      .executeTakeFirst()
  )?.settings.muted ?? []

/** Changed in the database, so two switches thrown at once are both thrown. */
export const writeMuted = async (
  trx: Trx,
  deps: Deps,
  memberId: string,
  topic: MessageTopic,
  isMuted: boolean,
): Promise<void> => {
  await sql`
    update member set settings = settings || jsonb_build_object('muted',
      (coalesce(settings -> 'muted', '[]') - ${topic}::text) || case when ${isMuted}::boolean then ${JSON.stringify([topic])}::jsonb else '[]' end)
    where store_id = ${deps.storeId} and id = ${memberId} and deleted_at is null`.execute(trx)
}
