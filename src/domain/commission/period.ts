/** The span of a statement, in the shop's calendar: from the first instant, until before the last. */
import { dayStart, epochMs, type EpochMs } from '../time'

export type Period = { readonly fromAt: EpochMs; readonly untilAt: EpochMs }

/** `"2026-11"` → the month in UTC+8. Throws a RangeError if `month` is none. */
export const monthPeriod = (month: string): Period => {
  const [, year, number] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? []
  if (year === undefined || number === undefined) throw new RangeError(`not a month: ${month}`)
  return { fromAt: firstOf(Number(year), Number(number) - 1), untilAt: firstOf(Number(year), Number(number)) }
}

/** Noon UTC lies on the same day in the shop, whatever the month before had of days. */
const firstOf = (year: number, monthIndex: number): EpochMs => dayStart(epochMs(Date.UTC(year, monthIndex, 1, 12)))

export const isWithin = ({ fromAt, untilAt }: Period, at: EpochMs): boolean => at >= fromAt && at < untilAt
