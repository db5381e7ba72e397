/** Counts what came in, product by product, while the goods are on their way and being sorted. */
import { sql } from 'kysely'
import type { leader as contract, ReceiveRefusal } from '@/contract/leader'
import type { ParsedOf } from '@/contract/define'
import type { SkuId } from '@/domain/ids'
import { ok, refuse, type Result } from '@/domain/result'
import type { SaleState } from '@/domain/sale/sale'
import { auditRow } from '../runtime/audit'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { lockKeptSale, unknownSale, type Keeper } from './find-sale'

type Input = ParsedOf<typeof contract.receive>
type Count = Input['counts'][number]

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
    if (keeper.kind === 'staff') {
      const told = {
        before: last.map(({ skuId }) => ({ skuId, received: before.get(skuId) ?? null })),
        after: last,
      }
      const entry = { action: 'sale.receive', subject: saleId, subjectName: sale.title, ...told }
      await trx
        .insertInto('audit')
        .values(auditRow(deps, keeper, entry))
        .execute()
    }
    return ok(null)
  })

const countsBefore = async (trx: Trx, deps: Deps, saleId: string): Promise<Map<SkuId, number | null>> => {
  const rows = await trx
    .selectFrom('sale_line')
    .select(['sku_id', 'received'])
    .where('store_id', '=', deps.storeId)
    .where('sale_id', '=', saleId)
    .execute()
  return new Map(rows.map((row) => [row.sku_id as SkuId, row.received]))
}

const writeCounts = async (trx: Trx, deps: Deps, saleId: string, counts: readonly Count[]): Promise<void> => {
  await sql`
    update sale_line l set received = c.received
    from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as c ("skuId" text, received int)
    where l.store_id = ${deps.storeId} and l.sale_id = ${saleId} and l.sku_id = c."skuId"`.execute(trx)
}
