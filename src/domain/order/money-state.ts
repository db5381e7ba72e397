/** An order's money axis: what WeChat Pay holds of it. Follows payments and refunds, never leads them. */

export type MoneyState = 'unpaid' | 'paid' | 'refunding' | 'part-refunded' | 'refunded'

const moneyMoves = {
  unpaid: ['paid'],
  paid: ['refunding'],
  refunding: ['part-refunded', 'refunded', 'refunding'],
  'part-refunded': ['refunding'],
  refunded: [],
} as const satisfies Record<MoneyState, readonly MoneyState[]>

export const canMoveMoney = (from: MoneyState, to: MoneyState): boolean =>
  (moneyMoves[from] as readonly MoneyState[]).includes(to)
