/**
 * Small notes (a visit, an opened card) written together: alone, a note is written at once; those that come while one is
 * being written, or soon after, share a write that nobody waits for. A crowd that opens one card so costs the database forty
 * writes a second, however big it is (with a write as soon as the last was through, a fifth of what opening a card cost).
 */
import type { Database } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

/** How long a crowd's notes are collected. What was not written when the process ends is lost, as by a crash. */
const COLLECT_MS = 25

export type Gathering<T> = (deps: Deps, note: T) => Promise<void>

type Desk<T> = { waiting: T[]; isBusy: boolean }

/** `write` must bear any number of notes in any order. A failed write throws to whoever waits for it; if nobody does, it is logged. */
export const gather = <T>(write: (deps: Deps, notes: readonly T[]) => Promise<unknown>): Gathering<T> => {
  const desks = new WeakMap<Database, Desk<T>>()

  const deskOf = (database: Database): Desk<T> => {
    const desk = desks.get(database) ?? { waiting: [], isBusy: false }
    desks.set(database, desk)
    return desk
  }

  const collect = (deps: Deps, desk: Desk<T>): void => {
    desk.isBusy = desk.waiting.length > 0
    if (desk.isBusy) setTimeout(() => void clear(deps, desk), COLLECT_MS).unref()
  }

  const clear = async (deps: Deps, desk: Desk<T>): Promise<void> => {
    const notes = desk.waiting.splice(0)
    try {
      await write(deps, notes)
    } catch (error) {
      deps.log.error({ err: error, notes: notes.length }, 'notes lost')
    }
    collect(deps, desk)
  }

  return async (deps, note) => {
    const desk = deskOf(deps.database)
    desk.waiting.push(note)
    if (desk.isBusy) return
    desk.isBusy = true
    try {
      await write(deps, desk.waiting.splice(0))
    } finally {
      collect(deps, desk)
    }
  }
}
