/** The clock: coupons whose time is over. Locked ones wait for their order. */
import { sql } from 'kysely'
import type { Deps } from '../runtime/deps'
import type { Round } from '../runtime/each-due'

const BATCH = 1000

/** Told in the tab of those that are over; nothing else reads the state of one that has run out. */
export const expireCoupons = async (deps: Deps): Promise<Round> => {
  const now = new Date(deps.now())
  const { numAffectedRows = 0n } = await sql`
    with due as materialized (
      select id from coupon where store_id = ${deps.storeId} and state = 'claimed' and expires_at <= ${now}
      order by expires_at limit ${BATCH} for update skip locked
    )
    update coupon c set state = 'expired', ended_at = c.expires_at
    from due where c.store_id = ${deps.storeId} and c.id = due.id`.execute(deps.db)
  return { done: Number(numAffectedRows), failed: 0 }
}
