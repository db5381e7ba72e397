/** What follows outside the database when a card changed: its picture is drawn anew, its message in the chats counts up. */
import type { AssistCardId } from '@/domain/ids'
import type { Deps } from '../runtime/deps'
import { letterRow } from '../runtime/outbox'

/** The first is worked on by the drawer, the second by the shop's clock. Both read the card when they run, so letters may come late or twice. */
const TOPICS = ['assist-card.draw', 'assist-message.tell'] as const

/** Rows for the outbox, written in the statement that raised `assist_card.version`. */
export const cardChangedLetters = (deps: Deps, cardId: AssistCardId) =>
  TOPICS.map((topic) => letterRow(deps, { topic, subject: cardId }))

/** `insert into outbox` of such rows given as JSON in parameter `$n`; what each is about is its subject. */
export const sendLettersSql = (param: string, where = 'true'): string => `
insert into outbox (store_id, id, topic, subject, payload, next_try_at, created_at)
select store_id, id, topic, subject, '{}', next_try_at, created_at
from jsonb_populate_recordset(null::outbox, ${param}::jsonb) l where ${where}`
