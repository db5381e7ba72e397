/** The leader's own side of the books: statement, payouts, export. Nobody can ask for another's. */
import type { earning as contract } from '@/contract/earning'
import { leaderPowers } from '@/domain/community/leader'
import type { MemberId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { findLeaderMoney, type LeaderMoney } from './leader-money.sql'
import { payoutsOf, payoutView, transfersOf } from './payout-rows.sql'
import { statementCsv } from './statement-csv'
import { statementView } from './statement-view'

const notApproved = () => refuse({ code: 'leader.not-approved' as const })

/** Who is suspended still sees and gets what was earned before. */
const earnerOf = async (deps: Deps, memberId: MemberId): Promise<LeaderMoney | null> => {
  const leader = await findLeaderMoney(deps, memberId)
  return leader && leaderPowers[leader.state].isPaid ? leader : null
}

export const openStatement: UseCase<typeof contract.statement> = async (deps, { memberId }, wish) => {
  const leader = await earnerOf(deps, memberId)
  return leader ? ok(await statementView(deps, memberId, leader, wish)) : notApproved()
}

export const listPayouts: UseCase<typeof contract.payouts> = async (deps, { memberId }) => {
  if (!(await earnerOf(deps, memberId))) return notApproved()
  // what staff are still deciding among themselves is not promised yet
  const payouts = (await payoutsOf(deps.db, deps, memberId)).filter(({ state }) => TOLD.has(state))
  const transfers = await transfersOf(
    deps.db,
    deps,
    payouts.map(({ id }) => id),
  )
  return ok({ items: payouts.map((payout) => payoutView(payout, transfers)) })
}

const TOLD: ReadonlySet<string> = new Set(['approved', 'finished'])

export const exportStatement: UseCase<typeof contract.exportStatement> = async (deps, { memberId }, { month }) =>
  (await earnerOf(deps, memberId)) ? ok(await statementCsv(deps, memberId, month)) : notApproved()
