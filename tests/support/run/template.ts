/** The databases that test files clone, made once a run: an empty shop, and where screens are looked at, the demo shop. */
import { Client } from 'pg'
import { connectPg } from '../../../cloudfunctions/runtime/db/connect'
import { migrate } from '../../../cloudfunctions/runtime/db/migrate'
import type { PostgresServer } from '../postgres/server'
import { startServer } from '../server'

const create = async (server: PostgresServer, name: string, template: string): Promise<string> => {
  const client = new Client(server.urlOf('postgres'))
  client.on('error', () => undefined) // a server stopped by Ctrl-C: the statement under way says so itself
  await client.connect()
  await client.query(`create database ${name} template ${template}`)
  await client.end()
  return server.urlOf(name)
}

/** Answers the URL. No connection to it stays open, because PostgreSQL clones only what nobody uses. */
export const makeTemplate = async (server: PostgresServer): Promise<string> => {
  const url = await create(server, 'shop_template', 'template1')
  const database = connectPg({ url, max: 1 })
  try {
    await migrate(database.db)
  } finally {
    await database.close()
  }
  return url
}

/** The demo shop as its first start leaves it: opened once and closed again. */
export const makeSeededTemplate = async (server: PostgresServer): Promise<string> => {
  const databaseUrl = await create(server, 'shop_seeded', 'shop_template')
  const shop = await startServer({ databaseUrl })
  await shop.stop()
  await forgetCards(databaseUrl)
  return databaseUrl
}

/** Cards that were drawn meanwhile lay in the folder that is gone; a screen that shows one would find nothing. */
const forgetCards = async (url: string): Promise<void> => {
  const database = connectPg({ url, max: 1 })
  try {
    for (const table of ['product', 'group_buy', 'assist_card', 'sale', 'community'] as const)
      await database.db.updateTable(table).set({ card_picture: null }).execute()
  } finally {
    await database.close()
  }
}
