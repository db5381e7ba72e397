/**
 * The one way to tell a member something: an inbox row, and a letter that perhaps becomes WeChat's message, in the caller's
 * transaction. Light on purpose, because rooms that move money carry it with them; the words are found when it is sent.
 */
import { sql } from 'kysely'
import type { Message } from '@/domain/message/kinds'
import { awakeAt } from '@/domain/message/restraint'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

/** What has been told already (same member, kind and subject) is not told again. One statement, however many are told. */
export const tell = async (trx: Trx, deps: Deps, messages: readonly Message[]): Promise<void> => {
  if (messages.length === 0) return
  const now = deps.now()
  const rows = messages
    .map(({ kind, memberId, subject, facts, isQuiet = false }) => ({
      ...{ id: deps.newId('msg'), letter: deps.newId('obx'), member: memberId, kind, subject, facts, quiet: isQuiet },
      at: new Date(awakeAt(kind, now)).toISOString(),
    }))
    // two that tell the same people never wait for each other in a circle
    .sort((a, b) => (a.member < b.member ? -1 : 1))
  await sql`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as w (id text, letter text, member text, kind text, subject text, facts jsonb, quiet boolean, at timestamptz)
    ), told as (
      insert into inbox_message (store_id, member_id, id, kind, subject, facts, at, sending, kept_for)
      select ${deps.storeId}, member, id, kind, subject, facts, ${new Date(now)}::timestamptz,
        case when quiet then 'inbox' else 'waiting' end, case when quiet then 'quiet' end from wanted
      on conflict on constraint message_told_once do nothing returning id, sending
    )
    insert into outbox (store_id, id, topic, subject, payload, next_try_at, created_at)
    select ${deps.storeId}, w.letter, 'message.send', w.id, jsonb_build_object('memberId', w.member), w.at, ${new Date(now)}::timestamptz
    from wanted w join told on told.id = w.id where told.sending = 'waiting'`.execute(trx)
}
