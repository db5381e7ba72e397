/**
 * Money for an order in a group: it confirms the seat that was kept; or it came after the order had ended, and then it gets
 * the seat if there still is one, else its shopper chooses. Goods that are gone meanwhile send the money back by itself.
 */
import type { OrderId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { seatPaid } from '../group-buy/confirm-seat'
import { isHoldShort } from '../group-buy/hold.sql'
import { lockOrderWithin, seatOf, type HeldSeat } from '../group-buy/lock-group'
import { comesBackAs } from '../group-buy/comes-back'
import { areDealsGone, holdDealsAgain } from '../order/hold-deals'
import { useDeals } from '../order/use-deals.sql'
import type { Trx } from '../runtime/db/connect'
import { brokenConstraint, retryConflicts } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import { canTakeUp, claimPayment, giveBack } from './late-payment'
import type { PaidFacts } from './payment.sql'

export type SeatOutcome = 'paid' | 'seat-lost' | 'repeat' | 'late-reopened' | 'late-refunded'

export const payForSeat = async (deps: Deps, orderId: OrderId, facts: PaidFacts): Promise<SeatOutcome> => {
  try {
    return await retryConflicts(() => settle(deps, orderId, facts, true))
  } catch (error) {
    // share or shelf is empty, a coupon is gone, or its shopper is in again: the try to take the order up was undone as a whole
    if (!isHoldShort(error) && !isInAgain(error) && !areDealsGone(error)) throw error
    return retryConflicts(() => settle(deps, orderId, facts, false))
  }
}

const isInAgain = (error: unknown): boolean =>
  ['group_one_seat', 'group_limit_reached'].includes(brokenConstraint(error) ?? '')

const settle = (deps: Deps, orderId: OrderId, facts: PaidFacts, mayReopen: boolean): Promise<SeatOutcome> =>
  deps.db.transaction().execute(async (trx) => {
    const order = await lockOrderWithin(trx, deps, orderId)
    const held = order && (await seatOf(trx, deps, order))
    if (!held) throw new Error('a payment lost its seat')
    if (!(await claimPayment(trx, deps, facts))) return 'repeat'
    if (held.order.trade === 'awaiting-payment') return inTime(trx, deps, held, facts)
    const nth = mayReopen && canTakeUp(held.order) ? await comesBackAs(trx, deps, held.seat) : null
    return nth === null ? giveBack(trx, deps, held.order, facts) : late(trx, deps, held, facts, nth)
  })

const inTime = async (trx: Trx, deps: Deps, held: HeldSeat, facts: PaidFacts): Promise<SeatOutcome> => {
  await useDeals(trx, deps, held.order)
  const told = { kind: 'paid', paidFen: fen(facts.paidFen), transactionTail: facts.transactionId.slice(-4) } as const
  const { nth } = held.seat
  const outcome = await seatPaid(trx, deps, held, { from: 'reserved', nth, money: facts, told: () => told })
  return outcome === 'lost' ? 'seat-lost' : 'paid'
}

const late = async (trx: Trx, deps: Deps, held: HeldSeat, facts: PaidFacts, nth: number): Promise<SeatOutcome> => {
  const paidFen = fen(facts.paidFen)
  await holdDealsAgain(trx, deps, held.order)
  await useDeals(trx, deps, held.order)
  const outcome = await seatPaid(trx, deps, held, {
    from: 'released',
    nth,
    money: facts,
    told: (seat) => ({ kind: 'late-paid', paidFen, outcome: seat === 'lost' ? 'choose' : 'reopened' }),
  })
  return outcome === 'lost' ? 'seat-lost' : 'late-reopened'
}
