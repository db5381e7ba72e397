/**
 * One first screen of the compiled mini program, in a process of its own so that nothing is warm: opens the page as the
 * first one after launch and prints what it took until it came to rest. Arguments: the shop's URL, the page, an openid.
 */
import { asWechat } from '../../support/server'
import { createHost } from '../../support/weapp-host'
import type { ScreenSize } from './report'

/** At rest: the cloud has answered and nothing was drawn for so long. */
const REST_MS = 600

const main = async (): Promise<void> => {
  const [shop = '', page = '', openid = ''] = process.argv.slice(2)
  const host = createHost({ cloud: asWechat(shop, openid) })
  const [path = '', search = ''] = page.replace(/^\//, '').split('?')
  host.launch({
    path,
    query: Object.fromEntries(search.split('&').map((pair) => pair.split('='))) as Record<string, string>,
  })
  await host.open(page)
  let seen = -1
  let since = Date.now()
  await host.waitFor(() => {
    if (host.setData.length !== seen) [seen, since] = [host.setData.length, Date.now()]
    const answered = host.cloudCalls.length > 0 && host.cloudCalls.every((call) => call.receivedBytes > 0)
    return answered && Date.now() - since > REST_MS
  }, 30_000)
  if (host.warnings.length > 0) throw new Error(host.warnings.join('\n'))
  const size: ScreenSize = {
    bytes: host.setDataBytes(),
    calls: host.setData.length,
    cloudCalls: host.cloudCalls.length,
  }
  process.stdout.write(`\nSCREEN ${JSON.stringify(size)}\n`)
}

main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exitCode = 1
  })
  // timers of the page would keep the process
  .finally(() => process.exit())
