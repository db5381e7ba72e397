/** Hands a pick-up order over against the six digits that the shopper shows. */
import { timingSafeEqual } from 'node:crypto'
import type { staffOrder as contract, StaffOrderView } from '@/contract/staff-order'
import type { ParsedOf, RefusalOf } from '@/contract/define'
import { ok, refuse, type Result } from '@/domain/result'
import type { StaffCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { noteCounterScan } from '../leader/hand-over-at-counter'
import { receive } from '../order/confirm-receipt'
import { handBag } from '../sale/chain-order.sql'
import { actOnOrder } from './act-on-order'

export const handOver = (
  deps: Deps,
  caller: StaffCaller,
  input: ParsedOf<typeof contract.handOver>,
): Promise<Result<StaffOrderView, RefusalOf<typeof contract.handOver>>> =>
  actOnOrder(deps, caller, input.orderId, 'hand-over', async (trx, row) => {
    if (!row.pickup_code || !timingSafeEqual(Buffer.from(row.pickup_code), Buffer.from(input.code)))
      return refuse({ code: 'pickup.wrong-code' })
    await receive(trx, deps, row, 'staff', caller.staffId)
    await handBag(trx, deps, row)
    await noteCounterScan(trx, deps, row, caller.staffId)
    return ok({ before: { fulfilment: row.fulfilment }, after: { fulfilment: 'received' } })
  })
