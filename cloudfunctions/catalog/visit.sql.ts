/** Visits: how often a member looked at a product on a day. */
import type { MemberId, ProductId } from '@/domain/ids'
import { dayText } from '@/domain/time'
import type { Deps } from '../runtime/deps'

export type Visit = { readonly memberId: MemberId; readonly productId: ProductId }

/**
 * The counts may lose their last moment in a crash of the database, so the commit waits for no disk: `set_config` holds
 * for this one transaction. Rows are taken in one order, or two writers could lock each other out.
 */
const countVisitsStatement = {
  name: 'catalog.count-visits',
  text: `
insert into product_visit as v (store_id, day, member_id, product_id, visits)
select $1, $2::date, u.member_id, u.product_id, count(*)::int
from unnest($3::text[], $4::text[]) as u (member_id, product_id), (select set_config('synchronous_commit', 'off', true)) light
group by u.member_id, u.product_id
order by u.member_id, u.product_id
on conflict (store_id, day, member_id, product_id) do update set visits = v.visits + excluded.visits`,
}

export const countVisits = (deps: Deps, visits: readonly Visit[]): Promise<unknown> =>
  deps.database.run(countVisitsStatement, [
    deps.storeId,
    dayText(deps.now()),
    visits.map((visit) => visit.memberId),
    visits.map((visit) => visit.productId),
  ])
