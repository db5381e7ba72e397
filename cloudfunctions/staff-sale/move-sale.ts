/** Any sale, a leader's too, goes on by the staff's hand: the audit says whose. */
import type { staffSale } from '@/contract/staff-sale'
import type { SaleMoveRefusal } from '@/contract/leader'
import type { SaleId } from '@/domain/ids'
import { ok, type Result } from '@/domain/result'
import { findSale, unknownSale } from '../leader/find-sale'
import { moveAs } from '../leader/move-sale'
import { audit } from '../runtime/audit'
import { retryConflicts } from '../runtime/db/errors'
import type { UseCase } from '../runtime/serve'
import { readStaffSale } from './sale-view'

export const moveSale: UseCase<typeof staffSale.move> = async (deps, caller, { saleId, act }) => {
  if (!(await findSale(deps, caller, saleId, { whole: true }))) return unknownSale()
  const moved = await retryConflicts(() =>
    deps.db.transaction().execute(async (trx): Promise<Result<SaleId, SaleMoveRefusal>> => {
      const done = await moveAs(trx, deps, saleId, act, { role: 'staff', id: caller.staffId })
      if (!done.ok) return done
      const { from, sale } = done.value
      await audit(trx, deps, caller, {
        action: `sale.${act}`,
        subject: saleId,
        subjectName: sale.title,
        before: { saleState: from },
        after: { saleState: sale.state },
      })
      return ok(saleId)
    }),
  )
  return moved.ok ? readStaffSale(deps, caller, saleId) : moved
}
