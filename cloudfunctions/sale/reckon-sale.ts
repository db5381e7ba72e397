/**
 * The reckoning of a closed sale. Once nothing in it is unpaid, what every order gets back for the tier that was reached is
 * written down in one transaction with the sale's own mark; the refunds follow order by order and may be taken up again at
 * any point, since a row without a refund is one that is still owed.
 */
import { sql } from 'kysely'
import type { OrderId, OrderLineId, SaleId, SkuId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { mayReckon, reckonSale, type PaidLine, type ReckonedPrice, type TierBack } from '@/domain/sale/reckon'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { lockSale, saleFacts, type SaleRow } from './lock-sale'

/** True where it was reckoned by this call. */
export const reckonSaleWhenDone = (deps: Deps, saleId: SaleId): Promise<boolean> =>
  deps.db.transaction().execute(async (trx) => {
    const sale = await lockSale(trx, deps, saleId)
    return sale !== null && reckonLocked(trx, deps, sale)
  })

/** The same for a sale that the caller has locked. */
export const reckonLocked = async (trx: Trx, deps: Deps, sale: SaleRow): Promise<boolean> => {
  const facts = await saleFacts(trx, deps, sale)
  if (!mayReckon(facts).ok) return false
  const backs = reckonSale(await pricesOf(trx, deps, sale), await paidLinesOf(trx, deps, sale))
  const rows = backs.flatMap(({ orderId, lines }) => lines.map((line) => ({ ...line, orderId })))
  await writeBacks(trx, deps, sale.id, rows)
  const now = new Date(deps.now())
  await trx
    .updateTable('sale')
    .set({ reckoned_at: now, updated_at: now, version: sale.version + 1 })
    .where('store_id', '=', deps.storeId)
    .where('id', '=', sale.id)
    .execute()
  return true
}

const pricesOf = async (trx: Trx, deps: Deps, sale: SaleRow): Promise<ReckonedPrice[]> =>
  (
    await trx
      .selectFrom('sale_line')
      .select(['sku_id', 'price_fen', 'tiers', 'reached_units'])
      .where('store_id', '=', deps.storeId)
      .where('sale_id', '=', sale.id)
      .orderBy('position')
      .execute()
  ).map((row) => ({
    skuId: row.sku_id as SkuId,
    priceFen: fen(row.price_fen),
    tiers: row.tiers,
    reachedUnits: row.reached_units,
  }))

/** Lines with something left that was paid for, first paid first. */
const paidLinesOf = async (trx: Trx, deps: Deps, sale: SaleRow): Promise<PaidLine[]> =>
  (
    await sql<{
      id: OrderLineId
      orderId: OrderId
      skuId: SkuId
      quantity: number
      paidFen: number
      refundedQuantity: number
      unitPriceFen: number
    }>`
    select l.id, l.order_id as "orderId", l.sku_id as "skuId", l.quantity, l.paid_fen as "paidFen",
      l.refunded_quantity as "refundedQuantity", l.unit_price_fen as "unitPriceFen"
    from sale_order s
    join orders o on o.store_id = s.store_id and o.id = s.order_id and o.trade in ('fulfilling', 'completed')
    join order_line l on l.store_id = s.store_id and l.order_id = s.order_id and l.refunded_quantity < l.quantity
    where s.store_id = ${deps.storeId} and s.sale_id = ${sale.id} and s.paid_at is not null
    order by s.number, l.line_no`.execute(trx)
  ).rows.map((row) => ({ ...row, paidFen: fen(row.paidFen), unitPriceFen: fen(row.unitPriceFen) }))

type Row = TierBack & { readonly orderId: OrderId }

const writeBacks = async (trx: Trx, deps: Deps, saleId: string, all: readonly Row[]): Promise<void> => {
  const rows = all.filter((row) => row.units > 0 && row.backFen > 0)
  if (rows.length === 0) return
  await sql`
    insert into tier_back (store_id, line_id, sale_id, order_id, units, back_fen)
    select ${deps.storeId}, r."lineId", ${saleId}, r."orderId", r.units, r."backFen"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("lineId" text, "orderId" text, units int, "backFen" bigint)`.execute(
    trx,
  )
}
