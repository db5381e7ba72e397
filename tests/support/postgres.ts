/**
 * A database of its own for each test file: a clone of the template that `npm test` migrated once (some 20 ms), so files
 * may run side by side and none sees what another wrote.
 */
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'

export type TestDatabase = { url: string; drop: () => Promise<void> }

/** SQLSTATE object_in_use: somebody is just looking into the template. */
const IN_USE = '55006'

const urlFrom = (name: 'TEST_PG_URL' | 'TEST_PG_SEEDED_URL'): URL => {
  const url = process.env[name]
  if (!url) throw new Error(`${name} is not set: start the tests with \`npm test -- <file>\`, which starts PostgreSQL`)
  return new URL(url)
}

/** The same server, another database. */
const sibling = (template: URL, database: string): string =>
  Object.assign(new URL(template), { pathname: database }).href

const onServer = async (sql: string): Promise<void> => {
  const client = new Client(sibling(urlFrom('TEST_PG_URL'), 'postgres'))
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

const clone = async (name: string, template: string, attempts = 20): Promise<void> => {
  try {
    await onServer(`create database ${name} template ${template}`)
  } catch (error) {
    if ((error as { code?: string }).code !== IN_USE || attempts === 0) throw error
    await new Promise((resolve) => setTimeout(resolve, 50))
    await clone(name, template, attempts - 1)
  }
}

/**
 * Clones the migrated template: an empty shop, or with `seeded` the demo shop (for the tiers weapp and browser). `drop`
 * also ends connections that a test left open.
 */
export const freshDatabase = async ({ seeded = false } = {}): Promise<TestDatabase> => {
  const template = urlFrom(seeded ? 'TEST_PG_SEEDED_URL' : 'TEST_PG_URL')
  const name = `test_${randomBytes(6).toString('hex')}`
  await clone(name, template.pathname.slice(1))
  return { url: sibling(template, name), drop: () => onServer(`drop database if exists ${name} with (force)`) }
}
