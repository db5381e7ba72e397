/** When, on a picture that may be looked at days later: the day always with its date. */
import { shopClock, type EpochMs } from '@/domain/time'

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

const hourOf = (hour: number, minute: number): string => `${hour}:${String(minute).padStart(2, '0')}`

/** `11月23日 周一 17:30`. */
export const dayAndHour = (at: EpochMs): string => {
  const { month, day, weekday, hour, minute } = shopClock(at)
  return `${month}月${day}日 ${WEEKDAYS[weekday] ?? ''} ${hourOf(hour, minute)}`
}

/** `11月22日 21:00 截单`. */
export const untilWords = (at: EpochMs): string => {
  const { month, day, hour, minute } = shopClock(at)
  return `${month}月${day}日 ${hourOf(hour, minute)} 截单`
}
