/**
 * WeChat's card of an order that goes by express (type 2001, 购物（实体物流）服务动态). Its number is the payment, so nobody is
 * asked. WeChat wants no message beside it that says the same.
 */
import type { FulfilmentState } from '../order/fulfilment'
import { REGRET_WINDOW } from '../order/clocks'
import { DAY, later, type EpochMs } from '../time'

/** WeChat's ids: 2 待发货 · 3 部分发货 · 4 已发货. What comes after, WeChat learns from the carrier. */
export type CardStatus = 2 | 3 | 4

/** Null where the card has nothing to show. */
export const cardStatus = (fulfilment: FulfilmentState): CardStatus | null => {
  switch (fulfilment) {
    case 'to-ship':
      return 2
    case 'part-shipped':
      return 3
    case 'shipped':
    case 'received':
      return 4
    case 'none':
    case 'ready':
    case 'stopped':
      return null
    default:
      return fulfilment satisfies never
  }
}

/** WeChat takes a card within a day of the payment. */
const ACTIVATE_WITHIN = DAY
/** And changes it for thirty. */
const UPDATE_WITHIN = 30 * DAY

export const canActivate = (paidAt: EpochMs, now: EpochMs): boolean => now < later(paidAt, ACTIVATE_WITHIN)
export const canUpdate = (activatedAt: EpochMs, now: EpochMs): boolean => now < later(activatedAt, UPDATE_WITHIN)

/** The payments whose time it is: paid after the one and up to the other. */
export const cardWindow = (now: EpochMs): { readonly after: EpochMs; readonly until: EpochMs } => ({
  after: later(now, -ACTIVATE_WITHIN),
  until: later(now, -REGRET_WINDOW),
})
