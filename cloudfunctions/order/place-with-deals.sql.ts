/**
 * The guarded statement of `place-order.sql.ts` for orders that use coupons, points or a flash sale: it also holds those.
 * Everything or nothing, one order or many; a batch that a guard refuses is written again one by one. Only where a share
 * runs out in the middle of a crowd, those who still fit are written together and the others are told at once: a thousand
 * losers one by one would keep the winners waiting.
 */
import { brokenConstraint, retryConflicts } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import { together } from '../runtime/together'
import { dealCtes, dealParams, dealsHeld, dealsLocked, type DealPlacing } from './lock-deals.sql'
import { rowCtes, rowParams } from './place-order.sql'

type Placing = DealPlacing & { readonly fromCart: boolean }

const DEALS = 8

const placeWithDealsStatement = {
  name: 'order.place-with-deals',
  text: `
with ${dealCtes(DEALS)}, locked as materialized (
  select sku_id from stock
  where store_id = $1 and bucket = 0 and sku_id = any($4::text[]) and ${dealsLocked} order by sku_id for update
), ${rowCtes}
select 1 / (case when (select count(*) from held) = cardinality($4::text[]) and ${dealsHeld(DEALS)} then 1 else 0 end) as held`,
}

const write = (deps: Deps, placings: readonly Placing[]): Promise<unknown> => {
  const params = [...rowParams(placings), ...dealParams(placings, deps.now())]
  return retryConflicts(() => deps.database.run(placeWithDealsStatement, params))
}

/** Resolves when the order is committed with all it holds; rejects with the database's error if it is not there. */
export const placeHoldingDeals = async (deps: Deps, placing: Placing): Promise<void> => {
  const refused = await placeOrTell(deps, placing)
  if (refused) throw refused.error
}

const placeOrTell = together<Placing, { error: unknown } | null>(async (deps, placings) => {
  try {
    await write(deps, placings)
    return placings.map(() => null)
  } catch (error) {
    if (placings.length === 1 || brokenConstraint(error) !== 'flash_sold_out') throw error
    const fitting = await thatFit(deps, placings)
    if (fitting.size === placings.length) throw error
    if (fitting.size > 0) await write(deps, [...fitting])
    return placings.map((placing) => (fitting.has(placing) ? null : { error }))
  }
})

const readSharesStatement = {
  name: 'order.read-shares',
  text: `
select slot_id as "slotId", sku_id as "skuId", stock_share - taken as left from flash_item
where store_id = $1 and (slot_id, sku_id) in (select * from unnest($2::text[], $3::text[]))`,
}

/** Those whose pieces are still there, in the order they came. */
const thatFit = async (deps: Deps, placings: readonly Placing[]): Promise<Set<Placing>> => {
  const takes = placings.flatMap(({ flash }) => flash)
  const shares = await deps.database.run<{ slotId: string; skuId: string; left: number }>(readSharesStatement, [
    deps.storeId,
    takes.map((take) => take.slotId),
    takes.map((take) => take.skuId),
  ])
  const fitting = new Set<Placing>()
  for (const placing of placings) {
    const wanted = placing.flash.map((take) => ({
      take,
      share: shares.find(({ slotId, skuId }) => slotId === take.slotId && skuId === take.skuId),
    }))
    if (!wanted.every(({ take, share }) => share && share.left >= take.pieces)) continue
    for (const { take, share } of wanted) if (share) share.left -= take.pieces
    fitting.add(placing)
  }
  return fitting
}
