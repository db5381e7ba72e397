/** The money of a bag that nobody fetched goes back in full: the store's decision, never the clock's. */
import type { staffSale } from '@/contract/staff-sale'
import type { RefusalOf } from '@/contract/define'
import { staffActs } from '@/domain/order/order'
import { refuse, ok, type Result } from '@/domain/result'
import { bagNow } from '../leader/bag-now'
import { lockKeptSale, scopeOf, unknownSale, type Scope } from '../leader/find-sale'
import { lockBags } from '../leader/hand-over'
import { moveBag } from '../leader/move-bag.sql'
import { rowState, type OrderRow } from '../order/lock-order'
import { refundAll } from '../payment/refund-all'
import { auditRow } from '../runtime/audit'
import type { UseCase } from '../runtime/serve'
import { readStaffSale } from './sale-view'

type No = RefusalOf<typeof staffSale.refundNoShow>

export const refundNoShow: UseCase<typeof staffSale.refundNoShow> = async (deps, caller, { saleId, orderId }) => {
  const done = await deps.db.transaction().execute(async (trx): Promise<Result<null, No>> => {
    const sale = await lockKeptSale(trx, deps, caller, saleId)
    if (!sale) return unknownSale()
    const bag = (await lockBags(trx, deps, saleId, [orderId])).get(orderId)
    if (!bag || !isSeen(bag.order, scopeOf(caller))) return refuse({ code: 'order.unknown' })
    const state = bagNow(deps, sale, bag.state)
    if (state !== 'no-show' && state !== 'returned') return refuse({ code: 'bag.not-no-show' })
    if (!staffActs(rowState(bag.order)).includes('refund')) return refuse({ code: 'order.not-refundable' })
    await refundAll(trx, deps, bag.order, {
      requestId: 'no-show',
      kind: 'no-show',
      by: 'staff',
      staffId: caller.staffId,
      reason: '没来取货，店里退款',
      // fresh goods that have stood for an evening are looked at before they are sold again
      restock: false,
      ...(bag.order.trade === 'fulfilling' ? STOPPED : {}),
    })
    await moveBag(trx, deps, saleId, orderId, 'returned')
    const refundFen = bag.order.paid_fen - bag.order.refunded_fen
    const after = { saleId, refundFen, bag: 'returned' }
    await trx
      .insertInto('audit')
      .values(
        auditRow(deps, caller, {
          action: 'sale.refund-no-show',
          subject: orderId,
          subjectName: bag.order.number,
          before: { bag: state },
          after,
        }),
      )
      .execute()
    return ok(null)
  })
  return done.ok ? readStaffSale(deps, caller, saleId) : done
}

const STOPPED = { events: [{ kind: 'stopped' }], change: { fulfilment: 'stopped' } } as const

const isSeen = (order: OrderRow, scope: Scope): boolean =>
  scope === null || (scope as readonly (string | null)[]).includes(order.pickup_point_id)
