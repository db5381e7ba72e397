/** Money that comes for a seat that is gone: the shopper chooses, or the clock gives it back. */
import { foldEvents } from '@/domain/order/events'
import type { GroupId, OrderId } from '@/domain/ids'
import { HOUR, MINUTE } from '@/domain/time'
import { forgetShop } from '../../../cloudfunctions/catalog/shop-memory'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { lateNotice } from '../../support/shop/buying'
import {
  aCampaign,
  aKeptSeat,
  aLostSeat,
  anOpenGroup,
  aPaidSeat,
  expectBooksAgree,
  groupOf,
  orderOf,
  settleRefunds,
  tick,
  type Seat,
} from '../../support/shop/group-buying'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
afterEach(() => expectBooksAgree(shop))

type Choice = Parameters<typeof choose>[1]
const choose = (
  { orderId, memberId }: Pick<Seat, 'orderId' | 'memberId'>,
  choice: { kind: 'join'; groupId: GroupId } | { kind: 'open' } | { kind: 'refund' },
) => shop.call('group-buy', 'choose', { orderId, choice }, memberId)

const toldTruly = async (seat: Seat) => {
  const order = await orderOf(shop, seat)
  const { trade, money, fulfilment } = order
  expect(foldEvents(order.timeline.map((e) => e.event))).toEqual({ trade, money, fulfilment })
  return order
}
const kinds = (order: Awaited<ReturnType<typeof orderOf>>) => order.timeline.map((entry) => entry.event.kind)
const pair = () => aCampaign(shop, { size: 2 })

test('late money gets the seat that is still free, as if it had come in time', async () => {
  const campaign = await aCampaign(shop)
  const [opener] = (await anOpenGroup(shop, campaign)) as [Seat]
  const slow = await aKeptSeat(shop, campaign, { groupId: opener.groupId })
  const notice = await lateNotice(shop, slow)
  await Promise.all([shop.deliver('payment', notice), shop.deliver('payment', notice)])
  expect(kinds(await toldTruly(slow))).toEqual(['placed', 'cancelled', 'late-paid', 'awaiting-group'])
  expect(await groupOf(shop, slow)).toMatchObject({ missing: 1, mine: { state: 'confirmed' } })
  // and if they leave after all, stock that was held twice goes back twice
  dataOf(await shop.call('group-buy', 'leave', { groupId: slow.groupId }, slow.memberId))
  expect(await shop.availableOf(campaign.skuId)).toBe(campaign.stock - 1)
})

test('late money can be what fills the group', async () => {
  const campaign = await pair()
  const [opener] = (await anOpenGroup(shop, campaign)) as [Seat]
  const slow = await aKeptSeat(shop, campaign, { groupId: opener.groupId })
  await shop.deliver('payment', await lateNotice(shop, slow))
  expect(await toldTruly(slow)).toMatchObject({ trade: 'fulfilling', group: { state: 'full' } })
})

test('late money for goods that are gone goes back by itself', async () => {
  const campaign = await aCampaign(shop, { share: 2 })
  const [opener] = (await anOpenGroup(shop, campaign)) as [Seat]
  const slow = await aKeptSeat(shop, campaign, { groupId: opener.groupId })
  const notice = await lateNotice(shop, slow)
  await anOpenGroup(shop, campaign)
  await shop.deliver('payment', notice)
  expect(await toldTruly(slow)).toMatchObject({ trade: 'late-paid', money: 'refunding' })
  await settleRefunds(shop, [slow])
  expect(await toldTruly(slow)).toMatchObject({ trade: 'closed', money: 'refunded' })
})

test('late money of somebody who has come in again meanwhile goes back by itself', async () => {
  const campaign = await aCampaign(shop)
  const [opener] = (await anOpenGroup(shop, campaign)) as [Seat]
  const slow = await aKeptSeat(shop, campaign, { groupId: opener.groupId })
  const notice = await lateNotice(shop, slow)
  await aPaidSeat(shop, campaign, { groupId: opener.groupId, memberId: slow.memberId })
  await shop.deliver('payment', notice)
  expect(await toldTruly(slow)).toMatchObject({ trade: 'late-paid', money: 'refunding' })
})

