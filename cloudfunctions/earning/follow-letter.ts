/**
 * The letter that makes commission follow its order: written with whatever pays, completes or refunds an order of a leader,
 * never for other orders. Light on purpose, because rooms that move money carry it with them.
 */
import { letterRow, type Letter } from '../runtime/outbox'
import type { Deps } from '../runtime/deps'

const letterOf = (orderId: string): Letter => ({ topic: 'commission.follow', subject: orderId })

/** A row for `outbox`. */
export const followLetter = (deps: Deps, orderId: string) => letterRow(deps, letterOf(orderId))

/** A common table expression over `moved (id, leader_id)`, one row; $1 is the store. `letterId` and `now` name parameters. */
export const followedCte = (letterId: string, now: string): string => `
followed as (
  insert into outbox (store_id, id, topic, subject, payload, next_try_at, created_at)
  select $1, ${letterId}, 'commission.follow', moved.id, '{}', ${now}::timestamptz, ${now}::timestamptz
  from moved where moved.leader_id is not null
)`
