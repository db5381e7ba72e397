/** Offers to take a community over that nobody answered in time: a no. */
import { sql } from 'kysely'
import { lapsedBefore } from '@/domain/community/hand-over'
import type { Deps } from '../runtime/deps'
import type { Round } from '../runtime/each-due'

export const lapseOffers = async (deps: Deps): Promise<Round> => {
  const { rows } = await sql<{ id: string }>`
    update community_hand_over set state = 'lapsed', ended_at = ${new Date(deps.now())}
    where store_id = ${deps.storeId} and state = 'offered' and offered_at <= ${new Date(lapsedBefore(deps.now()))}
    returning id`.execute(deps.db)
  return { done: rows.length, failed: 0 }
}
