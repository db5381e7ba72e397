/** A draft tried on the paid orders of the last seven days. Nothing is written. */
import type { staffPromotion } from '@/contract/staff-promotion'
import type { CategoryId, ProductId, SkuId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { QuoteLine } from '@/domain/pricing/quote'
import type { PastOrder } from '@/domain/promotion/replay'
import { tryDraft as tryOn } from '@/domain/promotion/sandbox'
import { ok } from '@/domain/result'
import { DAY, dayStart, later } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { promotionFrom } from './save-promotion'
import { templateFrom } from './save-template'

const DAYS = 7
/** More than any shop of one street sells in a week; beyond it the newest speak for the others. */
const MOST_ORDERS = 20_000

export const tryDraft: UseCase<typeof staffPromotion.tryDraft> = async (deps, _caller, input) => {
  const untilAt = dayStart(deps.now())
  const fromAt = later(untilAt, -DAYS * DAY)
  const orders = await readPastOrders(deps, fromAt, untilAt)
  const draft =
    input.kind === 'coupon'
      ? { kind: input.kind, terms: templateFrom(input.template, deps.newId('ctp'), 'draft') }
      : { kind: input.kind, promotion: promotionFrom(input.promotion, deps.newId('prm')) }
  const trial = tryOn(orders, draft)
  const named = new Map(orders.map((order) => [order.id, order]))
  const ids = [
    ...new Set(
      [...trial.losses.worst, ...trial.meetings.map((m) => ({ orderId: m.deepestOrderId }))].map(
        ({ orderId }) => orderId,
      ),
    ),
  ]
  const worst = ids.map((orderId) => ({
    orderId,
    number: named.get(orderId)?.number ?? '',
    title: named.get(orderId)?.title ?? '',
  }))
  return ok({ trial, fromAt, untilAt, worst })
}

type Row = {
  id: string
  number: string
  title: string
  deliveryFen: Fen
  quoteLines: readonly QuoteLine[]
  goods: readonly { skuId: SkuId; productId: ProductId; categoryIds: readonly CategoryId[]; costFen: Fen | null }[]
}

const readOrdersStatement = {
  name: 'staff-promotion.past-orders',
  text: `
select o.id, o.number, o.first_title as title, o.delivery_fen as "deliveryFen", o.quote -> 'lines' as "quoteLines", g.goods
from (
  select * from orders
  where store_id = $1 and paid_at >= $2::timestamptz and paid_at < $3::timestamptz
  order by paid_at desc limit ${MOST_ORDERS}
) o
cross join lateral (
  select json_agg(json_build_object('skuId', l.sku_id, 'productId', l.product_id,
    'categoryIds', array_remove(array[p.category_id, c.parent_id], null), 'costFen', s.cost_fen)) as goods
  from order_line l
  left join sku s on s.store_id = $1 and s.id = l.sku_id
  left join product p on p.store_id = $1 and p.id = l.product_id
  left join category c on c.store_id = $1 and c.id = p.category_id
  where l.store_id = $1 and l.order_id = o.id
) g
where g.goods is not null`,
}

/** With what the goods are, and cost, today: what they cost then nobody wrote down. */
const readPastOrders = async (
  deps: Deps,
  fromAt: number,
  untilAt: number,
): Promise<(PastOrder & { number: string; title: string })[]> => {
  const rows = await deps.database.run<Row>(readOrdersStatement, [deps.storeId, new Date(fromAt), new Date(untilAt)])
  return rows.map(({ id, number, title, deliveryFen, quoteLines, goods }) => ({
    ...{ id, number, title, deliveryFen },
    lines: quoteLines.map((line) => {
      const known = goods.find(({ skuId }) => skuId === line.skuId)
      return { ...line, productId: known?.productId, categoryIds: known?.categoryIds, costFen: known?.costFen ?? null }
    }),
  }))
}
