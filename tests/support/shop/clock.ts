/** A clock that stands still until a test moves it, and ids that count upwards, so that "newest first" means something. */
import { epochMs, later, type EpochMs } from '@/domain/time'
import type { Id } from '@/domain/ids'

/** Sunday 2026-11-22, 10:00 in the shop. */
export const TEN_O_CLOCK = epochMs(Date.UTC(2026, 10, 22, 2))

export type TestClock = { now: () => EpochMs; set: (at: EpochMs) => void; advance: (ms: number) => void }

export const testClock = (start: EpochMs = TEN_O_CLOCK): TestClock => {
  let at = start
  return { now: () => at, set: (to) => void (at = to), advance: (ms) => void (at = later(at, ms)) }
}

const BASE32 = '0123456789abcdefghjkmnpqrstvwxyz'

const base32 = (n: number, length: number): string => {
  let text = ''
  for (let rest = n, i = 0; i < length; i++, rest = Math.floor(rest / 32)) text = BASE32.charAt(rest % 32) + text
  return text
}

/** One row of numbers a process, so that ids of two shops in one database never meet. */
let count = 0

export const countingId =
  (clock: TestClock) =>
  <P extends string>(prefix: P): Id<P> =>
    `${prefix}_${base32(clock.now(), 10)}${base32(count++, 12)}` as Id<P>
