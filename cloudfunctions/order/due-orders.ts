/** The clock's acts on orders: unpaid ones past their deadline end, shipped ones past theirs are received. */
import type { OrderId } from '@/domain/ids'
import { canConfirmReceipt } from '@/domain/order/order'
import type { Deps } from '../runtime/deps'
import { eachDue, type Round } from '../runtime/each-due'
import { cancelUnpaidOrder } from './cancel-order'
import { receive } from './confirm-receipt'
import { lockOrder, rowState } from './lock-order'

/** Orders a clock job takes at once; a full batch is followed by the next (`jobs/work-through.ts`). */
export const BATCH = 50

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
  return eachDue<OrderId>(deps, due, (id) => cancelUnpaidOrder(deps, id, { kind: 'clock' }, 'deadline'))
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
  return eachDue<OrderId>(deps, due, (id) =>
    deps.db.transaction().execute(async (trx) => {
      const row = await lockOrder(trx, deps, id)
      if (row && canConfirmReceipt(rowState(row))) await receive(trx, deps, row, 'clock')
    }),
  )
}
