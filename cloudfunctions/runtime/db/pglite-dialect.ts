/** PGlite as a Kysely dialect: one connection behind a queue, so a transaction is never entered by a stranger's query. */
import type { PGlite } from '@electric-sql/pglite'
import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'

/** Held open: the engine and the tail of the queue that waits for it. */
class PgliteDriver implements Driver {
  readonly #engine: PGlite
  readonly #release = new WeakMap<DatabaseConnection, () => void>()
  #tail: Promise<void> = Promise.resolve()

  constructor(engine: PGlite) {
    this.#engine = engine
  }

  async init(): Promise<void> {
    await this.#engine.waitReady
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#tail
    let release = (): void => undefined
    this.#tail = new Promise((resolve) => (release = resolve))
    await before
    const connection = connectionOf(this.#engine)
    this.#release.set(connection, release)
    return connection
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#release.get(connection)?.()
  }

  async beginTransaction(connection: DatabaseConnection, { isolationLevel }: TransactionSettings): Promise<void> {
    await connection.executeQuery(
      CompiledQuery.raw(isolationLevel ? `begin isolation level ${isolationLevel}` : 'begin'),
    )
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async destroy(): Promise<void> {
    await this.#engine.close()
  }
}

const connectionOf = (engine: PGlite): DatabaseConnection => ({
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await engine.query<R>(query.sql, [...query.parameters])
    return {
      rows: result.rows,
      ...(result.affectedRows === undefined ? {} : { numAffectedRows: BigInt(result.affectedRows) }),
    }
  },
  async *streamQuery() {
    throw new Error('PGlite does not stream')
  },
})

export const pgliteDialect = (engine: PGlite): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new PgliteDriver(engine),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createIntrospector: (db) => new PostgresIntrospector(db),
})
