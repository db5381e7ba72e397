/** Where the bench's shop lies: on a PostgreSQL server of its own, or in a folder of the embedded database. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connectPg, connectPglite, type Database } from '../../cloudfunctions/runtime/db/connect'
import { startPostgres } from '../support/postgres/server'
import type { BarePlace } from './bare-query'

export type Place = {
  /** For filling and checking; the embedded one may be open only while nobody else has it. */
  readonly connect: () => Promise<Database>
  /** What the shop under load is told. */
  readonly shopEnv: Record<string, string>
  /** The same data for the limits; a folder of their own where one can't be shared. */
  readonly forLimits: () => BarePlace
  /** Of the postmaster; its children do the work. Null: the database works in the shop's process. */
  readonly postgresPid: number | null
  readonly url: string | null
  readonly remove: () => Promise<void>
}

/** Durable, as a shop's server is; only the size of its memory is set. */
const REAL = { shared_buffers: '1GB', max_wal_size: '4GB', checkpoint_timeout: '30min', autovacuum: 'on' }

/** `extraFlushUs`: every flush takes so much longer, as on a slower disk; of the shop and of its limits alike. */
export const openServer = async (extraFlushUs = 0): Promise<Place> => {
  const slower: Record<string, string> = extraFlushUs
    ? { commit_delay: String(extraFlushUs), commit_siblings: '0' }
    : {}
  const server = await startPostgres({ ...REAL, ...slower })
  const url = server.urlOf('postgres')
  return {
    connect: async () => connectPg({ url, max: 2 }),
    shopEnv: { BENCH_URL: url },
    forLimits: () => ({ url }),
    postgresPid: server.pid ?? null,
    url,
    remove: server.stop,
  }
}

export const openFolder = async (): Promise<Place> => {
  const root = mkdtempSync(path.join(tmpdir(), 'quanji-bench-'))
  // where `npm start` keeps it
  const folder = path.join(root, 'shop', 'database')
  let copies = 0
  return {
    connect: () => connectPglite(folder),
    shopEnv: { BENCH_FOLDER: path.join(root, 'shop') },
    forLimits: () => {
      const copy = path.join(root, `limit-${++copies}`)
      cpSync(folder, copy, { recursive: true })
      return { folder: copy }
    },
    postgresPid: null,
    url: null,
    remove: async () => rmSync(root, { recursive: true, force: true }),
  }
}
