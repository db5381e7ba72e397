/** Many at once: counting how it went, and making two meet where chance would bring them together once in a year. */
import { sql, type RawBuilder } from 'kysely'
import type { Shop } from '../functions'

export const many = <T>(n: number, work: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => work(i)))

/** How many went well, and the refusals of the others by code; a fault fails the test. */
export const tally = (replies: readonly object[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const reply of replies) {
    const { ok, refusal } = reply as { ok: boolean; refusal?: { code: string } }
    const name = ok ? 'ok' : (refusal?.code ?? `fault ${JSON.stringify(reply)}`)
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

/** Who waits for whom is the same everywhere: the server never had to choose a victim. */
export const expectNoDeadlocks = async (shop: Shop): Promise<void> => {
  const { rows } = await sql<{ deadlocks: number }>`
    select deadlocks::int from pg_stat_database where datname = current_database()`.execute(shop.deps.db)
  expect(rows).toEqual([{ deadlocks: 0 }])
}

/** Rows that `lock` selects for update, on a connection of their own, until the answer is called. */
export const holdRows = async (shop: Shop, lock: RawBuilder<unknown>): Promise<() => Promise<void>> => {
  const trx = await shop.deps.db.startTransaction().execute()
  await lock.execute(trx)
  // a story that breaks off must not hold up the end of its file
  const tooLong = setTimeout(() => void trx.rollback().execute(), 15_000)
  return async () => {
    clearTimeout(tooLong)
    await trx.rollback().execute()
  }
}

/** Resolves when `n` others stand in front of a locked row. */
export const untilWaiting = (shop: Shop, n: number): Promise<void> =>
  until(async () => {
    const { rows } = await sql<{ waiting: number }>`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(shop.deps.db)
    return (rows[0]?.waiting ?? 0) >= n
  })

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  const start = performance.now()
  while (!(await isSo())) {
    if (performance.now() - start > 10_000) throw new Error('nobody came to wait')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
