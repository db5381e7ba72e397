/** The frame of every staff act: lock the order in scope, check that the act is open, do it, audit it, all in one transaction. */
import type { StaffOrderView } from '@/contract/staff-order'
import type { OrderId } from '@/domain/ids'
import { staffActs, type StaffAct } from '@/domain/order/order'
import { ok, refuse, type Refusal, type Result } from '@/domain/result'
import { auditRow } from '../runtime/audit'
import type { StaffCaller } from '../runtime/caller'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { rowState, type OrderRow } from '../order/lock-order'
import { reopenStaffOrder } from './open-staff-order'
import { lockScoped, unknownOrder, type UnknownOrder } from './staff-scope'

export type ClosedAct = { code: 'order.act-not-open'; act: StaffAct }
/** What the audit says of the act: facts before and after, never a whole name or phone. */
export type Told = { readonly before?: unknown; readonly after?: unknown }

export const actOnOrder = async <R extends Refusal>(
  deps: Deps,
  caller: StaffCaller,
  orderId: OrderId,
  act: StaffAct,
  work: (trx: Trx, row: OrderRow) => Promise<Result<Told, R>>,
): Promise<Result<StaffOrderView, R | UnknownOrder | ClosedAct>> => {
  const done = await deps.db.transaction().execute(async (trx): Promise<Result<null, R | UnknownOrder | ClosedAct>> => {
    const row = await lockScoped(trx, deps, caller, orderId)
    if (!row) return unknownOrder()
    if (!staffActs(rowState(row)).includes(act)) return refuse({ code: 'order.act-not-open', act })
    const told = await work(trx, row)
    if (!told.ok) return told
    await trx
      .insertInto('audit')
      .values(
        auditRow(deps, caller, { action: `order.${act}`, subject: orderId, subjectName: row.number, ...told.value }),
      )
      .execute()
    return ok(null)
  })
  return done.ok ? ok(await reopenStaffOrder(deps, caller, orderId)) : done
}
