/** Coupon templates with what the rule of claiming wants to know about one member, in one statement. */
import type { HadState, OfferView } from '@/contract/coupon'
import type { ClaimFacts } from '@/domain/coupon/claim'
import type { CouponTemplate } from '@/domain/coupon/template'
import type { CouponTerms } from '@/domain/coupon/terms'
import type { CouponTemplateId, MemberId } from '@/domain/ids'
import { dayText, epochMs, type EpochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import { faceOf } from './coupon-view'
import { scopeNamesSql } from './scope-names.sql'

type Row = {
  id: CouponTemplateId
  name: string
  terms: CouponTerms
  scopeNames: readonly string[]
  status: CouponTemplate['status']
  isClaimable: boolean
  claimFromAt: number | null
  claimUntilAt: number | null
  validFromAt: number | null
  validUntilAt: number | null
  validDays: number | null
  budget: number
  issued: number
  perPerson: number
  perDay: number | null
  issuedToday: number
  mine: number
  had: HadState
}

/** The facts of the rule, the names of the goods it is for, and what has become of the member's own. */
export type Offered = ClaimFacts & { readonly scopeNames: readonly string[]; readonly had: HadState }

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`

/** $1 the store, $2 the member or null, $3 the day. */
const columns = `
t.id, t.name, t.terms, (${scopeNamesSql('t.terms')}) as "scopeNames", t.status, t.is_claimable as "isClaimable",
${ms('t.claim_from')} as "claimFromAt", ${ms('t.claim_until')} as "claimUntilAt", ${ms('t.valid_from')} as "validFromAt",
${ms('t.valid_until')} as "validUntilAt", t.valid_days as "validDays", t.budget, t.issued, t.per_person as "perPerson",
t.per_day as "perDay",
coalesce((select claimed from coupon_day where store_id = $1 and template_id = t.id and day = $3::date), 0) as "issuedToday",
c.mine, c.had`

const tables = `
coupon_template t
cross join lateral (
  select count(*)::int as mine, case when bool_or(state = 'claimed') then 'claimed' when bool_or(state = 'locked') then 'locked'
    when bool_or(state = 'used') then 'used' else 'gone' end as had
  from coupon where store_id = $1 and template_id = t.id and member_id = $2
) c`

const readTemplateStatement = {
  name: 'coupon.read-template',
  text: `select ${columns} from ${tables} where t.store_id = $1 and t.id = $4`,
}
const readCentreStatement = {
  name: 'coupon.read-centre',
  text: `
select ${columns} from ${tables}
where t.store_id = $1 and t.status = 'live' and t.is_claimable
  and (t.claim_until is null or t.claim_until > $4::timestamptz) and (t.valid_until is null or t.valid_until > $4::timestamptz)
order by t.position, t.id limit 50`,
}

export const readOffer = async (
  deps: Deps,
  templateId: CouponTemplateId,
  memberId: MemberId | null,
): Promise<Offered | null> => {
  const params = [deps.storeId, memberId, dayText(deps.now()), templateId]
  const [row] = await deps.database.run<Row>(readTemplateStatement, params)
  return row ? offeredOf(row) : null
}

/** What anybody can have by themselves, now or soon, in the staff's order. */
export const readCentre = async (deps: Deps, memberId: MemberId | null): Promise<Offered[]> => {
  const now = deps.now()
  const rows = await deps.database.run<Row>(readCentreStatement, [deps.storeId, memberId, dayText(now), new Date(now)])
  return rows.map(offeredOf)
}

const atOrNull = (at: number | null): EpochMs | null => (at === null ? null : epochMs(at))

const validityOf = ({ id, validDays, validFromAt, validUntilAt }: Row): CouponTemplate['validity'] => {
  if (validDays !== null) return { kind: 'days', days: validDays }
  if (validUntilAt === null) throw new Error(`coupon template ${id} is never valid`)
  return { kind: 'dates', fromAt: epochMs(validFromAt ?? 0), untilAt: epochMs(validUntilAt) }
}

const offeredOf = (row: Row): Offered => ({
  template: {
    ...row.terms,
    id: row.id,
    name: row.name,
    status: row.status,
    isClaimable: row.isClaimable,
    claimFromAt: atOrNull(row.claimFromAt),
    claimUntilAt: atOrNull(row.claimUntilAt),
    validity: validityOf(row),
    budget: row.budget,
    perPerson: row.perPerson,
    perDay: row.perDay,
  },
  issued: row.issued,
  issuedToday: row.issuedToday,
  mine: row.mine,
  had: row.had,
  scopeNames: row.scopeNames,
})

/** Everything of an offer but what its button does. */
export const offerFace = ({ template, issued, mine, scopeNames }: Offered): Omit<OfferView, 'state' | 'opensAt'> => ({
  ...faceOf(template.name, template, scopeNames),
  templateId: template.id,
  validity: template.validity,
  claimUntilAt: template.claimUntilAt,
  takenBp: template.budget > 0 ? Math.floor((issued * 10_000) / template.budget) : 10_000,
  mine,
  perPerson: template.perPerson,
})
