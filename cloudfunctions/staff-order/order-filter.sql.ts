/** The admin list's filters as SQL, shared by the page, its counts and the export. */
import { sql, type Expression, type SqlBool } from 'kysely'
import type { staffOrderFilterIn, StaffOrderTab } from '@/contract/staff-order'
import type * as z from 'zod'
import type { StaffCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'

export type OrderFilter = z.output<typeof staffOrderFilterIn>

/** A condition a tab, over `o`. What is ready or on its way has its receipt clock: said once more for that clock's index. */
export const tabSql: Record<StaffOrderTab, string> = {
  all: 'true',
  'to-pay': `o.trade = 'awaiting-payment'`,
  'to-ship': `o.trade = 'fulfilling' and o.fulfilment in ('to-ship', 'part-shipped')`,
  'awaiting-group': `o.trade = 'awaiting-group'`,
  'to-pick-up': `o.trade = 'fulfilling' and o.fulfilment = 'ready' and o.auto_confirm_at is not null`,
  shipped: `o.trade = 'fulfilling' and o.fulfilment = 'shipped' and o.auto_confirm_at is not null`,
  refunding: `o.money = 'refunding'`,
  completed: `o.trade = 'completed'`,
  closed: `o.trade in ('cancelled', 'closed', 'late-paid')`,
}

const and = (parts: readonly Expression<SqlBool>[]): Expression<SqlBool> =>
  sql<SqlBool>`${sql.join([...parts], sql` and `)}`

/** Store and dates only: what an index can answer. */
export const sinceSql = (deps: Deps, f: OrderFilter): Expression<SqlBool> => and(datesOf(deps, f))

const datesOf = (deps: Deps, f: OrderFilter): Expression<SqlBool>[] => {
  const parts: Expression<SqlBool>[] = [sql<SqlBool>`o.store_id = ${deps.storeId}`]
  if (f.fromAt !== undefined) parts.push(sql<SqlBool>`o.placed_at >= ${new Date(f.fromAt)}`)
  if (f.untilAt !== undefined) parts.push(sql<SqlBool>`o.placed_at < ${new Date(f.untilAt)}`)
  return parts
}

/** Everything but the tab. */
export const filterSql = (deps: Deps, caller: StaffCaller, f: OrderFilter): Expression<SqlBool> => {
  const parts = datesOf(deps, f)
  if (caller.pickupPointIds) parts.push(sql<SqlBool>`o.pickup_point_id = any(${[...caller.pickupPointIds]}::text[])`)
  if (f.deliveryKind) parts.push(sql<SqlBool>`o.delivery_kind = ${f.deliveryKind}`)
  if (f.pickupPointId) parts.push(sql<SqlBool>`o.pickup_point_id = ${f.pickupPointId}`)
  if (f.source)
    parts.push(f.source === 'share' ? sql<SqlBool>`o.share_code is not null` : sql<SqlBool>`o.share_code is null`)
  if (f.text) parts.push(textSql(f.text.replace(/\s+/g, '')))
  return and(parts)
}

/** Digits are an order number, the tail of a number or phone, or the code held out at the counter; words are a buyer or a product. */
const textSql = (text: string): Expression<SqlBool> => {
  if (/^\d{18}$/.test(text)) return sql<SqlBool>`o.number = ${text}`
  if (/^\d{3,}$/.test(text))
    return sql<SqlBool>`(o.number like ${`%${text}`} or o.buyer_phone like ${`%${text}`}
      or (o.pickup_code = ${text} and o.trade = 'fulfilling' and o.fulfilment = 'ready'))`
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return sql<SqlBool>`(o.buyer_name ilike ${like} or exists (
    select 1 from order_line l where l.store_id = o.store_id and l.order_id = o.id and l.title ilike ${like}))`
}
