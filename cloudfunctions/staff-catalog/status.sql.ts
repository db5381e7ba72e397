/** A product's status, and what decides whether it may go on sale. */
import { sql } from 'kysely'
import type { ProductStatus } from '@/contract/staff-catalog'
import type { ProductId } from '@/domain/ids'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

export type StatusFacts = { id: ProductId; title: string; status: ProductStatus; pictures: number; skusOnSale: number }

/**
 * Ids ascending, so that two batches never wait for each other in a circle. SKUs are counted afterwards: beside the lock they
 * would be as they were before the wait for whoever saves the product.
 */
export const lockForStatus = async (trx: Trx, deps: Deps, ids: readonly ProductId[]): Promise<StatusFacts[]> => {
  const wanted = sql`p.store_id = ${deps.storeId} and p.id = any(${[...ids]}::text[])`
  await sql`select from product p where ${wanted} order by p.id for update`.execute(trx)
  const { rows } = await sql<StatusFacts>`
    select p.id, p.title, p.status, jsonb_array_length(p.pictures) as pictures,
      (select count(*)::int from sku where store_id = p.store_id and product_id = p.id and not is_off) as "skusOnSale"
    from product p where ${wanted}`.execute(trx)
  return rows
}

/** Counts as a new version: an editor that is open elsewhere must not undo it unseen. */
export const writeStatus = async (
  trx: Trx,
  deps: Deps,
  ids: readonly ProductId[],
  status: ProductStatus,
): Promise<void> => {
  await sql`
    update product set status = ${status}, version = version + 1, updated_at = ${new Date(deps.now())}
    where store_id = ${deps.storeId} and id = any(${[...ids]}::text[])`.execute(trx)
}
