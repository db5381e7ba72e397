/**
 * The guarded statement of `place-order.sql.ts` for orders of a group sale, with whatever coupons and points they use.
 * Everything or nothing, one order or many; a batch that a guard refuses is written again one by one.
 */
import { retryConflicts } from '../runtime/db/errors'
import { together } from '../runtime/together'
import {
  chainedCte,
  saleCtes,
  saleHeld,
  saleLocked,
  saleParams,
  SALE_PARAMS,
  type SalePlacing,
} from '../sale/hold-sale.sql'
import { dealCtes, dealParams, dealsHeld, dealsLocked } from './lock-deals.sql'
import { rowCtes, rowParams } from './place-order.sql'

export type Placing = SalePlacing & { readonly fromCart: boolean }

const SALE = 8
const DEALS = SALE + SALE_PARAMS

/** `locked` names what must be locked before the shelf. */
const text = (parts: string, isLocked: string, isHeld: string): string => `
with ${saleCtes(SALE)}${parts}, locked as materialized (
  select sku_id from stock
  where store_id = $1 and bucket = 0 and sku_id = any($4::text[]) and ${isLocked} order by sku_id for update
), ${rowCtes}, ${chainedCte(SALE)}
select 1 / (case when (select count(*) from held) = cardinality($4::text[]) and ${isHeld} then 1 else 0 end) as held`

const placeStatement = { name: 'order.place-in-sale', text: text('', saleLocked, saleHeld(SALE)) }
const placeWithDealsStatement = {
  name: 'order.place-in-sale-with-deals',
  text: text(`, ${dealCtes(DEALS, saleLocked)}`, dealsLocked, `${saleHeld(SALE)} and ${dealsHeld(DEALS)}`),
}

const placeAll = (statement: typeof placeStatement, withDeals: boolean) =>
  together<Placing, void>(async (deps, placings) => {
    const deals = withDeals
      ? dealParams(
          placings.map(({ rows }) => ({ rows, flash: [] })),
          deps.now(),
        )
      : []
    const params = [...rowParams(placings), ...saleParams(placings, deps.now()), ...deals]
    await retryConflicts(() => deps.database.run(statement, params))
    return placings.map(() => undefined)
  })

/** Both resolve when the order is committed with all it holds; they reject with the database's error if it is not there. */
export const placePlainlyInSale = placeAll(placeStatement, false)
export const placeInSaleWithDeals = placeAll(placeWithDealsStatement, true)
