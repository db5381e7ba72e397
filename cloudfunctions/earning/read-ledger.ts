/** A leader's rows and movements as the rules know them. */
import type { Selectable } from 'kysely'
import type { Earning } from '@/domain/commission/earning'
import type { Movement } from '@/domain/commission/ledger'
import type { EarningId, MemberId, TransferId } from '@/domain/ids'
import { epochMs } from '@/domain/time'
import type { Db, Trx } from '../runtime/db/connect'
import type { Tables } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'
import { earningOf } from './earning-row'

export type Ledger = { readonly earnings: readonly Earning[]; readonly movements: readonly Movement[] }

/** Rows and movements of one moment, or a row that moves meanwhile would be counted twice or not at all. */
export const atOneMoment = <T>(deps: Deps, read: (trx: Trx) => Promise<T>): Promise<T> =>
  deps.db.transaction().setIsolationLevel('repeatable read').execute(read)

/** All that ever was, movements oldest first. Read in one transaction they are of one moment. */
export const readLedger = async (db: Db | Trx, deps: Deps, leaderId: string): Promise<Ledger> => {
  const rows = await earningRows(db, deps).where('leader_id', '=', leaderId).execute()
  const moves = await movementRows(db, deps).where('leader_id', '=', leaderId).execute()
  return { earnings: rows.map(earningOf), movements: moves.map(movementOf) }
}

/** Newest first. */
export const earningRows = (db: Db | Trx, { storeId }: Deps) =>
  db
    .selectFrom('earning')
    .selectAll()
    .where('store_id', '=', storeId)
    .orderBy('booked_at', 'desc')
    .orderBy('id', 'desc')

/** Oldest first. */
export const movementRows = (db: Db | Trx, { storeId }: Deps) =>
  db
    .selectFrom('earning_movement')
    .selectAll()
    .where('store_id', '=', storeId)
    .orderBy('at')
    .orderBy('earning_id')
    .orderBy('seq')

export const movementOf = (row: Selectable<Tables['earning_movement']>): Movement => ({
  at: epochMs(row.at.getTime()),
  earningId: row.earning_id as EarningId,
  leaderId: row.leader_id as MemberId,
  cause: row.cause,
  transferId: row.transfer_id as TransferId | null,
  from: row.from_row,
  to: row.to_row,
  postings: row.postings,
})
