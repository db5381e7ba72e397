/** Many friends at once: every interleaving ends in exactly one coupon a card, and in no budget passed. */
import { sql } from 'kysely'
import type { MemberId } from '@/domain/ids'
import { dataOf, openShop, type Shop } from '../../support/functions'
import {
  anAsking,
  anAssistCampaign,
  expectAssistBooksAgree,
  friendsHelp,
  help,
  mine,
  start,
  type Asking,
} from '../../support/shop/assisting'

let shop: Shop
beforeAll(async () => {
  shop = await openShop({ embedded: false })
})
afterAll(() => shop.close())
afterEach(() => expectAssistBooksAgree(shop))

const many = <T>(n: number, work: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => work(i)))

/** How many went well, and the refusals of the others by code; a fault fails the test. */
const tally = (replies: readonly object[]) => {
  const counts: Record<string, number> = {}
  for (const reply of replies) {
    const { ok, refusal } = reply as { ok: boolean; refusal?: { code: string } }
    const name = ok ? 'ok' : (refusal?.code ?? `fault ${JSON.stringify(reply)}`)
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}
const couponsOf = async (memberId: MemberId, source: 'assist' | 'assist-helper') =>
  (
    await shop.deps.db
      .selectFrom('coupon')
      .select('id')
      .where('member_id', '=', memberId)
      .where('source', '=', source)
      .execute()
  ).length

test('two hundred friends tap at once: three count, one coupon is unlocked, nobody meets a fault', async () => {
  const asking = await anAsking(shop, await anAssistCampaign(shop))
  const people = await many(200, () => shop.aMember())
  const replies = await many(200, (i) => help(shop, asking, people[i] as MemberId))
  expect(tally(replies)).toEqual({ ok: 3, 'assist.unlocked': 197 })
  const card = await mine(shop, asking)
  expect(card).toMatchObject({
    state: 'unlocked',
    missing: 0,
    version: 3,
    coupon: { source: 'assist', state: 'claimed' },
  })
  expect(await couponsOf(asking.ownerId, 'assist')).toBe(1)
})

test('the last help of eight cards at once, and one coupon left: one unlocks, the others learn that it is sold out', async () => {
  const campaign = await anAssistCampaign(shop, { budget: 1 })
  const askings = await many(8, () => anAsking(shop, campaign))
  for (const asking of askings) await friendsHelp(shop, asking, 2)
  const people = await many(8, () => shop.aMember())
  const replies = await many(8, (i) => help(shop, askings[i] as Asking, people[i] as MemberId))
  expect(tally(replies)).toEqual({ ok: 1, 'assist.sold-out': 7 })
})

test('the coupon’s own budget holds as well, whatever the campaign says', async () => {
  const campaign = await anAssistCampaign(shop, { budget: 50, rewardBudget: 2, helpers: 1 })
  const askings = await many(10, () => anAsking(shop, campaign))
  const people = await many(10, () => shop.aMember())
  const replies = await many(10, (i) => help(shop, askings[i] as Asking, people[i] as MemberId))
  expect(tally(replies)).toEqual({ ok: 2, 'assist.sold-out': 8 })
})

test('the friends’ own coupons run out while they tap: every help counts all the same', async () => {
  const campaign = await anAssistCampaign(shop, { helpers: 4, helperBudget: 7 })
  const askings = await many(5, () => anAsking(shop, campaign))
  const people = await many(20, () => shop.aMember())
  const replies = await many(20, (i) => help(shop, askings[i % 5] as Asking, people[i] as MemberId))
  expect(tally(replies)).toEqual({ ok: 20 })
  const given = await many(20, (i) => couponsOf(people[i] as MemberId, 'assist-helper'))
  expect(given.reduce((sum, n) => sum + n, 0)).toBe(7)
})

test('one friend on six cards of one campaign at once helps once', async () => {
  const campaign = await anAssistCampaign(shop)
  const askings = await many(6, () => anAsking(shop, campaign))
  const friend = await shop.aMember()
  const replies = await many(6, (i) => help(shop, askings[i] as Asking, friend))
  expect(tally(replies)).toEqual({ ok: 1, 'assist.already-helped': 5 })
})

test('one friend on six campaigns at once helps three times that day', async () => {
  const askings = await many(6, async () => anAsking(shop, await anAssistCampaign(shop)))
  const friend = await shop.aMember()
  const replies = await many(6, (i) => help(shop, askings[i] as Asking, friend))
  expect(tally(replies)).toEqual({ ok: 3, 'assist.day-limit': 3 })
})

test('the same tap twenty times is one help and one coupon', async () => {
  const asking = await anAsking(shop, await anAssistCampaign(shop))
  const friend = await shop.aMember()
  const replies = await many(20, () => help(shop, asking, friend))
  expect(tally(replies)).toEqual({ ok: 20 })
  for (const reply of replies) expect(dataOf(reply)).toMatchObject({ card: { missing: 2 }, you: { hasHelped: true } })
  expect(await couponsOf(friend, 'assist-helper')).toBe(1)
})

test('starting twenty times at once is one card; an hour’s starts are never more than its cap', async () => {
  const campaign = await anAssistCampaign(shop, { startsPerHour: 5 })
  const owner = await shop.aMember()
  const cards = (await many(20, () => start(shop, campaign, owner))).map((reply) => dataOf(reply).id)
  expect(new Set(cards).size).toBe(1)
  const others = await many(12, () => shop.aMember())
  expect(tally(await many(12, (i) => start(shop, campaign, others[i] as MemberId)))).toEqual({
    ok: 4,
    'assist.busy': 8,
  })
})

test('the clock and the last friend meet: the card is unlocked with its coupon, or over without', async () => {
  const campaign = await anAssistCampaign(shop, { helpers: 1, lifeMinutes: 10 })
  const askings = await many(10, () => anAsking(shop, campaign))
  const people = await many(10, () => shop.aMember())
  shop.clock.advance(10 * 60_000 - 1)
  const taps = many(10, (i) => help(shop, askings[i] as Asking, people[i] as MemberId))
  shop.clock.advance(1)
  const [replies] = await Promise.all([taps, shop.call('jobs', 'run', {}, 'timer')])
  for (const [i, reply] of replies.entries())
    expect((await mine(shop, askings[i] as Asking)).state).toBe(reply.ok ? 'unlocked' : 'expired')
})

test('nothing of it was a deadlock', async () => {
  const { rows } = await sql<{ deadlocks: number }>`
    select deadlocks::int from pg_stat_database where datname = current_database()`.execute(shop.deps.db)
  expect(rows).toEqual([{ deadlocks: 0 }])
})
