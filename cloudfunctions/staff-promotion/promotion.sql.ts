/** Promotions as rows, with what each took off lately. */
import type { Selectable } from 'kysely'
import type { PromotionRow } from '@/contract/staff-promotion'
import type { PromotionId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import { fen } from '@/domain/money'
import type { Promotion } from '@/domain/promotion/promotion'
import { DAY, later } from '@/domain/time'
import { scopeNamesSql } from '../coupon/scope-names.sql'
import type { Trx } from '../runtime/db/connect'
import type { Tables } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'
import { dealActs, instant } from './deal'

export type PromotionRecord = Selectable<Tables['promotion']>

export const lockPromotion = async (trx: Trx, deps: Deps, id: PromotionId): Promise<PromotionRecord | null> =>
  (await trx
    .selectFrom('promotion')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()) ?? null

export const promotionOf = ({ id, name, body, starts_at, ends_at }: PromotionRecord): Promotion => ({
  ...body,
  id: id as PromotionId,
  name,
  startsAt: instant(starts_at),
  endsAt: instant(ends_at),
})

export const promotionColumns = (deps: Deps, { id: _id, name, startsAt, endsAt, ...body }: Promotion) => ({
  name,
  body: JSON.stringify(body),
  starts_at: new Date(startsAt),
  ends_at: new Date(endsAt),
  updated_at: new Date(deps.now()),
})

type Facts = { scopeNames: readonly string[]; orders: number; costFen: Fen }
const NOTHING: Facts = { scopeNames: [], orders: 0, costFen: fen(0) }

/** One pass over the orders of a month, however many promotions are asked for. */
const readFactsStatement = {
  name: 'staff-promotion.promotion-facts',
  text: `
with taken as (
  select s ->> 'id' as id, count(*)::int as orders, sum(-(s ->> 'amountFen')::bigint)::bigint as cost
  from orders o
  cross join lateral jsonb_array_elements(o.quote -> 'steps') s
  where o.store_id = $1 and o.paid_at >= $3::timestamptz and s ->> 'kind' in ('line-promotion', 'order-promotion')
    and s ->> 'id' = any($2::text[])
  group by 1
)
select p.id, (${scopeNamesSql('p.body')}) as "scopeNames", coalesce(t.orders, 0) as orders, coalesce(t.cost, 0)::bigint as "costFen"
from promotion p left join taken t on t.id = p.id
where p.store_id = $1 and p.id = any($2::text[])`,
}

/** In the order of `rows`. */
export const promotionRows = async (deps: Deps, rows: readonly PromotionRecord[]): Promise<PromotionRow[]> => {
  const params = [deps.storeId, rows.map(({ id }) => id), new Date(later(deps.now(), -30 * DAY))]
  const facts = await deps.database.run<Facts & { id: string }>(readFactsStatement, params)
  return rows.map((row) => {
    const { scopeNames, orders, costFen } = facts.find(({ id }) => id === row.id) ?? NOTHING
    return {
      promotion: promotionOf(row),
      status: row.status,
      version: row.version,
      position: row.position,
      ...{ scopeNames, orders, costFen },
      acts: dealActs(row.status),
    }
  })
}

export const findPromotion = async (deps: Deps, id: PromotionId): Promise<PromotionRow | null> => {
  const rows = await deps.db
    .selectFrom('promotion')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .execute()
  return (await promotionRows(deps, rows))[0] ?? null
}
