/** Somebody who asked or helped deletes themselves: the help counts on, the card ends, and no row says who they were. */
import { sql } from 'kysely'
import type { MemberId } from '@/domain/ids'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { anAsking, anAssistCampaign, friendsHelp, help, mine } from '../../support/shop/assisting'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const leave = async (memberId: MemberId) =>
  dataOf(await shop.call('member', 'deleteMe', { confirm: 'delete' }, memberId))

const rowsOf = async (memberId: MemberId): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select (
    (select count(*) from assist_card where member_id = ${memberId}) +
    (select count(*) from assist_help where helper_id = ${memberId}) +
    (select count(*) from assist_try where member_id = ${memberId}) +
    (select count(*) from flash_buyer where member_id = ${memberId}))::int as n`.execute(shop.deps.db)
  return rows[0]?.n ?? -1
}

test('a card that still collects is over: its friends read so, its picture and messages are told, nobody can help', async () => {
  const asking = await anAsking(shop, await anAssistCampaign(shop))
  await friendsHelp(shop, asking, 1)
  const [before] = await lettersOf(asking.cardId)
  await leave(asking.ownerId)
  expect(await rowsOf(asking.ownerId)).toBe(0)
  const [after] = await lettersOf(asking.cardId)
  expect((after?.n ?? 0) - (before?.n ?? 0)).toBe(2)
  const friend = await shop.aMember()
  expect(dataOf(await shop.call('assist', 'open', { code: asking.code }, friend))).toMatchObject({
    card: { state: 'expired', helpers: [{}] },
    owner: { name: '*', isYou: false },
  })
  expect(refusalOf(await help(shop, asking, friend)).code).toBe('assist.over')
})

const lettersOf = async (cardId: string) =>
  (await sql<{ n: number }>`select count(*)::int as n from outbox where subject = ${cardId}`.execute(shop.deps.db)).rows

test('friends who left still count, each as somebody of their own, and the card is unlocked by the next', async () => {
  const campaign = await anAssistCampaign(shop)
  const asking = await anAsking(shop, campaign)
  const friends = await friendsHelp(shop, asking, 2)
  for (const friend of friends) await leave(friend)
  for (const friend of friends) expect(await rowsOf(friend)).toBe(0)
  expect(await mine(shop, asking)).toMatchObject({ missing: 1, helpers: [{ name: '*' }, { name: '*' }] })
  await friendsHelp(shop, asking, 1)
  expect(await mine(shop, asking)).toMatchObject({ state: 'unlocked', coupon: { state: 'claimed' } })
})

test('taps of somebody who left are not counted against anybody', async () => {
  const asking = await anAsking(shop, await anAssistCampaign(shop, { helpers: 1 }))
  await friendsHelp(shop, asking, 1)
  const friend = await shop.aMember()
  await help(shop, asking, friend)
  expect(await rowsOf(friend)).toBe(1)
  await leave(friend)
  expect(await rowsOf(friend)).toBe(0)
})
