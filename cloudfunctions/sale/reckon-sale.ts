/**
 * The reckoning of a closed sale, once nothing in it is unpaid: what every order gets back for the tier that was reached, its
 * refunds and the sale's own mark are one transaction, so a sale is reckoned whole or not at all, and never twice.
 */
import { sql } from 'kysely'
import type { MemberId, OrderId, RefundId, SaleId, SkuId } from '@/domain/ids'
import type { Message } from '@/domain/message/kinds'
import { fen, ZERO, type Fen } from '@/domain/money'
import { mayReckon, reckonSale, type OrderBack, type PaidLine, type ReckonedPrice } from '@/domain/sale/reckon'
import { tell } from '../message/tell'
import { returnDeals, type DealtOrder } from '../payment/return-deals'
import { wantManyRefunds } from '../payment/want-many-refunds'
import { retryConflicts } from '../runtime/db/errors'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { lockSale, saleFacts, type SaleRow } from './lock-sale'

/** Read by the shopper beside the refund. */
export const TIER_REASON = '接龙到了更低一档，退差价'

/** True where it was reckoned by this call. */
export const reckonSaleWhenDone = (deps: Deps, saleId: SaleId): Promise<boolean> =>
  retryConflicts(() =>
    deps.db.transaction().execute(async (trx) => {
      const sale = await lockSale(trx, deps, saleId)
      return sale !== null && reckonLocked(trx, deps, sale)
    }),
  )

/** The same for a sale that the caller has locked. */
export const reckonLocked = async (trx: Trx, deps: Deps, sale: SaleRow): Promise<boolean> => {
  if (!mayReckon(await saleFacts(trx, deps, sale)).ok) return false
  const backs = reckonSale(await pricesOf(trx, deps, sale), await paidLinesOf(trx, deps, sale))
  const refunds = await refundBacks(trx, deps, backs)
  await writeBacks(trx, deps, sale.id, backs, refunds)
  await tellEverybody(trx, deps, sale, backs)
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

/** Lines with something left that was paid for, by their numbers in the chain. Nothing is refunded while the sale is locked. */
const paidLinesOf = async (trx: Trx, deps: Deps, sale: SaleRow): Promise<PaidLine[]> =>
  (
    await sql<Omit<PaidLine, 'paidFen' | 'unitPriceFen'> & { paidFen: number; unitPriceFen: number }>`
    select l.id, l.order_id as "orderId", l.sku_id as "skuId", l.quantity, l.paid_fen as "paidFen",
      l.refunded_quantity as "refundedQuantity", l.unit_price_fen as "unitPriceFen"
    from sale_order s
    join orders o on o.store_id = s.store_id and o.id = s.order_id and o.trade in ('fulfilling', 'completed')
    join order_line l on l.store_id = s.store_id and l.order_id = s.order_id and l.refunded_quantity < l.quantity
    where s.store_id = ${deps.storeId} and s.sale_id = ${sale.id} and s.number is not null
    order by s.number, l.line_no`.execute(trx)
  ).rows.map((row) => ({ ...row, paidFen: fen(row.paidFen), unitPriceFen: fen(row.unitPriceFen) }))

const sumOf = ({ backFen, lines }: OrderBack) => ({
  amountFen: backFen,
  // money without goods: every unit stays sold
  lines: lines.map((line) => ({ lineId: line.lineId, quantity: 0, amountFen: line.backFen })),
})

const refundBacks = async (trx: Trx, deps: Deps, backs: readonly OrderBack[]): Promise<Map<OrderId, RefundId>> => {
  if (backs.length === 0) return new Map()
  const { rows } = await sql<DealtOrder>`
    select id, member_id, completed_at, deals, quote from orders
    where store_id = ${deps.storeId} and id = any(${backs.map((back) => back.orderId)}::text[]) order by id for update`.execute(
    trx,
  )
  const orders = rows.flatMap((row) => {
    const back = backs.find(({ orderId }) => orderId === row.id)
    // no unit goes back, so neither coupon nor spent points do
    return back ? [{ ...row, deals: null, sum: sumOf(back), deliveryFen: ZERO, isEmptied: false }] : []
  })
  const refunds = await wantManyRefunds(trx, deps, orders, {
    ...{ kind: 'sale-tier', requestId: 'sale-tier', reason: TIER_REASON, by: 'clock' },
  })
  // who has the goods already has earned points with the money that goes back now
  for (const order of orders) {
    const refundId = refunds.get(order.id as OrderId)
    if (order.completed_at && refundId)
      await returnDeals(trx, deps, order, { refundId, sum: order.sum, endedBy: 'shop' })
  }
  return refunds
}

const writeBacks = async (
  trx: Trx,
  deps: Deps,
  saleId: string,
  backs: readonly OrderBack[],
  refunds: ReadonlyMap<OrderId, RefundId>,
): Promise<void> => {
  const rows = backs.flatMap(({ orderId, lines }) =>
    lines.map((line) => ({ ...line, orderId, refundId: refunds.get(orderId) })),
  )
  if (rows.length === 0) return
  await sql`
    insert into tier_back (store_id, line_id, sale_id, order_id, units, back_fen, refund_id)
    select ${deps.storeId}, r."lineId", ${saleId}, r."orderId", r.units, r."backFen", r."refundId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r ("lineId" text, "orderId" text, units int, "backFen" bigint, "refundId" text)`.execute(trx)
}

/** The list is final, and what came back of it. */
const tellEverybody = async (trx: Trx, deps: Deps, sale: SaleRow, backs: readonly OrderBack[]): Promise<void> => {
  const back = new Map<string, Fen>(backs.map(({ orderId, backFen }) => [orderId, backFen]))
  const { rows } = await sql<{ orderId: OrderId; memberId: MemberId }>`
    select c.order_id as "orderId", o.member_id as "memberId"
    from sale_order c join orders o on o.store_id = c.store_id and o.id = c.order_id and o.member_id is not null
    where c.store_id = ${deps.storeId} and c.sale_id = ${sale.id} and c.number is not null and c.gone_at is null`.execute(
    trx,
  )
  const closed: Message[] = rows.map(({ orderId, memberId }) => ({
    ...{ kind: 'sale-closed', memberId, subject: orderId },
    facts: { orderId, title: sale.title, backFen: back.get(orderId) ?? ZERO },
  }))
  await tell(trx, deps, [...closed, ...(await listReady(trx, deps, sale))])
}

/** A sale of the store itself has no leader who waits for it. */
const listReady = async (trx: Trx, deps: Deps, { id, title, leader_id }: SaleRow): Promise<Message[]> => {
  if (leader_id === null) return []
  const { rows } = await sql<{ orders: number; pieces: number }>`
    select count(distinct c.order_id)::int as orders, coalesce(sum(l.quantity - l.refunded_quantity), 0)::int as pieces
    from sale_order c join order_line l on l.store_id = c.store_id and l.order_id = c.order_id
    where c.store_id = ${deps.storeId} and c.sale_id = ${id} and c.number is not null and c.gone_at is null`.execute(
    trx,
  )
  const { orders = 0, pieces = 0 } = rows[0] ?? {}
  const facts = { saleId: id as SaleId, title, orders, pieces }
  return [{ kind: 'list-ready', memberId: leader_id as MemberId, subject: id, facts }]
}
