/** A real browser for `tests/browser`: one a file, a fresh context (cookies, storage) a page, screenshots as artefacts. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { Browser as Choice } from './chromium/choose'
import { shipFont } from './chromium/font'
import { DESK, FLAGS, PHONE } from './chromium/screens'

const SHOTS = path.resolve(__dirname, '../../dist/report/shots')

export { DESK, PHONE }

/** What `npm test` chose; null = none on this machine. */
const choice = (): Choice | null => {
  const text = process.env['TEST_BROWSER']
  if (text === undefined) throw new Error('TEST_BROWSER is not set: start the tests with `npm test -- <file>`')
  return JSON.parse(text) as Choice | null
}

/** `describe`, skipped as a whole on a machine without a browser. */
export const describeInBrowser = (name: string, tests: () => void): void =>
  choice() ? describe(name, tests) : describe.skip(name, tests)

export type TestBrowser = {
  /** A page nobody has used before. What goes wrong inside it is kept in `complaints`. */
  newPage: (options?: BrowserContextOptions) => Promise<Page & { complaints: string[] }>
  newContext: (options: BrowserContextOptions) => Promise<BrowserContext>
  close: () => Promise<void>
}

const open = async (browser: Browser, needsFont: boolean, options: BrowserContextOptions) => {
  const context = await browser.newContext(options)
  if (needsFont) await shipFont(context)
  const complaints: string[] = []
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return Object.assign(page, { complaints })
}

export const openBrowser = async (): Promise<TestBrowser> => {
  const chosen = choice()
  if (!chosen) throw new Error('no browser here; wrap the tests in describeInBrowser')
  const browser = await chromium.launch({ executablePath: chosen.executablePath, args: FLAGS })
  return {
    newPage: (options = PHONE) => open(browser, chosen.needsFont, options),
    newContext: (options) => browser.newContext(options),
    close: () => browser.close(),
  }
}

/** Stores a picture of what is on the screen as `dist/report/shots/<name>.png`, once fonts and pictures are there and nothing moves. */
export const shoot = async (page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<string> => {
  await page.evaluate(async () => {
    const pending = [...document.images].filter((image) => !image.complete && image.loading !== 'lazy')
    const loaded = pending.map((image) => new Promise((done) => (image.onload = image.onerror = done)))
    // a sheet that is still coming up is not what anybody looks at; what turns for ever is not waited for
    const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
    const still = moving.map(({ finished }) => finished.catch(() => undefined))
    const all = Promise.all([document.fonts.ready, ...loaded, ...still])
    await Promise.race([all, new Promise((done) => setTimeout(done, 5_000))])
  })
  const file = path.join(SHOTS, `${name}.png`)
  mkdirSync(path.dirname(file), { recursive: true })
  await page.screenshot({ path: file, ...options })
  return file
}
