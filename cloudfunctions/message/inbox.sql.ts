/** A member's inbox. */
import { sql } from 'kysely'
import type { InboxMessage } from '@/contract/message'
import type { Deps } from '../runtime/deps'

type Row = { unread: number; messages: readonly (Omit<InboxMessage, 'at'> & { at: number })[] }

const statement = {
  name: 'message.read-inbox',
  text: `
select (select count(*)::int from inbox_message where store_id = $1 and member_id = $2 and read_at is null) as unread,
  coalesce((select json_agg(json_build_object('id', id, 'kind', kind, 'facts', facts, 'isRead', read_at is not null,
      'at', (extract(epoch from at) * 1000)::bigint) order by id desc)
    from (select * from inbox_message where store_id = $1 and member_id = $2 and ($3::text is null or id < $3)
      order by id desc limit $4) i), '[]') as messages`,
}

export const readInbox = async (deps: Deps, memberId: string, before: string | null, limit: number): Promise<Row> => {
  const [row] = await deps.database.run<Row>(statement, [deps.storeId, memberId, before, limit])
  if (!row) throw new Error('a select without from gave no row')
  return row
}

/** How many are unread afterwards. */
export const markRead = async (deps: Deps, memberId: string, messageId: string | null): Promise<number> => {
  const { rows } = await sql<{ unread: number }>`
    with read as (
      update inbox_message set read_at = ${new Date(deps.now())}
      where store_id = ${deps.storeId} and member_id = ${memberId} and read_at is null
        and (${messageId}::text is null or id = ${messageId}) returning id
    )
    select (count(*) - (select count(*) from read))::int as unread from inbox_message
    where store_id = ${deps.storeId} and member_id = ${memberId} and read_at is null`.execute(deps.db)
  return rows[0]?.unread ?? 0
}
