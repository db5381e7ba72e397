/** Remaining time in the words of a clock cell. */
import { DAY, HOUR, MINUTE, SECOND } from '@/domain/time'

const two = (n: number): string => String(n).padStart(2, '0')

/** `"3:12:08"`; past a day `"2 天 3:12"`; what is over says how long ago with "−". Milliseconds in. */
export const timeLeftText = (left: number): string => {
  const ms = Math.abs(left)
  const sign = left < 0 ? '−' : ''
  const hours = Math.floor((ms % DAY) / HOUR)
  const minutes = two(Math.floor((ms % HOUR) / MINUTE))
  if (ms >= DAY) return `${sign}${Math.floor(ms / DAY)} 天 ${hours}:${minutes}`
  return `${sign}${hours}:${minutes}:${two(Math.floor((ms % MINUTE) / SECOND))}`
}
