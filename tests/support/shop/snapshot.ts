/** The embedded database, migrated and kept as a file: initdb and the migrations take seconds, loading takes half of one. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import { migrate, migrationsFolder } from '../../../cloudfunctions/runtime/db/migrate'
import { pgliteDialect } from '../../../cloudfunctions/runtime/db/pglite-dialect'
import type { Tables } from '../../../cloudfunctions/runtime/db/tables'

const CACHE = path.resolve(__dirname, '../../../.cache')

export const migratedSnapshot = async (): Promise<Blob> => {
  const file = path.join(CACHE, `embedded-${stateOfMigrations()}.tar`)
  if (!existsSync(file)) await makeSnapshot(file)
  return new Blob([new Uint8Array(readFileSync(file))])
}

const stateOfMigrations = (): string => {
  const hash = createHash('sha256')
  for (const name of readdirSync(migrationsFolder).sort()) hash.update(readFileSync(path.join(migrationsFolder, name)))
  return hash.digest('hex').slice(0, 16)
}

/** Written beside and renamed: two workers may do it at once. */
const makeSnapshot = async (file: string): Promise<void> => {
  const engine = new PGlite()
  const db = new Kysely<Tables>({ dialect: pgliteDialect(engine) })
  await migrate(db)
  const dump = await engine.dumpDataDir('none')
  mkdirSync(CACHE, { recursive: true })
  const draft = `${file}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, Buffer.from(await dump.arrayBuffer()))
  renameSync(draft, file)
  await db.destroy()
}
