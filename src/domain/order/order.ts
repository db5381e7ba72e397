/** What a rule needs to know of an order, and the acts each side may do now. Screens draw exactly these acts; the server guards with the same. */
import type { EpochMs } from '../time'
import { REGRET_WINDOW } from './clocks'
import type { DeliveryKind, FulfilmentState } from './fulfilment'
import type { MoneyState } from './money-state'
import { canMoveTrade, type TradeState } from './trade'

export type OrderState = {
  readonly trade: TradeState
  readonly money: MoneyState
  readonly fulfilment: FulfilmentState
  readonly deliveryKind: DeliveryKind
  readonly payDeadlineAt: EpochMs
  readonly paidAt: EpochMs | null
  /** Bought in a group, whose price rests on everybody in it. */
  readonly isGrouped: boolean
  /** Ordered in a group sale that takes no orders any more, whose tiers and loading rest on everybody in it. */
  readonly isListFinal?: boolean
}

export type ShopperAct = 'pay' | 'cancel' | 'cancel-paid' | 'confirm-receipt' | 'buy-again' | 'change-address'
export type StaffAct =
  'ship' | 'make-ready' | 'hand-over' | 'refund' | 'change-price' | 'change-address' | 'cancel' | 'remark'

const nothingShipped = (o: OrderState): boolean => o.fulfilment === 'none' || o.fulfilment === 'to-ship'

/**
 * True while the shopper may still take a paid order back: within ten minutes of payment and before anything shipped.
 * Never once a group is full, as the others' price rests on it, nor once a group sale has closed.
 */
export const isRegretOpen = (o: OrderState, now: EpochMs): boolean =>
  o.trade === 'fulfilling' &&
  !o.isGrouped &&
  !o.isListFinal &&
  o.money === 'paid' &&
  nothingShipped(o) &&
  o.paidAt !== null &&
  now < o.paidAt + REGRET_WINDOW

/** Paid, but the group is not full yet (or the seat was lost): out again at any time, for all the money. */
export const canLeaveGroup = (o: OrderState): boolean => o.trade === 'awaiting-group' && o.money === 'paid'

const isPayable = (o: OrderState, now: EpochMs): boolean =>
  o.trade === 'awaiting-payment' && o.money === 'unpaid' && now < o.payDeadlineAt

export const canConfirmReceipt = (o: OrderState): boolean =>
  o.trade === 'fulfilling' && (o.fulfilment === 'shipped' || o.fulfilment === 'ready')

/**
 * Everything may be refunded in part while paid money is left; a running refund must end first. Before its group is full
 * an order goes back as a whole, by leaving.
 */
const canRefund = (o: OrderState): boolean =>
  (o.money === 'paid' || o.money === 'part-refunded') && o.trade !== 'cancelled' && o.trade !== 'awaiting-group'

const canShip = (o: OrderState): boolean =>
  o.trade === 'fulfilling' &&
  o.deliveryKind !== 'pickup' &&
  (o.fulfilment === 'to-ship' || o.fulfilment === 'part-shipped')

const canMakeReady = (o: OrderState): boolean =>
  o.trade === 'fulfilling' && o.deliveryKind === 'pickup' && o.fulfilment === 'to-ship'

const canChangeAddress = (o: OrderState): boolean =>
  o.deliveryKind !== 'pickup' &&
  !['completed', 'cancelled', 'closed'].includes(o.trade) &&
  nothingShipped(o) &&
  o.money !== 'refunding'

export const shopperActs = (o: OrderState, now: EpochMs): ShopperAct[] => {
  const acts: ShopperAct[] = []
  if (isPayable(o, now)) acts.push('pay')
  if (canMoveTrade(o.trade, 'cancelled')) acts.push('cancel')
  if (isRegretOpen(o, now) || canLeaveGroup(o)) acts.push('cancel-paid')
  if (canConfirmReceipt(o)) acts.push('confirm-receipt')
  if (canChangeAddress(o)) acts.push('change-address')
  if (!acts.includes('pay')) acts.push('buy-again')
  return acts
}

export const staffActs = (o: OrderState): StaffAct[] => {
  const acts: StaffAct[] = []
  if (canShip(o)) acts.push('ship')
  if (canMakeReady(o)) acts.push('make-ready')
  if (o.trade === 'fulfilling' && o.fulfilment === 'ready') acts.push('hand-over')
  if (canRefund(o)) acts.push('refund')
  // a group has one price for everybody
  if (o.trade === 'awaiting-payment' && !o.isGrouped) acts.push('change-price')
  if (o.trade === 'awaiting-payment') acts.push('cancel')
  if (canChangeAddress(o)) acts.push('change-address')
  acts.push('remark')
  return acts
}
