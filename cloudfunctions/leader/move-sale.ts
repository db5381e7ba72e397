/** What a leader does with their sale. Opening looks at its terms, closing reckons it where everything is paid. */
import type { leader, SaleMoveRefusal } from '@/contract/leader'
import type { SaleId } from '@/domain/ids'
import { ok, refuse, type Result } from '@/domain/result'
import type { SaleAct } from '@/domain/sale/sale'
import { retryConflicts } from '../runtime/db/errors'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { closeSaleBy } from '../sale/close-sale'
import { moveSaleBy, type MovedSale } from '../sale/move-sale'
import { openSaleBy } from './open-sale'
import { LEADER, readBoard } from './read-board'
import { readyBags } from './ready-bags'
import { mayFinishSales, readStanding } from './standing.sql'
import type { Author } from './write-sale'

export const moveMySale: UseCase<typeof leader.moveSale> = async (deps, { memberId }, { saleId, act }) => {
  if (!mayFinishSales(await readStanding(deps.db, deps, memberId))) return refuse({ code: 'sale.unknown' })
  const moved = await retryConflicts(() =>
    deps.db.transaction().execute((trx) => moveAs(trx, deps, saleId, act, { role: 'leader', id: memberId })),
  )
  return moved.ok ? ok(await readBoard(deps, LEADER, saleId)) : moved
}

/** Any act, by whoever may do it. */
export const moveAs = async (
  trx: Trx,
  deps: Deps,
  saleId: SaleId,
  act: SaleAct,
  by: Author,
): Promise<Result<MovedSale, SaleMoveRefusal>> => {
  if (act === 'open') return openSaleBy(trx, deps, saleId, by)
  if (act === 'close') return closeSaleBy(trx, deps, saleId, by)
  const moved = await moveSaleBy(trx, deps, saleId, act, by)
  if (moved.ok && act === 'deliver') await readyBags(trx, deps, moved.value.sale, by.role === 'staff' ? by.id : null)
  return moved
}
