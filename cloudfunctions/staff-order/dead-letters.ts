/**
 * Work outside the database that has failed or waits to be tried again, and the button that tries it now. Refunds of groups
 * have a ledger of their own.
 */
import { sql } from 'kysely'
import type { staffOrder as contract, OutboxRow } from '@/contract/staff-order'
import type { RefusalOf } from '@/contract/define'
import { ok, refuse, type Ok, type Result } from '@/domain/result'
import { epochMs } from '@/domain/time'
import { audit } from '../runtime/audit'
import type { StaffCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { sendsGroupRefund } from '../staff-group-buy/refund-state.sql'

type Rows = { rows: readonly OutboxRow[] }

export const listDeadLetters = async (deps: Deps): Promise<Ok<Rows>> => {
  const rows = await deps.db
    .selectFrom('outbox as b')
    .select(['id', 'topic', 'state', 'attempts', 'last_error', 'subject', 'created_at', 'next_try_at'])
    .where('store_id', '=', deps.storeId)
    .where((eb) =>
      eb.or([
        eb('state', '=', 'dead'),
        eb.and([eb('state', '=', 'waiting'), eb('attempts', '>', 0), eb('last_error', 'is not', null)]),
      ]),
    )
    .where(sql<boolean>`not ${sql.raw(sendsGroupRefund)}`)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
  return ok({
    rows: rows.map((r) => ({
      id: r.id,
      topic: r.topic,
      state: r.state === 'dead' ? 'dead' : 'waiting',
      attempts: r.attempts,
      lastError: r.last_error,
      subject: r.subject,
      createdAt: epochMs(r.created_at.getTime()),
      nextTryAt: r.state === 'dead' ? null : epochMs(r.next_try_at.getTime()),
    })),
  })
}

export const retryLetter = async (
  deps: Deps,
  caller: StaffCaller,
  input: { id: string },
): Promise<Result<Rows, RefusalOf<typeof contract.retryLetter>>> => {
  const letter = await deps.db
    .updateTable('outbox')
    .set({ state: 'waiting', attempts: 0, next_try_at: new Date(deps.now()) })
    .where('store_id', '=', deps.storeId)
    .where('id', '=', input.id)
    .where('state', 'in', ['dead', 'waiting'])
    .returning(['topic', 'subject'])
    .executeTakeFirst()
  if (!letter) return refuse({ code: 'letter.unknown' })
  await audit(deps.db, deps, caller, { action: 'outbox.retry', subject: input.id, subjectName: letter.topic })
  return listDeadLetters(deps)
}
