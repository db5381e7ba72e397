/** Pick-up orders stand ready at their point: the shopper sees the code, WeChat hears of it, the two-day clock starts. */
import type { staffOrder as contract } from '@/contract/staff-order'
import type { OutputOf, ParsedOf } from '@/contract/define'
import type { MemberId, OrderId } from '@/domain/ids'
import { autoConfirmAt } from '@/domain/order/clocks'
import { ok, type Ok } from '@/domain/result'
import type { StaffCaller } from '../runtime/caller'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { enqueue } from '../runtime/outbox'
import { tell } from '../message/tell'
import { moveOrder, type OrderRow } from '../order/lock-order'
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
      await tellShopper(trx, deps, row)
      return ok({ before: { fulfilment: row.fulfilment }, after: { fulfilment: 'ready' } })
    })
    if (done.ok) ready++
    else refused.push({ orderId, code: done.refusal.code })
  }
  return ok({ ready, refused })
}

/** Where, when, and the code that says whose it is. */
const tellShopper = async (trx: Trx, deps: Deps, row: OrderRow): Promise<void> => {
  if (row.member_id === null || row.pickup_point_id === null) return
  const { name, hours } = await trx
    .selectFrom('pickup_point')
    .select(['name', 'hours'])
    .where('store_id', '=', deps.storeId)
    .where('id', '=', row.pickup_point_id)
    .executeTakeFirstOrThrow()
  const facts = { orderId: row.id as OrderId, title: row.first_title, point: name, hours, code: row.pickup_code ?? '' }
  await tell(trx, deps, [{ kind: 'order-ready', memberId: row.member_id as MemberId, subject: row.id, facts }])
}
