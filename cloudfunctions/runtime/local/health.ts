/** `GET /healthz`: ready as soon as the database answers, 503 while it doesn't; nothing has to be restarted in between. */
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Database } from '../db/connect'
import { within } from './within'

const PATIENCE_MS = 2_000

const answers = async ({ db }: Database): Promise<boolean> => {
  const asked = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
  return within(PATIENCE_MS, asked, () => false)
}

export const health =
  (database: Database) =>
  (app: FastifyInstance, _: object, done: () => void): void => {
    app.get('/healthz', async (_request, reply) => {
      const isReady = await answers(database)
      return reply
        .code(isReady ? 200 : 503)
        .header('cache-control', 'no-store')
        .send({ ready: isReady, database: isReady ? (database.isEmbedded ? 'embedded' : 'server') : 'gone' })
    })
    done()
  }
