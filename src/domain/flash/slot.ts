/** Flash sales run in slots of the shop's day. The server's clock decides: a phone's clock only counts down. */
import { DAY, dayStart, HOUR, later, MINUTE, type EpochMs } from '../time'

export type Slot = { readonly startsAt: EpochMs; readonly endsAt: EpochMs }
export type SlotPhase = 'before' | 'running' | 'over'

/** From the start up to, not including, the end. */
export const phaseOf = ({ startsAt, endsAt }: Slot, now: EpochMs): SlotPhase =>
  now < startsAt ? 'before' : now < endsAt ? 'running' : 'over'

/** What is taken and not paid goes back on sale quickly, because others are waiting for it. */
export const FLASH_PAY_WINDOW = 5 * MINUTE

/** Counted from the placing, past the slot's end if need be: a place won in the last second can still be paid. */
export const flashPayDeadline = (placedAt: EpochMs): EpochMs => later(placedAt, FLASH_PAY_WINDOW)

/** Slots of today and tomorrow in the order of their start; those of today that are over stay, to say what there was. */
export const slotsToShow = <S extends Slot>(slots: readonly S[], now: EpochMs): S[] => {
  const today = dayStart(now)
  return slots
    .filter(({ startsAt, endsAt }) => endsAt > today && startsAt < later(today, 2 * DAY))
    .sort((a, b) => a.startsAt - b.startsAt)
}

/** The slot a screen opens with: the one that started last and still runs, else the next, else the last. */
export const slotToOpen = <S extends Slot>(slots: readonly S[], now: EpochMs): S | null => {
  const sorted = slotsToShow(slots, now)
  const running = sorted.filter((slot) => phaseOf(slot, now) === 'running')
  const next = sorted.find((slot) => phaseOf(slot, now) === 'before')
  return running[running.length - 1] ?? next ?? sorted[sorted.length - 1] ?? null
}

/** The usual slots of the day that holds `at`: one at each full hour of `hours`, each up to the next, the last up to midnight. */
export const slotsOfDay = (at: EpochMs, hours: readonly number[]): Slot[] => {
  const day = dayStart(at)
  const starts = [...new Set(hours)].filter((h) => h >= 0 && h < 24).sort((a, b) => a - b)
  return starts.map((hour, n) => ({
    startsAt: later(day, hour * HOUR),
    endsAt: later(day, (starts[n + 1] ?? 24) * HOUR),
  }))
}
