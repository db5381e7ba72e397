/** One product that came short, before anybody presses the button, and how it was shared out afterwards. */
import type { leader as contract, ShortageView } from '@/contract/leader'
import type { ParsedOf, RefusalOf } from '@/contract/define'
import type { SkuId } from '@/domain/ids'
import { ok, refuse, type Result } from '@/domain/result'
import type { Deps } from '../runtime/deps'
import type { SaleRow } from '../sale/lock-sale'
import { findSale, unknownSale, type Keeper } from './find-sale'
import { shortageOf } from './share-out'
import { decidedView, headOf, openShortageView } from './shortage-view'
import { readCuts, readProduct, readShortRows } from './shortage.sql'

type Shortage = typeof contract.shortage
type No = RefusalOf<Shortage>

export const previewShortage = async (
  deps: Deps,
  keeper: Keeper,
  { saleId, skuId }: ParsedOf<Shortage>,
): Promise<Result<ShortageView, No>> => {
  const sale = await findSale(deps, keeper, saleId, { whole: true })
  return sale ? viewShortage(deps, sale, skuId) : unknownSale()
}

/** Of a sale that the caller may see. */
export const viewShortage = async (deps: Deps, sale: SaleRow, skuId: SkuId): Promise<Result<ShortageView, No>> => {
  const product = await readProduct(deps.db, deps, sale.id, skuId)
  if (!product) return refuse({ code: 'sale.line-gone', skuId })
  const head = headOf(skuId, product, sale.shortage_policy)
  const rows = await readShortRows(deps.db, deps, sale.id, skuId)
  if (product.decided)
    return ok(decidedView(head, product.decided, await readCuts(deps.db, deps, sale.id, skuId), rows))
  const shortage = shortageOf(rows, product.received)
  return shortage ? ok(openShortageView(head, shortage)) : refuse({ code: 'shortage.none' })
}
