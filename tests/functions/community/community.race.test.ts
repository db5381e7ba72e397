/** A community, its neighbours and its leader where two decide in the same moment, on connections of their own. */
import { sql } from 'kysely'
import type { CommunityId, HandOverId, MemberId } from '@/domain/ids'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { aCommunity, aLeader, aNeighbour } from '../../support/shop/communities'
import { saleRow } from '../../support/shop/group-sales'
import { expectNoDeadlocks, holdRows, many, tally, untilWaiting } from '../../support/shop/races'
import { aDesk, aDraft, again, save, type Desk, type Draft } from '../../support/shop/writing-sales'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(async () => {
  await expectNoDeadlocks(shop)
  await shop.close()
})

const join = (communityId: CommunityId, memberId: MemberId) =>
  shop.call('community', 'moveMembership', { communityId, act: 'join' }, memberId)
const close = ({ communityId, leaderId }: Pick<Desk, 'communityId' | 'leaderId'>) =>
  shop.call('community', 'move', { communityId, act: 'close' }, leaderId)
const openDraft = (desk: Desk, { id: saleId }: Draft) =>
  shop.call('leader', 'moveSale', { saleId, act: 'open' }, desk.leaderId)
const pageOf = async (communityId: CommunityId, memberId: MemberId) =>
  dataOf(await shop.call('community', 'open', { communityId }, memberId))

test('one neighbour who joins by twenty taps at once is one member', async () => {
  const { communityId } = await aCommunity(shop)
  const memberId = await shop.aMember()
  const replies = await many(20, () => join(communityId, memberId))
  expect(tally(replies)).toEqual({ ok: 20 })
  expect(await pageOf(communityId, memberId)).toMatchObject({ members: 2, membership: 'joined' })
})

test('fifty neighbours who join at once are all counted, and those who leave meanwhile are not', async () => {
  const { communityId, leaderId } = await aCommunity(shop)
  const leaving = await many(10, () => aNeighbour(shop, communityId))
  const joining = await many(50, () => shop.aMember())
  const replies = await Promise.all([
    ...joining.map((memberId) => join(communityId, memberId)),
    ...leaving.map((memberId) => shop.call('community', 'moveMembership', { communityId, act: 'leave' }, memberId)),
  ])
  expect(tally(replies)).toEqual({ ok: 60 })
  expect(await pageOf(communityId, leaderId)).toMatchObject({ members: 51 })
})

test('a community that closes while thirty join: each is in or told, and nobody joins what is closed', async () => {
  const led = await aCommunity(shop)
  const people = await many(30, () => shop.aMember())
  const [before, [closed], after] = await Promise.all([
    many(15, (i) => join(led.communityId, people[i] as MemberId)),
    many(1, () => close(led)),
    many(15, (i) => join(led.communityId, people[15 + i] as MemberId)),
  ])
  expect(closed?.ok).toBe(true)
  const { ok = 0, 'community.closed': told = 0, ...others } = tally([...before, ...after])
  expect([ok + told, others]).toEqual([30, {}])
  expect(await pageOf(led.communityId, led.leaderId)).toMatchObject({ members: 1 + ok, state: 'closed' })
  expect(tally([await join(led.communityId, await shop.aMember())])).toEqual({ 'community.closed': 1 })
})

test('a community is not closed over a sale that opens in the same moment', async () => {
  const desk = await aDesk(shop)
  const draft = await aDraft(shop, desk)
  const letGo = await holdRows(shop, sql`select from sale where id = ${draft.id} for update`)
  const opening = openDraft(desk, draft)
  await untilWaiting(shop, 1)
  const closing = close(desk)
  await untilWaiting(shop, 2)
  await letGo()
  expect(tally([await opening])).toEqual({ ok: 1 })
  expect(refusalOf(await closing)).toEqual({ code: 'community.sales-running', runningSales: 1 })
})

test('two who are offered a community at once: one offer stands, the other is told', async () => {
  const { communityId, leaderId } = await aCommunity(shop)
  const heirs = await many(2, async () => (await aCommunity(shop)).leaderId)
  for (const heir of heirs) dataOf(await join(communityId, heir))
  const letGo = await holdRows(shop, sql`select from community where id = ${communityId} for update`)
  const offering = many(2, (i) =>
    shop.call('community', 'offer', { communityId, toId: heirs[i] as MemberId }, leaderId),
  )
  await untilWaiting(shop, 2)
  await letGo()
  expect(tally(await offering)).toEqual({ ok: 1, 'hand-over.open': 1 })
})

