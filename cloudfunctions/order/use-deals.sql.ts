/** A paid order has used what it held: its coupons are used, its frozen points spent, with a row in the ledger. */
import { CompiledQuery } from 'kysely'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { OrderRow } from './lock-order'

/** Common table expressions over `moved (id, member_id, deals)`; $1 is the store. `now` and `entryId` name parameters. */
export const dealsUsedCtes = (now: string, entryId: string): string => `
coupons_used as (
  update coupon c set state = 'used', ended_at = ${now}::timestamptz
  from moved where c.store_id = $1 and c.order_id = moved.id and c.state = 'locked'
), points_spent as (
  update member_points p set frozen = p.frozen - (moved.deals ->> 'points')::int
  from moved where p.store_id = $1 and p.member_id = moved.member_id and (moved.deals ->> 'points')::int > 0
  returning p.member_id
), points_told as (
  insert into points_entry (store_id, member_id, id, kind, points, order_id, source_id, at)
  select $1, member_id, ${entryId}, 'spent', -(moved.deals ->> 'points')::int, moved.id, moved.id, ${now}::timestamptz
  from moved join points_spent using (member_id)
)`

const useDealsText = `
with moved as materialized (
  select id, member_id, deals from orders where store_id = $1 and id = $2
), ${dealsUsedCtes('$3', '$4')}
select 1`

/** The order must be locked and paid; nothing happens to one without deals. */
export const useDeals = async (trx: Trx, deps: Deps, order: Pick<OrderRow, 'id' | 'deals'>): Promise<void> => {
  if (!order.deals) return
  const params = [deps.storeId, order.id, new Date(deps.now()), deps.newId('pte')]
  await trx.executeQuery(CompiledQuery.raw(useDealsText, params))
}
