/** What a group sale and a leader's work tell: each person once, and only what is still so when it goes out. */
import { sql } from 'kysely'
import type { MemberId } from '@/domain/ids'
import { DAY, dayStart, HOUR, later, MINUTE } from '@/domain/time'
import { dataOf } from '../../support/functions'
import { enqueue } from '../../../cloudfunctions/runtime/outbox'
import { aCommunity, aLeader, aNeighbour } from '../../support/shop/communities'
import { aPaidSaleOrder, aSale, aSaleOrder } from '../../support/shop/group-sales'
import { aSoldSale, closeAndPick, leaderOf, move, saleRow } from '../../support/shop/handing-over'
import { answer, inboxOf, ledgerOf, sendingsOf, TEMPLATES } from '../../support/shop/messages'
import { anApprovedPayout, aPayableOrder } from '../../support/shop/earning'
import { openShop, type Shop } from '../../support/functions'
import { aDesk, anOpenSale, toBuy, type Desk, type Draft } from '../../support/shop/writing-sales'

let shop: Shop
beforeAll(async () => {
  shop = await openShop({ env: TEMPLATES })
})
afterAll(() => shop.close())

const tick = async (): Promise<void> => void dataOf(await shop.call('jobs', 'run', {}, 'timer'))
const told = async (memberId: MemberId, kind: string) =>
  (await inboxOf(shop, memberId)).items.filter((message) => message.kind === kind)

describe('who asked to lead', () => {
  const decide = async (memberId: MemberId, to: 'approved' | 'rejected' | 'suspended', reason?: string) =>
    dataOf(
      await shop.call(
        'staff-community',
        'decideLeader',
        { memberId, to, ...(reason ? { reason } : {}) },
        await shop.aStaff(),
      ),
    )

  test('hears what was decided, with the reason, and each decision once', async () => {
    const { leaderId } = await aLeader(shop, { state: 'applied' })
    await decide(leaderId, 'approved')
    shop.clock.advance(HOUR)
    await decide(leaderId, 'suspended', '连着三晚没人交货')
    shop.clock.advance(HOUR)
    await decide(leaderId, 'approved')
    expect((await told(leaderId, 'leader-decided')).map((message) => message.facts)).toEqual([
      { state: 'approved', reason: null },
      { state: 'suspended', reason: '连着三晚没人交货' },
      { state: 'approved', reason: null },
    ])
  })

  test('is not told in WeChat of what was overtaken through the night', async () => {
    const { leaderId } = await aLeader(shop, { state: 'applied' })
    await answer(shop, leaderId, { leader: 'accept' }, { moment: 'leading' })
    const night = later(shop.clock.now(), 13 * HOUR)
    shop.clock.set(night)
    await decide(leaderId, 'approved')
    await decide(leaderId, 'suspended', '先等等')
    await tick()
    shop.clock.advance(12 * HOUR)
    await tick()
    const sendings = await sendingsOf(shop, leaderId)
    expect(sendings.map(({ sending, kept_for }) => [sending, kept_for])).toEqual([
      ['inbox', 'over'],
      ['sent', null],
    ])
  })

  test('has a switch for it; nobody else has', async () => {
    const topicsOf = async (memberId: MemberId) =>
      dataOf(await shop.call('message', 'settings', {}, memberId)).topics.map(({ topic }) => topic)
    expect(await topicsOf((await aLeader(shop)).leaderId)).toContain('leader')
    expect(await topicsOf(await shop.aMember())).not.toContain('leader')
  })
})

test('a community that is offered says by whom and until when; one that was withdrawn is not told of any more', async () => {
  const { leaderId, communityId } = await aCommunity(shop, { name: '梧桐里邻里群' })
  const { leaderId: heir } = await aLeader(shop, { name: '老周' })
  dataOf(await shop.call('community', 'moveMembership', { communityId, act: 'join' }, heir))
  await answer(shop, heir, { leader: 'accept' }, { moment: 'leading' })
  dataOf(await shop.call('community', 'offer', { communityId, toId: heir }, leaderId))
  expect(await told(heir, 'community-offered')).toMatchObject([
    { facts: { communityId, community: '梧桐里邻里群', from: '阿芳', answerBy: later(shop.clock.now(), 3 * DAY) } },
  ])
  dataOf(await shop.call('community', 'withdrawOffer', { communityId }, leaderId))
  await tick()
  expect((await sendingsOf(shop, heir)).map(({ kept_for }) => kept_for)).toEqual(['over'])
})

