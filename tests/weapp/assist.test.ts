/** 莉莉 asks for help and sends her card into the chat: the compiled mini program opens it, and one tap helps. */
import { sharePath } from '@/domain/share/link'
import { budgets } from '../bench/size/budgets'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { asWechat, startServer, type ShopServer } from '../support/server'
import { createHost, type WeappHost } from '../support/weapp-host'

let database: TestDatabase
let server: ShopServer
let host: WeappHost
let code: string

const ask = async (name: string, action: string, input: object): Promise<never> => {
  const reply = (await asWechat(server.url, 'o-lili-who-asks')(name, { action, input })) as { ok: boolean; data: never }
  if (!reply.ok) throw new Error(`${name}.${action} ${JSON.stringify(reply)}`)
  return reply.data
}

beforeAll(async () => {
  database = await freshDatabase({ seeded: true })
  server = await startServer({ databaseUrl: database.url, seeded: false, container: true })
  const { campaigns } = (await ask('assist', 'campaigns', {})) as { campaigns: { id: string }[] }
  const { id } = (await ask('assist', 'start', { campaignId: campaigns[0]?.id })) as { id: string }
  code = ((await ask('assist', 'share', { cardId: id, channel: 'chat' })) as { code: string }).code
  host = createHost({ cloud: asWechat(server.url, 'o-friend-under-test') })
  host.launch({ scene: 1008 })
})
afterAll(async () => {
  host.closeAll()
  await server.stop()
  await database.drop()
})
afterEach(() => expect(host.warnings).toEqual([]))

const calls = () => host.cloudCalls.map(({ name, action }) => `${name}.${action}`)
const says = (words: string) =>
  host.waitFor(() => {
    const text = host.top().text()
    if (!text.includes(words)) throw new Error(`${host.top().route} doesn't say ${words}: ${text}`)
    return true
  })

test('the card opens in one call, within its budget, and says everything before the tap', async () => {
  const page = await host.open(sharePath(code, 'assist'))
  await host.waitFor(() => page.has('.btn-fill'))
  expect(calls()).toEqual(['assist.open'])
  expect(host.setDataBytes()).toBeLessThan(Math.min(budgets.firstScreen.card.budget, 10 * 1024))
  expect(host.setData.length).toBeLessThanOrEqual(budgets.setDataCalls.budget)
  for (const words of ['想请你帮个忙', '1 次助力', '不替你转发', '新邻居券', '完整规则', '先逛逛'])
    expect(page.text()).toContain(words)
})

test('nothing of it can go to Moments', async () => {
  expect(await host.top().life('onShareTimeline')).toBeUndefined()
})

test('one tap helps, thanks, and leaves a coupon', async () => {
  host.reset()
  await host.top().tap('.dock .btn-fill')
  await says('谢谢你帮了')
  await says('你的券到了')
  expect(calls().filter((call) => call === 'assist.help')).toHaveLength(1)
})

test('one’s own card goes out by a still button, and leads to where friends tap', async () => {
  const mine = asWechat(server.url, 'o-friend-under-test')
  const { campaigns } = (await ask('assist', 'campaigns', {})) as { campaigns: { id: string }[] }
  const started = (await mine('assist', { action: 'start', input: { campaignId: campaigns[0]?.id } })) as {
    data: { id: string }
  }
  host.reset()
  await host.open(`/packages/assist/card/index?id=${started.data.id}`)
  await says('0 / 3 位已助力')
  await host.waitFor(() => host.top().has('.dock .btn-line'))
  const card = (await host.top().life('onShareAppMessage', { from: 'button' })) as Record<string, string>
  expect(card['path']).toMatch(/^\/packages\/assist\/landing\/index\?c=[0-9A-Za-z]{12}$/)
  expect(card['title']).toBe('帮我点一下，攒一张 ¥8 果蔬券')
})
