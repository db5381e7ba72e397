/** Opens the database: node-postgres where a URL is given, else the embedded PGlite. One type for both, `Db`. */
import { CompiledQuery, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { lockFolder } from './folder-lock'
import { pgliteDialect } from './pglite-dialect'
import type { Tables } from './tables'

export type Db = Kysely<Tables>
export type Trx = Transaction<Tables>

/** A statement written by hand and sent as it is; `name` lets the server keep its plan. */
export type Statement = { readonly name: string; readonly text: string }

export type Database = {
  readonly db: Db
  /** Runs one hand-written statement outside any transaction; rows come back as they are. */
  run<R>(statement: Statement, params: readonly unknown[]): Promise<R[]>
  close(): Promise<void>
  readonly isEmbedded: boolean
}

const INT8 = 20
const INT8_ARRAY = 1016
const DATE = 1082
const NUMERIC = 1700

/**
 * Of the connections for hand-written statements. A plan lives as long as its tables' statistics: one made while a table
 * was empty went on reading the whole of it as it grew (a friend's help: 0.5 to 1.7 ms). Every key begins with the store,
 * so there is always an index to go by; and where there is none, no statement here is worth compiling.
 */
const ONE_PLAN = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off'

export type PgOptions = { readonly url: string; readonly max?: number; readonly prepared?: boolean }

/** `max` 1–2 per function instance behind a pooler, more in a long-lived process; `prepared: false` behind a transaction pooler. */
export const connectPg = ({ url, max = 10, prepared = true }: PgOptions): Database => {
  const types = new pg.TypeOverrides()
  types.setTypeParser(INT8, Number)
  types.setTypeParser(NUMERIC, Number)
  types.setTypeParser(DATE, String)
  types.setTypeParser(INT8_ARRAY, (text: string) => (text === '{}' ? [] : text.slice(1, -1).split(',').map(Number)))
  const open = (most: number, options?: string): pg.Pool => {
    const pool = new pg.Pool({
      connectionString: url,
      max: Math.max(1, most),
      types,
      connectionTimeoutMillis: 3_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      ...(options ? { options } : {}),
    })
    // a connection that breaks must not take the process with it, be it idle or lent out in the middle of a query: the
    // query that meets the fault says so
    pool.on('error', () => undefined)
    pool.on('connect', (client) => client.on('error', () => undefined))
    return pool
  }
  // Hand-written statements keep one plan for all values: planning them anew each time cost as much as running them.
  // Kysely's own have theirs planned for the values, because partial indexes only fit known ones; hence two pools.
  const built = open(Math.floor(max / 2))
  const written = open(Math.ceil(max / 2), prepared ? ONE_PLAN : undefined)
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: built }) }),
    run: async <R>({ name, text }: Statement, params: readonly unknown[]) =>
      (await written.query({ ...(prepared && name ? { name } : {}), text, values: [...params] })).rows as R[],
    close: async () => {
      await Promise.all([built.end(), written.end()])
    },
    isEmbedded: false,
  }
}

/** `folder` undefined = in memory. A folder is locked against a second process, which would corrupt it. */
export const connectPglite = async (folder?: string, snapshot?: Blob): Promise<Database> => {
  const unlock = folder ? lockFolder(folder) : () => undefined
  const { PGlite } = await import('@electric-sql/pglite')
  const parsers = { [INT8]: Number, [NUMERIC]: Number, [DATE]: String }
  const engine = new PGlite({
    ...(folder ? { dataDir: folder } : {}),
    ...(snapshot ? { loadDataDir: snapshot } : {}),
    parsers,
  })
  try {
    await engine.waitReady
  } catch (error) {
    unlock()
    throw error
  }
  const db = new Kysely<Tables>({ dialect: pgliteDialect(engine) })
  return {
    db,
    // through Kysely's queue: a bare engine query would slip into somebody's open transaction
    run: async <R>({ text }: Statement, params: readonly unknown[]) =>
      (await db.executeQuery<R>(CompiledQuery.raw(text, [...params]))).rows,
    close: async () => {
      await db.destroy()
      unlock()
    },
    isEmbedded: true,
  }
}
