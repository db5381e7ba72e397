/** Payouts, newest first, with the counts of the tabs. */
import type { staffCommission as contract } from '@/contract/staff-commission'
import type { PayoutState } from '@/domain/commission/payout'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { staffPayoutViews } from './payout-view'

const none: Record<PayoutState, number> = { proposed: 0, approved: 0, rejected: 0, withdrawn: 0, finished: 0 }

export const listPayouts: UseCase<typeof contract.payouts> = async (deps, caller, { state, page, pageSize }) => {
  const counted = await deps.db
    .selectFrom('payout')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('store_id', '=', deps.storeId)
    .groupBy('state')
    .execute()
  const rows = await deps.db
    .selectFrom('payout')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .$if(state !== 'all', (query) => query.where('state', '=', state as PayoutState))
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const of = { ...none, ...Object.fromEntries(counted.map((row) => [row.state, row.count])) }
  const counts = { ...of, all: counted.reduce((sum, row) => sum + row.count, 0) }
  return ok({ rows: await staffPayoutViews(deps.db, deps, caller, rows), total: counts[state], counts })
}
