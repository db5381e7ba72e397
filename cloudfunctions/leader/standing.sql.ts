/** How somebody stands as a leader. A suspended leader still runs what is open to its end. */
import { leaderPowers, type LeaderState } from '@/domain/community/leader'
import type { MemberId } from '@/domain/ids'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

export const readStanding = async (db: Db, deps: Deps, memberId: MemberId): Promise<LeaderState | null> =>
  (
    await db
      .selectFrom('leader')
      .select('state')
      .where('store_id', '=', deps.storeId)
      .where('member_id', '=', memberId)
      .executeTakeFirst()
  )?.state ?? null

/** The same, and it stays so until the transaction ends: staff who suspend wait. */
export const holdStanding = async (trx: Trx, deps: Deps, memberId: MemberId): Promise<LeaderState | null> =>
  (
    await trx
      .selectFrom('leader')
      .select('state')
      .where('store_id', '=', deps.storeId)
      .where('member_id', '=', memberId)
      .forShare()
      .executeTakeFirst()
  )?.state ?? null

export const mayOpenSales = (state: LeaderState | null): boolean => state !== null && leaderPowers[state].opensSales
export const mayFinishSales = (state: LeaderState | null): boolean =>
  state !== null && leaderPowers[state].finishesSales
