/** An order is completed: its goods earn points, once, less what was refunded before. */
import { fen } from '@/domain/money'
import type { OrderId } from '@/domain/ids'
import { earnedPoints } from '@/domain/points/earn'
import { earnPoints } from '@/domain/points/ledger'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { changePoints } from './change-points'

/** The order's row must be locked. Who has left the shop earns nothing. */
export const earnForOrder = async (
  trx: Trx,
  deps: Deps,
  order: { readonly id: string; readonly member_id: string | null },
): Promise<void> => {
  if (order.member_id === null) return
  const { kept } = await trx
    .selectFrom('order_line')
    .select(({ fn, eb }) => fn.sum<number>(eb('paid_fen', '-', eb.ref('refunded_fen'))).as('kept'))
    .where('store_id', '=', deps.storeId)
    .where('order_id', '=', order.id)
    .executeTakeFirstOrThrow()
  const points = earnedPoints(fen(Number(kept)))
  if (points > 0)
    await changePoints(trx, deps, order.member_id, (account) => earnPoints(account, points, order.id as OrderId))
}
