/** Instants as the browser's date field writes them, on the shop's own clock and not the computer's. */
import { HOUR, epochMs, shopClock } from '@/domain/time'
import type { EpochMs } from '@/domain/time'

const SHOP_OFFSET = 8 * HOUR
const two = (n: number): string => String(n).padStart(2, '0')

/** `"2026-11-22T10:00"`. */
export const wallClock = (at: EpochMs): string => {
  const { year, month, day, hour, minute } = shopClock(at)
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`
}

/** Null for what is no date. */
export const instantOf = (text: string): EpochMs | null => {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(text)
  if (!match) return null
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = match.slice(1).map(Number)
  return epochMs(Date.UTC(year, month - 1, day, hour, minute) - SHOP_OFFSET)
}
