/** Programs of this machine: on the path, or where their installers put them. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

const EXE = process.platform === 'win32' ? '.exe' : ''

const onPath = (names: readonly string[]): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name + EXE)))
    .find((file) => existsSync(file))

const BROWSERS = 'chromium chromium-browser google-chrome google-chrome-stable microsoft-edge chrome msedge'.split(' ')
const BROWSER_PLACES = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

export const findBrowser = (): string | undefined => onPath(BROWSERS) ?? BROWSER_PLACES.find((file) => existsSync(file))

/** Debian keeps its servers off the path, one folder a version. */
const DEBIAN = '/usr/lib/postgresql'

export const findPostgres = (): string | undefined => {
  const debian = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).map((version) => path.join(DEBIAN, version, 'bin/postgres'))
    : []
  return [...debian.reverse(), onPath(['postgres'])].find((file) => file !== undefined && existsSync(file))
}

/** What a program answers on its first line, or null where it can't be run. */
export const ask = (file: string, ...args: string[]): string | null => {
  try {
    return execFileSync(file, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n')[0] ?? ''
  } catch {
    return null
  }
}
