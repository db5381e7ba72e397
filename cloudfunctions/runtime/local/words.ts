/** What the local cloud says to the person who starts it, in Chinese and English. */
import { FolderLocked } from '../db/folder-lock'
import { isUnavailable } from '../db/errors'
import type { Opening } from './prepare-shop'

export type Welcome = {
  readonly port: string
  readonly dataDir: string
  readonly opening: Opening
  readonly isEmbedded: boolean
  readonly seconds: string
}

export const welcome = ({ port, dataDir, opening, isEmbedded, seconds }: Welcome): string => {
  const address = `http://localhost:${port}`
  const engine = isEmbedded ? `${dataDir} · 内置数据库 embedded` : 'DATABASE_URL'
  return [
    '',
    `  圈集 Quanji · ${seconds} s`,
    '',
    `  店铺 shop    ${address}/`,
    `  后台 admin   ${address}/admin/${signInHint(opening)}`,
    `  数据 data    ${engine}`,
    '',
    '  Ctrl+C 停止 to stop',
    '',
  ].join('\n')
}

const signInHint = (opening: Opening): string => {
  if (!opening) return ''
  const { username, password, isDemo } = opening
  return isDemo
    ? `   (${username} / ${password})`
    : `\n\n  店主初始密码，只显示这一次 · owner's one-time password, shown once:\n      ${username} / ${password}`
}

/** One line for what a person can mend; the whole story for what they can't. */
export const explainFailure = (error: unknown): string => {
  if (error instanceof FolderLocked)
    return `店铺的数据正被进程 ${error.pid} 使用，先停下它，或换个 DATA_DIR · the shop's data is open in process ${error.pid}: stop it, or choose another DATA_DIR`
  const { code, port } = error as { code?: unknown; port?: unknown }
  if (code === 'EADDRINUSE')
    return `端口 ${String(port)} 已被占用，换一个：PORT=8081 npm start · port ${String(port)} is taken, choose another: PORT=8081 npm start`
  if (isUnavailable(error))
    return `连不上 DATABASE_URL 指向的数据库（${String(code)}）· the database of DATABASE_URL doesn't answer (${String(code)})`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
