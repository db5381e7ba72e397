/** The staff correct where an order goes, while nothing has shipped. */
import type { staffOrder as contract, StaffOrderView } from '@/contract/staff-order'
import type { ParsedOf, RefusalOf } from '@/contract/define'
import { ok, type Result } from '@/domain/result'
import type { StaffCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { writeAddress } from '../order/change-address'
import { actOnOrder } from './act-on-order'

export const changeOrderAddress = (
  deps: Deps,
  caller: StaffCaller,
  input: ParsedOf<typeof contract.changeAddress>,
): Promise<Result<StaffOrderView, RefusalOf<typeof contract.changeAddress>>> =>
  actOnOrder(deps, caller, input.orderId, 'change-address', async (trx, row) => {
    const written = await writeAddress(trx, deps, row, input.address, { kind: 'staff', staffId: caller.staffId })
    if (!written.ok) return written
    // the audit names the district only: who lives where is in the order itself
    return ok({ before: { district: row.address?.district ?? null }, after: { district: input.address.district } })
  })
