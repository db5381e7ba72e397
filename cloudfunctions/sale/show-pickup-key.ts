/** The key with which a neighbour's phone makes its rotating pick-up code, with or without a network. */
import type { sale } from '@/contract/sale'
import type { SaleId } from '@/domain/ids'
import type { TradeState } from '@/domain/order/trade'
import { bagAt, keptUntil } from '@/domain/pickup/bag'
import { ok, refuse } from '@/domain/result'
import { epochMs } from '@/domain/time'
import type { UseCase } from '../runtime/serve'
import { pickupKeysOf } from './pickup-keys'

export const showPickupKey: UseCase<typeof sale.pickupKey> = async (deps, { memberId }, { orderId }) => {
  const row = await deps.db
    .selectFrom('orders as o')
    .innerJoin('sale_order as c', (j) => j.onRef('c.store_id', '=', 'o.store_id').onRef('c.order_id', '=', 'o.id'))
    .innerJoin('sale as s', (j) => j.onRef('s.store_id', '=', 'c.store_id').onRef('s.id', '=', 'c.sale_id'))
    .leftJoin('pickup_point as p', (j) =>
      j.onRef('p.store_id', '=', 'o.store_id').onRef('p.id', '=', 'o.pickup_point_id'),
    )
    .select(['o.trade', 'o.pickup_code', 'c.number', 'c.bag_state', 'c.for_name', 's.id', 's.title', 's.state'])
    .select(['s.hand_over_from_at', 's.hand_over_until_at', 's.keep_days', 'p.name', 'p.address', 'p.keeper'])
    .where('o.store_id', '=', deps.storeId)
    .where('o.id', '=', orderId)
    .where('o.member_id', '=', memberId)
    .executeTakeFirst()
  if (!row) return refuse({ code: 'order.unknown' })
  // received by the clock or in WeChat, the bag may still stand on the shelf
  if (row.trade !== 'fulfilling' && row.trade !== 'completed')
    return refuse({ code: 'pickup.not-ready', trade: row.trade as TradeState })
  const saleId = row.id as SaleId
  const [now, handOverUntilAt] = [deps.now(), epochMs(row.hand_over_until_at.getTime())]
  return ok({
    orderId,
    number: row.number,
    key: pickupKeysOf(deps, saleId)(orderId),
    plainCode: row.pickup_code,
    bag: bagAt(row.bag_state, handOverUntilAt, row.keep_days, now),
    madeAt: now,
    ...{ saleId, title: row.title, state: row.state, forName: row.for_name },
    handOverFromAt: epochMs(row.hand_over_from_at.getTime()),
    handOverUntilAt,
    keptUntilAt: keptUntil(handOverUntilAt, row.keep_days),
    place: row.name === null ? null : { name: row.name, address: row.address ?? '', keeper: row.keeper ?? '' },
  })
}
