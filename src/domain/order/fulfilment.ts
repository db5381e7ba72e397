/** An order's fulfilment axis: where the goods are. Express and local delivery ship in parcels; pick-up is made ready, then handed over. */

export type FulfilmentState = 'none' | 'to-ship' | 'part-shipped' | 'shipped' | 'ready' | 'received' | 'stopped'

const fulfilmentMoves = {
  none: ['to-ship', 'stopped'],
  'to-ship': ['part-shipped', 'shipped', 'ready', 'stopped'],
  'part-shipped': ['part-shipped', 'shipped', 'stopped'],
  shipped: ['received'],
  ready: ['received', 'stopped'],
  received: [],
  // late money takes a cancelled order up again, or lets its shopper choose another group
  stopped: ['none', 'to-ship'],
} as const satisfies Record<FulfilmentState, readonly FulfilmentState[]>

export const canMoveFulfilment = (from: FulfilmentState, to: FulfilmentState): boolean =>
  (fulfilmentMoves[from] as readonly FulfilmentState[]).includes(to)

/** How the goods reach the shopper. `local` is the store's own courier within the city. */
export type DeliveryKind = 'pickup' | 'local' | 'express'
