/** What the nightly proof of the books found, and the balances of the whole shop; on demand it looks again at once. */
import { sql } from 'kysely'
import type { LedgerCheck, staffCommission as contract } from '@/contract/staff-commission'
import { balancesOf, isZero, type Account } from '@/domain/commission/ledger'
import { fen } from '@/domain/money'
import { ok, refuse } from '@/domain/result'
import { epochMs } from '@/domain/time'
import { checkBooks } from '../earning/check-books'
import { audit } from '../runtime/audit'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'

export const checkLedger: UseCase<typeof contract.checkLedger> = async (deps, _caller, { again }) => {
  if (again) await checkBooks(deps)
  return ok(await viewOf(deps))
}

export const settleFinding: UseCase<typeof contract.settleFinding> = async (deps, caller, { id, remark }) => {
  const isThere = await deps.db.transaction().execute(async (trx) => {
    const found = await trx
      .updateTable('ledger_finding')
      .set({ settled_at: new Date(deps.now()), settled_by: caller.staffId })
      .where('store_id', '=', deps.storeId)
      .where('id', '=', id)
      .where('settled_at', 'is', null)
      .returning(['kind', 'leader_id', 'facts'])
      .executeTakeFirst()
    if (!found) return false
    const { kind, leader_id, facts } = found
    const entry = { before: { kind, leaderId: leader_id, facts }, after: { remark } }
    await audit(trx, deps, caller, { action: SETTLED, subject: id, ...entry })
    return true
  })
  return isThere ? ok(await viewOf(deps)) : refuse({ code: 'finding.unknown' })
}

const SETTLED = 'commission.settle-finding'
const MOST = 100

/** The reason stands in the trail, where nobody can change it. */
const remarkOf = sql<string | null>`(select a.after ->> 'remark' from audit a
  where a.store_id = f.store_id and a.subject = f.id and a.action = ${SETTLED} order by a.id desc limit 1)`.as('remark')

const viewOf = async (deps: Deps): Promise<LedgerCheck> => {
  const { storeId, db } = deps
  const check = await db
    .selectFrom('ledger_check')
    .select('checked_at')
    .where('store_id', '=', storeId)
    .executeTakeFirst()
  const { rows: sums } = await sql<{ account: Account; amount: number }>`
    select p ->> 'account' as account, sum((p ->> 'amountFen')::bigint)::bigint as amount
    from earning_movement cross join lateral jsonb_array_elements(postings) p
    where store_id = ${storeId} group by 1`.execute(db)
  const balances = balancesOf([{ postings: sums.map(({ account, amount }) => ({ account, amountFen: fen(amount) })) }])
  const findings = await db
    .selectFrom('ledger_finding as f')
    .leftJoin('member as m', (j) => j.onRef('m.store_id', '=', 'f.store_id').onRef('m.id', '=', 'f.leader_id'))
    .leftJoin('staff as s', (j) => j.onRef('s.store_id', '=', 'f.store_id').onRef('s.id', '=', 'f.settled_by'))
    .select(['f.id', 'f.kind', 'm.name', 'f.facts', 'f.found_at', 'f.settled_at', 's.name as settledBy', remarkOf])
    .where('f.store_id', '=', storeId)
    .orderBy(sql`f.settled_at is not null, f.found_at desc, f.id`)
    .limit(MOST)
    .execute()
  return {
    checkedAt: check ? epochMs(check.checked_at.getTime()) : null,
    isZero: isZero(balances),
    balances,
    findings: findings.map((found) => ({
      id: found.id,
      kind: found.kind,
      leader: found.name,
      ...factsOf(found.facts as Record<string, unknown>),
      foundAt: epochMs(found.found_at.getTime()),
      settled: found.settled_at && {
        at: epochMs(found.settled_at.getTime()),
        by: found.settledBy ?? '',
        remark: found.remark ?? '',
      },
    })),
  }
}

const factsOf = ({ mendedAt, ...facts }: Record<string, unknown>) => ({
  facts,
  mendedAt: typeof mendedAt === 'number' ? epochMs(mendedAt) : null,
})
