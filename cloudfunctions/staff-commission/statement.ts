/** A leader's statement as the staff see it, with what a payout would be; and a correction of it, with a reason the leader reads. */
import type { staffCommission as contract, StaffStatementView } from '@/contract/staff-commission'
import { adjust } from '@/domain/commission/earning'
import type { MemberId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import { findLeaderMoney, type LeaderMoney } from '../earning/leader-money.sql'
import { openBooks } from '../earning/open-books'
import { payoutsOf } from '../earning/payout-rows.sql'
import { statementCsv } from '../earning/statement-csv'
import { statementView } from '../earning/statement-view'
import { audit } from '../runtime/audit'
import type { StaffCaller } from '../runtime/caller'
import { brokenConstraint } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { hasOpenPayout, planFor, readOwed } from './payable.sql'
import { staffPayoutViews } from './payout-view'

const unknown = () => refuse({ code: 'leader.unknown' as const })

export const openStatement: UseCase<typeof contract.statement> = async (deps, caller, { memberId, ...wish }) => {
  const leader = await findLeaderMoney(deps, memberId)
  return leader ? ok(await viewOf(deps, caller, memberId, leader, wish)) : unknown()
}

const viewOf = async (
  deps: Deps,
  caller: StaffCaller,
  memberId: MemberId,
  leader: LeaderMoney,
  wish: { readonly month?: string | undefined; readonly page: number },
): Promise<StaffStatementView> => {
  const { name, state, communities } = leader
  const standing = {
    state,
    hasOpenPayout: await hasOpenPayout(deps.db, deps, memberId),
    owed: await readOwed(deps, memberId),
  }
  const plan = planFor(caller, standing)
  return {
    ...(await statementView(deps, memberId, leader, wish)),
    leader: { memberId, name, state, communities },
    plan: plan.ok ? { value: plan.value } : { no: plan.refusal },
    payouts: await staffPayoutViews(deps.db, deps, caller, await payoutsOf(deps.db, deps, memberId)),
  }
}

export const exportStatement: UseCase<typeof contract.exportStatement> = async (deps, caller, { memberId, month }) => {
  const leader = await findLeaderMoney(deps, memberId)
  if (!leader) return unknown()
  const entry = { action: 'commission.export', subject: memberId, subjectName: leader.name, after: { month } }
  await audit(deps.db, deps, caller, entry)
  return ok(await statementCsv(deps, memberId, month, leader.name))
}

export const adjustStatement: UseCase<typeof contract.adjust> = async (deps, caller, input) => {
  const { memberId, requestId, amountFen, remark } = input
  const leader = await findLeaderMoney(deps, memberId)
  if (!leader) return unknown()
  const adjusted = adjust({ id: deps.newId('ern'), leaderId: memberId, amountFen, remark }, deps.now())
  if (!adjusted.ok) return adjusted
  const books = openBooks(deps)
  books.book(adjusted.value, { staffId: caller.staffId, requestId })
  try {
    await deps.db.transaction().execute(async (trx) => {
      await books.write(trx)
      const after = { earningId: adjusted.value.id, amountFen, remark: adjusted.value.remark }
      await audit(trx, deps, caller, {
        action: 'commission.adjust',
        subject: memberId,
        subjectName: leader.name,
        after,
      })
    })
  } catch (error) {
    // the second tap of the same dialog: it has been booked
    if (brokenConstraint(error) !== 'earning_request_repeated') throw error
  }
  return ok(await viewOf(deps, caller, memberId, leader, { page: 1 }))
}
