/**
 * What a browser fetches for the first page: every script that it asked for until the page came to rest, gzipped as a
 * web server would. The page is served from the build itself; the cloud is out of reach, which changes no script.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BrowserContext, BrowserContextOptions } from 'playwright-core'

const ORIGIN = 'http://shop.test'

const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile()

/** Gzipped bytes of the scripts of the first page at `mount`, built in `folder`. */
export const measureFirstPage = async (
  newContext: (options: BrowserContextOptions) => Promise<BrowserContext>,
  folder: string,
  mount: string,
  screen: BrowserContextOptions,
): Promise<number> => {
  if (!isFile(path.join(folder, 'index.html'))) throw new Error(`${folder} is not built`)
  const context = await newContext(screen)
  const scripts = new Set<string>()
  await context.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    if (!pathname.startsWith(mount)) return route.fulfill({ status: 503, json: {} })
    const asked = path.join(folder, pathname.slice(mount.length))
    const file = isFile(asked) ? asked : path.join(folder, 'index.html')
    if (file.endsWith('.js')) scripts.add(file)
    return route.fulfill({ path: file })
  })
  const page = await context.newPage()
  await page.goto(`${ORIGIN}${mount}`)
  await page.waitForLoadState('networkidle')
  await context.close()
  if (scripts.size === 0) throw new Error(`the page at ${mount} asked for no script`)
  return [...scripts].reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0)
}
