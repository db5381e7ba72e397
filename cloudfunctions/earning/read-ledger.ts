/** A leader's rows and movements as the rules know them. */
import type { Selectable } from 'kysely'
import type { Earning } from '@/domain/commission/earning'
import type { Movement } from '@/domain/commission/ledger'
import type { EarningId, MemberId, TransferId } from '@/domain/ids'
import { epochMs, type EpochMs } from '@/domain/time'
import type { Db, Trx } from '../runtime/db/connect'
import type { Tables } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'
import { earningOf } from './earning-row'

export type Ledger = { readonly earnings: readonly Earning[]; readonly movements: readonly Movement[] }

/** Movements oldest first; with `until`, only those before it. Read in one transaction they are of one moment. */
export const readLedger = async (db: Db | Trx, deps: Deps, leaderId: string, until?: EpochMs): Promise<Ledger> => {
  const rows = await db
    .selectFrom('earning')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('leader_id', '=', leaderId)
    .orderBy('booked_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const moves = await db
    .selectFrom('earning_movement')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('leader_id', '=', leaderId)
    .$if(until !== undefined, (query) => query.where('at', '<', new Date(until ?? 0)))
    .orderBy('at')
    .orderBy('earning_id')
    .orderBy('seq')
    .execute()
  return { earnings: rows.map(earningOf), movements: moves.map(movementOf) }
}

const movementOf = (row: Selectable<Tables['earning_movement']>): Movement => ({
  at: epochMs(row.at.getTime()),
  earningId: row.earning_id as EarningId,
  leaderId: row.leader_id as MemberId,
  cause: row.cause,
  transferId: row.transfer_id as TransferId | null,
  from: row.from_row,
  to: row.to_row,
  postings: row.postings,
})
