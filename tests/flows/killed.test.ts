/** 两百张单正下到一半，进程被 SIGKILL；重开以后：货和单对得上，钱一笔不少，同一个请求还是同一张单；拼到一半的团照样成团。 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import type { StoreId } from '@/domain/ids'
import type { Db } from '../../cloudfunctions/runtime/db/connect'
import { connectPglite } from '../../cloudfunctions/runtime/db/connect'
import { openShop } from '../support/functions'
import { startServer, type ShopServer } from '../support/server'
import { builders } from '../support/shop/builders'
import { aCampaign, expectBooksAgree, type Campaign } from '../support/shop/group-buying'
import { countingId, testClock } from '../support/shop/clock'
import { migratedSnapshot } from '../support/shop/snapshot'

const ORDERS = 200
const AT_ONCE = 16
const SKUS = 6
const STOCK = 500
const STORE = 'sto_0000000001' as StoreId

type Builders = ReturnType<typeof builders>
type Goods = { skuIds: string[]; pickupPointId: string }

const goodsOf = async (shop: Builders): Promise<Goods> => {
  const skus = Array.from({ length: SKUS }, (_, n) => ({ options: [`${n}`], priceFen: 100 * (n + 1), stock: STOCK }))
  const { skuIds } = await shop.aProduct({ skus })
  return { skuIds, pickupPointId: await shop.aPickupPoint() }
}

type Wish = { openid: string; input: { requestId: string; basket: { skuId: string; quantity: number }[] } & object }

/** Two lines an order; few orders a person, because nobody may hold many unpaid ones. */
const wishesFor = ({ skuIds, pickupPointId }: Goods): Wish[] =>
  Array.from({ length: ORDERS }, (_, n) => {
    const [a, b] = [n % SKUS, (n + 1) % SKUS]
    const basket = [a, b].map((k) => ({ skuId: skuIds[k] ?? '', quantity: 1 }))
    const delivery = { kind: 'pickup', pickupPointId }
    const totalFen = 100 * (a + 1 + b + 1)
    return {
      openid: `o-neighbour-${n}`,
      input: { requestId: randomBytes(12).toString('hex'), basket, delivery, totalFen },
    }
  })

type Reply = {
  ok: boolean
  data: Record<string, unknown> & { orderId: string; groupId: string; params: { package: string } }
}

/** One call; null where the line broke before the answer came. */
const askAt =
  (url: string) =>
  async (openid: string, name: string, action: string, input: object): Promise<Reply | null> => {
    try {
      const headers = { 'content-type': 'application/json', 'x-wx-source': 'wx_client', 'x-wx-openid': openid }
      const body = JSON.stringify({ action, input })
      return (await (await fetch(`${url}/cloud/${name}`, { method: 'POST', headers, body })).json()) as Reply
    } catch {
      return null
    }
  }

/** Goes as far as the shop lives: place, open the pay sheet, pay. Notes what was promised. */
const buy = async (url: string, { openid, input }: Wish, placed: Map<string, string>): Promise<void> => {
  const ask = askAt(url)
  if (!(await ask(openid, 'member', 'signIn', {}))) return
  const order = await ask(openid, 'order', 'place', input)
  if (!order) return
  if (!order.ok) throw new Error(`not placed: ${JSON.stringify(order)}`)
  placed.set(input.requestId, order.data.orderId)
  const sheet = await ask(openid, 'payment', 'start', { orderId: order.data.orderId })
  if (!sheet?.ok) return
  const prepayId = sheet.data.params.package.replace('prepay_id=', '')
  const body = JSON.stringify({ prepayId, outcome: 'success' })
  const headers = { 'content-type': 'application/json' }
  await fetch(`${url}/standin/wechat-pay/pay`, { method: 'POST', headers, body }).catch(() => undefined)
}

const eachOf = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

type PaidOrder = { outTradeNo: string; state: string }
const paidAtStandin = async (url: string): Promise<string[]> => {
  const said = (await (await fetch(`${url}/standin/wechat-pay/control`)).json()) as { orders: PaidOrder[] }
  return said.orders
    .filter(({ state }) => state === 'SUCCESS')
    .map(({ outTradeNo }) => outTradeNo)
    .sort()
}

