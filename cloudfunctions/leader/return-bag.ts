/** A bag that nobody fetched goes back to the store. No money moves: that is the store's word. */
import type { leader as contract, SaleBoard } from '@/contract/leader'
import type { ParsedOf, RefusalOf } from '@/contract/define'
import { canMoveBag } from '@/domain/pickup/bag'
import { ok, refuse, type Result } from '@/domain/result'
import type { MemberCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { bagNow } from './bag-now'
import { lockKeptSale, unknownSale } from './find-sale'
import { lockBags } from './hand-over'
import { moveBag } from './move-bag.sql'
import { LEADER, readBoard } from './read-board'

type Return = typeof contract.returnBag

export const returnBag = async (
  deps: Deps,
  caller: MemberCaller,
  { saleId, orderId }: ParsedOf<Return>,
): Promise<Result<SaleBoard, RefusalOf<Return>>> => {
  const done = await deps.db.transaction().execute(async (trx): Promise<Result<null, RefusalOf<Return>>> => {
    const sale = await lockKeptSale(trx, deps, caller, saleId)
    if (!sale) return unknownSale()
    const bag = (await lockBags(trx, deps, saleId, [orderId])).get(orderId)
    if (!bag) return refuse({ code: 'order.unknown' })
    const state = bagNow(deps, sale, bag.state)
    if (state === 'returned') return ok(null)
    if (!canMoveBag(state, 'returned')) return refuse({ code: 'bag.move', state })
    await moveBag(trx, deps, saleId, orderId, 'returned')
    return ok(null)
  })
  return done.ok ? ok(await readBoard(deps, LEADER, saleId)) : done
}
