/**
 * The nightly proof that the books are right: every movement sums to zero and begins where the last one ended, the rows are
 * what their movements left, the statement adds up to them, what was paid out is what WeChat was asked for, and each line of
 * an order has earned from what it still costs. Findings are written down for the staff; nothing is mended by itself.
 */
import { sql } from 'kysely'
import { auditLedger } from '@/domain/commission/audit'
import { balancesOf, isZero, type Balances } from '@/domain/commission/ledger'
import { statementOf } from '@/domain/commission/statement'
import type { MemberId } from '@/domain/ids'
import { subtractFen } from '@/domain/money'
import { dayStart, epochMs, HOUR, later } from '@/domain/time'
import type { Trx } from '../runtime/db/connect'
import { retryConflicts } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import type { Round } from '../runtime/each-due'
import { atOneMoment, readLedger, type Ledger } from './read-ledger'

/** Not before this hour of the shop's night. */
const AT_NIGHT = 3 * HOUR

export const checkBooksAtNight = async (deps: Deps): Promise<Round> => {
  const tonight = later(dayStart(deps.now()), AT_NIGHT)
  if (deps.now() < tonight) return NOTHING
  const last = await deps.db
    .selectFrom('ledger_check')
    .select('checked_at')
    .where('store_id', '=', deps.storeId)
    .executeTakeFirst()
  if (last && last.checked_at.getTime() >= tonight) return NOTHING
  const leaders = await checkBooks(deps)
  return { done: leaders, failed: 0 }
}

const NOTHING: Round = { done: 0, failed: 0 }

/** Looks through the books of everybody who ever earned; returns of how many. */
export const checkBooks = async (deps: Deps): Promise<number> => {
  const leaders = await deps.db
    .selectFrom('earning')
    .select('leader_id')
    .distinct()
    .where('store_id', '=', deps.storeId)
    .orderBy('leader_id')
    .execute()
  for (const { leader_id } of leaders) await checkLeader(deps, leader_id as MemberId)
  const checked_at = new Date(deps.now())
  await deps.db
    .insertInto('ledger_check')
    .values({ store_id: deps.storeId, checked_at })
    .onConflict((conflict) => conflict.column('store_id').doUpdateSet({ checked_at }))
    .execute()
  return leaders.length
}

type Finding = { readonly kind: string }

/** Rows and movements of one moment, or a row that moves meanwhile would look wrong. Staff may look in the same moment as the clock. */
const checkLeader = (deps: Deps, leaderId: MemberId): Promise<void> =>
  retryConflicts(() =>
    atOneMoment(deps, async (trx) => {
      const ledger = await readLedger(trx, deps, leaderId)
      const findings: Finding[] = [
        ...auditLedger(ledger.earnings, ledger.movements),
        ...statementFindings(leaderId, ledger),
        ...(await transferFindings(trx, deps, leaderId, balancesOf(ledger.movements))),
        ...(await orderFindings(trx, deps, leaderId)),
      ]
      await writeFindings(trx, deps, leaderId, findings)
    }),
  )

/** The statement of all time: what it says is payable is what the ledger owes, and it sums to zero. */
const statementFindings = (leaderId: MemberId, { earnings, movements }: Ledger): Finding[] => {
  const always = { fromAt: epochMs(0), untilAt: epochMs(Number.MAX_SAFE_INTEGER) }
  const { closing, payable, change } = statementOf(leaderId, always, earnings, movements)
  const differs = payable.netFen !== closing['leader-payable'] || !isZero(closing) || !isZero(change)
  const byFen = subtractFen(payable.netFen, closing['leader-payable'])
  return differs ? [{ kind: 'statement-differs', ...{ byFen } }] : []
}

const transferFindings = async (trx: Trx, deps: Deps, leaderId: string, ledger: Balances): Promise<Finding[]> => {
  const { rows } = await sql<{ paidFen: number; underWayFen: number }>`
    select coalesce(sum(amount_fen) filter (where state = 'paid'), 0)::bigint as "paidFen",
      coalesce(sum(amount_fen) filter (where state in ('unsent', 'sending', 'awaiting-confirm')), 0)::bigint as "underWayFen"
    from transfer where store_id = ${deps.storeId} and leader_id = ${leaderId}`.execute(trx)
  const { paidFen = 0, underWayFen = 0 } = rows[0] ?? {}
  const by = { paidByFen: paidFen - ledger['paid-out'], underWayByFen: underWayFen - ledger['in-transfer'] }
  return by.paidByFen || by.underWayByFen ? [{ kind: 'transfers-differ', ...by }] : []
}

/** A line and its row, where no letter between them is on its way. */
const orderFindings = async (trx: Trx, deps: Deps, leaderId: string): Promise<Finding[]> => {
  const { rows } = await sql<{ earningId: string; orderId: string; keptFen: number; baseFen: number }>`
    select e.id as "earningId", e.order_id as "orderId", l.paid_fen - l.refunded_fen as "keptFen",
      e.base_fen - e.clawed_fen as "baseFen"
    from earning e
    join order_line l on l.store_id = e.store_id and l.order_id = e.order_id and l.id = e.line_id
    where e.store_id = ${deps.storeId} and e.leader_id = ${leaderId} and e.kind = 'commission' and not e.is_own_purchase
      and l.paid_fen - l.refunded_fen <> e.base_fen - e.clawed_fen
      and not exists (select from outbox o where o.store_id = e.store_id and o.topic = 'commission.follow'
        and o.subject = e.order_id and o.state = 'waiting')`.execute(trx)
  return rows.map((row) => ({ kind: 'order-differs', ...row }))
}

/**
 * What is found night after night is one finding: it stands open, or somebody settled it with a reason. Once a night passes
 * without it, it is over, open or settled: the same facts found later are another finding, as other facts are.
 */
const writeFindings = async (trx: Trx, deps: Deps, leaderId: string, findings: readonly Finding[]): Promise<void> => {
  const at = new Date(deps.now())
  await markMended(trx, deps, leaderId, findings)
  for (const { kind, ...facts } of findings) {
    deps.log.error({ subject: leaderId, kind, facts }, 'the books of commission are wrong')
    await sql`
      insert into ledger_finding (store_id, id, leader_id, kind, facts, found_at)
      select ${deps.storeId}, ${deps.newId('fnd')}, ${leaderId}, ${kind}, ${JSON.stringify(facts)}::jsonb, ${at}::timestamptz
      where not exists (select from ledger_finding where store_id = ${deps.storeId} and leader_id = ${leaderId}
        and kind = ${kind} and facts = ${JSON.stringify(facts)}::jsonb)`.execute(trx)
  }
}

/** `mendedAt` among its facts sets a finding apart from what is found later. */
const markMended = async (trx: Trx, deps: Deps, leaderId: string, findings: readonly Finding[]): Promise<void> => {
  await sql`
    update ledger_finding set facts = facts || jsonb_build_object('mendedAt', ${deps.now()}::bigint)
    where store_id = ${deps.storeId} and leader_id = ${leaderId} and facts -> 'mendedAt' is null
      and facts || jsonb_build_object('kind', kind) not in (select jsonb_array_elements(${JSON.stringify(findings)}::jsonb))`.execute(
    trx,
  )
}
