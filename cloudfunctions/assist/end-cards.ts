/** The clock's act on cards: those whose time is up end, with what they reached. Nobody loses anything by it. */
import type { AssistCardId } from '@/domain/ids'
import type { Deps } from '../runtime/deps'
import type { Round } from '../runtime/each-due'
import { cardChangedLetters, sendLettersSql } from './card-letters'

const BATCH = 200

const findDueStatement = {
  name: 'assist.find-due',
  text: `
select id from assist_card where store_id = $1 and state = 'collecting' and deadline_at <= $2::timestamptz
order by deadline_at limit ${BATCH}`,
}

const endStatement = {
  name: 'assist.end-due',
  text: `
with due as materialized (
  select id from assist_card where store_id = $1 and id = any($3::text[]) order by id for update
), ended as (
  update assist_card set state = 'expired', ended_at = $2::timestamptz, version = version + 1
  where store_id = $1 and id in (select id from due) and state = 'collecting' and deadline_at <= $2::timestamptz
  returning id
), told as (${sendLettersSql('$4', 'l.subject in (select id from ended)')})
select id from ended`,
}

/** Of these cards those that are due; who got there first ends one, whoever comes second finds nothing to do. */
export const endDueCards = async (deps: Deps, ids: readonly AssistCardId[]): Promise<number> => {
  const letters = ids.flatMap((id) => cardChangedLetters(deps, id))
  const params = [deps.storeId, new Date(deps.now()), ids, JSON.stringify(letters)]
  return (await deps.database.run(endStatement, params)).length
}

export const expireAssists = async (deps: Deps): Promise<Round> => {
  const params = [deps.storeId, new Date(deps.now())]
  const due = await deps.database.run<{ id: AssistCardId }>(findDueStatement, params)
  const ids = due.map(({ id }) => id)
  return { done: ids.length === 0 ? 0 : await endDueCards(deps, ids), failed: 0 }
}
