/**
 * Money for an order that is no longer awaiting it. If the order was only cancelled and stock and prices still hold, it is
 * reopened; else the money goes back by itself and the shopper reads why. Exactly one of the two, whatever comes twice.
 */
import { epochMs } from '@/domain/time'
import { fen } from '@/domain/money'
import type { OrderId } from '@/domain/ids'
import { shipDeadline } from '@/domain/order/clocks'
import { brokenConstraint } from '../runtime/db/errors'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { holdStockAgain } from '../order/give-back-stock.sql'
import { areDealsGone, holdDealsAgain } from '../order/hold-deals'
import { moveOrder, type OrderRow } from '../order/lock-order'
import { useDeals } from '../order/use-deals.sql'
import { letterRow } from '../runtime/outbox'
import { joinChain, rejoinSale } from '../sale/chain-order.sql'
import { lockOrderInSale } from '../sale/lock-sale'
import type { PaidFacts } from './payment.sql'

type Outcome = 'repeat' | 'late-reopened' | 'late-refunded'

export const arbitrateLatePayment = async (deps: Deps, orderId: OrderId, facts: PaidFacts): Promise<Outcome> => {
  try {
    return await arbitrate(deps, orderId, facts, true)
  } catch (error) {
    // the shelf or the sale's share is empty, or a coupon, points or flash pieces are gone: the try to reopen was undone as a whole
    if (!NO_ROOM.includes(brokenConstraint(error) ?? '') && !areDealsGone(error)) throw error
    return arbitrate(deps, orderId, facts, false)
  }
}

const NO_ROOM = ['sku_short', 'sale_sold_out', 'sale_per_person']

const arbitrate = (deps: Deps, orderId: OrderId, facts: PaidFacts, mayReopen: boolean): Promise<Outcome> =>
  deps.db.transaction().execute(async (trx) => {
    const row = await lockOrderInSale(trx, deps, orderId)
    if (!row) throw new Error('a payment lost its order')
    if (!(await claimPayment(trx, deps, facts))) return 'repeat'
    const reopens = mayReopen && canTakeUp(row) && (await pricesHold(trx, deps, row))
    if (reopens && (await rejoinSale(trx, deps, row))) return reopen(trx, deps, row, facts)
    return giveBack(trx, deps, row, facts)
  })

/** Only cancelled, never paid, and still somebody's: who has left the shop is nowhere to send the goods to. */
export const canTakeUp = (row: OrderRow): boolean =>
  row.trade === 'cancelled' && row.paid_fen === 0 && row.member_id !== null

/** The attempt moves to paid once; a second notice finds it taken. */
export const claimPayment = async (trx: Trx, deps: Deps, facts: PaidFacts): Promise<boolean> => {
  const result = await trx
    .updateTable('payment')
    .set({ state: 'paid', transaction_id: facts.transactionId, paid_at: facts.paidAt })
    .where('store_id', '=', deps.storeId)
    .where('out_trade_no', '=', facts.outTradeNo)
    .where('state', '!=', 'paid')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Every line's SKU is still on sale at no more than it cost when the order was placed; a group sale's own prices stand till its end. */
const pricesHold = async (trx: Trx, deps: Deps, row: OrderRow): Promise<boolean> => {
  const dearer = await trx
    .selectFrom('order_line as l')
    .leftJoin('sku as s', (j) =>
      j.onRef('s.store_id', '=', 'l.store_id').onRef('s.id', '=', 'l.sku_id').on('s.is_off', '=', false),
    )
    .leftJoin('product as p', (j) =>
      j.onRef('p.store_id', '=', 'l.store_id').onRef('p.id', '=', 'l.product_id').on('p.status', '=', 'on'),
    )
    .select('l.id')
    .where('l.store_id', '=', deps.storeId)
    .where('l.order_id', '=', row.id)
    .where((eb) =>
      eb.or([
        eb('s.id', 'is', null),
        eb('p.id', 'is', null),
        ...(row.sale_id === null ? [eb('s.price_fen', '>', eb.ref('l.original_unit_fen'))] : []),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return dearer === undefined
}

const reopen = async (trx: Trx, deps: Deps, row: OrderRow, facts: PaidFacts): Promise<Outcome> => {
  const paidFen = fen(facts.paidFen)
  await holdDealsAgain(trx, deps, row)
  await useDeals(trx, deps, row)
  await holdStockAgain(trx, deps, row.id)
  await joinChain(trx, deps, row, facts.paidAt)
  await moveOrder(
    trx,
    deps,
    row,
    { kind: 'wechat' },
    [{ kind: 'late-paid', paidFen, outcome: 'reopened' }, { kind: 'fulfilling' }],
    {
      trade: 'fulfilling',
      money: 'paid',
      fulfilment: 'to-ship',
      paid_fen: paidFen,
      paid_at: facts.paidAt,
      ship_deadline_at: new Date(shipDeadline(epochMs(facts.paidAt.getTime()))),
      ended_at: null,
    },
  )
  return 'late-reopened'
}

/** The money goes back as it came, once. */
export const giveBack = async (trx: Trx, deps: Deps, row: OrderRow, facts: PaidFacts): Promise<'late-refunded'> => {
  const amountFen = fen(facts.paidFen)
  const refundId = deps.newId('ref')
  await trx
    .with('sent', (db) => db.insertInto('outbox').values(letterRow(deps, { topic: 'refund.send', subject: refundId })))
    .insertInto('refund')
    .values({
      store_id: deps.storeId,
      id: refundId,
      out_refund_no: refundId,
      order_id: row.id,
      out_trade_no: facts.outTradeNo,
      request_id: `late-${facts.outTradeNo}`,
      amount_fen: amountFen,
      lines: '[]',
      reason: '订单已取消，付款原路退回',
      kind: 'late-payment',
      state: 'wanted',
      wanted_at: new Date(deps.now()),
    })
    .execute()
  // a second payment of an order that is already paid goes back without touching the order's own money
  if (row.trade !== 'cancelled' || row.paid_fen > 0) return 'late-refunded'
  await moveOrder(
    trx,
    deps,
    row,
    { kind: 'wechat' },
    [
      { kind: 'late-paid', paidFen: amountFen, outcome: 'refunded' },
      { kind: 'refund-wanted', refundFen: amountFen, reason: 'late-payment' },
      { kind: 'stopped' },
    ],
    {
      trade: 'late-paid',
      money: 'refunding',
      fulfilment: 'stopped',
      paid_fen: amountFen,
      refunded_fen: amountFen,
      paid_at: facts.paidAt,
    },
  )
  return 'late-refunded'
}
