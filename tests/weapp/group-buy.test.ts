/** 莉莉 has opened a group and sends its card into the chat: the compiled mini program opens it, and two taps take the seat. */
import { sharePath } from '@/domain/share/link'
import { GROUP_MESSAGE_TEMPLATE } from '@/domain/share/group-message'
import { budgets } from '../bench/size/budgets'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { asWechat, startServer, type ShopServer } from '../support/server'
import { payAt, productNamed, takeSeat, type Ask, type Seated } from '../support/server/neighbours'
import { createHost, type WeappHost } from '../support/weapp-host'

let database: TestDatabase
let server: ShopServer
let host: WeappHost
let seated: Seated
let code: string

const asks =
  (openid: string): Ask =>
  async (name, action, input) => {
    const reply = (await asWechat(server.url, openid)(name, { action, input })) as { ok: boolean; data: never }
    if (!reply.ok) throw new Error(`${name}.${action} ${JSON.stringify(reply)}`)
    return reply.data
  }

const requestPayment = async (params: Parameters<typeof payAt>[1]) => {
  const said = await payAt(server.url, params)
  if (!said.errMsg.endsWith(':ok')) throw Object.assign(new Error(said.errMsg), said)
  return said
}

beforeAll(async () => {
  database = await freshDatabase({ seeded: true })
  server = await startServer({ databaseUrl: database.url, seeded: false, container: true })
  const lili = asks('o-lili-who-opens')
  await lili('member', 'signIn', {})
  seated = await takeSeat(server.url, lili, '红颜草莓')
  code = ((await lili('group-buy', 'share', { groupId: seated.groupId, channel: 'chat' })) as { code: string }).code
  host = createHost({ cloud: asWechat(server.url, 'o-xiaomei-under-test'), wx: { requestPayment } })
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

test('the card opens the group in one call, within its budget, and says who, how many, how much, until when', async () => {
  const page = await host.open(sharePath(code, 'group'))
  await host.waitFor(() => page.has('.btn-fill'))
  expect(calls()).toEqual(['group-buy.open'])
  expect(host.setDataBytes()).toBeLessThan(budgets.firstScreen.card.budget)
  expect(host.setData.length).toBeLessThanOrEqual(budgets.setDataCalls.budget)
  for (const words of ['邀你一起拼', '2 人', '留给你', '后截止', '29', '单独购买', '参团'])
    expect(page.text()).toContain(words)
})

test('two taps take the seat and pay for it', async () => {
  host.reset()
  await host.top().tap('.dock .btn-fill')
  await says('付款 ¥29.90')
  expect(calls()).toContain('order.checkout')
  await host.top().tap('.sheet-foot .btn-fill')
  await says('在这个团里')
  expect(calls().filter((call) => call === 'order.place')).toHaveLength(1)
  expect(host.calls.filter(({ name }) => name === 'requestPayment')).toHaveLength(1)
  await says('还差 1 人')
})

/** What WeChat gets when they forward the page, once their own code has come; before that it is the card they came by. */
const ownCard = async (): Promise<Record<string, string>> => {
  for (const until = Date.now() + 10_000; Date.now() < until;) {
    const card = (await host.top().life('onShareAppMessage', { from: 'button' })) as Record<string, string>
    if (!card['path']?.includes(code)) return card
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the card never became their own')
}

test('their own card goes out as a message that counts up, and leads to the same group', async () => {
  const card = await ownCard()
  expect(card['title']).toContain('还差 1 人就成团')
  expect(card['path']).toMatch(/^\/packages\/group\/page\/index\?c=/)
  // the activity is made by a letter of the outbox: the page learns of it with its next look
  const updated = await host.waitFor(() => host.calls.find(({ name }) => name === 'updateShareMenu'))
  expect(updated?.argument).toMatchObject({
    isUpdatableMessage: true,
    templateInfo: {
      templateId: GROUP_MESSAGE_TEMPLATE,
      parameterList: [{ name: 'member_count' }, { name: 'room_limit', value: '3' }],
    },
  })
})

test('the last neighbour comes, and the page says so without being touched', async () => {
  const dawei = asks('o-dawei-the-third')
  await dawei('member', 'signIn', {})
  await takeSeat(server.url, dawei, '红颜草莓', seated.groupId)
  await says('拼成了')
})

test('a product with a campaign stays within its budget, with the neighbours’ groups on it', async () => {
  host.closeAll()
  host.reset()
  const { id } = await productNamed(asks('o-lili-who-opens'), '红颜草莓')
  const page = await host.open(`/packages/product/detail/index?id=${id}`)
  await host.waitFor(() => page.has('.open-group'))
  expect(page.text()).toContain('开 3 人团')
  expect(host.setDataBytes()).toBeLessThan(budgets.firstScreen.product.budget)
})
