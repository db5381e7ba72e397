/** The statements behind a password: who has this name, and what a try changes. */
import { sql } from 'kysely'
import type { StaffId } from '@/domain/ids'
import { LOCK_TIME, TRIES } from '@/domain/staff/lockout'
import { epochMs, later, type EpochMs } from '@/domain/time'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

/** Wrong passwords in a row; while the name is locked, until when. */
export type Tries = { readonly wrong: number; readonly lockedUntilAt: EpochMs | null }
export type Candidate = Tries & { readonly id: StaffId; readonly name: string; readonly passwordHash: string }

const instant = (date: Date | null): EpochMs | null => date && epochMs(date.getTime())

/** Somebody disabled is nobody. */
export const findCandidate = async (deps: Deps, username: string): Promise<Candidate | null> => {
  const row = await deps.db
    .selectFrom('staff')
    .select(['id', 'name', 'password_hash', 'wrong_passwords', 'locked_until'])
    .where('store_id', '=', deps.storeId)
    .where('username', '=', username)
    .where('is_disabled', '=', false)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id as StaffId,
    name: row.name,
    passwordHash: row.password_hash,
    wrong: row.wrong_passwords,
    lockedUntilAt: instant(row.locked_until),
  }
}

/**
 * Counts one wrong password; the last one locks and is noted in the audit. Null if the name is locked already, so that
 * guesses sent side by side get no more tries than guesses sent in turn. A name that nobody has costs the same statement.
 */
export const countWrong = async (deps: Deps, username: string): Promise<Tries | null> => {
  const now = new Date(deps.now())
  const until = new Date(later(deps.now(), LOCK_TIME))
  const { rows } = await sql<{ wrong: number; lockedUntil: Date | null }>`
    with counted as (
      update staff set
        wrong_passwords = case when wrong_passwords + 1 < ${TRIES}::int then wrong_passwords + 1 else 0 end,
        locked_until = case when wrong_passwords + 1 < ${TRIES}::int then null else ${until}::timestamptz end
      where store_id = ${deps.storeId} and username = ${username} and not is_disabled
        and (locked_until is null or locked_until <= ${now})
      returning id, name, wrong_passwords, locked_until
    ), noted as (
      insert into audit (store_id, id, at, staff_id, action, subject, subject_name, after, request_id)
      select ${deps.storeId}, ${deps.newId('aud')}, ${now}, id, 'staff.locked', id, name,
        jsonb_build_object('from', ${deps.clientIp}::text), ${deps.requestId}
      from counted where locked_until is not null
    )
    select wrong_passwords as wrong, locked_until as "lockedUntil" from counted`.execute(deps.db)
  const row = rows[0]
  return row ? { wrong: row.wrong, lockedUntilAt: instant(row.lockedUntil) } : null
}

/** Takes a right password as an entry, unless the name was locked or the password changed while it was being checked. */
export const acceptPassword = async (trx: Trx, deps: Deps, candidate: Candidate): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('staff')
    .set({ wrong_passwords: 0, locked_until: null })
    .where('store_id', '=', deps.storeId)
    .where('id', '=', candidate.id)
    .where('password_hash', '=', candidate.passwordHash)
    .where('is_disabled', '=', false)
    .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<=', new Date(deps.now()))]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
