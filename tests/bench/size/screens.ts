/** The three screens that people see first, drawn by the compiled mini program from the demo shop. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { ActionName, CallInput, CallOutput, FunctionName } from '@/contract/index'
import { sharePath } from '@/domain/share/link'
import { asWechat, startServer } from '../../support/server'
import type { ScreenName, ScreenSize } from './report'

const PROGRAM = path.join(__dirname, 'screen.ts')
const SHARER = 'o-who-shares'
const FRIEND = 'o-who-looks'

/** `words` stand on the page once it is drawn. */
const measure = (shop: string, page: string, words: string): ScreenSize => {
  const command = ['--import', 'tsx', PROGRAM, shop, page, FRIEND, words]
  const { stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', timeout: 60_000 })
  const seen = /^SCREEN (.*)$/m.exec(stdout)?.[1]
  if (!seen) throw new Error(`${page} did not come to rest:\n${stderr.slice(-2000)}`)
  return JSON.parse(seen) as ScreenSize
}

/** One call as the member who shares, through the same door as the mini program. */
const askAsSharer =
  (shop: string) =>
  async <F extends FunctionName, A extends ActionName<F>>(name: F, action: A, input: CallInput<F, A>) => {
    const reply = (await asWechat(shop, SHARER)(name, { action, input })) as { ok: boolean; data: CallOutput<F, A> }
    if (!reply.ok) throw new Error(`${name}.${action}: ${JSON.stringify(reply)}`)
    return reply.data
  }

export const measureScreens = async (): Promise<Record<ScreenName, ScreenSize>> => {
  const shop = await startServer({ container: true })
  try {
    const ask = askAsSharer(shop.url)
    await ask('member', 'signIn', {})
    const [first] = (await ask('feed', 'home', {})).feed.items
    if (!first) throw new Error('the demo shop has no feed')
    const { code } = await ask('share', 'create', { productId: first.id, channel: 'chat' })
    return {
      feed: measure(shop.url, '/pages/home/index', '¥'),
      product: measure(shop.url, `/packages/product/detail/index?id=${first.id}`, first.title),
      card: measure(shop.url, sharePath(code), first.title),
    }
  } finally {
    await shop.stop()
  }
}
