/** Two months of past orders with their money and goods, the stock ledger around them, and the stock itself. Written once. */
import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import { epochMs, type EpochMs } from '@/domain/time'
import { demoId } from '../demo-ids'
import type { Deps } from '../../deps'
import type { Trx } from '../connect'
import type { Tables } from '../tables'
import { products } from './catalogue/products'
import { inChunks } from './chunks'
import { agedId, people, skuId } from './demo-shop'
import { auditRows } from './history/audit-rows'
import { chanceFrom } from './history/chance'
import { toldGroups, type ToldGroup } from './history/group-rows'
import type { Plan } from './history/plan'
import { planPast } from './history/plan-past'
import { planRecent, RECENT_COUNT } from './history/plan-recent'
import { planStock, type Change } from './history/plan-stock'
import { toldSales, type ToldSale } from './history/sale-rows'
import { pastShares, type PastShare } from './history/shares'
import { tellOrder } from './history/tell-order'
import type { ToldOrder } from './history/told'

const ORDER_COUNT = 300

export type History = {
  /** Those of groups and of group sales included. */
  readonly orders: readonly ToldOrder[]
  readonly shares: readonly PastShare[]
  readonly groups: readonly ToldGroup[]
  readonly sales: readonly ToldSale[]
}

export const makeHistory = ({ storeId, now }: Pick<Deps, 'storeId' | 'now'>): History => {
  const shares = pastShares(now())
  const staff = {
    warehouse: demoId('stf', 'warehouse'),
    clerk: demoId('stf', 'clerk'),
    service: demoId('stf', 'service'),
  }
  const cast = { storeId, shares, staff }
  const orders = allPlans(now()).map((plan) => tellOrder(cast, plan))
  const groups = toldGroups(cast, now())
  const sales = toldSales(cast, now())
  const all = [...orders, ...[...groups, ...sales].flatMap((each) => each.orders)]
  return { orders: all, shares, groups, sales }
}

const allPlans = (now: EpochMs): Plan[] => {
  const buyers = people.map(({ name }) => name)
  const past = planPast(chanceFrom(20_260_101), now, ORDER_COUNT - RECENT_COUNT, buyers)
  return [...past, ...planRecent(now, past.length)]
}

export const hasHistory = async (trx: Trx, { storeId }: Deps): Promise<boolean> =>
  (await trx
    .selectFrom('orders')
    .select('id')
    .where('store_id', '=', storeId)
    .where('request_id', 'like', 'demo-past-order-%')
    .limit(1)
    .executeTakeFirst()) !== undefined

export const writeOrders = async (trx: Trx, deps: Deps, { orders }: History): Promise<void> => {
  const flat = <T>(rows: (told: ToldOrder) => readonly T[]): T[] => orders.flatMap(rows)
  await inChunks(
    flat(({ order }) => [order]),
    (rows) => trx.insertInto('orders').values(rows).execute(),
  )
  await inChunks(
    flat(({ lines }) => lines),
    (rows) => trx.insertInto('order_line').values(rows).execute(),
  )
  await inChunks(
    flat(({ events }) => events),
    (rows) => trx.insertInto('order_event').values(rows).execute(),
  )
  await inChunks(
    flat(({ payment }) => [payment]),
    (rows) => trx.insertInto('payment').values(rows).execute(),
  )
  await inChunks(
    flat(({ parcels }) => parcels),
    (rows) => trx.insertInto('parcel').values(rows).execute(),
  )
  await inChunks(
    flat(({ refunds }) => refunds),
    (rows) => trx.insertInto('refund').values(rows).execute(),
  )
  await inChunks(auditRows(orders, deps), (rows) => trx.insertInto('audit').values(rows).execute())
  await countSold(trx, deps)
}

/** As paying counts it: every piece that was ever paid for; in a group once it was full, which is when its ship clock starts. */
const countSold = async (trx: Trx, { storeId }: Deps): Promise<void> => {
  await sql`
    update product p set sold_count = s.quantity
    from (select l.product_id, sum(l.quantity)::int as quantity
          from order_line l join orders o on o.store_id = l.store_id and o.id = l.order_id
          where l.store_id = ${storeId} and o.paid_at is not null and (o.group_id is null or o.ship_deadline_at is not null)
          group by l.product_id) s
    where p.store_id = ${storeId} and p.id = s.product_id`.execute(trx)
}

const skuKey = (slug: string, index: number): string => `${slug}#${index}`

/** Nearly gone or gone, so that the staff's low-stock list and the shopper's "sold out" are there to be seen. */
const leftOverride: Readonly<Record<string, number>> = {
  [skuKey('strawberry-shortcake', 1)]: 0,
  [skuKey('strawberry-shortcake', 2)]: 3,
  [skuKey('weekend-bouquet', 2)]: 0,
  [skuKey('yunnan-blueberry', 0)]: 5,
}

export const writeStock = async (trx: Trx, { storeId, now }: Deps, { orders }: History): Promise<void> => {
  const moved = orders.flatMap(({ movements }) => movements)
  const stock: Insertable<Tables['stock']>[] = []
  const received: Insertable<Tables['stock_movement']>[] = []
  for (const product of products) {
    for (const [index, sku] of product.skus.entries()) {
      const id = skuId(product, sku)
      const left = leftOverride[skuKey(product.slug, index)] ?? sku.stock
      const entries = planStock(changesOf(moved, id), left, now())
      stock.push({ store_id: storeId, sku_id: id, available: left })
      received.push(
        ...entries.map(({ at, kind, quantity }, n) => ({
          store_id: storeId,
          id: agedId('mov', at, `${id}-${n}`),
          sku_id: id,
          kind,
          quantity,
          staff_id: demoId('stf', kind === 'adjusted' ? 'manager' : 'warehouse'),
          reason: kind === 'adjusted' ? '早班盘点' : '到货入库',
          at: new Date(at),
        })),
      )
    }
  }
  await inChunks([...received, ...moved], (rows) => trx.insertInto('stock_movement').values(rows).execute())
  await inChunks(stock, (rows) => trx.insertInto('stock').values(rows).execute())
}

const changesOf = (moved: readonly Insertable<Tables['stock_movement']>[], id: string): Change[] =>
  moved
    .filter((row) => row.sku_id === id)
    .map(({ at, quantity }) => ({ at: epochMs(at.getTime()), quantity }))
    .sort((a, b) => a.at - b.at)
