/** What happened to one past order, as a person would tell it; the rows follow from it in `tell-order.ts`. */
import type { DeliveryKind } from '@/domain/order/fulfilment'
import type { EpochMs } from '@/domain/time'

export type Fate =
  | { readonly kind: 'unpaid' }
  | { readonly kind: 'cancelled'; readonly reason: 'shopper' | 'deadline' }
  /** Paid, and taken back by the shopper minutes later. */
  | { readonly kind: 'taken-back' }
  | { readonly kind: 'to-ship' }
  /** Parcels under way, or ready at the pick-up point. `isPart`: the last line is still to come. */
  | { readonly kind: 'sent'; readonly sentAt: EpochMs; readonly isPart: boolean }
  | {
      readonly kind: 'received'
      readonly sentAt: EpochMs
      readonly receivedAt: EpochMs
      readonly by: 'shopper' | 'staff' | 'clock'
      /** One piece of the first line was paid back afterwards. */
      readonly refundAt: EpochMs | null
    }

export type Plan = {
  /** Counts from 0; everything random about the order follows from it. */
  readonly index: number
  /** Sign-in name. */
  readonly buyer: string
  readonly placedAt: EpochMs
  readonly kind: DeliveryKind
  readonly fate: Fate
  /** At least this many lines. */
  readonly atLeast?: number
}
