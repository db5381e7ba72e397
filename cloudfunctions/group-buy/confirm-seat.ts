/** A paid seat becomes its payer's: the group opens, counts up or is full; or the seat was gone, and the payer chooses. */
import { choiceDeadline, groupDeadline } from '@/domain/group-buy/group'
import { paySeat } from '@/domain/group-buy/seats'
import type { MemberId, OrderId } from '@/domain/ids'
import type { OrderEvent } from '@/domain/order/events'
import { tell } from '../message/tell'
import { moveOrder } from '../order/lock-order'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { fulfilOrdersOf } from './fill-group.sql'
import { giveBackHolds, holdAgain } from './hold.sql'
import { countsOf, groupIdOf, lockOrdersOf, type HeldSeat } from './lock-group'
import { moveGroup, moveSeat } from './move-group'

export type Money = { readonly paidFen: number; readonly paidAt: Date }

export type Arrival = {
  /** What has become of the seat until the money came. */
  readonly from: 'reserved' | 'released'
  /** Under which of the member's numbers it counts. */
  readonly nth: number
  readonly money: Money
  /** What the order's story says of the payment. */
  readonly told: (outcome: 'confirmed' | 'lost') => OrderEvent
}

/** Group and order must be locked. Answers whether the seat is the payer's. */
export const seatPaid = async (
  trx: Trx,
  deps: Deps,
  held: HeldSeat,
  arrival: Arrival,
): Promise<'confirmed' | 'lost'> => {
  const { group, seat } = held
  const { seat: outcome, group: next } = paySeat(countsOf(group), arrival.from)
  if (outcome === 'lost') {
    await loseSeat(trx, deps, held, arrival, next)
    return outcome
  }
  const now = new Date(deps.now())
  const opened = group.state === 'forming'
  if (arrival.from === 'released') {
    await lockOrdersOf(trx, deps, group.id, seat.order_id)
    await holdAgain(trx, deps, group.campaign_id, seat.order_id)
  }
  await moveSeat(trx, deps, seat, 'confirmed', { confirmed_at: now, ended_at: null, nth: arrival.nth })
  const waits = { kind: 'awaiting-group', opened, missing: next.size - next.confirmed } as const
  await movePaid(trx, deps, held, arrival, [arrival.told(outcome), waits])
  const life = { opened_at: now, deadline_at: new Date(groupDeadline(deps.now(), group.life_minutes)) }
  await moveGroup(trx, deps, group, next, opened ? life : {})
  if (next.state === 'full') await fulfilOrdersOf(trx, deps, group.id, next.confirmed)
  return outcome
}

const loseSeat = async (
  trx: Trx,
  deps: Deps,
  held: HeldSeat,
  arrival: Arrival,
  next: ReturnType<typeof countsOf>,
): Promise<void> => {
  const { group, order, seat } = held
  if (arrival.from === 'reserved') {
    await moveGroup(trx, deps, group, next)
    await giveBackHolds(trx, deps, group.campaign_id, [seat.order_id])
  }
  const chooseBy = choiceDeadline(deps.now())
  await moveSeat(trx, deps, seat, 'lost', { choose_by: new Date(chooseBy), ended_at: null, nth: arrival.nth })
  await movePaid(trx, deps, held, arrival, [arrival.told('lost'), { kind: 'seat-lost' }])
  const [groupId, orderId] = [groupIdOf(group), order.id as OrderId]
  const facts = { groupId, orderId, title: order.first_title, chooseBy }
  const memberId = seat.member_id as MemberId
  await tell(trx, deps, [{ kind: 'seat-lost', memberId, subject: `${groupId}.${orderId}`, facts }])
}

const movePaid = (
  trx: Trx,
  deps: Deps,
  { order }: HeldSeat,
  { money }: Arrival,
  events: readonly OrderEvent[],
): Promise<void> =>
  moveOrder(trx, deps, order, { kind: 'wechat' }, events, {
    trade: 'awaiting-group',
    money: 'paid',
    fulfilment: 'none',
    paid_fen: money.paidFen,
    paid_at: money.paidAt,
    ended_at: null,
  })
