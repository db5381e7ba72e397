/** One try at a name's password. The verdict counts only if the name is still open when it is written down. */
import { ok, refuse, type Result } from '@/domain/result'
import { isLocked, TRIES } from '@/domain/staff/lockout'
import type { EpochMs } from '@/domain/time'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { verifyPassword } from './password'
import { acceptPassword, countWrong, findCandidate, type Candidate, type Tries } from './sign-in.sql'
import { countUnknownName, unknownNameLock } from './unknown-names'

export type WrongPassword = { code: 'sign-in.wrong'; triesLeft: number } | { code: 'sign-in.locked'; untilAt: EpochMs }

/** `use` is what the right password is for; it runs in the transaction that accepts the password. */
export const tryPassword = async <T>(
  deps: Deps,
  username: string,
  password: string,
  use: (trx: Trx, candidate: Candidate) => Promise<T>,
): Promise<Result<T, WrongPassword>> => {
  const candidate = await findCandidate(deps, username)
  const lockedUntilAt = candidate ? candidate.lockedUntilAt : unknownNameLock(deps, username)
  if (isLocked(lockedUntilAt, deps.now())) return refuse({ code: 'sign-in.locked', untilAt: lockedUntilAt })

  if ((await verifyPassword(password, candidate?.passwordHash ?? null)) && candidate) {
    const used = await deps.db
      .transaction()
      .execute(async (trx) =>
        (await acceptPassword(trx, deps, candidate)) ? { value: await use(trx, candidate) } : null,
      )
    if (used) return ok(used.value)
  }
  const counted = await countWrong(deps, username)
  // none counted: nobody has the name, or somebody else's guess locked it meanwhile
  const tries = counted ?? (candidate ? await findCandidate(deps, username) : countUnknownName(deps, username))
  return wrong(tries, deps.now())
}

const wrong = (tries: Tries | null, now: EpochMs): Result<never, WrongPassword> =>
  tries && isLocked(tries.lockedUntilAt, now)
    ? refuse({ code: 'sign-in.locked', untilAt: tries.lockedUntilAt })
    : refuse({ code: 'sign-in.wrong', triesLeft: TRIES - (tries?.wrong ?? TRIES) })
