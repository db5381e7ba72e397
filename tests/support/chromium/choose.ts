/** Which browser drives the pages: the machine's, else the one in a package, else none and a line how to get one. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

export type Browser = {
  executablePath: string
  /** No Chinese font on the machine: pages get the one that ships with us. */
  needsFont: boolean
}

const NAMES = `chromium chromium-browser google-chrome google-chrome-stable chrome microsoft-edge microsoft-edge-stable
  msedge`.split(/\s+/)

const INSTALLED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** `TEST_CHROMIUM` names one by hand; `package` skips the machine's. */
const onMachine = (): string | undefined => {
  const named = process.env['TEST_CHROMIUM']
  if (named === 'package') return undefined
  const folders = ['/usr/bin', '/usr/local/bin', ...(process.env['PATH'] ?? '').split(path.delimiter)]
  const onPath = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
  return [...(named ? [named] : []), ...onPath, ...INSTALLED].find((file) => existsSync(file))
}

/** Unpacks the headless browser of @sparticuz/chromium (1–2 s, once a machine); Linux on x64 only. */
const inPackage = async (): Promise<string | undefined> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    return await chromium.executablePath()
  } catch {
    return undefined // not installed, e.g. `npm ci --omit=dev`: the line below says what to do
  }
}

const hasChineseFont = (): boolean => {
  if (process.platform !== 'linux') return true
  try {
    return execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}

const HOW_TO = 'no Chrome, Chromium or Edge found: install one (apt install chromium) or name it in TEST_CHROMIUM'

/** Null where there is none, said once; in CI that is an error, because there nothing may be left out quietly. */
export const chooseBrowser = async (say: (line: string) => void): Promise<Browser | null> => {
  const executablePath = onMachine() ?? (await inPackage())
  if (executablePath) return { executablePath, needsFont: !hasChineseFont() }
  if (process.env['CI']) throw new Error(HOW_TO)
  say(`browser tests are skipped: ${HOW_TO}`)
  return null
}
