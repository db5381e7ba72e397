/** Pick-up orders stand ready at their point: the shopper sees the code, WeChat hears of it, the two-day clock starts. */
import type { staffOrder as contract } from '@/contract/staff-order'
import type { OutputOf, ParsedOf } from '@/contract/define'
import { autoConfirmAt } from '@/domain/order/clocks'
import { ok, type Ok } from '@/domain/result'
import type { StaffCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { enqueue } from '../runtime/outbox'
import { moveOrder } from '../order/lock-order'
import { actOnOrder } from './act-on-order'

type Report = OutputOf<typeof contract.makeReady>

export const makeOrdersReady = async (
  deps: Deps,
  caller: StaffCaller,
  input: ParsedOf<typeof contract.makeReady>,
): Promise<Ok<Report>> => {
  let ready = 0
  const refused: { orderId: Report['refused'][number]['orderId']; code: string }[] = []
  for (const orderId of new Set(input.orderIds)) {
    const done = await actOnOrder(deps, caller, orderId, 'make-ready', async (trx, row) => {
      const now = deps.now()
      await moveOrder(trx, deps, row, { kind: 'staff', staffId: caller.staffId }, [{ kind: 'ready' }], {
        fulfilment: 'ready',
        shipped_at: new Date(now),
        auto_confirm_at: new Date(autoConfirmAt('pickup', now)),
      })
      await enqueue(trx, deps, { topic: 'shipping.upload', subject: row.id })
      return ok({ before: { fulfilment: row.fulfilment }, after: { fulfilment: 'ready' } })
    })
    if (done.ok) ready++
    else refused.push({ orderId, code: done.refusal.code })
  }
  return ok({ ready, refused })
}
