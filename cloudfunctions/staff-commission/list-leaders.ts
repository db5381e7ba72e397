/** What every leader has where, in one look: sums of rows by state, the payout under way, and when money last arrived. */
import { sql } from 'kysely'
import type { LeaderMoneyRow, staffCommission as contract } from '@/contract/staff-commission'
import type { EarningState } from '@/domain/commission/earning'
import { balancesOfRows, sumOfBalances } from '@/domain/commission/ledger'
import type { PayoutState } from '@/domain/commission/payout'
import { fen, ZERO } from '@/domain/money'
import { ok } from '@/domain/result'
import { epochMs } from '@/domain/time'
import { USUAL_RATE } from '../earning/last-touch.sql'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'

type Row = Omit<LeaderMoneyRow, 'balances' | 'lastPaidAt' | 'payout'> & {
  readonly sums: Partial<Record<EarningState, number>> | null
  readonly payout: { state: PayoutState; amountFen: number } | null
  readonly lastPaidAt: Date | null
}

export const listLeaders: UseCase<typeof contract.leaders> = async (deps, _caller, { text = '' }) => {
  const rows = (await readLeaders(deps, text)).map(viewOf)
  const totals = sumOfBalances(rows.map((row) => row.balances))
  const toCheck = rows.filter((row) => row.payout?.state === 'proposed').length
  return ok({ rows, totals, waiting: { toCheck, toPayFen: totals['leader-payable'] } })
}

/** Who earns, or ever earned; most owed first. */
const readLeaders = async (deps: Deps, text: string): Promise<Row[]> =>
  (
    await sql<Row>`
    select l.member_id as "memberId", coalesce(m.name, '') as name, m.avatar, l.state,
      coalesce(l.rate_bp, (select rate_bp from commission_terms where store_id = l.store_id), ${USUAL_RATE}::int) as "rateBp",
      e.sums, (
        select jsonb_build_object('state', state, 'amountFen', amount_fen) from payout
        where store_id = l.store_id and leader_id = l.member_id and state in ('proposed', 'approved')) as payout,
      (select max(ended_at) from transfer where store_id = l.store_id and leader_id = l.member_id and state = 'paid') as "lastPaidAt"
    from leader l
    left join member m on m.store_id = l.store_id and m.id = l.member_id
    left join lateral (
      select jsonb_object_agg(state, amount) as sums from (
        select state, sum(amount_fen)::bigint as amount from earning
        where store_id = l.store_id and leader_id = l.member_id group by state) s) e on true
    where l.store_id = ${deps.storeId} and (l.state in ('approved', 'suspended') or e.sums is not null)
      and (${text}::text = '' or m.name ilike '%' || ${text.replace(/[\\%_]/g, '\\$&')}::text || '%')
    order by coalesce((e.sums ->> 'payable')::bigint, 0) desc, l.member_id`.execute(deps.db)
  ).rows

const viewOf = ({ sums, payout, lastPaidAt, ...row }: Row): LeaderMoneyRow => ({
  ...row,
  balances: balancesOfRows(
    Object.entries(sums ?? {}).map(([state, amount]) => ({
      state: state as EarningState,
      amountFen: fen(amount ?? 0),
      baseFen: ZERO,
      releaseAt: null,
    })),
  ),
  payout: payout && { state: payout.state, amountFen: fen(payout.amountFen) },
  lastPaidAt: lastPaidAt && epochMs(lastPaidAt.getTime()),
})
