/** Payouts with their transfers. */
import type { Selectable } from 'kysely'
import type { PayoutView, TransferView } from '@/contract/earning'
import { confirmDeadline } from '@/domain/commission/clocks'
import type { PayoutId, TransferId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { epochMs, type EpochMs } from '@/domain/time'
import type { Db, Trx } from '../runtime/db/connect'
import type { Tables } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'

export type PayoutRow = Selectable<Tables['payout']>
export type TransferRow = Selectable<Tables['transfer']>

const instant = (at: Date | null): EpochMs | null => at && epochMs(at.getTime())

export const transferView = (row: TransferRow): TransferView => {
  const askedAt = instant(row.asked_at)
  return {
    id: row.id as TransferId,
    payoutId: row.payout_id as PayoutId,
    amountFen: fen(row.amount_fen),
    state: row.state,
    askedAt,
    confirmUntilAt: row.state === 'awaiting-confirm' && askedAt !== null ? confirmDeadline(askedAt) : null,
    endedAt: instant(row.ended_at),
    failReason: row.fail_reason,
  }
}

export const payoutView = (row: PayoutRow, transfers: readonly TransferRow[]): PayoutView => ({
  id: row.id as PayoutId,
  state: row.state,
  amountFen: fen(row.amount_fen),
  proposedAt: epochMs(row.proposed_at.getTime()),
  transfers: transfers.filter((transfer) => transfer.payout_id === row.id).map(transferView),
})

export const transfersOf = (db: Db | Trx, deps: Deps, payoutIds: readonly string[]): Promise<TransferRow[]> =>
  payoutIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('transfer')
        .selectAll()
        .where('store_id', '=', deps.storeId)
        .where('payout_id', 'in', [...payoutIds])
        .orderBy('id')
        .execute()

const MOST = 50

export const payoutsOf = (db: Db | Trx, deps: Deps, leaderId: string): Promise<PayoutRow[]> =>
  db
    .selectFrom('payout')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('leader_id', '=', leaderId)
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
