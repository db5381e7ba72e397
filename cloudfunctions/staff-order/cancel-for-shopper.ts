/** The staff end an unpaid order, with the same care for money under way as the shopper's own cancel. */
import type { staffOrder as contract, StaffOrderView } from '@/contract/staff-order'
import type { RefusalOf } from '@/contract/define'
import type { OrderId } from '@/domain/ids'
import { ok, refuse, type Result } from '@/domain/result'
import { audit } from '../runtime/audit'
import type { StaffCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { cancelUnpaidOrder } from '../order/cancel-order'
import { reopenStaffOrder } from './open-staff-order'
import { readScoped, unknownOrder } from './staff-scope'

export const cancelForShopper = async (
  deps: Deps,
  caller: StaffCaller,
  input: { orderId: OrderId },
): Promise<Result<StaffOrderView, RefusalOf<typeof contract.cancel>>> => {
  const order = await readScoped(deps, caller, input.orderId)
  if (!order) return unknownOrder()
  const done = await cancelUnpaidOrder(deps, input.orderId, { kind: 'staff', staffId: caller.staffId }, 'staff')
  if (!done.ok)
    return done.refusal.code === 'order.not-cancellable'
      ? refuse({ code: 'order.act-not-open', act: 'cancel' })
      : refuse(done.refusal)
  await audit(deps.db, deps, caller, {
    action: 'order.cancel',
    subject: order.id,
    subjectName: order.number,
    before: { trade: order.trade },
    after: { trade: 'cancelled' },
  })
  return ok(await reopenStaffOrder(deps, caller, input.orderId))
}
