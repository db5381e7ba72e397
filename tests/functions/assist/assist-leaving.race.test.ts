/** Owners and friends delete themselves while friends tap: a card ends or is unlocked, and what was had counts on. */
import { sql } from 'kysely'
import type { MemberId } from '@/domain/ids'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { anAsking, anAssistCampaign, friendsHelp, help, start } from '../../support/shop/assisting'

let shop: Shop
beforeAll(async () => {
  shop = await openShop({ embedded: false })
})
afterAll(async () => {
  // who waits for whom is the same everywhere: the server never had to choose a victim
  const { rows } = await sql<{ deadlocks: number }>`
    select deadlocks::int from pg_stat_database where datname = current_database()`.execute(shop.deps.db)
  expect(rows).toEqual([{ deadlocks: 0 }])
  await shop.close()
})

const leave = (memberId: MemberId) => shop.call('member', 'deleteMe', { confirm: 'delete' }, memberId)
const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('the owner leaves while the last friend taps: a coupon that came in time counts for who comes back', async () => {
  let unlocked = 0
  for (let round = 0; round < 16; round++) {
    const campaign = await anAssistCampaign(shop, { helpers: 2 })
    const openid = `o-owner-${round}`
    const asking = await anAsking(shop, campaign, await shop.aMember({ openid }))
    await friendsHelp(shop, asking, 1)
    const friend = await shop.aMember()
    const [helped, left] = await Promise.all([
      help(shop, asking, friend),
      soon(round % 8).then(() => leave(asking.ownerId)),
    ])
    expect(left.ok).toBe(true)
    if (!helped.ok) expect(refusalOf(helped).code).toBe('assist.over')
    const again = await start(shop, campaign, { openid })
    if (helped.ok) expect(refusalOf(again).code).toBe('assist.had-one')
    else expect(again.ok).toBe(true)
    const had = await shop.deps.db
      .selectFrom('coupon')
      .select('state')
      .where('template_id', '=', campaign.templateId)
      .execute()
    expect(had).toEqual(helped.ok ? [{ state: 'voided' }] : [])
    unlocked += Number(helped.ok)
  }
  expect(unlocked).toBeGreaterThan(0)
})

test('twenty friends who helped the same cards leave at once, while others tap', async () => {
  const campaigns = await Promise.all(Array.from({ length: 3 }, () => anAssistCampaign(shop, { helpers: 4 })))
  const askings = await Promise.all(campaigns.map((campaign) => anAsking(shop, campaign)))
  const people = await Promise.all(Array.from({ length: 20 }, () => shop.aMember()))
  const replies = await Promise.all(
    people.flatMap((person) => [...askings.map((asking) => help(shop, asking, person)), leave(person)]),
  )
  for (const reply of replies) if (!reply.ok) expect(refusalOf(reply as never)).toHaveProperty('code')
  const { rows } = await sql<{ helped: number; helps: number }>`
    select a.helped, (select count(*)::int from assist_help where card_id = a.id) as helps
    from assist_card a where a.id = any(${askings.map(({ cardId }) => cardId)}::text[])`.execute(shop.deps.db)
  for (const { helped, helps } of rows) expect(helped).toBe(helps)
  dataOf(await leave(askings[0]?.ownerId as MemberId))
})
