/** Ships a batch, each order on its own: one that can't ship doesn't hold back the others. */
import type { staffOrder as contract } from '@/contract/staff-order'
import type { OutputOf, ParsedOf } from '@/contract/define'
import { ok, type Ok } from '@/domain/result'
import type { StaffCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { shipOrder } from './ship-order'

type Report = OutputOf<typeof contract.shipMany>

export const shipManyOrders = async (
  deps: Deps,
  caller: StaffCaller,
  input: ParsedOf<typeof contract.shipMany>,
): Promise<Ok<Report>> => {
  let shipped = 0
  const refused: { orderId: Report['refused'][number]['orderId']; code: string }[] = []
  for (const parcel of input.parcels) {
    const done = await shipOrder(deps, caller, { ...parcel, lines: undefined })
    if (done.ok) shipped++
    else refused.push({ orderId: parcel.orderId, code: done.refusal.code })
  }
  return ok({ shipped, refused })
}
