/** Ends a sale: no order comes in any more; where everything is paid already it is reckoned in the same transaction. */
import type { SaleId } from '@/domain/ids'
import { ok, type Result } from '@/domain/result'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { moveSaleBy, type MovedSale, type MoveRefusal, type SaleMover } from './move-sale'
import { reckonLocked } from './reckon-sale'

/** Inside the caller's transaction, e.g. together with an audit row. */
export const closeSaleBy = async (
  trx: Trx,
  deps: Deps,
  saleId: SaleId,
  who: SaleMover,
): Promise<Result<MovedSale, MoveRefusal>> => {
  const moved = await moveSaleBy(trx, deps, saleId, 'close', who)
  if (moved.ok) await reckonLocked(trx, deps, moved.value.sale)
  return moved
}

export const closeSale = (deps: Deps, saleId: SaleId, who: SaleMover): Promise<Result<null, MoveRefusal>> =>
  deps.db.transaction().execute(async (trx) => {
    const moved = await closeSaleBy(trx, deps, saleId, who)
    return moved.ok ? ok(null) : moved
  })
