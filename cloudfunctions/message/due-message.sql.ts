/** A message that waits to be sent, with everything that decides whether it goes out, in one read. */
import type { Message, MessageTopic } from '@/domain/message/kinds'
import { heardSince, type Sent } from '@/domain/message/restraint'
import { epochMs } from '@/domain/time'
import { demoOpenid } from '../runtime/db/demo-ids'
import type { KeptFor } from '../runtime/db/tables-message'
import type { Deps } from '../runtime/deps'

export type DueMessage = {
  readonly message: Message
  readonly isRead: boolean
  readonly openid: string | null
  readonly muted: readonly MessageTopic[]
  /** Of the last seven days. */
  readonly heard: readonly Sent[]
}

type Row = {
  kind: Message['kind']
  subject: string
  facts: Message['facts']
  isRead: boolean
  openid: string | null
  muted: MessageTopic[] | null
  heard: { kind: Message['kind']; at: number }[]
}

const statement = {
  name: 'message.read-due',
  text: `
select i.kind, i.subject, i.facts, i.read_at is not null as "isRead", m.openid, m.settings -> 'muted' as muted,
  coalesce((select json_agg(json_build_object('kind', s.kind, 'at', (extract(epoch from s.sent_at) * 1000)::bigint))
    from inbox_message s where s.store_id = $1 and s.member_id = $2 and s.sent_at > $4::timestamptz), '[]') as heard
from inbox_message i
join member m on m.store_id = $1 and m.id = $2 and m.deleted_at is null
where i.store_id = $1 and i.member_id = $2 and i.id = $3 and i.sending = 'waiting'`,
}

/** Null where it has gone out or been kept already, or its member has left. */
export const readDue = async (deps: Deps, memberId: string, messageId: string): Promise<DueMessage | null> => {
  const since = new Date(heardSince(deps.now()))
  const [row] = await deps.database.run<Row>(statement, [deps.storeId, memberId, messageId, since])
  if (!row) return null
  const { kind, subject, facts, isRead, openid, muted, heard } = row
  return {
    message: { kind, memberId, subject, facts } as Message,
    isRead,
    openid: openid ?? (deps.config.isDemo ? demoOpenid(memberId) : null),
    muted: muted ?? [],
    heard: heard.map(({ kind: of, at }) => ({ kind: of, at: epochMs(at) })),
  }
}

const settle = (deps: Deps, memberId: string, messageId: string) =>
  deps.db
    .updateTable('inbox_message')
    .where('store_id', '=', deps.storeId)
    .where('member_id', '=', memberId)
    .where('id', '=', messageId)
    .where('sending', '=', 'waiting')

export const markSent = async (deps: Deps, memberId: string, messageId: string): Promise<void> => {
  await settle(deps, memberId, messageId)
    .set({ sending: 'sent', sent_at: new Date(deps.now()) })
    .execute()
}

export const keepInInbox = async (deps: Deps, memberId: string, messageId: string, why: KeptFor): Promise<void> => {
  await settle(deps, memberId, messageId).set({ sending: 'inbox', kept_for: why }).execute()
}
