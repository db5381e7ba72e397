/** The database that every test file clones: made and migrated once a run. */
import { Client } from 'pg'
import { connectPg } from '../../../cloudfunctions/runtime/db/connect'
import { migrate } from '../../../cloudfunctions/runtime/db/migrate'
import type { PostgresServer } from '../postgres/server'

const TEMPLATE = 'shop_template'

/** Answers the template's URL. No connection to it stays open, because PostgreSQL clones only what nobody uses. */
export const makeTemplate = async (server: PostgresServer): Promise<string> => {
  const client = new Client(server.urlOf('postgres'))
  await client.connect()
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  const url = server.urlOf(TEMPLATE)
  const database = connectPg({ url, max: 1 })
  try {
    await migrate(database.db)
  } finally {
    await database.close()
  }
  return url
}
