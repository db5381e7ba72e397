/** The append-only story of an order. Each event belongs to one axis; folding all of them gives the three states back. */
import type { Fen } from '../money'
import type { FulfilmentState } from './fulfilment'
import type { MoneyState } from './money-state'
import type { TradeState } from './trade'

export type Axis = 'trade' | 'money' | 'fulfilment'

export type OrderEvent =
  | { kind: 'placed'; totalFen: Fen }
  | { kind: 'price-changed'; fromFen: Fen; toFen: Fen; reason: string }
  | { kind: 'address-changed' }
  | { kind: 'paid'; paidFen: Fen; transactionTail: string }
  | { kind: 'fulfilling' }
  /** Paid in a group that is not full yet; `opened`: this payment opened it. */
  | { kind: 'awaiting-group'; opened: boolean; missing: number }
  /** Paid, but the seat was gone: the shopper chooses. */
  | { kind: 'seat-lost' }
  | { kind: 'group-full'; size: number }
  /** Time was up before enough had paid; the bargain ends and everything goes back. */
  | { kind: 'group-expired' }
  | { kind: 'group-left' }
  | { kind: 'cancelled'; reason: 'shopper' | 'deadline' | 'staff' | 'group-expired' }
  | { kind: 'late-paid'; paidFen: Fen; outcome: 'reopened' | 'refunded' | 'choose' }
  | { kind: 'shipped'; part: boolean; carrier: string; trackingTail: string; quantity: number }
  | { kind: 'ready' }
  | { kind: 'received'; by: 'shopper' | 'clock' | 'staff' }
  | { kind: 'completed' }
  | { kind: 'refund-wanted'; refundFen: Fen; reason: string }
  | { kind: 'refund-done'; refundFen: Fen; left: boolean }
  | { kind: 'refund-failed'; refundFen: Fen }
  | { kind: 'stopped' }
  /** What was still to be shipped has been refunded: the parcels that left are all there will be. */
  | { kind: 'rest-refunded' }
  | { kind: 'closed' }
  | { kind: 'remarked' }

export type OrderEventKind = OrderEvent['kind']

export const axisOf = {
  placed: 'trade',
  'price-changed': 'trade',
  'address-changed': 'fulfilment',
  paid: 'money',
  fulfilling: 'trade',
  'awaiting-group': 'trade',
  'seat-lost': 'trade',
  'group-full': 'trade',
  'group-expired': 'trade',
  'group-left': 'trade',
  cancelled: 'trade',
  'late-paid': 'money',
  shipped: 'fulfilment',
  ready: 'fulfilment',
  received: 'fulfilment',
  completed: 'trade',
  'refund-wanted': 'money',
  'refund-done': 'money',
  'refund-failed': 'money',
  stopped: 'fulfilment',
  'rest-refunded': 'fulfilment',
  closed: 'trade',
  remarked: 'trade',
} as const satisfies Record<OrderEventKind, Axis>

type Axes = { trade: TradeState; money: MoneyState; fulfilment: FulfilmentState }

const START: Axes = { trade: 'awaiting-payment', money: 'unpaid', fulfilment: 'none' }

/** Rebuilds the three states from the event list; events are given oldest first. */
export const foldEvents = (events: readonly OrderEvent[]): Axes => events.reduce(applyEvent, START)

const applyEvent = (s: Axes, e: OrderEvent): Axes => {
  switch (e.kind) {
    case 'placed':
    case 'price-changed':
    case 'address-changed':
    case 'remarked':
      return s
    case 'paid':
      return { ...s, trade: 'paid', money: 'paid' }
    case 'fulfilling':
      return { ...s, trade: 'fulfilling', fulfilment: 'to-ship' }
    case 'awaiting-group':
    case 'seat-lost':
      return { ...s, trade: 'awaiting-group', fulfilment: 'none' }
    case 'group-full':
      return s
    case 'group-expired':
    case 'group-left':
      return { ...s, trade: 'closed', fulfilment: 'stopped' }
    case 'cancelled':
      return { ...s, trade: 'cancelled', fulfilment: 'stopped' }
    case 'late-paid':
      return { ...s, trade: 'late-paid', money: 'paid' }
    case 'shipped':
      return { ...s, fulfilment: e.part ? 'part-shipped' : 'shipped' }
    case 'ready':
      return { ...s, fulfilment: 'ready' }
    case 'received':
      return { ...s, fulfilment: 'received' }
    case 'completed':
      return { ...s, trade: 'completed' }
    case 'refund-wanted':
      return { ...s, money: 'refunding' }
    case 'refund-done':
      return { ...s, money: e.left ? 'part-refunded' : 'refunded' }
    case 'refund-failed':
      return s
    case 'stopped':
      return { ...s, fulfilment: 'stopped' }
    case 'rest-refunded':
      return { ...s, fulfilment: 'shipped' }
    case 'closed':
      return { ...s, trade: 'closed' }
    default:
      return e satisfies never
  }
}
