/** Who goes short gets the money of the missing units back and is told; the units leave order, sale and chain. */
import { sql } from 'kysely'
import type { MemberId, OrderId, SkuId } from '@/domain/ids'
import type { Message } from '@/domain/message/kinds'
import { addFen, fen, subtractFen, ZERO, type Fen } from '@/domain/money'
import type { Allocation } from '@/domain/shortage/allocate'
import { cutsByOrder, type OrderCut } from '@/domain/shortage/order-cuts'
import { tell } from '../message/tell'
import type { DealtOrder } from '../payment/return-deals'
import { wantManyRefunds, type RefundedOrder } from '../payment/want-many-refunds'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { SaleRow } from '../sale/lock-sale'
import type { Keeper } from './find-sale'

/** Sale and orders are locked, and nothing of it has been written before. */
export const refundCuts = async (
  trx: Trx,
  deps: Deps,
  sale: SaleRow,
  skuId: SkuId,
  title: string,
  allocation: Allocation,
  keeper: Keeper,
): Promise<void> => {
  const cuts = cutsByOrder([allocation])
  if (cuts.length === 0) return
  const orders = (await readOrders(trx, deps, cuts)).map(({ facts, cut }) => refundOf(facts, cut))
  const refunds = await wantManyRefunds(trx, deps, orders, {
    kind: 'shortage',
    requestId: `shortage:${skuId}`,
    reason: `到货不足：${title}`.slice(0, 60),
    ...(keeper.kind === 'staff' ? { by: 'staff', staffId: keeper.staffId } : { by: 'clock' }),
  })
  await writeCuts(trx, deps, sale, skuId, cuts, refunds)
  await shrinkSale(trx, deps, sale, skuId, cuts)
  await tell(
    trx,
    deps,
    orders.flatMap((order) => messageOf(order, skuId, title)),
  )
}

type Facts = RefundedOrder & { readonly leftUnits: number; readonly leftFen: Fen }

/** What is left of each order, tier differences that are still on their way not counted. */
const readOrders = async (
  trx: Trx,
  deps: Deps,
  cuts: readonly OrderCut[],
): Promise<{ facts: Omit<Facts, 'sum' | 'deliveryFen' | 'isEmptied'>; cut: OrderCut }[]> => {
  const { rows } = await sql<DealtOrder & { leftUnits: number; leftFen: number }>`
    select o.id, o.member_id, o.completed_at, o.deals, case when o.deals is not null then o.quote end as quote,
      (select sum(quantity - refunded_quantity)::int from order_line where store_id = o.store_id and order_id = o.id) as "leftUnits",
      o.paid_fen - o.refunded_fen - (select coalesce(sum(back_fen), 0)::bigint from tier_back
        where store_id = o.store_id and order_id = o.id and refund_id is null) as "leftFen"
    from orders o where o.store_id = ${deps.storeId} and o.id = any(${cuts.map((cut) => cut.orderId)}::text[])`.execute(
    trx,
  )
  const byId = new Map(cuts.map((cut) => [cut.orderId as string, cut]))
  return rows.flatMap(({ leftFen, ...row }) => {
    const cut = byId.get(row.id)
    return cut ? [{ facts: { ...row, leftFen: fen(leftFen) }, cut }] : []
  })
}

/** With its last unit an order gets everything back that is left of it: the shop has nothing to bring. */
const refundOf = (facts: Omit<Facts, 'sum' | 'deliveryFen' | 'isEmptied'>, { shares, refundFen }: OrderCut) => {
  const isEmptied = facts.leftUnits === shares.reduce((n, share) => n + share.cut, 0)
  const lines = shares.map((share) => ({ lineId: share.lineId, quantity: share.cut, amountFen: share.refundFen }))
  return {
    ...facts,
    sum: { amountFen: refundFen, lines },
    deliveryFen: isEmptied ? subtractFen(facts.leftFen, refundFen) : ZERO,
    isEmptied,
  }
}

const writeCuts = async (
  trx: Trx,
  deps: Deps,
  sale: SaleRow,
  skuId: SkuId,
  cuts: readonly OrderCut[],
  refunds: ReadonlyMap<OrderId, string>,
): Promise<void> => {
  const rows = cuts.flatMap(({ orderId, shares }) =>
    shares.map(({ lineId, cut, refundFen, reason }) => ({
      ...{ orderId, lineId, cut, refundFen, reason },
      refundId: refundFen > 0 ? (refunds.get(orderId) ?? null) : null,
    })),
  )
  await sql`
    insert into shortage_cut (store_id, sale_id, sku_id, line_id, order_id, cut, refund_fen, reason, refund_id)
    select ${deps.storeId}, ${sale.id}, ${skuId}, c."lineId", c."orderId", c.cut, c."refundFen", c.reason, c."refundId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as c ("orderId" text, "lineId" text, cut int, "refundFen" bigint, reason jsonb, "refundId" text)`.execute(trx)
}

/** What `shrinkInSale` does for one order. */
const shrinkSale = async (
  trx: Trx,
  deps: Deps,
  sale: SaleRow,
  skuId: SkuId,
  cuts: readonly OrderCut[],
): Promise<void> => {
  const rows = cuts.map(({ orderId, shares }) => ({ orderId, units: shares.reduce((n, share) => n + share.cut, 0) }))
  const units = rows.reduce((n, row) => n + row.units, 0)
  await sql`
    with cut as materialized (
      select c."orderId" as order_id, c.units, so.member_id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c ("orderId" text, units int)
      join sale_order so on so.store_id = ${deps.storeId} and so.order_id = c."orderId"
    ), freed as (
      update sale_person p set held = greatest(p.held - c.units, 0)
      from (select member_id, sum(units)::int as units from cut group by member_id) c
      where p.store_id = ${deps.storeId} and p.sale_id = ${sale.id} and p.sku_id = ${skuId} and p.member_id = c.member_id
    ), gone as (
      update sale_order so set gone_at = ${new Date(deps.now())} from cut c
      where so.store_id = ${deps.storeId} and so.order_id = c.order_id and not exists (
        select from order_line l where l.store_id = so.store_id and l.order_id = so.order_id and l.refunded_quantity < l.quantity)
    )
    update sale_line set paid_units = paid_units - ${units}, taken = taken - ${units}
    where store_id = ${deps.storeId} and sale_id = ${sale.id} and sku_id = ${skuId}`.execute(trx)
}

const messageOf = (order: ReturnType<typeof refundOf>, skuId: SkuId, title: string): Message[] =>
  order.member_id === null
    ? []
    : [
        {
          kind: 'shortage-cut',
          memberId: order.member_id as MemberId,
          subject: `${order.id}:${skuId}`,
          facts: {
            orderId: order.id as OrderId,
            title,
            cutPieces: order.sum.lines.reduce((n, line) => n + line.quantity, 0),
            refundFen: addFen(order.sum.amountFen, order.deliveryFen),
          },
        },
      ]
