/** Lengths of time in words: of a group's life, and of how long it took to fill. */
import { HOUR, MINUTE } from '@/domain/time'

/** `"42 分钟"`, `"3 小时 5 分"`, `"24 小时"`; under a minute `"不到 1 分钟"`. Milliseconds in. */
export const durationText = (ms: number): string => {
  const minutes = Math.floor(ms / MINUTE)
  if (minutes < 1) return '不到 1 分钟'
  if (ms < HOUR) return `${minutes} 分钟`
  const rest = minutes % 60
  return rest === 0 ? `${minutes / 60} 小时` : `${Math.floor(minutes / 60)} 小时 ${rest} 分`
}
