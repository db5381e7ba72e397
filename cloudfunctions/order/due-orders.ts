/** The clock's acts on orders: unpaid ones past their deadline end, shipped ones past theirs are received. */
import type { OrderId } from '@/domain/ids'
import { canConfirmReceipt } from '@/domain/order/order'
import type { Deps } from '../runtime/deps'
import { cancelUnpaidOrder } from './cancel-order'
import { receive } from './confirm-receipt'
import { lockOrder, rowState } from './lock-order'

type Round = { done: number; failed: number }
const BATCH = 50

export const expireOrders = async (deps: Deps): Promise<Round> => {
  const due = await deps.db
    .selectFrom('orders')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('trade', '=', 'awaiting-payment')
    .where('pay_deadline_at', '<=', new Date(deps.now()))
    .orderBy('pay_deadline_at')
    .limit(BATCH)
    .execute()
  return eachOf(deps, due, (id) => cancelUnpaidOrder(deps, id, { kind: 'clock' }, 'deadline'))
}

export const confirmOverdueReceipts = async (deps: Deps): Promise<Round> => {
  const due = await deps.db
    .selectFrom('orders')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('trade', '=', 'fulfilling')
    .where('auto_confirm_at', '<=', new Date(deps.now()))
    .orderBy('auto_confirm_at')
    .limit(BATCH)
    .execute()
  return eachOf(deps, due, (id) =>
    deps.db.transaction().execute(async (trx) => {
      const row = await lockOrder(trx, deps, id)
      if (row && canConfirmReceipt(rowState(row))) await receive(trx, deps, row, 'clock')
    }),
  )
}

/** One order's trouble doesn't hold up the others; it is tried again in the next round. */
const eachOf = async (
  deps: Deps,
  due: readonly { id: string }[],
  act: (id: OrderId) => Promise<unknown>,
): Promise<Round> => {
  let failed = 0
  for (const { id } of due) {
    try {
      await act(id as OrderId)
    } catch (error) {
      failed++
      deps.log.warn({ subject: id, err: error }, 'the clock could not move an order')
    }
  }
  return { done: due.length - failed, failed }
}
