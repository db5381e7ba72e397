/**
 * Counts what came in, product by product, while the goods are on their way and being sorted. What somebody counted decides who goes
 * short, so each change of a count stays in the trail: who, when, from what to what.
 */
import { sql } from 'kysely'
import type { leader as contract, ReceiveRefusal } from '@/contract/leader'
import type { ParsedOf } from '@/contract/define'
import type { SkuId } from '@/domain/ids'
import { ok, refuse, type Result } from '@/domain/result'
import type { SaleState } from '@/domain/sale/sale'
import { audit } from '../runtime/audit'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { lockKeptSale, unknownSale, type Keeper } from './find-sale'

type Input = ParsedOf<typeof contract.receive>
type Count = Input['counts'][number]

export const COUNTED_ACT = 'sale.receive'

/** Before, orders still come in; afterwards the bags are packed. */
const COUNTED: readonly SaleState[] = ['closed', 'picking']

/** All counts or none. The same product named twice counts as it was named last. */
export const receiveGoods = (
  deps: Deps,
  keeper: Keeper,
  { saleId, counts }: Input,
): Promise<Result<null, ReceiveRefusal>> =>
  deps.db.transaction().execute(async (trx): Promise<Result<null, ReceiveRefusal>> => {
    const sale = await lockKeptSale(trx, deps, keeper, saleId, { whole: true })
    if (!sale) return unknownSale()
    if (!COUNTED.includes(sale.state)) return refuse({ code: 'sale.not-counted-now', state: sale.state })
    const last = [...new Map(counts.map((count) => [count.skuId, count])).values()]
    const before = await countsBefore(trx, deps, saleId)
    const stranger = last.find(({ skuId }) => !before.has(skuId))
    if (stranger) return refuse({ code: 'sale.line-gone', skuId: stranger.skuId })
    await writeCounts(trx, deps, saleId, last)
    const changed = last.flatMap(({ skuId, received }) => {
      const line = before.get(skuId)
      return line && line.received !== received ? [{ was: line, now: { ...line, received } }] : []
    })
    if (changed.length > 0) {
      const told = { before: changed.map(({ was }) => was), after: changed.map(({ now }) => now) }
      const entry = { action: COUNTED_ACT, subject: saleId, subjectName: sale.title, ...told }
      await audit(trx, deps, keeper, entry)
    }
    return ok(null)
  })

/** A line with what came of it, as the trail keeps it. */
export type LineCount = { readonly skuId: SkuId; readonly label: string; readonly received: number | null }

const countsBefore = async (trx: Trx, deps: Deps, saleId: string): Promise<Map<SkuId, LineCount>> => {
  const rows = await trx
    .selectFrom('sale_line')
    .select(['sku_id', 'label', 'received'])
    .where('store_id', '=', deps.storeId)
    .where('sale_id', '=', saleId)
    .execute()
  return new Map(
    rows.map(({ sku_id, label, received }) => [sku_id as SkuId, { skuId: sku_id as SkuId, label, received }]),
  )
}

const writeCounts = async (trx: Trx, deps: Deps, saleId: string, counts: readonly Count[]): Promise<void> => {
  await sql`
    update sale_line l set received = c.received
    from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as c ("skuId" text, received int)
    where l.store_id = ${deps.storeId} and l.sale_id = ${saleId} and l.sku_id = c."skuId"`.execute(trx)
}
