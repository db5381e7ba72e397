/** The orders of a sale as its leader and the staff look them up: by tab, by a name or number, page by page. */
import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { SaleOrderTab } from '@/contract/leader'
import type { OrderId, PickupPointId } from '@/domain/ids'
import type { TradeState } from '@/domain/order/trade'
import type { BagState } from '@/domain/pickup/bag'
import type { ChainItem } from '@/domain/sale/chain'
import type { Deps } from '../runtime/deps'
import type { SaleRow } from '../sale/lock-sale'
import { bagNow } from './bag-now'
import type { Scope } from './find-sale'

export type SaleOrderRecord = {
  orderId: OrderId
  number: number | null
  buyerName: string
  buyerPhone: string | null
  avatar: string | null
  items: readonly ChainItem[]
  totalFen: number
  trade: TradeState
  bag: BagState
  pickupPointId: PickupPointId | null
  forName: string | null
  placedAt: Date
}

export type SaleOrderFilter = {
  readonly tab: SaleOrderTab
  readonly text?: string | undefined
  readonly pickupPointId?: PickupPointId | undefined
}

const isGone = sql<SqlBool>`(so.gone_at is not null or o.trade in ('cancelled', 'closed', 'late-paid'))`
const isInChain = sql<SqlBool>`(not ${isGone} and o.trade <> 'awaiting-payment')`

/** The state of a bag at this instant; only what nobody touched moves with time. */
const bagSql = (deps: Deps, sale: SaleRow): RawBuilder<BagState> =>
  sql<BagState>`case so.bag_state when 'waiting' then ${bagNow(deps, sale, 'waiting')}::text
    when 'overdue' then ${bagNow(deps, sale, 'overdue')}::text else so.bag_state end`

/** A condition for each tab. `all` is everybody who is in it or still may be. */
const tabsSql = (deps: Deps, sale: SaleRow): Record<SaleOrderTab, RawBuilder<SqlBool>> => {
  const bag = bagSql(deps, sale)
  return {
    all: sql<SqlBool>`not ${isGone}`,
    unpaid: sql<SqlBool>`o.trade = 'awaiting-payment'`,
    waiting: sql<SqlBool>`${isInChain} and ${bag} in ('waiting', 'overdue')`,
    handed: sql<SqlBool>`${isInChain} and ${bag} = 'handed'`,
    'no-show': sql<SqlBool>`${isInChain} and ${bag} in ('no-show', 'returned')`,
    gone: isGone,
  }
}

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/**
 * Digits are a number of the chain, or the tail of a phone or an order number; words are a name. Of a phone only the four
 * digits that are shown: a longer one would be found out digit by digit.
 */
const textSql = (text: string): RawBuilder<SqlBool> =>
  /^\d+$/.test(text)
    ? sql<SqlBool>`(so.number = ${text.length < 7 ? Number(text) : -1} or (length(${text}) >= 3 and (${
        text.length <= 4 ? sql<SqlBool>`o.buyer_phone like ${`%${text}`}` : sql<SqlBool>`false`
      } or o.number like ${`%${text}`})))`
    : sql<SqlBool>`(o.buyer_name ilike ${like(text)} or so.for_name ilike ${like(text)})`

const fromSql = (deps: Deps, sale: SaleRow, scope: Scope, filter: SaleOrderFilter): RawBuilder<unknown> => {
  const text = filter.text?.replace(/\s+/g, '')
  return sql`
    from sale_order so
    join orders o on o.store_id = so.store_id and o.id = so.order_id
    where so.store_id = ${deps.storeId} and so.sale_id = ${sale.id}
      and ${scope ? sql`o.pickup_point_id = any(${[...scope]}::text[])` : sql`true`}
      and ${filter.pickupPointId ? sql`o.pickup_point_id = ${filter.pickupPointId}` : sql`true`}
      and ${text ? textSql(text) : sql`true`}`
}

/** Where the next page begins: newest first, orders of one instant by id. */
export type After = { readonly placedAt: Date; readonly orderId: string }

export const readSaleOrders = async (
  deps: Deps,
  sale: SaleRow,
  scope: Scope,
  filter: SaleOrderFilter,
  { limit, skip = 0, after = null }: { limit: number; skip?: number; after?: After | null },
): Promise<SaleOrderRecord[]> =>
  (
    await sql<SaleOrderRecord>`
    select so.order_id as "orderId", so.number, o.buyer_name as "buyerName", o.buyer_phone as "buyerPhone", m.avatar,
      (select coalesce(json_agg(json_build_object('label', coalesce(sl.label, l.title), 'quantity', l.quantity - l.refunded_quantity) order by l.line_no), '[]')
        from order_line l left join sale_line sl on sl.store_id = l.store_id and sl.sale_id = so.sale_id and sl.sku_id = l.sku_id
        where l.store_id = so.store_id and l.order_id = so.order_id) as items,
      o.total_fen as "totalFen", o.trade, ${bagSql(deps, sale)} as bag, o.pickup_point_id as "pickupPointId", so.for_name as "forName",
      so.placed_at as "placedAt"
    from (select so.order_id ${fromSql(deps, sale, scope, filter)} and ${tabsSql(deps, sale)[filter.tab]}
        and ${after ? sql`(so.placed_at, so.order_id) < (${after.placedAt}, ${after.orderId})` : sql`true`}
      order by so.placed_at desc, so.order_id desc limit ${limit} offset ${skip}) page
    join sale_order so on so.store_id = ${deps.storeId} and so.order_id = page.order_id
    join orders o on o.store_id = so.store_id and o.id = so.order_id
    left join member m on m.store_id = so.store_id and m.id = so.member_id
    order by so.placed_at desc, so.order_id desc`.execute(deps.db)
  ).rows

const TABS = ['all', 'unpaid', 'waiting', 'handed', 'no-show', 'gone'] as const satisfies readonly SaleOrderTab[]

/** How many orders each tab has. */
export const countSaleOrders = async (
  deps: Deps,
  sale: SaleRow,
  scope: Scope,
  filter: Omit<SaleOrderFilter, 'tab'> = {},
): Promise<Record<SaleOrderTab, number>> => {
  const conditions = tabsSql(deps, sale)
  const columns = TABS.map((tab) => sql`count(*) filter (where ${conditions[tab]})::int as ${sql.id(tab)}`)
  const { rows } = await sql<Record<SaleOrderTab, number>>`
    select ${sql.join(columns)} ${fromSql(deps, sale, scope, { ...filter, tab: 'all' })}`.execute(deps.db)
  const [counts] = rows
  if (!counts) throw new Error('counting answered no row')
  return counts
}

/** Names of the sale's pick-up points. */
export const pointNames = async (deps: Deps, sale: SaleRow): Promise<Map<string, string>> => {
  const rows = await deps.db
    .selectFrom('pickup_point')
    .select(['id', 'name'])
    .where('store_id', '=', deps.storeId)
    .where('id', 'in', sale.pickup_point_ids?.length ? sale.pickup_point_ids : [''])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
