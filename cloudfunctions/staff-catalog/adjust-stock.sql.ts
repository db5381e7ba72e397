/** One guarded statement changes what is on the shelf, writes the ledger and the trail, or nothing. */
import { sql } from 'kysely'
import type { staffCatalog } from '@/contract/staff-catalog'
import type { ParsedOf } from '@/contract/define'
import type { ProductId, SkuId } from '@/domain/ids'
import type { StaffCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'

type Adjustment = ParsedOf<typeof staffCatalog.adjustStock>

/**
 * True if this request changed the stock, false if it did so before. Throws on `sku_short` where it would go below zero,
 * and on `stock_request_repeated` where its twin is being written at this moment. Goods that come in are news for the feed.
 */
export const adjust = async (
  deps: Deps,
  { staffId }: StaffCaller,
  { skuId, requestId, kind, change, reason }: Adjustment,
): Promise<boolean> => {
  const now = new Date(deps.now())
  const { rows } = await sql<{ skuId: SkuId }>`
    with changed as (
      update stock set available = available + ${change}::int
      where store_id = ${deps.storeId} and sku_id = ${skuId} and bucket = 0
        and not exists (select from stock_movement where store_id = ${deps.storeId} and sku_id = ${skuId} and request_id = ${requestId})
      returning sku_id, available
    ), moved as (
      insert into stock_movement (store_id, id, sku_id, kind, quantity, staff_id, request_id, reason, at)
      select ${deps.storeId}, ${deps.newId('mov')}, sku_id, ${kind}, ${change}::int, ${staffId}, ${requestId}, ${reason}, ${now}::timestamptz from changed
    ), arrived as (
      update product p set arrived_at = ${now}::timestamptz from changed c join sku s on s.store_id = ${deps.storeId} and s.id = c.sku_id
      where p.store_id = ${deps.storeId} and p.id = s.product_id and ${kind}::text = 'received' and ${change}::int > 0
    ), noted as (
      insert into audit (store_id, id, at, staff_id, action, subject, subject_name, before, after, request_id)
      select ${deps.storeId}, ${deps.newId('aud')}, ${now}::timestamptz, ${staffId}, 'stock.adjust', c.sku_id,
        p.title || coalesce(' ' || nullif(array_to_string(s.options, ' '), ''), ''),
        jsonb_build_object('available', c.available - ${change}::int),
        jsonb_build_object('available', c.available, 'kind', ${kind}::text, 'change', ${change}::int, 'reason', ${reason}::text),
        ${deps.requestId}
      from changed c join sku s on s.store_id = ${deps.storeId} and s.id = c.sku_id
      join product p on p.store_id = ${deps.storeId} and p.id = s.product_id
    )
    select sku_id as "skuId" from changed`.execute(deps.db)
  return rows.length === 1
}

/** What is on the shelf, over all buckets; null where there is no such SKU. */
export const findAvailable = async (
  deps: Deps,
  skuId: SkuId,
): Promise<{ available: number; productId: ProductId } | null> => {
  const { rows } = await sql<{ available: number; productId: ProductId }>`
    select product_id as "productId",
      coalesce((select sum(available) from stock where store_id = s.store_id and sku_id = s.id), 0)::int as available
    from sku s where store_id = ${deps.storeId} and id = ${skuId}`.execute(deps.db)
  return rows[0] ?? null
}
