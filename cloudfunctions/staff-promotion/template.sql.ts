/** Coupon templates as rows: reading them with what became of their coupons, locking one, writing one. */
import { sql, type Selectable } from 'kysely'
import type { Burn, TemplateRow } from '@/contract/staff-promotion'
import { mostCostFen, type CouponTemplate } from '@/domain/coupon/template'
import type { CouponTemplateId } from '@/domain/ids'
import { fen, type Fen } from '@/domain/money'
import { epochMs } from '@/domain/time'
import { scopeNamesSql } from '../coupon/scope-names.sql'
import type { Db, Trx } from '../runtime/db/connect'
import type { Tables } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'
import { dateOrNull, dealActs, instantOrNull } from './deal'

export type TemplateRecord = Selectable<Tables['coupon_template']>

/** Whoever hands out a coupon or changes its template waits here. */
export const lockTemplate = async (trx: Trx, deps: Deps, id: CouponTemplateId): Promise<TemplateRecord | null> =>
  (await trx
    .selectFrom('coupon_template')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()) ?? null

export const templateOf = (row: TemplateRecord): CouponTemplate => ({
  ...row.terms,
  id: row.id as CouponTemplateId,
  name: row.name,
  status: row.status,
  isClaimable: row.is_claimable,
  claimFromAt: instantOrNull(row.claim_from),
  claimUntilAt: instantOrNull(row.claim_until),
  validity: validityOf(row),
  budget: row.budget,
  perPerson: row.per_person,
  perDay: row.per_day,
})

const validityOf = ({ id, valid_days, valid_from, valid_until }: TemplateRecord): CouponTemplate['validity'] => {
  if (valid_days !== null) return { kind: 'days', days: valid_days }
  if (!valid_until) throw new Error(`coupon template ${id} is never valid`)
  return { kind: 'dates', fromAt: epochMs(valid_from?.getTime() ?? 0), untilAt: epochMs(valid_until.getTime()) }
}

export const templateColumns = (deps: Deps, template: CouponTemplate) => {
  const { offer, thresholdFen, scope, combines, validity } = template
  const isDays = validity.kind === 'days'
  return {
    name: template.name,
    terms: JSON.stringify({ offer, thresholdFen, scope, combines }),
    is_claimable: template.isClaimable,
    claim_from: dateOrNull(template.claimFromAt),
    claim_until: dateOrNull(template.claimUntilAt),
    valid_days: isDays ? validity.days : null,
    valid_from: isDays ? null : new Date(validity.fromAt),
    valid_until: isDays ? null : new Date(validity.untilAt),
    budget: template.budget,
    per_person: template.perPerson,
    per_day: template.perDay,
    updated_at: new Date(deps.now()),
  }
}

/** In the order of `rows`. */
export const templateRows = async (deps: Deps, rows: readonly TemplateRecord[]): Promise<TemplateRow[]> => {
  const facts = await readFacts(
    deps,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const template = templateOf(row)
    const { scopeNames, mostFeeFen, ...burn } = facts.get(row.id) ?? NOTHING
    return {
      template,
      version: row.version,
      scopeNames,
      burn: { ...burn, budget: row.budget, issued: row.issued, mostCostFen: mostCostFen(template, fen(mostFeeFen)) },
      acts: dealActs(row.status),
    }
  })
}

export const findTemplates = (db: Db | Trx, deps: Deps, ids: readonly CouponTemplateId[]): Promise<TemplateRecord[]> =>
  db
    .selectFrom('coupon_template')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('id', 'in', [...ids, ''])
    .execute()

type Facts = Omit<Burn, 'budget' | 'issued' | 'mostCostFen'> & { scopeNames: readonly string[]; mostFeeFen: Fen }
const NOTHING: Facts = { used: 0, expired: 0, voided: 0, costFen: fen(0), scopeNames: [], mostFeeFen: fen(0) }

const readFactsStatement = {
  name: 'staff-promotion.template-facts',
  text: `
select t.id, (${scopeNamesSql('t.terms')}) as "scopeNames", n.used, n.expired, n.voided, coalesce(k.cost, 0)::bigint as "costFen",
  coalesce((select max(greatest((d.template ->> 'feeFen')::bigint,
      (select max((a ->> 'feeFen')::bigint) from jsonb_array_elements(d.template -> 'areas') a)))
    from delivery_template d where d.store_id = $1), 0)::bigint as "mostFeeFen"
from coupon_template t
cross join lateral (
  select count(*) filter (where state = 'used')::int as used, count(*) filter (where state = 'expired')::int as expired,
    count(*) filter (where state = 'voided')::int as voided
  from coupon where store_id = $1 and template_id = t.id
) n
cross join lateral (
  select sum(-(s ->> 'amountFen')::bigint) as cost
  from coupon c
  join orders o on o.store_id = $1 and o.id = c.order_id
  cross join lateral jsonb_array_elements(o.quote -> 'steps') s
  where c.store_id = $1 and c.template_id = t.id and c.state = 'used' and s ->> 'id' = c.id
) k
where t.store_id = $1 and t.id = any($2::text[])`,
}

const readFacts = async (deps: Deps, ids: readonly string[]): Promise<Map<string, Facts>> =>
  new Map(
    (await deps.database.run<Facts & { id: string }>(readFactsStatement, [deps.storeId, ids])).map(
      ({ id, ...facts }) => [id, facts],
    ),
  )

/** Codes that are printed and not yet exchanged: each may still become a coupon. */
export const countOpenCodes = async (trx: Trx, deps: Deps, id: CouponTemplateId): Promise<number> =>
  (
    await sql<{ n: number }>`
      select count(*)::int as n from coupon_code where store_id = ${deps.storeId} and template_id = ${id} and used_at is null`.execute(
      trx,
    )
  ).rows[0]?.n ?? 0
