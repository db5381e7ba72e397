/**
 * The one way to tell a member something: an inbox row, and a letter that perhaps becomes WeChat's message, in the caller's
 * transaction. Light on purpose, because rooms that move money carry it with them: its words and its hour are found when
 * it is sent.
 */
import { sql } from 'kysely'
import type { Message } from '@/domain/message/kinds'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

/** What has been told already (same member, kind and subject) is not told again. One statement, however many are told. */
export const tell = async (trx: Trx, deps: Deps, messages: readonly Message[]): Promise<void> => {
  if (messages.length === 0) return
  const now = new Date(deps.now())
  const rows = messages
    .map(({ kind, memberId, subject, facts, isQuiet = false }) => {
      const ids = { id: deps.newId('msg'), letter: deps.newId('obx') }
      return { ...ids, member: memberId, kind, subject, facts, quiet: isQuiet }
    })
    // two that tell the same people never wait for each other in a circle
    .sort((a, b) => (a.member < b.member ? -1 : 1))
  await sql`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as w (id text, letter text, member text, kind text, subject text, facts jsonb, quiet boolean)
    ), told as (
      insert into inbox_message (store_id, member_id, id, kind, subject, facts, at, sending, kept_for)
      select ${deps.storeId}, member, id, kind, subject, facts, ${now}::timestamptz,
        case when quiet then 'inbox' else 'waiting' end, case when quiet then 'quiet' end from wanted
      on conflict on constraint message_told_once do nothing returning id, sending
    )
    insert into outbox (store_id, id, topic, subject, payload, next_try_at, created_at)
    select ${deps.storeId}, w.letter, 'message.send', w.id, jsonb_build_object('memberId', w.member), ${now}::timestamptz, ${now}::timestamptz
    from wanted w join told on told.id = w.id where told.sending = 'waiting'`.execute(trx)
}
