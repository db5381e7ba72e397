/** When a member may be forgotten, and what the shop must keep of them. */
import type { MoneyState } from '../order/money-state'
import { isTradeOver, type TradeState } from '../order/trade'

/** True while money or goods are on the way: such an order still needs somebody to belong to. */
export const isOrderOpen = (trade: TradeState, money: MoneyState): boolean =>
  !isTradeOver(trade) || money === 'refunding'

/** Orders and payments stay for ten years without their person (tax law), refunds as long as they can be disputed. */
export const KEPT = [
  { what: 'orders', why: 'tax-law' },
  { what: 'payments', why: 'tax-law' },
  { what: 'refunds', why: 'disputes' },
] as const
