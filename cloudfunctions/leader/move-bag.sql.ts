import { sql } from 'kysely'
import type { BagState } from '@/domain/pickup/bag'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

/** Sale and order are locked, the move is lawful. The sale's page shows where the bag is. */
export const moveBag = async (trx: Trx, deps: Deps, saleId: string, orderId: string, to: BagState): Promise<void> => {
  await sql`
    with moved as (
      update sale_order set bag_state = ${to} where store_id = ${deps.storeId} and order_id = ${orderId}
    )
    update sale set version = version + 1 where store_id = ${deps.storeId} and id = ${saleId}`.execute(trx)
}