/** What must hold at any moment, with or without a crash: no hold without order, no order without hold. */
const expectBooksInOrder = async (db: Db, skuIds: readonly string[]): Promise<void> => {
  const { rows: shelves } = await sql<object>`
    select s.sku_id as sku, sum(s.available)::int as available,
      (select sum(m.quantity)::int from stock_movement m where m.sku_id = s.sku_id) as ledger,
      (select ${STOCK}::int - coalesce(sum(l.quantity), 0)::int from order_line l join orders o
        on o.store_id = l.store_id and o.id = l.order_id where l.sku_id = s.sku_id and o.trade <> 'cancelled') as sold
    from stock s where s.sku_id = any(${sql.val([...skuIds])}) group by s.sku_id`.execute(db)
  expect(shelves).toHaveLength(skuIds.length)
  for (const shelf of shelves as { available: number; ledger: number; sold: number }[])
    expect([shelf.ledger, shelf.sold]).toEqual([shelf.available, shelf.available])
  const { rows: odd } = await sql<object>`
    with holds as (select order_id, sku_id, -sum(quantity)::int as held from stock_movement
      where kind = 'held' group by 1, 2),
    lines as (select order_id, sku_id, sum(quantity)::int as wanted from order_line group by 1, 2)
    select * from holds full join lines using (order_id, sku_id) where held is distinct from wanted`.execute(db)
  expect(odd).toEqual([])
  const { rows: halves } = await sql<object>`
    select o.id from orders o where not exists (select from order_line l where l.order_id = o.id)
      or not exists (select from order_event e where e.order_id = o.id and e.event->>'kind' = 'placed')
      or not exists (select from payment p where p.order_id = o.id)`.execute(db)
  expect(halves).toEqual([])
}

const paidInBooks = async (db: Db): Promise<string[]> => {
  const rows = await db.selectFrom('payment').select('out_trade_no').where('state', '=', 'paid').execute()
  return rows.map((row) => row.out_trade_no).sort()
}

const crash = async (shop: ShopServer, wishes: readonly Wish[]): Promise<Map<string, string>> => {
  const placed = new Map<string, string>()
  let killed: Promise<void> | undefined
  await eachOf(wishes, async (wish) => {
    await buy(shop.url, wish, placed)
    if (placed.size >= wishes.length / 2) killed ??= shop.kill()
  })
  await killed
  expect(placed.size).toBeGreaterThanOrEqual(wishes.length / 2)
  expect(placed.size).toBeLessThan(wishes.length)
  return placed
}

/** After the restart: everybody tries again with the request they had, and everybody pays. */
const finish = async (
  shop: ShopServer,
  wishes: readonly Wish[],
  before: ReadonlyMap<string, string>,
): Promise<void> => {
  const after = new Map<string, string>()
  await eachOf(wishes, (wish) => buy(shop.url, wish, after))
  expect(after.size).toBe(wishes.length)
  expect(new Set(after.values()).size).toBe(wishes.length)
  for (const [request, order] of before) expect(after.get(request)).toBe(order)
  const ask = askAt(shop.url)
  await eachOf(wishes, async ({ openid, input }) => {
    const orderId = after.get(input.requestId) ?? ''
    expect(await ask(openid, 'payment', 'check', { orderId })).toMatchObject({ ok: true, data: { isPaid: true } })
  })
}

const portOf = (shop: ShopServer): number => Number(new URL(shop.url).port)

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'quanji-killed-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))

test('在 PostgreSQL 上', async () => {
  const shop = await openShop({ embedded: false })
  const goods = await goodsOf(shop)
  const wishes = wishesFor(goods)
  const options = { databaseUrl: shop.url ?? '', seeded: false, container: true, dataDir }
  const first = await startServer(options)
  const placed = await crash(first, wishes)
  await expectBooksInOrder(shop.deps.db, goods.skuIds)

  const second = await startServer({ ...options, port: portOf(first) })
  try {
    const known = await paidAtStandin(second.url)
    expect(known.length).toBeGreaterThan(0)
    await finish(second, wishes, placed)
    await expectBooksInOrder(shop.deps.db, goods.skuIds)
    const paid = await paidInBooks(shop.deps.db)
    expect(paid).toEqual(await paidAtStandin(second.url))
    expect(paid).toEqual(expect.arrayContaining(known))
    expect(paid).toHaveLength(ORDERS)
  } finally {
    await second.stop()
    await shop.close()
  }
})

