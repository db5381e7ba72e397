/** A leader's statement of a month as leader and staff see it: sums over the whole of it, and one page of rows that explain themselves. */
import { STATEMENT_PAGE, type StatementView } from '@/contract/earning'
import { forecast } from '@/domain/commission/forecast'
import { monthPeriod } from '@/domain/commission/period'
import { statementOf, type Statement } from '@/domain/commission/statement'
import type { MemberId } from '@/domain/ids'
import { dayText, type EpochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import { explainRow } from './explain-row'
import type { LeaderMoney } from './leader-money.sql'
import { atOneMoment } from './read-ledger'
import { readBalances, readMonth, readMonths, readOpenRows } from './read-month'
import { readRowFacts } from './row-facts.sql'

type Wish = { readonly month?: string | undefined; readonly page: number }

const monthOf = (at: EpochMs): string => dayText(at).slice(0, 7)

export const statementView = async (
  deps: Deps,
  leaderId: MemberId,
  { usualMs, rateBp }: Pick<LeaderMoney, 'usualMs' | 'rateBp'>,
  wish: Wish,
): Promise<StatementView> => {
  const now = deps.now()
  const month = wish.month ?? monthOf(now)
  const period = monthPeriod(month)
  const { earnings, movements, opening, always, months, open } = await atOneMoment(deps, async (trx) => ({
    ...(await readMonth(trx, deps, leaderId, period)),
    ...(await readBalances(trx, deps, leaderId, period)),
    months: await readMonths(trx, deps, leaderId),
    open: await readOpenRows(trx, deps, leaderId),
  }))
  const statement = statementOf(leaderId, period, earnings, movements, opening)
  const shown = statement.rows.slice((wish.page - 1) * STATEMENT_PAGE, wish.page * STATEMENT_PAGE)
  return {
    ...statement,
    month,
    rows: await explained(deps, shown),
    rowTotal: statement.rows.length,
    months: [...new Set([monthOf(now), ...months])].sort().reverse(),
    balances: always,
    paidOutEverFen: always['paid-out'],
    rateBp,
    forecast: forecast(open, usualMs, now),
  }
}

export const explained = async (deps: Deps, rows: Statement['rows']): Promise<StatementView['rows']> => {
  const lines = rows.flatMap(({ orderId, lineId }) => (orderId && lineId ? [{ orderId, lineId }] : []))
  const facts = await readRowFacts(deps, lines)
  return rows.map((row) => explainRow(row, facts.get(row.lineId ?? '')))
}
