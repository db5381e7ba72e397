/** The whole shop killed with SIGKILL in the middle of two hundred purchases, and opened again. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import type { CallReply } from '@/contract/index'
import type { MemberId, PickupPointId, SkuId } from '@/domain/ids'
import { freePort } from '../../cloudfunctions/runtime/local/free-port'
import { startLocalCloud } from '../../cloudfunctions/runtime/local/cloud'
import { issueSession } from '../../cloudfunctions/runtime/session'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { builders } from '../support/shop/builders'

const ORDERS = 200
const AT_ONCE = 8

let dataDir: string
/** The same before and after: the stand-in sends its notices to where the shop was. */
let port: number
let base: TestDatabase | null
beforeAll(async () => {
  port = await freePort()
  dataDir = mkdtempSync(path.join(tmpdir(), 'quanji-kill-'))
  base = process.env['TEST_ENGINE'] === 'embedded' ? null : await freshDatabase()
})
afterAll(async () => {
  rmSync(dataDir, { recursive: true, force: true })
  await base?.drop()
})

const open = () =>
  startLocalCloud({ port, dataDir, databaseUrl: base?.url, quiet: true, timers: false, timeFactor: 0.0005 })

/** A shop with one product, twenty members and their sessions; closed again, so that the other process can open it. */
const stockShop = async () => {
  const cloud = await open()
  const { deps } = cloud
  await deps.db.insertInto('store').values({ id: deps.storeId, name: '晴川里鲜食' }).execute()
  const { aMember, aPickupPoint, aProduct } = builders(deps)
  const { skuIds } = await aProduct({
    skus: [
      { options: ['大'], stock: 500 },
      { options: ['小'], stock: 500 },
    ],
  })
  const pickupPointId = await aPickupPoint()
  const members: MemberId[] = []
  for (let i = 0; i < 20; i++) members.push(await aMember())
  const sessions = members.map((id) => issueSession(deps.config.SESSION_SECRET ?? '', id, deps.now()))
  await cloud.stop()
  return { skuIds, pickupPointId, sessions }
}
type Stocked = { skuIds: readonly SkuId[]; pickupPointId: PickupPointId; sessions: readonly string[] }

const spawnCloud = async (): Promise<{ child: ChildProcess; url: string }> => {
  const args = ['--import', 'tsx', 'tests/support/cloud-process.ts', String(port), dataDir, ...(base ? [base.url] : [])]
  const child = spawn(process.execPath, args, {
    cwd: path.resolve(__dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    child.once('exit', (code) => reject(new Error(`the cloud ended with ${code}`)))
  })
  return { child, url }
}

/** Buys until the shop is gone; answers what the shop said yes to. */
const buyMany = async (url: string, { skuIds, pickupPointId, sessions }: Stocked, onPlaced: (n: number) => void) => {
  const said = { placed: [] as string[], paid: [] as string[] }
  const post = async (to: string, body: unknown, session: string): Promise<unknown> => {
    const headers = { authorization: `Bearer ${session}`, 'content-type': 'application/json' }
    return (await fetch(`${url}${to}`, { method: 'POST', body: JSON.stringify(body), headers })).json()
  }
  const buy = async (i: number): Promise<void> => {
    const session = sessions[i % sessions.length] ?? ''
    const input = {
      requestId: `purchase-number-${String(i).padStart(4, '0')}`,
      basket: skuIds.map((skuId) => ({ skuId, quantity: 1 })),
      delivery: { kind: 'pickup', pickupPointId },
      totalFen: 3_980,
    }
    const placed = (await post('/cloud/order', { action: 'place', input }, session)) as CallReply<'order', 'place'>
    if (!placed.ok) throw new Error(JSON.stringify(placed))
    onPlaced(said.placed.push(placed.data.orderId))
    const start = { action: 'start', input: { orderId: placed.data.orderId } }
    const started = (await post('/cloud/payment', start, session)) as CallReply<'payment', 'start'>
    if (!started.ok) throw new Error(JSON.stringify(started))
    const prepayId = started.data.params.package.slice('prepay_id='.length)
    const sheet = await post('/standin/wechat-pay/pay', { prepayId, outcome: 'success' }, session)
    if ((sheet as { outcome?: string }).outcome === 'success') said.paid.push(placed.data.orderId)
  }
  let next = 0
  const shopper = async (): Promise<void> => {
    while (next < ORDERS) await buy(next++)
  }
  await Promise.allSettled(Array.from({ length: AT_ONCE }, shopper))
  return said
}

test('no order without its hold, no hold without its order, and no payment lost', async () => {
  const stocked = await stockShop()
  const { child, url } = await spawnCloud()
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const said = await buyMany(url, stocked, (n) => {
    if (n === ORDERS / 2) child.kill('SIGKILL')
  })
  await gone
  expect(said.placed.length).toBeGreaterThanOrEqual(ORDERS / 2)
  expect(said.placed.length).toBeLessThan(ORDERS)
  expect(said.paid.length).toBeGreaterThan(0)

  const cloud = await open()
  const { db } = cloud.deps
  const rows = async <R>(query: string): Promise<R[]> => (await sql.raw<R>(query).execute(db)).rows
  // the stand-in sends again what was not acknowledged, as WeChat Pay does
  await cloud.desks?.pay.settled()
  for (let i = 0; i < 200; i++) {
    const unpaid = await rows<{ n: number }>(
      `select count(*)::int as n from orders where money = 'unpaid' and id = any('{${said.paid.join(',')}}')`,
    )
    if (unpaid[0]?.n === 0) break
    await new Promise((resolve) => setTimeout(resolve, 25))
  }

  const orders = await rows<{ id: string; money: string }>('select id, money from orders')
  const ids = new Set(orders.map(({ id }) => id))
  expect(said.placed.filter((id) => !ids.has(id))).toEqual([])
  expect(said.paid.filter((id) => orders.find((order) => order.id === id)?.money !== 'paid')).toEqual([])
  // two lines, two holds, one attempt to pay, a first event: all of an order or nothing
  const torn = await rows(`
    select o.id from orders o where
      (select count(*) from order_line l where l.order_id = o.id) <> 2 or
      (select count(*) from stock_movement m where m.order_id = o.id and m.kind = 'held') <> 2 or
      (select count(*) from payment p where p.order_id = o.id) <> 1 or
      (select count(*) from order_event e where e.order_id = o.id) <> o.event_count`)
  expect(torn).toEqual([])
  expect(
    await rows(`select 1 from stock_movement where order_id is not null and order_id not in (select id from orders)`),
  ).toEqual([])
  const { availableOf, ledgerOf } = builders(cloud.deps)
  for (const skuId of stocked.skuIds) {
    expect(await availableOf(skuId)).toBe(500 - orders.length)
    expect(await ledgerOf(skuId)).toBe(500 - orders.length)
  }
  await cloud.stop()
})
