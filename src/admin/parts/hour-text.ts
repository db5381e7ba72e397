import { DAY, dayStart, minuteText } from '@/domain/time'
import type { EpochMs } from '@/domain/time'
import { copy } from './copy'

/** `"16:00"`, the wall clock in the shop. */
export const hourText = (at: EpochMs): string => minuteText(at).slice(6)

/** `"今天 13:53"`, `"明天 09:00"`, `"昨天 18:20"`, else `"11-24 10:00"`. */
export const dueText = (at: EpochMs, now: EpochMs): string => {
  const days = (dayStart(at) - dayStart(now)) / DAY
  const day = copy.days.find((near) => near.days === days)
  return day ? `${day.name} ${hourText(at)}` : minuteText(at)
}
