/** Everything a shop on one machine stands on: database, files, lines, settings. In the demo the lines end at the stand-ins. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { StoreId } from '@/domain/ids'
import { epochMs } from '@/domain/time'
import { localFiles } from '../adapters/files/local-folder'
import { readConfig } from '../config'
import { connectPg, connectPglite, type Database } from '../db/connect'
import { migrate } from '../db/migrate'
import type { World } from '../deps-from'
import { makeCode, makeDigits, makeId } from '../ids'
import { payLine, wechatLine } from '../lines'
import { makeLog } from '../log'
import { keptSecret } from './secret'
import { openStandins, type Standins } from './standins'

export type WorldOptions = {
  readonly dataDir: string
  readonly url: string
  readonly databaseUrl?: string | undefined
  readonly quiet?: boolean | undefined
  /** How much faster than life the pay stand-in repeats its notices; see there. */
  readonly timeFactor?: number | undefined
  readonly env?: NodeJS.ProcessEnv
}

/** Long-lived, so more than a function's two; the server behind it may be small. */
const POOL = 10

export const filesFolder = (dataDir: string): string => join(dataDir, 'files')

/** Opens and migrates. Throws `FolderLocked` if another process has the embedded database open. */
export const openDatabase = async (dataDir: string, url?: string): Promise<Database> => {
  const database = url ? connectPg({ url, max: POOL }) : await connectPglite(join(dataDir, 'database'))
  try {
    await migrate(database.db)
  } catch (error) {
    await database.close()
    throw error
  }
  return database
}

export const openWorld = async (
  database: Database,
  options: WorldOptions,
): Promise<{ world: World; standins: Standins | null }> => {
  const { dataDir, url, env = process.env, quiet = false } = options
  // people open "localhost"; the stand-in's notices go by the address, which no name server can bend
  const addresses = { PUBLIC_URL: url.replace('127.0.0.1', 'localhost'), PAY_NOTICE_URL: `${url}/notice/pay` }
  const asked = { NODE_ENV: 'development', QUANJI_MODE: 'demo', ...addresses, ...env }
  const settings = { ...asked, SESSION_SECRET: env['SESSION_SECRET'] ?? keptSecret(dataDir) }
  mkdirSync(filesFolder(dataDir), { recursive: true })
  const { isDemo } = readConfig(settings)
  const standins = isDemo ? await openStandins(dataDir, url, options.timeFactor) : null
  const config = readConfig(
    standins ? { ...settings, WECHAT_APP_ID: standins.appid, PAY_MERCHANT_ID: standins.mchid } : settings,
  )
  const now = () => epochMs(Date.now())
  const world: World = {
    storeId: config.STORE_ID as StoreId,
    database,
    db: database.db,
    now,
    newId: (prefix) => makeId(prefix, now()),
    newCode: makeCode,
    newDigits: makeDigits,
    pay: standins?.pay ?? payLine(config),
    wechat: standins?.wechat ?? wechatLine(config),
    files: localFiles({ folder: filesFolder(dataDir) }),
    config,
    log: makeLog(quiet ? 'silent' : (env['LOG_LEVEL'] ?? 'warn')),
  }
  return { world, standins }
}
