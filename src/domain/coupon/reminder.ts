/** "Your coupon ends tomorrow": once a coupon, in waking hours, one message a day for all of them together. */
import { DAY, dayStart, HOUR, later, type EpochMs } from '../time'

/** At ten in the morning of the day before the last. */
const REMIND_HOUR = 10 * HOUR
/** Whoever got a coupon less than two days before its end knows. */
const SHORT_LIFE = 2 * DAY
/** Nobody is woken for a coupon: after nine in the evening it waits, and then it may be too late. */
const LATEST_HOUR = 21 * HOUR

export type Remindable = {
  readonly claimedAt: EpochMs
  readonly validFromAt: EpochMs
  readonly expiresAt: EpochMs
  readonly remindedAt: EpochMs | null
}

/** When to remind; null for coupons too short-lived to be forgotten. The last moment of a coupon counts to the day it ends. */
export const remindAt = ({ claimedAt, validFromAt, expiresAt }: Remindable): EpochMs | null => {
  const known = claimedAt > validFromAt ? claimedAt : validFromAt
  if (expiresAt - known < SHORT_LIFE) return null
  return later(dayStart(later(expiresAt, -1)), REMIND_HOUR - DAY)
}

/** Whether anybody may be reminded at this hour of the day. */
export const isReminderHour = (now: EpochMs): boolean => {
  const hour = now - dayStart(now)
  return hour >= REMIND_HOUR && hour < LATEST_HOUR
}

/** Coupons of one member to name in today's message, soonest to end first; none if one went out today already. */
export const dueReminders = <C extends Remindable>(held: readonly C[], now: EpochMs): C[] => {
  const today = dayStart(now)
  if (!isReminderHour(now)) return []
  if (held.some(({ remindedAt }) => remindedAt !== null && remindedAt >= today)) return []
  const isDue = (coupon: C): boolean => {
    const at = remindAt(coupon)
    return coupon.remindedAt === null && at !== null && at <= now && now < coupon.expiresAt
  }
  return held.filter(isDue).sort((a, b) => a.expiresAt - b.expiresAt)
}
