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
import { standinLines } from './standins'
import { makeStandinKeys, type StandinKeys } from './wechat-pay/keys'

export type WorldOptions = {
  readonly dataDir: string
  readonly url: string
  readonly databaseUrl?: string | undefined
  readonly quiet?: boolean | undefined
  readonly env?: NodeJS.ProcessEnv
}

/** Long-lived, so more than a function's two; the server behind it may be small. */
const POOL = 16

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

/** `keys` are the throw-away merchant's of the demo, else null. */
export const openWorld = async (
  database: Database,
  options: WorldOptions,
): Promise<{ world: World; keys: StandinKeys | null }> => {
  const { dataDir, url, env = process.env, quiet = false } = options
  // people open "localhost"; the stand-in's notices go by the address, which no name server can bend
  const addresses = { PUBLIC_URL: url.replace('127.0.0.1', 'localhost'), PAY_NOTICE_URL: `${url}/notice/pay` }
  const asked = { NODE_ENV: 'development', QUANJI_MODE: 'demo', ...addresses, ...env }
  const settings = { ...asked, SESSION_SECRET: env['SESSION_SECRET'] ?? keptSecret(dataDir) }
  mkdirSync(filesFolder(dataDir), { recursive: true })
  const keys = readConfig(settings).isDemo ? await makeStandinKeys(dataDir) : null
  const config = readConfig(keys ? { ...settings, WECHAT_APP_ID: keys.appid, PAY_MERCHANT_ID: keys.mchid } : settings)
  const lines = keys ? standinLines(keys, url) : { pay: payLine(config), wechat: wechatLine(config) }
  const now = () => epochMs(Date.now())
  const world: World = {
    storeId: config.STORE_ID as StoreId,
    database,
    db: database.db,
    now,
    newId: (prefix) => makeId(prefix, now()),
    newCode: makeCode,
    newDigits: makeDigits,
    ...lines,
    files: localFiles({ folder: filesFolder(dataDir) }),
    config,
    log: makeLog(quiet ? 'silent' : (env['LOG_LEVEL'] ?? 'warn')),
  }
  return { world, keys }
}
