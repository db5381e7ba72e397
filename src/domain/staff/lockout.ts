/** Wrong passwords in a row lock the name for a while, whoever asks. */
import { MINUTE, type EpochMs } from '../time'

export const TRIES = 5
export const LOCK_TIME = 15 * MINUTE

/** `untilAt` null = never locked. A lock ends at its instant, not a tick later. */
export const isLocked = (untilAt: EpochMs | null, now: EpochMs): untilAt is EpochMs => untilAt !== null && now < untilAt
