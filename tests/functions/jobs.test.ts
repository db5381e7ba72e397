/** The shop's clock: one round of everything that is due, whatever is the matter with one of its jobs. */
import { MINUTE } from '@/domain/time'
import { sql } from 'kysely'
import { enqueue } from '../../cloudfunctions/runtime/outbox'
import { dataOf, openShop, type Shop } from '../support/functions'
import { aPlacedOrder } from '../support/shop/buying'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const rename = (from: string, to: string) =>
  sql`alter table ${sql.table(from)} rename to ${sql.table(to)}`.execute(shop.deps.db)

test('a job that breaks is told as failed and holds up none of the others', async () => {
  const order = await aPlacedOrder(shop)
  shop.clock.advance(31 * MINUTE)
  await rename('assist_card', 'assist_card_away')
  const { reports } = dataOf(await shop.call('jobs', 'run', {}, 'timer'))
  await rename('assist_card_away', 'assist_card')
  expect(reports).toContainEqual({ job: 'expire-assists', done: 0, failed: 1 })
  expect(reports).toContainEqual({ job: 'expire-orders', done: 1, failed: 0 })
  expect(await shop.availableOf(order.skuId)).toBe(100)
})

test('a round works through all letters that are due, so that a refund never waits for a thousand reminders', async () => {
  for (let n = 0; n < 120; n++) await enqueue(shop.deps.db, shop.deps, { topic: 'group.settle', subject: `grp_${n}` })
  const { reports } = dataOf(await shop.call('jobs', 'run', {}, 'timer'))
  expect(reports).toContainEqual({ job: 'outbox', done: 120, failed: 0 })
})

test('a crowd that did not pay gives the whole shelf back in one round', async () => {
  const orders = []
  for (let n = 0; n < 120; n++) orders.push(await aPlacedOrder(shop))
  shop.clock.advance(31 * MINUTE)
  const { reports } = dataOf(await shop.call('jobs', 'run', {}, 'timer'))
  expect(reports).toContainEqual({ job: 'expire-orders', done: 120, failed: 0 })
  for (const { skuId } of orders.slice(-3)) expect(await shop.availableOf(skuId)).toBe(100)
})
