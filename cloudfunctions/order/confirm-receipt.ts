/** The goods are there: by the shopper's tap, the handing over, or the clock. */
import type { OrderView } from '@/contract/order'
import type { OrderId } from '@/domain/ids'
import { canConfirmReceipt } from '@/domain/order/order'
import { ok, refuse, type Result } from '@/domain/result'
import { groupSettlingLetter } from '../group-buy/settle-group'
import { earnForOrder } from '../points/earn-for-order'
import type { MemberCaller } from '../runtime/caller'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { bagArrived, handBag } from '../sale/chain-order.sql'
import { lockOrderInSale } from '../sale/lock-sale'
import { moveOrder, rowState, type OrderRow } from './lock-order'
import { reopenOrder } from './open-order'

type No = { code: 'order.unknown' } | { code: 'order.not-receivable' }

export const confirmReceipt = async (
  deps: Deps,
  caller: MemberCaller,
  input: { orderId: OrderId },
): Promise<Result<OrderView, No>> => {
  const done = await deps.db.transaction().execute(async (trx): Promise<Result<null, No>> => {
    const row = await lockOrderInSale(trx, deps, input.orderId)
    if (!row || row.member_id !== caller.memberId) return refuse({ code: 'order.unknown' })
    if (row.trade === 'completed') return ok(null)
    if (!canConfirmReceipt(rowState(row))) return refuse({ code: 'order.not-receivable' })
    await handBag(trx, deps, row)
    await receive(trx, deps, row, 'shopper')
    return ok(null)
  })
  return done.ok ? ok(await reopenOrder(deps, caller, input.orderId)) : done
}

/** Records receipt and completion; `row` must be locked and receivable. */
export const receive = async (
  trx: Trx,
  deps: Deps,
  row: OrderRow,
  by: 'shopper' | 'clock' | 'staff',
  staffId?: string,
): Promise<void> => {
  const now = new Date(deps.now())
  await moveOrder(
    trx,
    deps,
    row,
    { kind: by, ...(staffId ? { staffId } : {}) },
    [{ kind: 'received', by }, { kind: 'completed' }],
    { trade: 'completed', fulfilment: 'received', completed_at: now, ended_at: now },
  )
  if (row.sale_id !== null && row.delivery_kind !== 'pickup') await bagArrived(trx, deps, row.id)
  await earnForOrder(trx, deps, row)
  if (row.group_id) await trx.insertInto('outbox').values(groupSettlingLetter(deps, row.group_id)).execute()
}
