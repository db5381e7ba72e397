/** The end of a refund, told by WeChat Pay's notice or its answer. The first telling counts; the others change nothing. */
import type { MemberId, OrderId } from '@/domain/ids'
import { fen } from '@/domain/money'
import type { OrderEvent } from '@/domain/order/events'
import { MINUTE } from '@/domain/time'
import type { Trx } from '../runtime/db/connect'
import type { RefundStatus } from '../runtime/adapters/wechat-pay'
import type { Deps } from '../runtime/deps'
import { groupSettlingLetter } from '../group-buy/settle-group'
import { tell } from '../message/tell'
import { lockOrder, moveOrder, type OrderRow } from '../order/lock-order'

export type RefundEnd = 'done' | 'failed' | 'repeat' | 'unknown'

export const finishRefund = (deps: Deps, outRefundNo: string, status: RefundStatus): Promise<RefundEnd> =>
  deps.db.transaction().execute(async (trx): Promise<RefundEnd> => {
    const refund = await trx
      .selectFrom('refund')
      .select(['id', 'order_id', 'amount_fen', 'state', 'out_trade_no', 'kind'])
      .where('store_id', '=', deps.storeId)
      .where('out_refund_no', '=', outRefundNo)
      .executeTakeFirst()
    if (!refund) return 'unknown'
    const row = await lockOrder(trx, deps, refund.order_id)
    if (!row) throw new Error('a refund lost its order')
    const isDone = status === 'SUCCESS'
    if (!isDone && status === 'PROCESSING') return 'repeat'
    const isFirst = await settleRow(trx, deps, refund.id, isDone)
    if (!isDone && (isFirst || status === 'CLOSED')) await tryAgain(trx, deps, { id: refund.id, outRefundNo }, status)
    if (!isFirst) return 'repeat'
    if (isOfThisOrder(row, refund.kind)) await tellOrder(trx, deps, row, refund, isDone)
    if (isDone) await tellShopper(trx, deps, row, refund)
    if (row.group_id) await trx.insertInto('outbox').values(groupSettlingLetter(deps, row.group_id)).execute()
    return isDone ? 'done' : 'failed'
  })

/** True for the first telling. A failed refund may still be done later (staff finish it in WeChat's console). */
const settleRow = async (trx: Trx, deps: Deps, id: string, isDone: boolean): Promise<boolean> => {
  const result = await trx
    .updateTable('refund')
    .set(isDone ? { state: 'done', done_at: new Date(deps.now()) } : { state: 'failed' })
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .where('state', 'in', isDone ? ['wanted', 'sent', 'failed'] : ['wanted', 'sent'])
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** The bank may be out of reach for a while, and staff may need to mend it in WeChat's console. */
const TRY_AGAIN_AFTER = 10 * MINUTE

/**
 * A failed refund is asked for again by the letter that sent it, unless that one is at work or was given up. Under its own
 * number, so that no money goes twice; one that WeChat has closed never moves again, and needs another.
 */
const tryAgain = async (
  trx: Trx,
  deps: Deps,
  { id, outRefundNo }: { id: string; outRefundNo: string },
  status: RefundStatus,
): Promise<void> => {
  if (status === 'CLOSED')
    await trx
      .updateTable('refund')
      .set({ out_refund_no: deps.newId('ref') })
      .where('store_id', '=', deps.storeId)
      .where('id', '=', id)
      // told twice at once: the other number may be on its way already
      .where('out_refund_no', '=', outRefundNo)
      .execute()
  await trx
    .updateTable('outbox')
    .set({
      state: 'waiting',
      done_at: null,
      next_try_at: new Date(deps.now() + TRY_AGAIN_AFTER),
      last_error: `refund.${status.toLowerCase()}`,
    })
    .where('store_id', '=', deps.storeId)
    .where('subject', '=', id)
    .where('topic', '=', 'refund.send')
    .where('state', '=', 'done')
    .execute()
}

/** The refund of a second payment doesn't belong to the order's own money. */
const isOfThisOrder = (row: OrderRow, kind: string): boolean => kind !== 'late-payment' || row.trade === 'late-paid'

/** Whose group did not fill, or whose goods were short, has been told of the money already. */
const TOLD: readonly string[] = ['group-expired', 'shortage']

const tellShopper = async (
  trx: Trx,
  deps: Deps,
  row: OrderRow,
  { id, amount_fen, kind }: { id: string; amount_fen: number; kind: string },
): Promise<void> => {
  if (row.member_id === null) return
  const facts = { orderId: row.id as OrderId, title: row.first_title, refundFen: fen(amount_fen) }
  const head = { kind: 'refund-sent', memberId: row.member_id as MemberId, subject: id } as const
  await tell(trx, deps, [{ ...head, facts, isQuiet: TOLD.includes(kind) }])
}

const tellOrder = async (
  trx: Trx,
  deps: Deps,
  row: OrderRow,
  { amount_fen, kind }: { amount_fen: number; kind: string },
  isDone: boolean,
): Promise<void> => {
  const refundFen = fen(amount_fen)
  if (!isDone) return moveOrder(trx, deps, row, { kind: 'wechat' }, [{ kind: 'refund-failed', refundFen }], {})
  const left = row.paid_fen > row.refunded_fen
  // stopped with goods refunded and the delivery fee kept: nothing will ever be sent, so nothing else would end it
  const isStopped = row.trade === 'fulfilling' && row.fulfilment === 'stopped'
  // a tier gives money back and leaves the goods, even where somebody had paid no more than the difference
  const isEmptied = !left && kind !== 'sale-tier'
  const isClosing = (isEmptied || isStopped) && row.trade !== 'closed'
  const events: OrderEvent[] = [
    { kind: 'refund-done', refundFen, left },
    ...(isClosing ? [{ kind: 'closed' } as const] : []),
  ]
  await moveOrder(trx, deps, row, { kind: 'wechat' }, events, {
    money: left ? 'part-refunded' : 'refunded',
    ...(isClosing ? { trade: 'closed', ended_at: new Date(deps.now()) } : {}),
  })
}