test.each(['accepted', 'withdrawn'])('a hand-over that staff take back while it is answered: %s', async (first) => {
  const { communityId, leaderId } = await aCommunity(shop)
  const { leaderId: heirId } = await aLeader(shop)
  const staff = await shop.aStaff()
  const { offer } = dataOf(await shop.call('staff-community', 'offer', { communityId, toId: heirId }, staff))
  const handOverId = offer?.id as HandOverId
  const answering = () => shop.call('community', 'answerOffer', { handOverId, isYes: true }, heirId)
  const withdrawing = () => shop.call('staff-community', 'withdrawOffer', { communityId, handOverId }, staff)
  const isAccepted = first === 'accepted'
  const letGo = await holdRows(shop, sql`select from community where id = ${communityId} for update`)
  const sooner = isAccepted ? answering() : withdrawing()
  await untilWaiting(shop, 1)
  const later = isAccepted ? withdrawing() : answering()
  await untilWaiting(shop, 2)
  await letGo()
  expect(tally([await sooner, await later])).toEqual({
    ok: 1,
    [isAccepted ? 'hand-over.unknown' : 'hand-over.over']: 1,
  })
  const view = dataOf(await shop.call('staff-community', 'community', { communityId }, staff))
  expect(view).toMatchObject({ offer: null, history: [{ state: first }] })
  expect(view.leader.memberId).toBe(isAccepted ? heirId : leaderId)
})

describe('staff decide on a leader', () => {
  const decide = async (memberId: MemberId, to: 'approved' | 'suspended') =>
    shop.call('staff-community', 'decideLeader', { memberId, to, reason: '收到多起投诉' }, await shop.aStaff())

  test('suspended while opening a sale: it opens first, and is brought to its end', async () => {
    const desk = await aDesk(shop)
    const draft = await aDraft(shop, desk)
    const letGo = await holdRows(shop, sql`select from sale where id = ${draft.id} for update`)
    const opening = openDraft(desk, draft)
    await untilWaiting(shop, 1)
    const deciding = decide(desk.leaderId, 'suspended')
    await untilWaiting(shop, 2)
    await letGo()
    expect(tally(await Promise.all([opening, deciding]))).toEqual({ ok: 2 })
    const closing = await shop.call('leader', 'moveSale', { saleId: draft.id, act: 'close' }, desk.leaderId)
    expect(dataOf(closing)).toMatchObject({ state: 'closed' })
  })

  test('opening a sale while being suspended: it waits, and does not open', async () => {
    const desk = await aDesk(shop)
    const draft = await aDraft(shop, desk)
    const letGo = await holdRows(shop, sql`select from leader where member_id = ${desk.leaderId} for update`)
    const deciding = decide(desk.leaderId, 'suspended')
    await untilWaiting(shop, 1)
    const opening = [openDraft(desk, draft), save(shop, desk, again(draft, { opens: true }))]
    await untilWaiting(shop, 3)
    await letGo()
    expect(tally([await deciding])).toEqual({ ok: 1 })
    expect(tally(await Promise.all(opening))).toEqual({ 'leader.not-approved': 2 })
    expect(await saleRow(shop, { saleId: draft.id })).toMatchObject({ state: 'draft' })
  })

  test('who leaves the shop while being approved has left, in whichever order', async () => {
    const { leaderId } = await aLeader(shop, { state: 'applied' })
    const letGo = await holdRows(shop, sql`select from leader where member_id = ${leaderId} for update`)
    const deciding = decide(leaderId, 'approved')
    await untilWaiting(shop, 1)
    const leaving = shop.call('member', 'deleteMe', { confirm: 'delete' }, leaderId)
    await untilWaiting(shop, 2)
    await letGo()
    expect(tally([await deciding, await leaving])).toEqual({ ok: 2 })
    const standing = shop.deps.db.selectFrom('leader').select('state').where('member_id', '=', leaderId)
    expect(await standing.executeTakeFirst()).toBeUndefined()
  })
})
