/** Opened from Moments (scene 1154) WeChat shows one page that can only be read: no sign-in, no tabs, no payment. */
import { sharePath } from '@/domain/share/link'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { asWechat, startServer, type ShopServer } from '../support/server'
import { createHost, type WeappHost } from '../support/weapp-host'

const MOMENTS = 1154
let database: TestDatabase
let server: ShopServer
let host: WeappHost
let code = ''

const dataOf = (reply: unknown): never => (reply as { data: never }).data

beforeAll(async () => {
  database = await freshDatabase({ seeded: true })
  server = await startServer({ databaseUrl: database.url, seeded: false, container: true })
  const lili = asWechat(server.url, 'o-lili-who-shares')
  await lili('member', { action: 'signIn', input: {} })
  const home = dataOf(await lili('feed', { action: 'home', input: {} })) as { feed: { items: { id: string }[] } }
  const productId = home.feed.items[0]?.id
  const share = await lili('share', { action: 'create', input: { productId, channel: 'timeline' } })
  code = (dataOf(share) as { code: string }).code
  const answer = { path: '', query: {}, scene: MOMENTS, shareTicket: '', referrerInfo: {} }
  // from Moments WeChat knows nobody: the call comes without an openid
  host = createHost({
    cloud: asWechat(server.url, ''),
    wx: { getEnterOptionsSync: () => answer, getLaunchOptionsSync: () => answer },
  })
  host.launch({ scene: MOMENTS })
})
afterAll(async () => {
  host.closeAll()
  await server.stop()
  await database.drop()
})

test('the product is there to read, from one call that needs no identity, and nothing invites to buy', async () => {
  const page = await host.open(sharePath(code))
  await host.waitFor(() => page.has('.moments'))
  expect(page.text()).toContain('¥')
  expect(page.has('.btn-fill')).toBe(false)
  // longer than the page waits before it makes a code for whoever is known
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(host.cloudCalls.map(({ name, action }) => `${name}.${action}`)).toEqual(['share.open'])
  expect(host.calls.map(({ name }) => name)).not.toContain('login')
  expect(host.warnings).toEqual([])
})
