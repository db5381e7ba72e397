/** Instants are epoch milliseconds (UTC); the calendar is the shop's, fixed at UTC+8 without summer time. */

declare const epochBrand: unique symbol
export type EpochMs = number & { readonly [epochBrand]: 'epoch-ms' }

export const epochMs = (n: number): EpochMs => {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not an instant: ${n}`)
  return n as EpochMs
}

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
const OFFSET = 8 * HOUR

export const later = (at: EpochMs, ms: number): EpochMs => epochMs(at + ms)

/** Start of the UTC+8 day that holds `at`. */
export const dayStart = (at: EpochMs): EpochMs => epochMs(Math.floor((at + OFFSET) / DAY) * DAY - OFFSET)

/** New Year's Day in the shop, at midnight, of the year that holds `at`. */
export const yearStart = (at: EpochMs): EpochMs => epochMs(Date.UTC(shopClock(at).year, 0, 1) - OFFSET)

export type ShopClock = { year: number; month: number; day: number; hour: number; minute: number; weekday: number }

/** The wall clock in the shop at `at`; `month` is 1–12, `weekday` 0 = Sunday. */
export const shopClock = (at: EpochMs): ShopClock => {
  const d = new Date(at + OFFSET)
  return {
    year: d.getUTCFullYear(),
    month: d.getUTCMonth() + 1,
    day: d.getUTCDate(),
    hour: d.getUTCHours(),
    minute: d.getUTCMinutes(),
    weekday: d.getUTCDay(),
  }
}

const two = (n: number): string => String(n).padStart(2, '0')

/** `"2026-11-22"`, the day a statement or a report belongs to. */
export const dayText = (at: EpochMs): string => {
  const c = shopClock(at)
  return `${c.year}-${two(c.month)}-${two(c.day)}`
}

/** `"11-22 09:42"`. */
export const minuteText = (at: EpochMs): string => {
  const c = shopClock(at)
  return `${two(c.month)}-${two(c.day)} ${two(c.hour)}:${two(c.minute)}`
}
