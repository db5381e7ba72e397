/**
 * The part of a leader's books that the statement of a month shows: the rows that moved in it or stood open at its end, and of what
 * lies before only the sums. The ledger grows for ever, a month does not.
 */
import { sql } from 'kysely'
import type { EarningState } from '@/domain/commission/earning'
import { balancesOf, balancesOfRows, sumOfBalances, type Account, type Balances } from '@/domain/commission/ledger'
import type { Period } from '@/domain/commission/period'
import { fen, ZERO } from '@/domain/money'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { earningOf } from './earning-row'
import { earningRows, movementOf, movementRows, type Ledger } from './read-ledger'

/** Of the rows all movements until the end of the period: a carried row says when it was received. */
export const readMonth = async (trx: Trx, deps: Deps, leaderId: string, period: Period): Promise<Ledger> => {
  const ids = await rowsOfMonth(trx, deps, leaderId, period)
  if (ids.length === 0) return { earnings: [], movements: [] }
  const rows = await earningRows(trx, deps)
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .execute()
  const moves = await movementRows(trx, deps)
    .where('earning_id', '=', sql<string>`any(${ids}::text[])`)
    .where('at', '<', new Date(period.untilAt))
    .execute()
  return { earnings: rows.map(earningOf), movements: moves.map(movementOf) }
}

const OVER = sql`('paid', 'dropped')`

/** Whoever is open now and was booked before the end, or left an open state only after it, stood open at the end. */
const rowsOfMonth = async (trx: Trx, { storeId }: Deps, leaderId: string, period: Period): Promise<string[]> => {
  const [from, until] = [new Date(period.fromAt), new Date(period.untilAt)]
  const { rows } = await sql<{ id: string }>`
    select earning_id as id from earning_movement
    where store_id = ${storeId} and leader_id = ${leaderId} and at >= ${from}::timestamptz and at < ${until}::timestamptz
    union
    select id from earning
    where store_id = ${storeId} and leader_id = ${leaderId} and booked_at < ${until}::timestamptz and state not in ${OVER}
    union
    select m.earning_id from earning_movement m
    join earning e on e.store_id = m.store_id and e.id = m.earning_id and e.booked_at < ${until}::timestamptz
    where m.store_id = ${storeId} and m.leader_id = ${leaderId} and m.at >= ${until}::timestamptz
      and m.from_row ->> 'state' not in ${OVER}
  `.execute(trx)
  return rows.map(({ id }) => id)
}

/**
 * Balances of now are what the rows claim, which the nightly check proves to be the ledger's; those before the period are what is left
 * without the movements since. So looking at this month costs this month, and no sum over all movements that ever were.
 */
export const readBalances = async (
  trx: Trx,
  { storeId }: Deps,
  leaderId: string,
  { fromAt }: Period,
): Promise<{ opening: Balances; always: Balances }> => {
  const { rows: sums } = await sql<{ state: EarningState; amountFen: number }>`
    select state, sum(amount_fen)::bigint as "amountFen" from earning
    where store_id = ${storeId} and leader_id = ${leaderId} group by state`.execute(trx)
  const { rows: since } = await sql<{ account: Account; amountFen: number }>`
    select p.account, sum(p."amountFen")::bigint as "amountFen"
    from earning_movement m cross join lateral jsonb_to_recordset(m.postings) as p (account text, "amountFen" bigint)
    where m.store_id = ${storeId} and m.leader_id = ${leaderId} and m.at >= ${new Date(fromAt)}::timestamptz
    group by 1`.execute(trx)
  const always = balancesOfRows(
    sums.map(({ state, amountFen }) => ({ state, amountFen: fen(amountFen), baseFen: ZERO, releaseAt: null })),
  )
  const back = since.map(({ account, amountFen }) => ({ account, amountFen: fen(-amountFen) }))
  return { opening: sumOfBalances([always, balancesOf([{ postings: back }])]), always }
}

/** Months in which something moved, newest first: one step of the index a month, however many movements lie in it. */
export const readMonths = async (trx: Trx, { storeId }: Deps, leaderId: string): Promise<string[]> => {
  const { rows } = await sql<{ month: string }>`
    with recursive months (month) as (
      (select date_trunc('month', at at time zone interval '8 hours') from earning_movement
        where store_id = ${storeId} and leader_id = ${leaderId} order by at desc limit 1)
      union all
      select (select date_trunc('month', at at time zone interval '8 hours') from earning_movement
        where store_id = ${storeId} and leader_id = ${leaderId} and at < m.month at time zone interval '8 hours'
        order by at desc limit 1)
      from months m where m.month is not null
    )
    select to_char(month, 'YYYY-MM') as month from months where month is not null`.execute(trx)
  return rows.map(({ month }) => month)
}

/** What is still to come, or held. */
export const readOpenRows = async (trx: Trx, deps: Deps, leaderId: string): Promise<Ledger['earnings']> =>
  (
    await earningRows(trx, deps)
      .where('leader_id', '=', leaderId)
      .where('state', 'not in', ['paid', 'dropped'])
      .execute()
  ).map(earningOf)
