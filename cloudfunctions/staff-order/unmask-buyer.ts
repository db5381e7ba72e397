/** The whole name, phone and address of a buyer. Each look is an audit row. */
import type { OrderId } from '@/domain/ids'
import { ok, type Result } from '@/domain/result'
import { audit } from '../runtime/audit'
import type { StaffCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { readScoped, unknownOrder, type UnknownOrder } from './staff-scope'

type Unmasked = { name: string; phone: string; address: string }

export const unmaskBuyer = async (
  deps: Deps,
  caller: StaffCaller,
  input: { orderId: OrderId },
): Promise<Result<Unmasked, UnknownOrder>> => {
  const order = await readScoped(deps, caller, input.orderId)
  if (!order) return unknownOrder()
  await audit(deps.db, deps, caller, { action: 'order.unmask', subject: order.id, subjectName: order.number })
  const a = order.address
  return ok({
    name: order.buyerName,
    phone: order.buyerPhone ?? '',
    address: a ? [a.province, a.city, a.district, a.detail].join(' ') : (order.pickupPoint?.address ?? ''),
  })
}
