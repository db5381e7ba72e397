/**
 * The one way to change commission: rows are booked and moved by the rules, and written together with every movement, in one
 * statement of the caller's transaction. Whoever moves a row has locked it.
 */
import { sql } from 'kysely'
import type { Earning } from '@/domain/commission/earning'
import type { Movement } from '@/domain/commission/ledger'
import { bookEarning, moveEarning, type EarningEvent, type Moved } from '@/domain/commission/move-earning'
import type { EarningId } from '@/domain/ids'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { rowOf, type Hand, type Kept } from './earning-row'

type Entry = Kept & { readonly isNew: boolean; readonly hand: Hand | null }

export type Books = {
  /** A new row: an estimate, an adjustment. */
  readonly book: (earning: Earning, hand?: Hand) => Kept
  /** What the row is after the event. Throws where the rules refuse it: the caller looked at the row before. */
  readonly move: (kept: Kept, event: EarningEvent) => Kept
  /** Writes what was booked and moved since; nothing where nothing was. */
  readonly write: (trx: Trx) => Promise<void>
}

export const openBooks = (deps: Deps): Books => {
  const entries = new Map<EarningId, Entry>()
  const movements: (Movement & { readonly seq: number })[] = []

  const enter = (moved: Moved, before: Kept | null, hand: Hand | null): Kept => {
    const own = moved.movements.filter((movement) => movement.earningId === moved.earning.id)
    const first = before?.moves ?? 0
    const kept = { earning: moved.earning, moves: first + own.length }
    const known = entries.get(moved.earning.id)
    entries.set(moved.earning.id, {
      ...kept,
      isNew: before === null || known?.isNew === true,
      hand: known?.hand ?? hand,
    })
    movements.push(...own.map((movement, at) => ({ ...movement, seq: first + at + 1 })))
    if (moved.clawBack) {
      const others = moved.movements.filter((movement) => movement.earningId !== moved.earning.id)
      enter({ earning: moved.clawBack, clawBack: null, movements: others }, null, null)
    }
    return kept
  }

  return {
    book: (earning, hand) => enter(bookEarning(earning), null, hand ?? null),
    move: (kept, event) => {
      const moved = moveEarning(kept.earning, event, deps.now())
      if (!moved.ok) throw new Error(`${kept.earning.id}: ${JSON.stringify(moved.refusal)}`)
      return enter(moved.value, kept, null)
    },
    write: async (trx) => {
      if (entries.size === 0) return
      await writeEntries(trx, deps, [...entries.values()], movements)
      entries.clear()
      movements.length = 0
    },
  }
}

/** `earning_once` and the key of the movements are the last guard against two who write the same. */
const writeEntries = async (
  trx: Trx,
  { storeId }: Deps,
  entries: readonly Entry[],
  movements: readonly (Movement & { readonly seq: number })[],
): Promise<void> => {
  const rows = (isNew: boolean): string =>
    JSON.stringify(entries.filter((e) => e.isNew === isNew).map((e) => rowOf(storeId, e, e.hand)))
  const told = movements.map(({ earningId, seq, leaderId, cause, transferId, from, to, postings, at }) => ({
    ...{ store_id: storeId, earning_id: earningId, seq, leader_id: leaderId, cause, transfer_id: transferId },
    ...{ from_row: from, to_row: to, postings, at: new Date(at) },
  }))
  await sql`
    with booked as (
      insert into earning select * from jsonb_populate_recordset(null::earning, ${rows(true)}::jsonb)
    ), moved as (
      update earning e set state = r.state, base_fen = r.base_fen, amount_fen = r.amount_fen, clawed_fen = r.clawed_fen,
        open_after_sales = r.open_after_sales, received_at = r.received_at, release_at = r.release_at,
        transfer_id = r.transfer_id, moves = r.moves
      from jsonb_populate_recordset(null::earning, ${rows(false)}::jsonb) r
      where e.store_id = ${storeId} and e.id = r.id
    )
    insert into earning_movement
    select * from jsonb_populate_recordset(null::earning_movement, ${JSON.stringify(told)}::jsonb)`.execute(trx)
}
