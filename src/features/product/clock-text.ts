import { shopClock, type EpochMs } from '@/domain/time'

const two = (n: number): string => String(n).padStart(2, '0')

/** `09:30`, by the shop's clock. */
export const clockText = (at: EpochMs): string => {
  const { hour, minute } = shopClock(at)
  return `${two(hour)}:${two(minute)}`
}
