/** A sale as whoever writes it sees it: every line with the shop's price and how far below it may go. */
import type { SaleDraftView } from '@/contract/leader'
import { ok, type Ok } from '@/domain/result'
import type { SaleId } from '@/domain/ids'
import type { SaleAct } from '@/domain/sale/sale'
import type { Deps } from '../runtime/deps'
import { readGoods, type Goods } from './goods.sql'
import { goodsView } from './list-goods'
import type { Viewer } from './read-board'
import { readPlaces, type SalePlaces } from './sale-places.sql'
import { actsOf, findSaleRow } from './sale-rows.sql'
import { findWrittenSale, type WrittenSale } from './sale-terms.sql'

export const draftView = (
  { leaderId: _, lines, ...sale }: WrittenSale,
  goods: ReadonlyMap<string, Goods>,
  places: SalePlaces,
  acts: readonly SaleAct[],
): SaleDraftView => ({
  ...sale,
  ...places,
  acts,
  lines: lines.flatMap((line) => {
    const known = goods.get(line.skuId)
    return known ? [{ ...goodsView(known), ...line }] : []
  }),
})

/** Of a sale that the caller has just found or written. */
export const readDraftView = async (deps: Deps, role: Viewer['role'], saleId: SaleId): Promise<Ok<SaleDraftView>> => {
  const [sale, row] = await Promise.all([findWrittenSale(deps.db, deps, saleId), findSaleRow(deps, saleId)])
  if (!sale || !row) throw new Error(`${saleId} has gone`)
  const [goods, places] = await Promise.all([
    readGoods(
      deps,
      sale.lines.map((line) => line.skuId),
    ),
    readPlaces(deps, sale.leaderId, sale.pickupPointIds),
  ])
  return ok(draftView(sale, goods, places, actsOf(row, role, deps.now())))
}
