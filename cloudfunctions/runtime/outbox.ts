/**
 * Work to do outside the database, written in the same transaction as its reason and drained by the clock.
 * A worker leases a row for a minute (`for update skip locked`), does the work, then marks it; a crash lets the lease run
 * out, so every handler must bear being run twice. Back-off doubles from 5 s; after 12 tries a row is dead and staff see it.
 */
import { sql } from 'kysely'
import { MINUTE, SECOND } from '@/domain/time'
import type { Db, Trx } from './db/connect'
import type { Deps } from './deps'

export type Topic =
  | 'refund.send'
  | 'shipping.upload'
  | 'shipping.remind'
  | 'card.draw'
  | 'feed.refresh'
  | 'group-card.draw'
  | 'group-card.remove'
  | 'group-message.tell'
  | 'group.settle'
  | 'message.send'
  | 'service-card.keep'
  | 'group.tell'
  | 'assist-card.draw'
  | 'assist-card.remove'
  | 'assist-message.tell'
  | 'sale-card.draw'
  | 'sale-card.remove'
  | 'sale.tell'
  | 'community-card.draw'
  | 'community-card.remove'
  | 'commission.follow'

export type Letter = {
  readonly topic: Topic
  readonly subject: string
  readonly payload?: Record<string, unknown>
  readonly notBefore?: number
}

/** Values for an insert into `outbox`, for statements that write the letter together with everything else. */
export const letterRow = (deps: Deps, { topic, subject, payload = {}, notBefore }: Letter) => ({
  store_id: deps.storeId,
  id: deps.newId('obx'),
  topic,
  subject,
  payload: JSON.stringify(payload),
  next_try_at: new Date(notBefore ?? deps.now()),
  created_at: new Date(deps.now()),
})

export const enqueue = async (db: Db | Trx, deps: Deps, letter: Letter): Promise<void> => {
  await db.insertInto('outbox').values(letterRow(deps, letter)).execute()
}

export type OpenLetter = {
  id: string
  topic: string
  subject: string | null
  payload: Record<string, unknown>
  attempts: number
}
/** Throws to be tried again; returning means done. `giveUp` in the thrown error makes the row dead at once. */
export type LetterHandler = (deps: Deps, letter: OpenLetter) => Promise<void>
export type LetterHandlers = { readonly [topic: string]: LetterHandler }

const LEASE = MINUTE
const MAX_ATTEMPTS = 12
/** For a handler that leaves something to say when it fails for good. */
export const isLastTry = (letter: OpenLetter): boolean => letter.attempts >= MAX_ATTEMPTS
const backOff = (attempts: number): number => Math.min(5 * SECOND * 2 ** (attempts - 1), 60 * MINUTE)

/** Leases up to `limit` due letters and works through them; returns how many ended well and how many did not. */
export const drainOutbox = async (
  deps: Deps,
  handlers: LetterHandlers,
  limit = 50,
): Promise<{ done: number; failed: number }> => {
  const letters = await leaseLetters(deps, Object.keys(handlers), limit)
  let done = 0
  for (const letter of letters) if (await workOn(deps, handlers, letter)) done++
  return { done, failed: letters.length - done }
}

const workOn = async (deps: Deps, handlers: LetterHandlers, letter: OpenLetter): Promise<boolean> => {
  try {
    await handlers[letter.topic]?.(deps, letter)
    await settle(deps, letter.id, { state: 'done', done_at: new Date(deps.now()), last_error: null })
    return true
  } catch (error) {
    const isDead = isLastTry(letter) || (error as { giveUp?: boolean }).giveUp === true
    deps.log.warn(
      { topic: letter.topic, subject: letter.subject, attempts: letter.attempts, isDead, err: error },
      'letter failed',
    )
    await settle(deps, letter.id, {
      ...(isDead ? { state: 'dead' as const } : {}),
      next_try_at: new Date(deps.now() + backOff(letter.attempts)),
      last_error: (error instanceof Error ? error.message : String(error)).slice(0, 300),
    })
    return false
  }
}

const leaseLetters = async (deps: Deps, topics: readonly string[], limit: number): Promise<OpenLetter[]> => {
  const now = new Date(deps.now())
  return (
    await sql<OpenLetter>`
    -- materialized: as a plain sub-select the planner may run it again for each row and lease far more than the limit
    with due as materialized (
      select id from outbox
      where store_id = ${deps.storeId} and state = 'waiting' and next_try_at <= ${now} and topic = any(${topics}::text[])
      order by next_try_at limit ${limit} for update skip locked
    )
    update outbox o set attempts = o.attempts + 1, next_try_at = ${new Date(deps.now() + LEASE)}
    from due where o.store_id = ${deps.storeId} and o.id = due.id
    returning o.id, o.topic, o.subject, o.payload, o.attempts`.execute(deps.db)
  ).rows
}

type Settlement = { state?: 'done' | 'dead'; done_at?: Date; next_try_at?: Date; last_error: string | null }

const settle = async (deps: Deps, id: string, set: Settlement): Promise<void> => {
  await deps.db.updateTable('outbox').set(set).where('store_id', '=', deps.storeId).where('id', '=', id).execute()
}