test('the leader hears that the list is final when the last unpaid order is gone, with what it comes to', async () => {
  const sale = await aSale(shop)
  const leaderId = leaderOf(sale)
  await aPaidSaleOrder(shop, sale, { quantity: 2 })
  await aPaidSaleOrder(shop, sale, { quantity: 3 })
  shop.clock.set(later(shop.clock.now(), 2 * HOUR - 5 * MINUTE))
  await aSaleOrder(shop, sale)
  shop.clock.advance(6 * MINUTE)
  await tick()
  expect(await told(leaderId, 'list-ready')).toEqual([])
  shop.clock.advance(10 * MINUTE)
  await tick()
  await tick()
  expect(await told(leaderId, 'list-ready')).toMatchObject([
    { facts: { saleId: sale.saleId, title: '周日鲜食接龙', orders: 2, pieces: 5 } },
  ])
})

test('a sale in which nobody ordered says so', async () => {
  const sale = await aSale(shop)
  await move(shop, sale, 'close')
  expect(await told(leaderOf(sale), 'list-ready')).toMatchObject([{ facts: { orders: 0, pieces: 0 } }])
})

test('a transfer that waits for the leader is told once, until when', async () => {
  const { leaderId } = await aPayableOrder(shop)
  const { id } = (await anApprovedPayout(shop, leaderId)).transfers[0] ?? { id: '' }
  await tick()
  await tick()
  expect(await told(leaderId, 'payout-waiting')).toMatchObject([
    { facts: { transferId: id, amountFen: 478, confirmBy: later(shop.clock.now(), DAY) } },
  ])
})

