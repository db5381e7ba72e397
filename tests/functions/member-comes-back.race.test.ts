/** Leaving and coming back in the same moment, from many calls: the limit holds whoever is first. */
import { sql } from 'kysely'
import type { MemberId } from '@/domain/ids'
import { dataOf, openShop, type Shop } from '../support/functions'
import { aTemplate } from '../support/shop/deals'

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
