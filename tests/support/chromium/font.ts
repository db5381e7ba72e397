/** Gives pages a Chinese font where the machine has none, under a name that the page's own font list already asks for. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { BrowserContext } from 'playwright-core'

const PACKAGE = path.dirname(createRequire(__filename).resolve('@fontsource/noto-sans-sc/package.json'))
const PLACE = '/__font/'
const WEIGHTS = [400, 500, 700]

const faces = (): string =>
  WEIGHTS.map((weight) => readFileSync(path.join(PACKAGE, `${weight}.css`), 'utf8'))
    .join('\n')
    .replaceAll('Noto Sans SC', 'PingFang SC')
    .replaceAll('url(./files/', `url(${PLACE}`)

export const shipFont = async (context: BrowserContext): Promise<void> => {
  await context.route(`**${PLACE}*`, (route) => {
    const file = path.basename(new URL(route.request().url()).pathname)
    return route.fulfill({ path: path.join(PACKAGE, 'files', file) })
  })
  await context.addInitScript((css: string) => {
    document.addEventListener('DOMContentLoaded', () => {
      document.head.append(Object.assign(document.createElement('style'), { textContent: css }))
    })
  }, faces())
}