const GROUPS = 20

const groupWish = (openid: string, campaign: Campaign, group: object): Wish => ({
  openid,
  input: {
    requestId: randomBytes(12).toString('hex'),
    basket: [{ skuId: campaign.skuId, quantity: 1 }],
    delivery: { kind: 'pickup', pickupPointId: campaign.pickupPointId },
    totalFen: campaign.priceFen,
    group,
  } as Wish['input'],
})

/** Open groups of three, each with its opener's payment confirmed. */
const openGroups = async (url: string, campaign: Campaign): Promise<string[]> => {
  const ask = askAt(url)
  const openers = Array.from({ length: GROUPS }, (_, n) =>
    groupWish(`o-opener-${n}`, campaign, { kind: 'open', campaignId: campaign.campaignId }),
  )
  const groupIds: string[] = []
  await eachOf(openers, async (wish) => {
    await buy(url, wish, new Map())
    const order = await ask(wish.openid, 'order', 'place', wish.input)
    if (!order?.ok) throw new Error(`not opened: ${JSON.stringify(order)}`)
    groupIds.push(order.data.groupId)
    const { orderId } = order.data
    expect(await ask(wish.openid, 'payment', 'check', { orderId })).toMatchObject({ data: { isPaid: true } })
  })
  return groupIds
}

test('在 PostgreSQL 上，付款正一笔笔进团', async () => {
  const shop = await openShop({ embedded: false })
  const campaign = await aCampaign(shop, { size: 3, stock: STOCK })
  const [starts_at, ends_at] = [new Date('2020-01-01'), new Date('2120-01-01')]
  await shop.deps.db.updateTable('group_campaign').set({ starts_at, ends_at }).execute()
  const options = { databaseUrl: shop.url ?? '', seeded: false, container: true, dataDir }
  const first = await startServer(options)
  const groupIds = await openGroups(first.url, campaign)
  const wishes = Array.from({ length: 2 * GROUPS }, (_, n) =>
    groupWish(`o-friend-${n}`, campaign, { kind: 'join', groupId: groupIds[n % GROUPS] }),
  )
  const placed = await crash(first, wishes)
  await expectBooksAgree(shop)

  const second = await startServer({ ...options, port: portOf(first) })
  try {
    await finish(second, wishes, placed)
    await expectBooksAgree(shop)
    expect(await paidInBooks(shop.deps.db)).toEqual(await paidAtStandin(second.url))
    const groups = await shop.deps.db.selectFrom('group_buy').select(['state', 'confirmed']).execute()
    expect(groups).toEqual(groupIds.map(() => ({ state: 'full', confirmed: 3 })))
    const trades = await shop.deps.db.selectFrom('orders').select('trade').distinct().execute()
    expect(trades).toEqual([{ trade: 'fulfilling' }])
  } finally {
    await second.stop()
    await shop.close()
  }
})

/** Only one process may have the folder open: we before the shop and after it. */
const withFolder = async <T>(work: (db: Db) => Promise<T>, snapshot?: Blob): Promise<T> => {
  const database = await connectPglite(path.join(dataDir, 'database'), snapshot)
  try {
    return await work(database.db)
  } finally {
    await database.close()
  }
}

test('在自带的数据库上：文件夹重新打得开，账还是平的', async () => {
  const clock = testClock()
  const goods = await withFolder(
    async (db) => {
      await db.insertInto('store').values({ id: STORE, name: '晴川里鲜食' }).execute()
      return goodsOf(builders({ db, storeId: STORE, now: clock.now, newId: countingId(clock) } as never))
    },
    await migratedSnapshot(),
  )
  const wishes = wishesFor(goods)
  const options = { seeded: false, container: true, dataDir }
  const first = await startServer(options)
  const placed = await crash(first, wishes)
  await withFolder((db) => expectBooksInOrder(db, goods.skuIds))

  const second = await startServer({ ...options, port: portOf(first) })
  await finish(second, wishes, placed)
  const known = await paidAtStandin(second.url)
  await second.stop()
  await withFolder(async (db) => {
    await expectBooksInOrder(db, goods.skuIds)
    expect(await paidInBooks(db)).toEqual(known)
    expect(known).toHaveLength(ORDERS)
  })
})
