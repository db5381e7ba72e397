/** A migrated, empty database for one test file: a clone on the real server, or the embedded one from a snapshot. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { connectPg, connectPglite, type Database } from '../../../cloudfunctions/runtime/db/connect'
import { migrate, migrationsFolder } from '../../../cloudfunctions/runtime/db/migrate'
import { freshDatabase } from '../postgres'

export type OpenDatabase = { database: Database; url: string | null; drop: () => Promise<void> }

export const openDatabase = async (embedded: boolean): Promise<OpenDatabase> => {
  if (embedded) {
    const database = await connectPglite(undefined, await migratedSnapshot())
    return { database, url: null, drop: () => database.close() }
  }
  const clone = await freshDatabase()
  const database = connectPg({ url: clone.url, max: 20 })
  return {
    database,
    url: clone.url,
    drop: async () => {
      await database.close()
      await clone.drop()
    },
  }
}

const CACHE = path.resolve(__dirname, '../../../.cache')

/** initdb and the migrations take seconds, so they run once for each state of the migrations and are kept as a file. */
const migratedSnapshot = async (): Promise<Blob> => {
  const file = path.join(CACHE, `embedded-${migrationsHash()}.tar`)
  if (!existsSync(file)) {
    const database = await connectPglite()
    await migrate(database.db)
    const dump = await database.dump()
    mkdirSync(CACHE, { recursive: true })
    const draft = `${file}.${randomBytes(4).toString('hex')}`
    writeFileSync(draft, Buffer.from(await dump.arrayBuffer()))
    renameSync(draft, file)
    await database.close()
  }
  return new Blob([new Uint8Array(readFileSync(file))])
}
