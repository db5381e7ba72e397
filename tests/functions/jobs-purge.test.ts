/** What has served its turn goes once an hour; what says how money or goods went stays. */
import { sql } from 'kysely'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { dataOf, openShop, type Shop } from '../support/functions'
import { anAsking, anAssistCampaign, help } from '../support/shop/assisting'
import { aTemplate } from '../support/shop/deals'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const round = async () => dataOf(await shop.call('jobs', 'run', {}, 'timer')).reports
const purged = async () => (await round()).find((report) => report.job === 'purge')?.done ?? 0
const toTheHour = () => shop.clock.advance(HOUR - (shop.clock.now() % HOUR))
const count = async (table: string, where = 'true'): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${sql.table(table)} where ${sql.raw(where)}`.execute(shop.deps.db)
  return rows[0]?.n ?? 0
}

test('counts of an hour and of a day go when it is over, and not before', async () => {
  toTheHour()
  const asking = await anAsking(shop, await anAssistCampaign(shop, { helpers: 1 }))
  const [first, second] = [await shop.aMember(), await shop.aMember()]
  await help(shop, asking, first)
  await help(shop, asking, second)
  dataOf(await shop.call('coupon', 'claim', { templateId: await aTemplate(shop, { perDay: 5 }) }, first))
  await round()
  expect([await count('assist_hour'), await count('assist_try'), await count('coupon_day')]).toEqual([1, 1, 1])
  toTheHour()
  await round()
  expect([await count('assist_hour'), await count('assist_try'), await count('coupon_day')]).toEqual([0, 0, 1])
  shop.clock.advance(DAY)
  await round()
  expect(await count('coupon_day')).toBe(0)
})

test('letters that were done a week ago go, but not those of refunds and parcels, nor any that still waits or is dead', async () => {
  const old = new Date(shop.clock.now() - 8 * DAY)
  const letter = (topic: string, state: 'waiting' | 'done' | 'dead', done_at: Date | null) => ({
    store_id: shop.deps.storeId,
    id: shop.deps.newId('obx'),
    ...{ topic, state, done_at, payload: '{}', created_at: old, subject: 'old' },
    next_try_at: new Date(shop.clock.now() + DAY),
  })
  const fresh = new Date(shop.clock.now() - 6 * DAY)
  await shop.deps.db
    .insertInto('outbox')
    .values([
      letter('assist-card.draw', 'done', old),
      letter('assist-card.draw', 'done', fresh),
      letter('assist-card.draw', 'waiting', null),
      letter('assist-card.draw', 'dead', null),
      letter('refund.send', 'done', old),
      letter('shipping.upload', 'done', old),
    ])
    .execute()
  toTheHour()
  await round()
  expect(await count('outbox', `subject = 'old'`)).toBe(5)
})

test('visits go after 90 days and openings of cards after 180, as the privacy centre says', async () => {
  const [me, friend] = [await shop.aMember(), await shop.aMember()]
  const { productId } = await shop.aProduct()
  const { code } = dataOf(await shop.call('share', 'create', { productId, channel: 'chat' }, me))
  await shop.call('share', 'open', { code, scene: 1007 }, friend)
  const left = async () => [await count('product_visit'), await count('share_open')]
  const before = await left()
  expect(before.every((n) => n > 0)).toBe(true)
  shop.clock.advance(89 * DAY)
  toTheHour()
  await round()
  expect(await left()).toEqual(before)
  shop.clock.advance(2 * DAY)
  await round()
  expect(await left()).toEqual([0, before[1]])
  shop.clock.advance(90 * DAY)
  await round()
  expect(await left()).toEqual([0, 0])
})

test('a heap of thousands goes in batches within the round; the rest of the hour nothing is looked for', async () => {
  toTheHour()
  const hour = new Date(shop.clock.now() - 2 * HOUR)
  const heap = () =>
    sql`insert into assist_try (store_id, member_id, hour, tries)
      select ${shop.deps.storeId}, 'm' || n, ${hour}, 1 from generate_series(1, 2500) n`.execute(shop.deps.db)
  await heap()
  expect(await purged()).toBe(2500)
  await heap()
  shop.clock.advance(6 * MINUTE)
  expect(await purged()).toBe(0)
  toTheHour()
  expect(await purged()).toBe(2500)
})
