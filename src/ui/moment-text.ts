import { DAY, dayStart, shopClock, type EpochMs } from '@/domain/time'

const two = (n: number): string => String(n).padStart(2, '0')
const near = new Map([
  [-1, '昨天'],
  [0, '今天'],
  [1, '明天'],
])

/** 「今天 12:30」「明天 9:00」, farther away 「11 月 24 日 17:30」: in the shop's calendar. */
export const momentText = (at: EpochMs, now: EpochMs): string => {
  const { hour, minute } = shopClock(at)
  return `${dayText(at, now)} ${hour}:${two(minute)}`
}

/** 「今天」「明天」, farther away 「11 月 24 日」. */
export const dayText = (at: EpochMs, now: EpochMs): string => {
  const { month, day } = shopClock(at)
  return near.get(Math.round((dayStart(at) - dayStart(now)) / DAY)) ?? `${month} 月 ${day} 日`
}

/** 「今天 17:30–20:30」, over midnight 「今天 17:30 – 明天 1:00」. */
export const spanText = (from: EpochMs, until: EpochMs, now: EpochMs): string => {
  const { hour, minute } = shopClock(until)
  return dayStart(from) === dayStart(until)
    ? `${momentText(from, now)}–${hour}:${two(minute)}`
    : `${momentText(from, now)} – ${momentText(until, now)}`
}
