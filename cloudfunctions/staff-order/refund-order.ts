/** A refund by the staff, full or by units. The amount is what those units really paid; a repeated request promises nothing twice. */
import type { staffOrder as contract } from '@/contract/staff-order'
import type { OutputOf, ParsedOf, RefusalOf } from '@/contract/define'
import { addFen, fen, subtractFen, ZERO, type Fen } from '@/domain/money'
import { fulfilmentAfterRefund } from '@/domain/order/after-refund'
import { autoConfirmAt } from '@/domain/order/clocks'
import type { FulfilmentState } from '@/domain/order/fulfilment'
import { allThatIsLeft, refundAmount, type RefundableLine, type RefundSum } from '@/domain/pricing/refund-amount'
import { ok, refuse, type Result } from '@/domain/result'
import type { StaffCaller } from '../runtime/caller'
import { brokenConstraint } from '../runtime/db/errors'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { OrderRow } from '../order/lock-order'
import { refundableLines } from '../payment/refundable-lines.sql'
import { wantRefund } from '../payment/want-refund'
import { actOnOrder, type Told } from './act-on-order'
import { reopenStaffOrder } from './open-staff-order'
import { shippableLines } from './parcel.sql'
import { refundedDelivery, restock } from './refund.sql'
import { readScoped, unknownOrder } from './staff-scope'

type Input = ParsedOf<typeof contract.refund>
type No = RefusalOf<typeof contract.refund>
type Done = OutputOf<typeof contract.refund>
type Plan = { readonly sum: RefundSum; readonly deliveryFen: Fen; readonly amountFen: Fen }

export const refundOrder = async (deps: Deps, caller: StaffCaller, input: Input): Promise<Result<Done, No>> => {
  const repeated = await refundOf(deps, caller, input)
  if (repeated) return ok(repeated)
  try {
    const done = await actOnOrder(deps, caller, input.orderId, 'refund', (trx, row) =>
      promise(trx, deps, caller, row, input),
    )
    if (!done.ok) return done
  } catch (error) {
    if (brokenConstraint(error) !== 'refund_request_repeated') throw error
  }
  const refunded = await refundOf(deps, caller, input)
  if (!refunded) throw new Error('a refund vanished')
  return ok(refunded)
}

export const previewRefund = async (
  deps: Deps,
  caller: StaffCaller,
  input: ParsedOf<typeof contract.refundPreview>,
): Promise<Result<OutputOf<typeof contract.refundPreview>, RefusalOf<typeof contract.refundPreview>>> => {
  const order = await readScoped(deps, caller, input.orderId)
  if (!order) return unknownOrder()
  const lines = await refundableLines(deps.db, deps, input.orderId)
  const feeLeft = subtractFen(fen(order.deliveryFen), fen(await refundedDelivery(deps.db, deps, input.orderId)))
  const plan = planRefund(lines, feeLeft, input)
  return plan.ok ? ok({ amountFen: plan.value.amountFen }) : plan
}

/** Without lines: everything that is left, the delivery fee too if asked. */
const planRefund = (
  lines: readonly RefundableLine[],
  feeLeft: Fen,
  ask: Pick<Input, 'lines' | 'deliveryFee'>,
): Result<Plan, { code: 'refund.quantity'; lineId: string; left: number }> => {
  const sum = refundAmount(lines, ask.lines ?? allThatIsLeft(lines))
  if (!sum.ok) return sum
  const deliveryFen = ask.deliveryFee ? feeLeft : ZERO
  return ok({ sum: sum.value, deliveryFen, amountFen: addFen(sum.value.amountFen, deliveryFen) })
}

const promise = async (
  trx: Trx,
  deps: Deps,
  caller: StaffCaller,
  row: OrderRow,
  input: Input,
): Promise<Result<Told, No>> => {
  const lines = await refundableLines(trx, deps, row.id)
  const feeLeft = subtractFen(fen(row.delivery_fen), fen(await refundedDelivery(trx, deps, row.id)))
  const plan = planRefund(lines, feeLeft, input)
  if (!plan.ok) return plan
  if (plan.value.amountFen === 0) return refuse({ code: 'refund.nothing-left' })
  const ends = fulfilmentAfterRefund(
    row.fulfilment as FulfilmentState,
    await shippableLines(trx, deps, row.id),
    plan.value.sum.lines,
  )
  const refundId = await wantRefund(trx, deps, row, {
    requestId: input.requestId,
    kind: 'staff',
    by: 'staff',
    sum: plan.value.sum,
    deliveryFen: plan.value.deliveryFen,
    reason: input.reason,
    restock: input.restock,
    staffId: caller.staffId,
    ...(ends ? endOf(deps, row, ends) : {}),
  })
  if (input.restock) await restock(trx, deps, caller, row.id, refundId, plan.value.sum)
  return ok({
    before: { refundedFen: row.refunded_fen },
    after: { refundFen: plan.value.amountFen, reason: input.reason, restock: input.restock },
  })
}

const endOf = (deps: Deps, row: OrderRow, ends: 'stopped' | 'shipped') =>
  ends === 'stopped'
    ? { events: [{ kind: 'stopped' } as const], change: { fulfilment: ends } }
    : {
        events: [{ kind: 'rest-refunded' } as const],
        change: { fulfilment: ends, auto_confirm_at: new Date(autoConfirmAt(row.delivery_kind, deps.now())) },
      }

/** The refund that this request promised, if it has. */
const refundOf = async (deps: Deps, caller: StaffCaller, input: Input): Promise<Done | null> => {
  const row = await deps.db
    .selectFrom('refund')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('order_id', '=', input.orderId)
    .where('request_id', '=', input.requestId)
    .executeTakeFirst()
  if (!row || !(await readScoped(deps, caller, input.orderId))) return null
  const order = await reopenStaffOrder(deps, caller, input.orderId)
  const refund = order.refunds.find((r) => r.id === row.id)
  return refund ? { order, refund } : null
}
