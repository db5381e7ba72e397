import { shopClock, type EpochMs } from '@/domain/time'

const two = (n: number): string => String(n).padStart(2, '0')

/** Until when the flash price holds, by the shop's clock: a fact that needs no clock running on every card. */
export const flashTag = (endsAt: EpochMs): string => {
  const { hour, minute } = shopClock(endsAt)
  return `秒杀 · ${two(hour)}:${two(minute)} 止`
}
