/** Runs the numbered SQL files of `migrations/` that have not run yet, each once, all in one transaction, in order. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db } from './connect'

export const migrationsFolder = join(__dirname, 'migrations')

/** Names of the migrations that ran now. Two processes at once: the second waits on the lock and finds nothing to do. */
export const migrate = async (db: Db, folder = migrationsFolder): Promise<string[]> => {
  const files = readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
  await sql`create table if not exists migration (name text primary key, ran_at timestamptz not null default now())`.execute(
    db,
  )
  return db.transaction().execute(async (trx) => {
    await sql`lock table migration in exclusive mode`.execute(trx)
    const ran = new Set(
      (await sql<{ name: string }>`select name from migration`.execute(trx)).rows.map((row) => row.name),
    )
    const waiting = files.filter((name) => !ran.has(name))
    for (const name of waiting) {
      for (const statement of statementsOf(readFileSync(join(folder, name), 'utf8')))
        await sql.raw(statement).execute(trx)
      await sql`insert into migration (name) values (${name})`.execute(trx)
    }
    return waiting
  })
}

/** Splits at `;` at the end of a line, so a function body must not end its lines so; PGlite takes one statement a query. */
const statementsOf = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('--'))
    .join('\n')
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
