/** The merchant's own note on an order; shoppers never see it. */
import type { staffOrder as contract, StaffOrderView } from '@/contract/staff-order'
import type { ParsedOf, RefusalOf } from '@/contract/define'
import { ok, type Result } from '@/domain/result'
import type { StaffCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { moveOrder } from '../order/lock-order'
import { actOnOrder } from './act-on-order'

export const remarkOrder = (
  deps: Deps,
  caller: StaffCaller,
  input: ParsedOf<typeof contract.remark>,
): Promise<Result<StaffOrderView, RefusalOf<typeof contract.remark>>> =>
  actOnOrder<never>(deps, caller, input.orderId, 'remark', async (trx, row) => {
    await moveOrder(trx, deps, row, { kind: 'staff', staffId: caller.staffId }, [{ kind: 'remarked' }], {
      remark: input.remark || null,
    })
    return ok({ before: { remark: row.remark }, after: { remark: input.remark || null } })
  })
