/** Three states of an order as the three parts of one cell. */
import type { DeliveryKind, FulfilmentState } from '@/domain/order/fulfilment'
import type { MoneyState } from '@/domain/order/money-state'
import type { TradeState } from '@/domain/order/trade'
import type { StatePart, StateParts } from '../parts/state-cell'
import type { Tone } from '../theme'
import { fulfilmentNames, moneyNames, pickupNames, tradeNames } from './copy'

type States = { trade: TradeState; money: MoneyState; fulfilment: FulfilmentState; deliveryKind: DeliveryKind }

const tradeTones = {
  'awaiting-payment': 'todo',
  paid: 'doing',
  'awaiting-group': 'doing',
  fulfilling: 'doing',
  completed: 'done',
  cancelled: 'quiet',
  'late-paid': 'todo',
  closed: 'quiet',
} as const satisfies Record<TradeState, Tone>

const moneyTones = {
  unpaid: 'quiet',
  paid: 'done',
  refunding: 'doing',
  'part-refunded': 'done',
  refunded: 'done',
} as const satisfies Record<MoneyState, Tone>

const fulfilmentTones = {
  none: 'quiet',
  'to-ship': 'todo',
  'part-shipped': 'todo',
  shipped: 'doing',
  ready: 'doing',
  received: 'done',
  stopped: 'quiet',
} as const satisfies Record<FulfilmentState, Tone>

const part = (tone: Tone, text: string): StatePart => ({ tone, text, needsSomebody: tone === 'todo' })

export const stateParts = ({ trade, money, fulfilment, deliveryKind }: States): StateParts => {
  const names = deliveryKind === 'pickup' ? { ...fulfilmentNames, ...pickupNames } : fulfilmentNames
  return [
    part(tradeTones[trade], tradeNames[trade]),
    part(moneyTones[money], moneyNames[money]),
    part(fulfilmentTones[fulfilment], names[fulfilment]),
  ]
}
