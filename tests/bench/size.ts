/** `npm run size`: brings the builds up to date, weighs what goes out, prints a table, fails over budget. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import type { BrowserContextOptions } from 'playwright-core'
import { BUILD_NAMES, ensureBuilt } from '../../config/builds'
import { DESK, FLAGS, PHONE } from '../support/chromium/screens'
import { chooseBrowser } from '../support/chromium/choose'
import { measureFunctions } from './size/functions'
import type { SizeReport } from './size/report'
import { measureScreens } from './size/screens'
import { isOver, rowsOf, tableOf } from './size/table'
import { measureWeapp } from './size/weapp'
import { measureFirstPage } from './size/web'

const DIST = path.resolve(__dirname, '../../dist')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const measureWeb = async (): Promise<Pick<SizeReport, 'h5' | 'admin'>> => {
  const choice = await chooseBrowser(say)
  if (!choice) throw new Error('the first pages are weighed in a browser')
  const browser = await chromium.launch({ executablePath: choice.executablePath, args: FLAGS })
  const newContext = (screen: BrowserContextOptions) => browser.newContext(screen)
  try {
    const h5 = await measureFirstPage(newContext, path.join(DIST, 'h5'), '/', PHONE)
    const admin = await measureFirstPage(newContext, path.join(DIST, 'admin'), '/admin/', DESK)
    return { h5: { initialGzip: h5 }, admin: { initialGzip: admin } }
  } finally {
    await browser.close()
  }
}

const main = async (): Promise<void> => {
  await ensureBuilt(BUILD_NAMES, say)
  const report: SizeReport = {
    weapp: measureWeapp(path.join(DIST, 'weapp')),
    firstScreen: await measureScreens(),
    ...(await measureWeb()),
    functions: await measureFunctions(),
  }
  mkdirSync(path.join(DIST, 'report'), { recursive: true })
  writeFileSync(path.join(DIST, 'report/size.json'), `${JSON.stringify(report, null, 2)}\n`)
  const rows = rowsOf(report)
  say(tableOf(rows))
  const over = rows.filter(isOver)
  if (over.length > 0) say(`over budget: ${over.map(({ what }) => what).join(', ')}`)
  process.exitCode = over.length > 0 ? 1 : 0
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
