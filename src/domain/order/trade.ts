/** An order's trade axis: whether the bargain stands. Source of the moves: business rules §1. */

export type TradeState =
  'awaiting-payment' | 'paid' | 'awaiting-group' | 'fulfilling' | 'completed' | 'cancelled' | 'late-paid' | 'closed'

/** `paid` is passed through in the transaction that records the payment; an order at rest is fulfilling or awaits its group. */
export const tradeMoves = {
  'awaiting-payment': ['paid', 'cancelled'],
  paid: ['awaiting-group', 'fulfilling'],
  'awaiting-group': ['fulfilling', 'closed'],
  fulfilling: ['completed', 'closed'],
  completed: ['closed'],
  cancelled: ['late-paid'],
  'late-paid': ['awaiting-group', 'fulfilling', 'closed'],
  closed: [],
} as const satisfies Record<TradeState, readonly TradeState[]>

export const canMoveTrade = (from: TradeState, to: TradeState): boolean =>
  (tradeMoves[from] as readonly TradeState[]).includes(to)

/** Final: nothing but an after-sale refund can touch the order any more. */
export const isTradeOver = (state: TradeState): boolean =>
  state === 'completed' || state === 'cancelled' || state === 'closed'
