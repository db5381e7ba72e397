/**
 * The guarded statement of `place-order.sql.ts` for orders that use coupons, points or a flash sale: it also holds those.
 * Everything or nothing, one order or many; a batch that a guard refuses is written again one by one.
 */
import { retryConflicts } from '../runtime/db/errors'
import { together } from '../runtime/together'
import { dealCtes, dealParams, dealsHeld, dealsLocked, type DealPlacing } from './lock-deals.sql'
import { rowCtes, rowParams } from './place-order.sql'

type Placing = DealPlacing & { readonly fromCart: boolean }

const DEALS = 11

const placeWithDealsStatement = {
  name: 'order.place-with-deals',
  text: `
with ${dealCtes(DEALS)}, locked as materialized (
  select sku_id from stock
  where store_id = $1 and bucket = 0 and sku_id = any($7::text[]) and ${dealsLocked} order by sku_id for update
), ${rowCtes}
select 1 / (case when (select count(*) from held) = cardinality($7::text[]) and ${dealsHeld(DEALS)} then 1 else 0 end) as held`,
}

/** Resolves when the order is committed with all it holds; rejects with the database's error if it is not there. */
export const placeHoldingDeals = together<Placing, void>(async (deps, placings) => {
  const params = [...rowParams(placings), ...dealParams(placings, deps.now())]
  await retryConflicts(() => deps.database.run(placeWithDealsStatement, params))
  return placings.map(() => undefined)
})