test('a seat that is gone leaves the choice, told on the order and on the page', async () => {
  const campaign = await pair()
  const { lost, others } = await aLostSeat(shop, campaign)
  const order = await toldTruly(lost)
  expect(kinds(order)).toEqual(['placed', 'cancelled', 'late-paid', 'seat-lost'])
  expect(order).toMatchObject({ trade: 'awaiting-group', money: 'paid', fulfilment: 'none' })
  expect(order.group).toMatchObject({ seat: 'lost', chooseBy: shop.clock.now() + 10 * MINUTE })
  expect(await groupOf(shop, lost)).toMatchObject({
    state: 'full',
    members: [{ isYou: false }, { isYou: false }],
    mine: { state: 'lost', paidFen: 1290, chooseBy: shop.clock.now() + 10 * MINUTE },
    acts: ['choose', 'see-order'],
  })
  expect((await groupOf(shop, others[0] as Seat)).acts).toEqual(['see-order'])
})

test('join another: order and payment go along, and can be what fills it; the second tap gets the same answer', async () => {
  const campaign = await pair()
  const { lost } = await aLostSeat(shop, campaign)
  const [other] = (await anOpenGroup(shop, campaign)) as [Seat]
  expect((await groupOf(shop, lost)).others).toMatchObject([{ id: other.groupId, missing: 1 }])
  const choice: Choice = { kind: 'join', groupId: other.groupId }
  const answers = await Promise.all([choose(lost, choice), choose(lost, choice)])
  for (const answer of answers) expect(dataOf(answer)).toEqual({ orderId: lost.orderId, groupId: other.groupId })
  expect(await toldTruly(lost)).toMatchObject({
    trade: 'fulfilling',
    money: 'paid',
    totalFen: 1290,
    group: { id: other.groupId, state: 'full', seat: 'confirmed' },
  })
  expect(refusalOf(await choose(lost, { kind: 'refund' })).code).toBe('choice.over')
})

test('who comes along from a lost seat keeps the price they paid, and gets just that back', async () => {
  const campaign = await pair()
  const { lost } = await aLostSeat(shop, campaign)
  await shop.deps.db
    .updateTable('group_price')
    .set({ price_fen: 1190 })
    .where('campaign_id', '=', campaign.campaignId)
    .execute()
  forgetShop(shop.deps)
  const [other] = (await anOpenGroup(shop, { ...campaign, priceFen: 1190 }, 1)) as [Seat]
  expect((await groupOf(shop, other)).prices).toMatchObject([{ priceFen: 1190 }])
  dataOf(await choose(lost, { kind: 'join', groupId: other.groupId }))
  expect(await toldTruly(lost)).toMatchObject({ trade: 'fulfilling', totalFen: 1290, paidFen: 1290, refundedFen: 0 })
  expect(await orderOf(shop, other)).toMatchObject({ trade: 'fulfilling', totalFen: 1190 })
})

test('open your own: it is open at once, and no second one by a second tap', async () => {
  const campaign = await pair()
  const { lost } = await aLostSeat(shop, campaign)
  const { groupId } = dataOf(await choose(lost, { kind: 'open' }))
  if (!groupId) throw new Error('no group')
  expect(dataOf(await choose(lost, { kind: 'open' })).groupId).toBe(groupId)
  const own = { ...lost, groupId }
  expect(await groupOf(shop, own)).toMatchObject({
    state: 'open',
    members: [{ isYou: true, isLeader: true }],
    deadlineAt: shop.clock.now() + 24 * HOUR,
    acts: ['invite', 'leave', 'see-order'],
  })
  await aPaidSeat(shop, campaign, { groupId })
  expect(await toldTruly(own)).toMatchObject({ trade: 'fulfilling' })
})

test('take the money: all of it, closed at once', async () => {
  const { lost } = await aLostSeat(shop, await pair())
  expect(dataOf(await choose(lost, { kind: 'refund' }))).toEqual({ orderId: lost.orderId, groupId: null })
  expect(dataOf(await choose(lost, { kind: 'refund' })).groupId).toBeNull()
  const order = await toldTruly(lost)
  expect(order).toMatchObject({ trade: 'closed', money: 'refunding', refundedFen: 1290 })
  await settleRefunds(shop, [lost])
  expect(await toldTruly(lost)).toMatchObject({ trade: 'closed', money: 'refunded' })
})

