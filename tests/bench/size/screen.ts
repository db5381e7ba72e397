/**
 * One first screen of the compiled mini program, in a process of its own so that nothing is warm: opens the page as the
 * first one after launch and prints what it took until its words were drawn and it came to rest. Arguments: the shop's
 * URL, the page, an openid, words that stand on the page once the cloud has answered.
 */
import { asWechat } from '../../support/server'
import { createHost } from '../../support/weapp-host'
import type { ScreenSize } from './report'

/** At rest: nothing was drawn for so long. Pages wait twice as long before they send what stands below the first screen. */
const REST_MS = 400
/** By then it is sent. */
const LATER_MS = 2_000

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const main = async (): Promise<void> => {
  const [shop = '', page = '', openid = '', words = ''] = process.argv.slice(2)
  const host = createHost({ cloud: asWechat(shop, openid) })
  const [path = '', search = ''] = page.replace(/^\//, '').split('?')
  host.launch({
    path,
    query: Object.fromEntries(search.split('&').map((pair) => pair.split('='))) as Record<string, string>,
  })
  const opened = await host.open(page)
  await host.waitFor(() => opened.text().includes(words), 30_000)
  let seen = 0
  while (host.setData.length !== seen) {
    seen = host.setData.length
    await sleep(REST_MS)
  }
  const first = { bytes: host.setDataBytes(), calls: host.setData.length, cloudCalls: host.cloudCalls.length }
  await sleep(LATER_MS)
  if (host.warnings.length > 0) throw new Error(host.warnings.join('\n'))
  const size: ScreenSize = { ...first, laterBytes: host.setDataBytes() - first.bytes }
  process.stdout.write(`\nSCREEN ${JSON.stringify(size)}\n`)
}

main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exitCode = 1
  })
  // timers of the page would keep the process
  .finally(() => process.exit())
