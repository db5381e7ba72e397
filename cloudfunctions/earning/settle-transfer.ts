/** What WeChat says of a transfer, by notice, answer or query: the first telling counts, the others change nothing. */
import type { Selectable } from 'kysely'
import { confirmDeadline } from '@/domain/commission/clocks'
import { canMoveTransfer, eventOfTransfer, type TransferState } from '@/domain/commission/payout'
import type { MemberId, TransferId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { epochMs } from '@/domain/time'
import { tell } from '../message/tell'
import type { Trx } from '../runtime/db/connect'
import { retryConflicts } from '../runtime/db/errors'
import type { Tables } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'
import { keptOf } from './earning-row'
import { openBooks } from './open-books'

export type TransferTold = {
  readonly outBillNo: string
  readonly status: 'processing' | 'waiting' | 'paid' | 'failed' | 'lapsed'
  readonly billNo: string | null
  readonly packageInfo?: string | null
  readonly reason: string | null
  /** In a notice: to be compared with ours. */
  readonly amountFen?: number
}

/** `mismatch`: another amount than ours; nothing was written and staff see it in the log. */
export type TransferOutcome = 'moved' | 'repeat' | 'unknown' | 'mismatch'

type TransferRow = Selectable<Tables['transfer']>

const stateOf = {
  processing: 'sending',
  waiting: 'awaiting-confirm',
  paid: 'paid',
  failed: 'failed',
  lapsed: 'lapsed',
} as const satisfies Record<TransferTold['status'], TransferState>

export const settleTransfer = (deps: Deps, told: TransferTold): Promise<TransferOutcome> =>
  retryConflicts(() => deps.db.transaction().execute((trx) => settle(trx, deps, told)))

const settle = async (trx: Trx, deps: Deps, told: TransferTold): Promise<TransferOutcome> => {
  const transfer = await lockTransfer(trx, deps, told.outBillNo)
  if (!transfer) return 'unknown'
  if (told.amountFen !== undefined && told.amountFen !== transfer.amount_fen) {
    deps.log.error({ subject: transfer.id }, 'a transfer does not fit its notice')
    return 'mismatch'
  }
  const state = stateOf[told.status]
  // still waiting for WeChat: only why may be new
  const isStill = state === 'sending' && transfer.state === 'sending'
  if (!isStill && !canMoveTransfer(transfer.state, state)) return 'repeat'
  await writeTransfer(trx, deps, transfer, state, told)
  if (state === 'sending') return 'repeat'
  await moveRows(trx, deps, transfer.id, state)
  if (state === 'awaiting-confirm') await tellLeader(trx, deps, transfer)
  if (state !== 'awaiting-confirm') await finishPayout(trx, deps, transfer.payout_id)
  return 'moved'
}

const tellLeader = (trx: Trx, deps: Deps, { id, leader_id, amount_fen, asked_at }: TransferRow): Promise<void> => {
  const confirmBy = confirmDeadline(asked_at ? epochMs(asked_at.getTime()) : deps.now())
  const facts = { transferId: id as TransferId, amountFen: fen(amount_fen), confirmBy }
  return tell(trx, deps, [{ kind: 'payout-waiting', memberId: leader_id as MemberId, subject: id, facts }])
}

const lockTransfer = (trx: Trx, deps: Deps, outBillNo: string): Promise<TransferRow | undefined> =>
  trx
    .selectFrom('transfer')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('out_bill_no', '=', outBillNo)
    .forUpdate()
    .executeTakeFirst()

const writeTransfer = async (
  trx: Trx,
  deps: Deps,
  transfer: TransferRow,
  state: TransferState,
  { billNo, packageInfo, reason }: TransferTold,
): Promise<void> => {
  const isOver = state === 'paid' || state === 'failed' || state === 'lapsed'
  await trx
    .updateTable('transfer')
    .set({
      state,
      wechat_bill_no: billNo ?? transfer.wechat_bill_no,
      // it confirms a transfer, so it goes when there is nothing left to confirm
      package_info: isOver ? null : (packageInfo ?? transfer.package_info),
      fail_reason: reason,
      ...(isOver ? { ended_at: new Date(deps.now()) } : {}),
    })
    .where('store_id', '=', deps.storeId)
    .where('id', '=', transfer.id)
    .execute()
}

/** Every row of a transfer goes the way of the transfer. */
const moveRows = async (trx: Trx, deps: Deps, id: string, state: keyof typeof eventOfTransfer): Promise<void> => {
  const rows = await trx
    .selectFrom('earning')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('transfer_id', '=', id)
    .where('state', 'in', state === 'awaiting-confirm' ? ['paying'] : ['paying', 'awaiting-confirm'])
    .orderBy('id')
    .forUpdate()
    .execute()
  const books = openBooks(deps)
  for (const row of rows) books.move(keptOf(row), { kind: eventOfTransfer[state] })
  await books.write(trx)
}

/** Finished when each of its transfers is over, one way or the other. */
const finishPayout = async (trx: Trx, deps: Deps, payoutId: string): Promise<void> => {
  await trx
    .selectFrom('payout')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('id', '=', payoutId)
    .forUpdate()
    .execute()
  await trx
    .updateTable('payout')
    .set({ state: 'finished', finished_at: new Date(deps.now()) })
    .where('store_id', '=', deps.storeId)
    .where('id', '=', payoutId)
    .where('state', '=', 'approved')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('transfer')
            .select('id')
            .where('store_id', '=', deps.storeId)
            .where('payout_id', '=', payoutId)
            .where('state', 'in', ['unsent', 'sending', 'awaiting-confirm']),
        ),
      ),
    )
    .execute()
}
