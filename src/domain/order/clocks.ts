/** The order's clocks, in milliseconds. Defaults that staff may change inside the platform's limits. */
import { DAY, HOUR, MINUTE, later, type EpochMs } from '../time'
import type { DeliveryKind } from './fulfilment'

/** A normal order holds its stock this long without payment. */
const PAY_WINDOW = 30 * MINUTE
/** A shopper may take back a paid order by themselves this long after payment, if nothing has shipped. */
export const REGRET_WINDOW = 10 * MINUTE
/** WeChat freezes the money of physical goods whose shipping info is later than this. */
export const SHIP_WINDOW = 48 * HOUR
/** WeChat settles express orders 10 days after the shipping upload, the other kinds after 2. */
const CONFIRM_WINDOW = { express: 10 * DAY, local: 2 * DAY, pickup: 2 * DAY } as const satisfies Record<
  DeliveryKind,
  number
>

export const payDeadline = (placedAt: EpochMs): EpochMs => later(placedAt, PAY_WINDOW)
export const shipDeadline = (paidAt: EpochMs): EpochMs => later(paidAt, SHIP_WINDOW)
export const autoConfirmAt = (kind: DeliveryKind, shippedAt: EpochMs): EpochMs => later(shippedAt, CONFIRM_WINDOW[kind])
