/** One colleague proposes a payout of everything that is owed; nothing moves before another one lets it go. */
import type { staffCommission as contract, StaffPayoutView } from '@/contract/staff-commission'
import type { RefusalOf } from '@/contract/define'
import type { PayoutPlan } from '@/domain/commission/split-payout'
import { ok, refuse, type Result } from '@/domain/result'
import { openBooks } from '../earning/open-books'
import type { Kept } from '../earning/earning-row'
import type { PayoutRow } from '../earning/payout-rows.sql'
import { audit } from '../runtime/audit'
import type { StaffCaller } from '../runtime/caller'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { hasOpenPayout, lockOwed, planFor } from './payable.sql'
import { staffPayoutView } from './payout-view'

type No = RefusalOf<typeof contract.propose>

export const proposePayout: UseCase<typeof contract.propose> = (deps, caller, { memberId, amountFen }) =>
  deps.db.transaction().execute(async (trx): Promise<Result<StaffPayoutView, No>> => {
    // locked, so that of two who propose at once one sees the other's
    const leader = await trx
      .selectFrom('leader')
      .select('state')
      .where('store_id', '=', deps.storeId)
      .where('member_id', '=', memberId)
      .forUpdate()
      .executeTakeFirst()
    if (!leader) return refuse({ code: 'leader.unknown' })
    const owed = await lockOwed(trx, deps, memberId)
    const isOpen = await hasOpenPayout(trx, deps, memberId)
    const plan = planFor(caller, { state: leader.state, hasOpenPayout: isOpen, owed })
    if (!plan.ok) return plan
    if (plan.value.amountFen !== amountFen) return refuse({ code: 'payout.plan-changed', plan: plan.value })
    const payout = await writePayout(trx, deps, caller, memberId, plan.value, owed)
    return ok(await staffPayoutView(trx, deps, caller, payout))
  })

const writePayout = async (
  trx: Trx,
  deps: Deps,
  caller: StaffCaller,
  leaderId: string,
  plan: PayoutPlan,
  owed: readonly Kept[],
): Promise<PayoutRow> => {
  const rows = rowsOf(plan, owed)
  const books = openBooks(deps)
  for (const { kept } of rows) if (kept.earning.state === 'failed') books.move(kept, { kind: 'retried' })
  await books.write(trx)
  const id = deps.newId('pyo')
  const payout = await trx
    .insertInto('payout')
    .values({
      store_id: deps.storeId,
      id,
      leader_id: leaderId,
      state: 'proposed',
      amount_fen: plan.amountFen,
      maker_id: caller.staffId,
      proposed_at: new Date(deps.now()),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('payout_row')
    .values(
      rows.map(({ kept, transferNo }) => ({
        store_id: deps.storeId,
        payout_id: id,
        earning_id: kept.earning.id,
        transfer_no: transferNo,
        amount_fen: kept.earning.amountFen,
      })),
    )
    .execute()
  const { transfers, amountFen } = plan
  const after = { leaderId, amountFen, transfers: transfers.map((transfer) => transfer.amountFen), rows: rows.length }
  await audit(trx, deps, caller, { action: 'payout.propose', subject: id, after })
  return payout
}

const rowsOf = (plan: PayoutPlan, owed: readonly Kept[]): { kept: Kept; transferNo: number }[] => {
  const byId = new Map(owed.map((kept) => [kept.earning.id, kept]))
  return plan.transfers.flatMap(({ earningIds }, at) =>
    earningIds.map((id) => {
      const kept = byId.get(id)
      if (!kept) throw new Error(`${id} is not owed`)
      return { kept, transferNo: at + 1 }
    }),
  )
}
