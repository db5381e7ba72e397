/**
 * Names that nobody has are counted and locked like real ones, so that the answers don't tell which names exist.
 * In memory, as there is no row to count in: an instance of the function knows only its own guesses.
 */
import { isLocked, LOCK_TIME, TRIES } from '@/domain/staff/lockout'
import { later, type EpochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import type { Tries } from './sign-in.sql'

const guesses = new Map<string, Tries>()
const LIMIT = 10_000

const keyOf = (deps: Deps, username: string): string => `${deps.storeId}:${username}`

export const unknownNameLock = (deps: Deps, username: string): EpochMs | null =>
  guesses.get(keyOf(deps, username))?.lockedUntilAt ?? null

export const countUnknownName = (deps: Deps, username: string): Tries => {
  const key = keyOf(deps, username)
  const seen = guesses.get(key) ?? { wrong: 0, lockedUntilAt: null }
  if (isLocked(seen.lockedUntilAt, deps.now())) return seen
  const isLast = seen.wrong + 1 >= TRIES
  const counted: Tries = isLast
    ? { wrong: 0, lockedUntilAt: later(deps.now(), LOCK_TIME) }
    : { wrong: seen.wrong + 1, lockedUntilAt: null }
  if (guesses.size >= LIMIT) guesses.clear()
  guesses.set(key, counted)
  return counted
}
