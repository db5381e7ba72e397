/** An order's pieces of a flash sale: back into the slot's share and off its buyer's count, or taken once more. */
import { sql } from 'kysely'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { OrderRow } from './lock-order'

type Held = Pick<OrderRow, 'id' | 'flash_slot_id' | 'member_id' | 'quote'>

/** Pieces by SKU: lines that cost the slot's price, as the order's own quote says, whatever has become of the slot since. */
const piecesOf = ({ quote }: Held): { skuId: string; pieces: number }[] =>
  quote.lines.flatMap((line) => (line.unitPriceRule === 'flash' ? [{ skuId: line.skuId, pieces: line.quantity }] : []))

/** Needs the order's row locked, and comes before stock is given back. */
export const giveBackFlash = async (trx: Trx, deps: Deps, order: Held): Promise<void> => {
  const pieces = piecesOf(order)
  if (order.flash_slot_id === null || pieces.length === 0) return
  await sql`
    with want as materialized (
      select * from unnest(${pieces.map((p) => p.skuId)}::text[], ${pieces.map((p) => p.pieces)}::int[]) as q (sku_id, pieces)
    ), counted as (
      update flash_buyer b set pieces = b.pieces - w.pieces from want w
      where b.store_id = ${deps.storeId} and b.slot_id = ${order.flash_slot_id} and b.sku_id = w.sku_id and b.member_id = ${order.member_id}
      returning 1
    ), locked as materialized (
      select i.sku_id from flash_item i join want using (sku_id)
      where i.store_id = ${deps.storeId} and i.slot_id = ${order.flash_slot_id} and (select count(*) from counted) >= 0
      order by i.sku_id for update of i
    )
    update flash_item i set taken = i.taken - w.pieces from want w join locked using (sku_id)
    where i.store_id = ${deps.storeId} and i.slot_id = ${order.flash_slot_id} and i.sku_id = w.sku_id`.execute(trx)
}

/**
 * For money that came late: true where the share still has the pieces. A place won in time may be paid after the slot's end.
 * Breaks `flash_sold_out` or `flash_limit_reached` where it has not.
 */
export const takeFlashAgain = async (trx: Trx, deps: Deps, order: Held): Promise<boolean> => {
  const pieces = piecesOf(order)
  if (order.flash_slot_id === null || pieces.length === 0) return true
  const { rows } = await sql`
    with want as materialized (
      select * from unnest(${pieces.map((p) => p.skuId)}::text[], ${pieces.map((p) => p.pieces)}::int[]) as q (sku_id, pieces)
    ), counted as (
      insert into flash_buyer (store_id, slot_id, sku_id, member_id, pieces, most)
      select ${deps.storeId}, i.slot_id, i.sku_id, ${order.member_id}, w.pieces, i.per_person
      from want w join flash_item i using (sku_id) where i.store_id = ${deps.storeId} and i.slot_id = ${order.flash_slot_id} order by i.sku_id
      on conflict (store_id, slot_id, sku_id, member_id)
        do update set pieces = flash_buyer.pieces + excluded.pieces, most = excluded.most
      returning 1
    ), locked as materialized (
      select i.sku_id from flash_item i join want using (sku_id)
      where i.store_id = ${deps.storeId} and i.slot_id = ${order.flash_slot_id} and (select count(*) from counted) >= 0
      order by i.sku_id for update of i
    )
    update flash_item i set taken = i.taken + w.pieces from want w join locked using (sku_id)
    where i.store_id = ${deps.storeId} and i.slot_id = ${order.flash_slot_id} and i.sku_id = w.sku_id
    returning i.sku_id`.execute(trx)
  return rows.length === pieces.length
}
