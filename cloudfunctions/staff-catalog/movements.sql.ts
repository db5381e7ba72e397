/** The ledger of one SKU, newest first, with the stock right after each line. */
import { sql } from 'kysely'
import type { StockMovement } from '@/contract/staff-catalog'
import type { SkuId } from '@/domain/ids'
import { epochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'

const PAGE = 50

type Row = Omit<StockMovement, 'at'> & { at: number }
export type Ledger = { rows: StockMovement[]; next: string | null; sum: number }

/** `<instant>~<id>` of the last line that was shown; null for anything else. */
const readCursor = (cursor: string | undefined): { at: Date; id: string } | null => {
  const [, at, id] = /^(\d{1,15})~(\w+)$/.exec(cursor ?? '') ?? []
  return at && id ? { at: new Date(Number(at)), id } : null
}

/** Null if there is no such SKU. A line's balance is the sum of all lines up to it, so pages fit together however they are cut. */
export const readLedger = async (deps: Deps, skuId: SkuId, cursor: string | undefined): Promise<Ledger | null> => {
  const mine = sql`m.store_id = ${deps.storeId} and m.sku_id = ${skuId}`
  const last = readCursor(cursor)
  const cut = last ? sql`(m.at, m.id) < (${last.at}::timestamptz, ${last.id})` : sql`true`
  const { rows } = await sql<{ rows: Row[]; sum: number }>`
    with page as materialized (
      select m.* from stock_movement m where ${mine} and ${cut} order by m.at desc, m.id desc limit ${PAGE + 1}
    ), upto as (
      select coalesce(sum(m.quantity) filter (where ${cut}), 0)::int as pieces, coalesce(sum(m.quantity), 0)::int as sum
      from stock_movement m where ${mine}
    ), told as (
      select page.*, upto.pieces - coalesce(sum(quantity) over (order by at desc, id desc rows between unbounded preceding and 1 preceding), 0)::int as balance
      from page cross join upto
    )
    select upto.sum,
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'at', floor(extract(epoch from t.at) * 1000)::bigint, 'kind', t.kind,
          'quantity', t.quantity, 'balance', t.balance, 'orderNumber', o.number, 'staffName', f.name, 'reason', t.reason) order by t.at desc, t.id desc)
        from told t
        left join orders o on o.store_id = t.store_id and o.id = t.order_id
        left join staff f on f.store_id = t.store_id and f.id = t.staff_id), '[]') as rows
    from upto where exists (select from sku where store_id = ${deps.storeId} and id = ${skuId})`.execute(deps.db)
  const found = rows[0]
  if (!found) return null
  const page = found.rows.slice(0, PAGE)
  const end = page.at(-1)
  return {
    rows: page.map((row) => ({ ...row, at: epochMs(row.at) })),
    next: found.rows.length > PAGE && end ? `${end.at}~${end.id}` : null,
    sum: found.sum,
  }
}