test('no answer in ten minutes: the money goes back by itself', async () => {
  const campaign = await pair()
  const { lost } = await aLostSeat(shop, campaign)
  const [other] = (await anOpenGroup(shop, campaign)) as [Seat]
  shop.clock.advance(10 * MINUTE)
  expect(refusalOf(await choose(lost, { kind: 'join', groupId: other.groupId })).code).toBe('choice.over')
  await tick(shop)
  await tick(shop)
  expect(await toldTruly(lost)).toMatchObject({ trade: 'closed', money: 'refunding' })
  expect(shop.pay.refundsOf(lost.number)).toHaveLength(1)
})

test('paid while the group broke up: the opener left, and the one who was paying chooses', async () => {
  const campaign = await aCampaign(shop)
  const [opener] = (await anOpenGroup(shop, campaign)) as [Seat]
  const paying = await aKeptSeat(shop, campaign, { groupId: opener.groupId })
  dataOf(await shop.call('group-buy', 'leave', { groupId: opener.groupId }, opener.memberId))
  dataOf(await shop.call('payment', 'start', { orderId: paying.orderId }, paying.memberId))
  await shop.deliver('payment', shop.pay.pay(paying.number))
  expect(kinds(await toldTruly(paying))).toEqual(['placed', 'paid', 'seat-lost'])
  expect(await groupOf(shop, paying)).toMatchObject({ state: 'dropped', reserved: 0, acts: ['choose', 'see-order'] })
  expect(dataOf(await choose(paying, { kind: 'open' })).groupId).toMatch(/^grp_/)
})

test('a choice that has become impossible is refused and leaves the choice open', async () => {
  const campaign = await aCampaign(shop, { size: 2, share: 3 })
  const { lost } = await aLostSeat(shop, campaign)
  const elsewhere = await pair()
  const [stranger] = (await anOpenGroup(shop, elsewhere)) as [Seat]
  expect(refusalOf(await choose(lost, { kind: 'join', groupId: stranger.groupId })).code).toBe('group.unknown')
  expect(refusalOf(await choose(lost, { kind: 'join', groupId: lost.groupId })).code).toBe('group.over')
  await aKeptSeat(shop, campaign)
  expect(refusalOf(await choose(lost, { kind: 'open' }))).toEqual({ code: 'group.sold-out', available: 0 })
  expect(dataOf(await choose(lost, { kind: 'refund' })).groupId).toBeNull()
})

test('the choice is nobody else’s, and there is none without a lost seat', async () => {
  const campaign = await pair()
  const { lost, others } = await aLostSeat(shop, campaign)
  const [opener] = others as [Seat]
  expect(refusalOf(await choose({ ...lost, memberId: opener.memberId }, { kind: 'refund' })).code).toBe('order.unknown')
  expect(refusalOf(await choose(opener, { kind: 'refund' })).code).toBe('choice.over')
  const none = { orderId: 'ord_0000000000' as OrderId, memberId: opener.memberId }
  expect(refusalOf(await choose(none, { kind: 'open' })).code).toBe('order.unknown')
  dataOf(await choose(lost, { kind: 'refund' }))
})

test('late money of somebody who has left the shop takes nobody a seat: it goes back', async () => {
  const campaign = await aCampaign(shop)
  const [opener] = (await anOpenGroup(shop, campaign)) as [Seat]
  const gone = await aKeptSeat(shop, campaign, { groupId: opener.groupId })
  const notice = await lateNotice(shop, gone)
  dataOf(await shop.call('member', 'deleteMe', { confirm: 'delete' }, gone.memberId))
  expect((await shop.deliver('payment', notice)).status).toBe(204)
  await settleRefunds(shop, [gone])
  expect(shop.pay.refundsOf(gone.number)).toMatchObject([{ refundFen: campaign.priceFen, status: 'SUCCESS' }])
  expect(await groupOf(shop, opener)).toMatchObject({ state: 'open', missing: 2 })
})
