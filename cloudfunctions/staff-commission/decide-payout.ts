/** The second pair of eyes lets a payout go, or not; its maker may take it back. Transfers are written before WeChat is asked. */
import type { staffCommission as contract, StaffPayoutView } from '@/contract/staff-commission'
import { approvePayout, canMovePayout, type CheckNo, type Proposed } from '@/domain/commission/payout'
import type { EarningId, PayoutId, StaffId, TransferId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { ok, refuse, type Result } from '@/domain/result'
import { epochMs } from '@/domain/time'
import { keptOf, type Kept } from '../earning/earning-row'
import { openBooks } from '../earning/open-books'
import type { PayoutRow } from '../earning/payout-rows.sql'
import { audit } from '../runtime/audit'
import type { StaffCaller } from '../runtime/caller'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { colleagueOf } from './payable.sql'
import { staffPayoutView } from './payout-view'

type No = { code: 'payout.unknown' } | CheckNo
type Outcome = Promise<Result<StaffPayoutView, No>>
type Decision = Pick<PayoutRow, 'state'> & Partial<Pick<PayoutRow, 'checker_id' | 'reason'>>

export const approve: UseCase<typeof contract.approve> = (deps, caller, { payoutId }) =>
  decide(deps, payoutId, async (trx, payout) => {
    if (!canMovePayout(payout.state, 'approved')) return refuse({ code: 'payout.over', state: payout.state })
    const { proposed, rows, current } = await lockRows(trx, deps, payout)
    const checked = approvePayout(
      proposed,
      colleagueOf(caller),
      current.map(({ earning }) => earning),
    )
    if (!checked.ok) return checked
    await writeTransfers(trx, deps, payout, rows, current)
    return ok(await move(trx, deps, caller, payout, { state: 'approved', checker_id: caller.staffId }))
  })

export const reject: UseCase<typeof contract.reject> = (deps, caller, { payoutId, reason }) =>
  decide(deps, payoutId, async (trx, payout) => {
    if (payout.maker_id === caller.staffId) return refuse({ code: 'payout.same-person' })
    if (!canMovePayout(payout.state, 'rejected')) return refuse({ code: 'payout.over', state: payout.state })
    return ok(await move(trx, deps, caller, payout, { state: 'rejected', checker_id: caller.staffId, reason }))
  })

export const withdraw: UseCase<typeof contract.withdraw> = (deps, caller, { payoutId }) =>
  decide(deps, payoutId, async (trx, payout) => {
    if (!canMovePayout(payout.state, 'withdrawn')) return refuse({ code: 'payout.over', state: payout.state })
    return ok(await move(trx, deps, caller, payout, { state: 'withdrawn' }))
  })

/** Of two who decide at once the second finds it decided. */
const decide = (deps: Deps, payoutId: PayoutId, act: (trx: Trx, payout: PayoutRow) => Outcome): Outcome =>
  deps.db.transaction().execute(async (trx) => {
    const payout = await trx
      .selectFrom('payout')
      .selectAll()
      .where('store_id', '=', deps.storeId)
      .where('id', '=', payoutId)
      .forUpdate()
      .executeTakeFirst()
    return payout ? act(trx, payout) : refuse({ code: 'payout.unknown' })
  })

const move = async (
  trx: Trx,
  deps: Deps,
  caller: StaffCaller,
  before: PayoutRow,
  decision: Decision,
): Promise<StaffPayoutView> => {
  const after = await trx
    .updateTable('payout')
    .set({ ...decision, decided_at: new Date(deps.now()) })
    .where('store_id', '=', deps.storeId)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await audit(trx, deps, caller, {
    action: `payout.${decision.state}`,
    subject: before.id,
    before: { state: before.state, amountFen: before.amount_fen, makerId: before.maker_id },
    after: { state: after.state, ...(after.reason ? { reason: after.reason } : {}) },
  })
  return staffPayoutView(trx, deps, caller, after)
}

type PlannedRow = { readonly earning_id: string; readonly transfer_no: number; readonly amount_fen: number }
type Locked = { readonly proposed: Proposed; readonly rows: readonly PlannedRow[]; readonly current: readonly Kept[] }

/** Every row that is owed to the leader now, locked in the order of ids: a refund that comes meanwhile waits and claws back. */
const lockRows = async (trx: Trx, deps: Deps, payout: PayoutRow): Promise<Locked> => {
  const rows = await trx
    .selectFrom('payout_row')
    .select(['earning_id', 'transfer_no', 'amount_fen'])
    .where('store_id', '=', deps.storeId)
    .where('payout_id', '=', payout.id)
    .orderBy('earning_id')
    .execute()
  const current = await trx
    .selectFrom('earning')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('leader_id', '=', payout.leader_id)
    .where('state', '=', 'payable')
    .orderBy('id')
    .forUpdate()
    .execute()
  const proposed: Proposed = {
    state: payout.state,
    makerId: payout.maker_id as StaffId,
    proposedAt: epochMs(payout.proposed_at.getTime()),
    rows: rows.map((row) => ({ earningId: row.earning_id as EarningId, amountFen: fen(row.amount_fen) })),
  }
  return { proposed, rows, current: current.map(keptOf) }
}

/** WeChat takes letters and digits only. */
const billNoOf = (id: TransferId): string => id.replace('_', '')

const writeTransfers = async (
  trx: Trx,
  deps: Deps,
  payout: PayoutRow,
  rows: readonly PlannedRow[],
  current: readonly Kept[],
): Promise<void> => {
  const byId = new Map<string, Kept>(current.map((kept) => [kept.earning.id, kept]))
  const books = openBooks(deps)
  for (const transferNo of new Set(rows.map((row) => row.transfer_no))) {
    const id = deps.newId('trf')
    const own = rows.filter((row) => row.transfer_no === transferNo)
    await trx
      .insertInto('transfer')
      .values({
        store_id: deps.storeId,
        id,
        payout_id: payout.id,
        leader_id: payout.leader_id,
        out_bill_no: billNoOf(id),
        amount_fen: own.reduce((sum, row) => sum + row.amount_fen, 0),
        state: 'unsent',
        created_at: new Date(deps.now()),
      })
      .execute()
    for (const { earning_id } of own) {
      const kept = byId.get(earning_id)
      if (!kept) throw new Error(`${earning_id} was checked and vanished`)
      books.move(kept, { kind: 'sent', transferId: id })
    }
  }
  await books.write(trx)
}