describe('a sale that opens', () => {
  /** The drawer's clock begins it, the shop's sends what may go out. */
  const spread = async (): Promise<void> => {
    dataOf(await shop.call('card', 'run', {}, 'timer'))
    await tick()
  }
  const opened = (memberId: MemberId) => told(memberId, 'sale-opened')
  const close = (desk: Desk, sale: Draft) => move(shop, toBuy(desk, sale), 'close')
  const lettersOf = (saleId: string) =>
    shop.deps.db
      .selectFrom('outbox')
      .select('state')
      .where('topic', '=', 'sale.tell')
      .where('subject', '=', saleId)
      .execute()

  test('is in the inbox of every neighbour once, not of its leader, of who muted, left, or is of another community', async () => {
    const desk = await aDesk(shop)
    const { communityId } = desk
    const [near, muted, gone] = [
      await aNeighbour(shop, communityId),
      await aNeighbour(shop, communityId),
      await aNeighbour(shop, communityId),
    ]
    const other = await aNeighbour(shop, (await aCommunity(shop)).communityId)
    dataOf(await shop.call('community', 'moveMembership', { communityId, act: 'mute' }, muted))
    dataOf(await shop.call('community', 'moveMembership', { communityId, act: 'leave' }, gone))
    const sale = await anOpenSale(shop, desk)
    expect(await opened(near)).toEqual([])
    await spread()
    expect(await opened(near)).toMatchObject([
      { facts: { saleId: sale.id, title: sale.title, community: '梧桐里邻里群', endsAt: sale.endsAt } },
    ])
    for (const memberId of [muted, gone, other, desk.leaderId]) expect(await opened(memberId)).toEqual([])
    await enqueue(shop.deps.db, shop.deps, { topic: 'sale.tell', subject: sale.id })
    await spread()
    expect(await opened(near)).toHaveLength(1)
  })

  test('goes out in WeChat only under a permission given for it, one a week, and never under one for arrivals', async () => {
    const desk = await aDesk(shop)
    const [asked, other] = [await aNeighbour(shop, desk.communityId), await aNeighbour(shop, desk.communityId)]
    await answer(shop, asked, { opening: 'accept' }, { moment: 'community-joined' })
    await answer(shop, asked, { opening: 'accept' }, { moment: 'community-joined' })
    await answer(shop, other, { sale: 'accept' }, { moment: 'sale-joined' })
    // in the morning: an offer waits through the night
    shop.clock.set(later(dayStart(shop.clock.now()), DAY + 10 * HOUR))
    await anOpenSale(shop, desk)
    await spread()
    await anOpenSale(shop, desk)
    await spread()
    const fates = async (memberId: MemberId) =>
      (await sendingsOf(shop, memberId)).map(({ sending, kept_for }) => kept_for ?? sending)
    expect(await fates(asked)).toEqual(['sent', 'enough'])
    expect(await fates(other)).toEqual(['quiet', 'quiet'])
    expect(await ledgerOf(shop, other, 'sale')).toHaveLength(1)
  })

  test('is not told of once it is closed, nor before it begins', async () => {
    const desk = await aDesk(shop)
    const near = await aNeighbour(shop, desk.communityId)
    await close(desk, await anOpenSale(shop, desk))
    await spread()
    expect(await opened(near)).toEqual([])
    const startsAt = later(shop.clock.now(), HOUR)
    await anOpenSale(shop, desk, { startsAt })
    await spread()
    expect(await opened(near)).toEqual([])
    shop.clock.set(startsAt)
    await spread()
    expect(await opened(near)).toHaveLength(1)
  })

  test('tells a large community batch by batch, each member once', async () => {
    const desk = await aDesk(shop)
    const sale = await anOpenSale(shop, desk)
    await sql`
      with made as (
        insert into member (store_id, id, name, created_at)
        select ${shop.deps.storeId}, 'mem_crowd' || lpad(n::text, 5, '0'), '邻居', now() from generate_series(1, 1200) n returning id
      )
      insert into community_member (store_id, community_id, member_id, state, joined_at, since_at)
      select ${shop.deps.storeId}, ${desk.communityId}, id, 'joined', now(), now() from made`.execute(shop.deps.db)
    for (let round = 0; round < 4; round++) await spread()
    const { n } = await shop.deps.db
      .selectFrom('inbox_message')
      .select((eb) => eb.fn.countAll<string>().as('n'))
      .where('kind', '=', 'sale-opened')
      .where('subject', '=', sale.id)
      .executeTakeFirstOrThrow()
    expect(Number(n)).toBe(1200)
    expect((await lettersOf(sale.id)).map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  })
})

describe('the evening of the hand-over', () => {
  /** Bags in `wants`, sorted, with everybody's ears open; it is the day before. */
  const aDayBefore = async (wants: readonly (readonly number[])[] = [[1], [2]]) => {
    const sold = await aSoldSale(shop, wants)
    const [first] = sold.orders
    // two bags of one neighbour
    if (first) await aPaidSaleOrder(shop, sold.sale, { memberId: first.memberId })
    for (const { memberId } of sold.orders) await answer(shop, memberId, { sale: 'accept' }, { moment: 'sale-joined' })
    await closeAndPick(shop, sold.sale)
    const row = await saleRow(shop, sold.sale)
    return { ...sold, fromAt: later(shop.clock.now(), row.hand_over_from_at.getTime() - shop.clock.now()) }
  }

  test('is told of on its day, where and from when, each neighbour once', async () => {
    const { sale, orders, fromAt } = await aDayBefore()
    const [first] = orders
    if (!first) throw new Error('no orders')
    await move(shop, sale, 'deliver')
    // goods of tomorrow are no news of today
    expect(await told(first.memberId, 'hand-over')).toEqual([])
    shop.clock.set(later(fromAt, -2 * HOUR))
    await tick()
    await tick()
    for (const { memberId, orderId } of orders)
      expect(await told(memberId, 'hand-over')).toMatchObject([{ facts: { orderId, fromAt } }])
    expect((await told(first.memberId, 'hand-over'))[0]).toMatchObject({ facts: { point: '3 号楼' } })
  })

  test('where the goods come on the day itself, they are told of when they came', async () => {
    const { sale, orders, fromAt } = await aDayBefore([[1]])
    shop.clock.set(later(fromAt, -3 * HOUR))
    await tick()
    const memberId = orders[0]?.memberId as MemberId
    expect(await told(memberId, 'hand-over')).toEqual([])
    await move(shop, sale, 'deliver')
    expect(await told(memberId, 'hand-over')).toHaveLength(1)
  })

  test('goods that are sorted late are told of two hours ahead', async () => {
    const { orders, fromAt } = await aDayBefore([[1]])
    shop.clock.set(later(fromAt, -2 * HOUR))
    await tick()
    expect(await told(orders[0]?.memberId as MemberId, 'hand-over')).toHaveLength(1)
  })
})
