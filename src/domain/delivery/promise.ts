/** What the shop promises for an order placed now: when it is ready or arrives, what that costs, and until when one must order. */
import type { DeliveryKind } from '../order/fulfilment'
import { deliveryFee, type DeliveryTemplate, type Region } from './template'
import { ZERO, type Fen } from '../money'
import { DAY, dayStart, later, MINUTE, type EpochMs } from '../time'

export type DeliveryPromise = {
  readonly kind: DeliveryKind
  readonly feeFen: Fen
  readonly freeOverFen: Fen | null
  /** Pick-up or delivery window if ordered now. */
  readonly fromAt: EpochMs
  readonly untilAt: EpochMs
  /** Order before this instant to keep the promise. */
  readonly orderBeforeAt: EpochMs
}

/** Minutes of the shop's day (UTC+8), as staff set them; what is not set has a default. */
export type ShopHours = {
  readonly orderBeforeMinute?: number
  readonly readyFromMinute?: number
  readonly readyUntilMinute?: number
}

export const DEFAULT_HOURS = { orderBeforeMinute: 16 * 60, readyFromMinute: 17 * 60 + 30, readyUntilMinute: 21 * 60 }

/** A parcel leaves on the evening the order is ready and is handed over on the next day at best, three days later at worst. */
const EXPRESS_DAYS = { soonest: 1, latest: 3 }

/** The cut-off that the next order counts for: today's while it lies ahead, else tomorrow's. */
export const nextCutOff = (now: EpochMs, hours: ShopHours): EpochMs => {
  const today = later(dayStart(now), (hours.orderBeforeMinute ?? DEFAULT_HOURS.orderBeforeMinute) * MINUTE)
  return now < today ? today : later(today, DAY)
}

/** Today's cut-off while it lies ahead, else null: after it, "order now, collect today" is no longer true. */
export const cutOffToday = (now: EpochMs, hours: ShopHours): EpochMs | null => {
  const cutOff = nextCutOff(now, hours)
  return dayStart(cutOff) === dayStart(now) ? cutOff : null
}

/** When goods ordered now are ready. Hours before the cut-off's mean the day after it; an end before the start means past midnight. */
const readyWindow = (cutOff: EpochMs, hours: ShopHours): { fromAt: EpochMs; untilAt: EpochMs } => {
  const { orderBeforeMinute, readyFromMinute, readyUntilMinute } = { ...DEFAULT_HOURS, ...hours }
  const day = later(dayStart(cutOff), readyFromMinute < orderBeforeMinute ? DAY : 0)
  const fromAt = later(day, readyFromMinute * MINUTE)
  const untilAt = later(day, readyUntilMinute * MINUTE)
  return { fromAt, untilAt: untilAt > fromAt ? untilAt : later(untilAt, DAY) }
}

/**
 * The promises for an order placed at `now`, pick-up first. Of the templates the first of each kind counts; with a
 * `region` its own fee is told, and a template that does not reach it promises nothing.
 */
export const promises = (
  now: EpochMs,
  hours: ShopHours,
  templates: readonly DeliveryTemplate[],
  region?: Region,
): DeliveryPromise[] => {
  const orderBeforeAt = nextCutOff(now, hours)
  const ready = readyWindow(orderBeforeAt, hours)
  const leaves = dayStart(ready.fromAt)
  const arrives = {
    fromAt: later(leaves, EXPRESS_DAYS.soonest * DAY),
    untilAt: later(leaves, (EXPRESS_DAYS.latest + 1) * DAY - MINUTE),
  }
  const made: DeliveryPromise[] = [{ kind: 'pickup', feeFen: ZERO, freeOverFen: null, ...ready, orderBeforeAt }]
  for (const kind of ['local', 'express'] as const) {
    const template = templates.find((t) => t.kind === kind)
    const terms = template && termsFor(template, region)
    if (terms) made.push({ kind, ...terms, ...(kind === 'local' ? ready : arrives), orderBeforeAt })
  }
  return made
}

const termsFor = (template: DeliveryTemplate, region: Region | undefined) => {
  if (!region) return { feeFen: template.feeFen, freeOverFen: template.freeOverFen }
  const fee = deliveryFee(template, region, ZERO)
  return fee && { feeFen: fee.feeFen, freeOverFen: fee.thresholdFen }
}
