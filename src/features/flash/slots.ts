/** Slots as the server's clock sees them: a phone that is early or late still opens and closes them with everybody else's. */
import type { FlashSlotView } from '@/contract/flash'
import { phaseOf } from '@/domain/flash/slot'
import { DAY, dayStart, later, shopClock, type EpochMs } from '@/domain/time'

export type Phase = FlashSlotView['phase']

/** Staff may end a slot before its time; what is over stays over. */
export const phaseAt = (slot: FlashSlotView, now: EpochMs): Phase =>
  slot.phase === 'over' ? 'over' : phaseOf(slot, now)

/** The one that runs, else the next, else the last that was. */
export const firstSlot = (slots: readonly FlashSlotView[], now: EpochMs): FlashSlotView | null =>
  slots.find((slot) => phaseAt(slot, now) === 'running') ??
  slots.find((slot) => phaseAt(slot, now) === 'before') ??
  slots.at(-1) ??
  null

const two = (n: number): string => String(n).padStart(2, '0')

export const clockText = (at: EpochMs): string => `${shopClock(at).hour}:${two(shopClock(at).minute)}`

export const isTomorrow = (at: EpochMs, now: EpochMs): boolean => at >= later(dayStart(now), DAY)
