/**
 * Small notes (a visit, an opened card) written together: while one write is under way, notes that come in wait and go
 * with the next. Alone, a note is written at once; in a crowd, one write carries as many as arrived during the last.
 */
import type { Database } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

/** A writer takes along what came while it wrote, then leaves the rest to the next comer, so that nobody writes for ever. */
const ROUNDS = 2

export type Gathering<T> = (deps: Deps, note: T) => Promise<void>

/** `write` must bear any number of notes in any order. A failed write throws to whoever carried it. */
export const gather = <T>(write: (deps: Deps, notes: readonly T[]) => Promise<unknown>): Gathering<T> => {
  const desks = new WeakMap<Database, { waiting: T[]; isWriting: boolean }>()
  return async (deps, note) => {
    const desk = desks.get(deps.database) ?? { waiting: [], isWriting: false }
    desks.set(deps.database, desk)
    desk.waiting.push(note)
    if (desk.isWriting) return
    desk.isWriting = true
    try {
      for (let round = 0; round < ROUNDS && desk.waiting.length > 0; round++) await write(deps, desk.waiting.splice(0))
    } finally {
      desk.isWriting = false
    }
  }
}
