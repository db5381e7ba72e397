/** A migrated, empty database for one test file: a clone on the real server, or the embedded one. */
import { connectPg, connectPglite, type Database } from '../../../cloudfunctions/runtime/db/connect'
import { freshDatabase } from '../postgres'
import { migratedSnapshot } from './snapshot'

/** `url` is null for the embedded one, which nobody else can open. */
export type OpenDatabase = { database: Database; url: string | null; drop: () => Promise<void> }

export const openDatabase = async (embedded: boolean): Promise<OpenDatabase> => {
  if (embedded) {
    const database = await connectPglite(undefined, await migratedSnapshot())
    return { database, url: null, drop: () => database.close() }
  }
  const { url, drop } = await freshDatabase()
  const database = connectPg({ url, max: 20 })
  return {
    database,
    url,
    drop: async () => {
      await database.close()
      await drop()
    },
  }
}
