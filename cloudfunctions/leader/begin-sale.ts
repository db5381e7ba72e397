/** The last step of opening, however it was opened: the sale moves, and its neighbours are going to hear of it. */
import type { SaleId } from '@/domain/ids'
import type { Result } from '@/domain/result'
import { tellOfSale } from '../message/tell-of-sale'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { moveSaleBy, type MovedSale, type MoveRefusal, type SaleMover } from '../sale/move-sale'

/** Its terms and whoever opens it must have been looked at. */
export const beginSale = async (
  trx: Trx,
  deps: Deps,
  saleId: SaleId,
  by: SaleMover,
): Promise<Result<MovedSale, MoveRefusal>> => {
  const moved = await moveSaleBy(trx, deps, saleId, 'open', by)
  if (moved.ok) await tellOfSale(trx, deps, moved.value.sale)
  return moved
}
