/** Leaving and coming back in the same moment, from many calls: the limit holds whoever is first. */
import { sql } from 'kysely'
import type { MemberId, OrderId } from '@/domain/ids'
import { grantPoints, refundPoints } from '@/domain/points/ledger'
import { changePoints } from '../../cloudfunctions/points/change-points'
import { dataOf, openShop, type Shop } from '../support/functions'
import { aTemplate, pointsOf } from '../support/shop/deals'
import { holdRows, many, tally, untilWaiting } from '../support/shop/races'

let shop: Shop
beforeAll(async () => {
  shop = await openShop({ embedded: false })
})
afterAll(() => shop.close())

test('who leaves and comes back at once has had their coupon, however the two meet', async () => {
  for (let round = 0; round < 12; round++) {
    const openid = `o-round-${round}`
    const templateId = await aTemplate(shop)
    const memberId = await shop.aMember({ openid })
    dataOf(await shop.call('coupon', 'claim', { templateId }, memberId))
    const claim = () => shop.call('coupon', 'claim', { templateId }, { openid })
    const [left] = await Promise.all([
      shop.call('member', 'deleteMe', { confirm: 'delete' }, memberId),
      ...Array.from({ length: 6 }, claim),
    ])
    expect(left.ok).toBe(true)
    await shop.call('member', 'me', {}, { openid })
    dataOf(await shop.call('member', 'me', {}, { openid }))
    await Promise.all(Array.from({ length: 6 }, claim))
    const { rows } = await sql<{ id: MemberId; usable: number; had: number }>`
      select m.id, count(c.id) filter (where c.state = 'claimed')::int as usable, count(c.id)::int as had from member m
      left join coupon c on c.member_id = m.id and c.template_id = ${templateId}
      where m.openid = ${openid} group by m.id`.execute(shop.deps.db)
    expect(rows).toEqual([{ id: expect.stringMatching(/^mem_/) as string, usable: 0, had: 1 }])
    expect(rows[0]?.id).not.toBe(memberId)
  }
})

test('twenty calls of somebody who is back are one member, and bring their limits along once', async () => {
  const templateId = await aTemplate(shop, { perPerson: 3 })
  const openid = 'o-twenty'
  const memberId = await shop.aMember({ openid })
  for (let n = 0; n < 2; n++) dataOf(await shop.call('coupon', 'claim', { templateId }, memberId))
  dataOf(await shop.call('member', 'deleteMe', { confirm: 'delete' }, memberId))
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => shop.call('coupon', 'claim', { templateId }, { openid })),
  )
  expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
  const coupons = await shop.deps.db
    .selectFrom('coupon')
    .select(['member_id', 'nth', 'state'])
    .where('template_id', '=', templateId)
    .orderBy('nth')
    .execute()
  expect(coupons.map(({ nth, state }) => [nth, state])).toEqual([
    [1, 'voided'],
    [2, 'voided'],
    [3, 'claimed'],
  ])
  expect(new Set(coupons.map((c) => c.member_id)).size).toBe(1)
})

describe('points that are owed to the shop', () => {
  const change = (who: MemberId, decide: Parameters<typeof changePoints>[3]) =>
    shop.deps.db.transaction().execute((trx) => changePoints(trx, shop.deps, who, decide))
  const refund = { orderId: 'ord_gone' as OrderId, refundId: 'ref_gone', returned: 0, clawedBack: 300 }

  /** Somebody who owes 300 points and has just left. */
  const hasLeftOwing = async (openid: string): Promise<void> => {
    const memberId = await shop.aMember({ openid })
    await change(memberId, (account) => refundPoints(account, refund))
    dataOf(await shop.call('member', 'deleteMe', { confirm: 'delete' }, memberId))
  }
  const memberOf = async (openid: string): Promise<MemberId> =>
    (await shop.deps.db.selectFrom('member').select('id').where('openid', '=', openid).executeTakeFirstOrThrow())
      .id as MemberId
  /** What they owe, and how often the ledger says so. */
  const debtOf = async (openid: string) => {
    const memberId = await memberOf(openid)
    const rows = await shop.deps.db
      .selectFrom('points_entry')
      .select('points')
      .where('member_id', '=', memberId)
      .execute()
    return { ...(await pointsOf(shop, memberId)), told: rows.map(({ points }) => points) }
  }
  const kept = () => shop.deps.db.selectFrom('former_part').select('n').where('kind', '=', 'points-owed').execute()

  test('first visits at once bring them back once', async () => {
    await hasLeftOwing('o-owes')
    expect(await kept()).toEqual([{ n: 300 }])
    const letGo = await holdRows(shop, sql`select from former_part for update`)
    const visits = many(6, () => shop.call('points', 'mine', {}, { openid: 'o-owes' }))
    await untilWaiting(shop, 6)
    await letGo()
    expect(tally(await visits)).toEqual({ ok: 6 })
    expect(await debtOf('o-owes')).toEqual({ balance: 0, frozen: 0, owed: 300, told: [-300] })
    expect(await kept()).toEqual([])
  })

  test('who leaves again in the moment they come back owes them still, once', async () => {
    for (let round = 0; round < 4; round++) {
      const openid = `o-owes-${round}`
      await hasLeftOwing(openid)
      const visit = () => shop.call('points', 'mine', {}, { openid })
      const leave = () => shop.call('member', 'deleteMe', { confirm: 'delete' }, { openid })
      await Promise.all([...Array.from({ length: 6 }, visit), leave(), leave()])
      dataOf(await visit())
      expect(await debtOf(openid)).toEqual({ balance: 0, frozen: 0, owed: 300, told: [-300] })
      await change(await memberOf(openid), (account) => grantPoints(account, 500, 'hello'))
      expect(await pointsOf(shop, await memberOf(openid))).toEqual({ balance: 200, frozen: 0, owed: 0 })
    }
    expect(await kept()).toEqual([])
  })
})
