/** 数据库没了：说“忙，稍后再试”，不说别的；数据库回来，店自己就好了，谁也不用重启它。 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startLocalCloud, type LocalCloud } from '../../cloudfunctions/runtime/local/cloud'
import { startPostgres, type PostgresServer } from '../support/postgres/server'
import { builders } from '../support/shop/builders'
import { requestId } from '../support/shop/buying'

let postgres: PostgresServer
let cloud: LocalCloud
let dataDir: string

beforeAll(async () => {
  // a server that forgets what it has committed would be another story
  postgres = await startPostgres({ fsync: 'off', autovacuum: 'off' })
  dataDir = mkdtempSync(path.join(tmpdir(), 'quanji-gone-'))
  cloud = await startLocalCloud({
    port: 0,
    dataDir,
    databaseUrl: postgres.urlOf('postgres'),
    quiet: true,
    container: true,
    prepare: async ({ db, storeId }) =>
      void (await db.insertInto('store').values({ id: storeId, name: '晴川里鲜食' }).execute()),
  })
})
afterAll(async () => {
  await cloud.stop()
  await postgres.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

type Reply = { ok: boolean; data?: Record<string, unknown>; refusal?: object; fault?: object }

const ask = async (name: string, action: string, input: object = {}): Promise<{ status: number; reply: Reply }> => {
  const response = await fetch(`${cloud.url}/cloud/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-source': 'wx_client', 'x-wx-openid': 'o-xiaomei' },
    body: JSON.stringify({ action, input }),
  })
  return { status: response.status, reply: (await response.json()) as Reply }
}
const health = async () => {
  const response = await fetch(`${cloud.url}/healthz`)
  return { status: response.status, body: (await response.json()) as unknown }
}
const untilHealthy = async (): Promise<void> => {
  for (const until = Date.now() + 20_000; Date.now() < until;) if ((await health()).status === 200) return
  throw new Error('the shop did not come back by itself')
}

const BUSY = {
  status: 503,
  reply: { ok: false, fault: { code: 'busy', requestId: expect.any(String), retryable: true } },
}

test('数据库停了两回：读写都答“忙”，健康检查 503；回来以后同一张单接着下', async () => {
  expect((await ask('member', 'signIn')).reply.ok).toBe(true)
  const shop = builders(cloud.deps)
  const { skuId } = await shop.aProduct({ skus: [{ priceFen: 1000, stock: 10 }] })
  const pickupPointId = await shop.aPickupPoint()
  const order = {
    requestId: requestId(),
    basket: [{ skuId, quantity: 1 }],
    delivery: { kind: 'pickup', pickupPointId },
    totalFen: 1000,
  }
  expect(await health()).toEqual({ status: 200, body: { ready: true, database: 'server' } })

  for (const round of [1, 2]) {
    await postgres.halt()
    // the first question meets the broken connections of the pool, the later ones a closed port
    for (const [name, action, input] of [
      ['feed', 'home', {}],
      ['cart', 'view', {}],
      ['order', 'place', order],
      ['order', 'list', {}],
      ['payment', 'start', { orderId: 'ord_0000000000aa' }],
    ] as const)
      expect({ round, action, ...(await ask(name, action, input)) }).toEqual({ round, action, ...BUSY })
    expect(await health()).toEqual({ status: 503, body: { ready: false, database: 'gone' } })
    await postgres.resume()
    await untilHealthy()
    const { reply } = await ask('order', 'place', order)
    expect({ round, ...reply }).toEqual({ round, ok: true, data: expect.objectContaining({ isRepeat: round > 1 }) })
  }
  expect([await shop.availableOf(skuId), await shop.ledgerOf(skuId)]).toEqual([9, 9])
})

test('正在飞的请求遇上断库，也只会是“忙”或已经办好，没有第三种', async () => {
  const burst = Promise.all(Array.from({ length: 60 }, () => ask('order', 'list')))
  await postgres.halt()
  for (const { reply } of await burst) if (!reply.ok) expect(reply).toEqual(BUSY.reply)
  await postgres.resume()
  await untilHealthy()
  expect((await ask('order', 'list')).reply.ok).toBe(true)
})
