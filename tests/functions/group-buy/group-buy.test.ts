/** Group buys through the doors: opened by payment, joined, filled, left, ended by the clock. */
import { foldEvents } from '@/domain/order/events'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import {
  aCampaign,
  aKeptSeat,
  anOpenGroup,
  aPaidSeat,
  expectBooksAgree,
  groupOf,
  orderOf,
  settleRefunds,
  takePart,
  tick,
} from '../../support/shop/group-buying'
import { HOUR, MINUTE } from '@/domain/time'
import { pay } from '../../support/shop/buying'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
afterEach(() => expectBooksAgree(shop))

test('a group opens by its opener’s payment, counts up and is full with the last one', async () => {
  const campaign = await aCampaign(shop)
  const opener = await aKeptSeat(shop, campaign)
  const stranger = await shop.aMember()
  expect(refusalOf(await shop.call('group-buy', 'open', { groupId: opener.groupId }, stranger)).code).toBe(
    'group.unknown',
  )
  expect(await groupOf(shop, opener)).toMatchObject({
    state: 'forming',
    reserved: 1,
    acts: ['pay', 'leave', 'see-order'],
  })
  await pay(shop, opener)
  expect(await groupOf(shop, opener)).toMatchObject({
    state: 'open',
    reserved: 0,
    missing: 2,
    members: [{ isYou: true, isLeader: true }],
    acts: ['invite', 'leave', 'see-order'],
    deadlineAt: shop.clock.now() + 24 * HOUR,
  })
  expect(await orderOf(shop, opener)).toMatchObject({ trade: 'awaiting-group', money: 'paid', fulfilment: 'none' })
  await aPaidSeat(shop, campaign, { groupId: opener.groupId })
  const last = await aPaidSeat(shop, campaign, { groupId: opener.groupId })
  expect(await groupOf(shop, last)).toMatchObject({ state: 'full', missing: 0, acts: ['see-order'] })
  for (const seat of [opener, last]) {
    const order = await orderOf(shop, seat)
    expect(order).toMatchObject({ trade: 'fulfilling', money: 'paid', fulfilment: 'to-ship', group: { state: 'full' } })
    expect(foldEvents(order.timeline.map((e) => e.event))).toEqual({
      trade: 'fulfilling',
      money: 'paid',
      fulfilment: 'to-ship',
    })
  }
})

test('a group left to expire gives everybody everything back, once', async () => {
  const campaign = await aCampaign(shop)
  const seats = await anOpenGroup(shop, campaign, 2)
  shop.clock.advance(24 * HOUR)
  await tick(shop)
  await tick(shop)
  const [one] = seats
  if (!one) throw new Error('nobody')
  expect(await groupOf(shop, one)).toMatchObject({ state: 'expired', members: [{}, {}] })
  await settleRefunds(shop, seats)
  expect(await groupOf(shop, one)).toMatchObject({
    state: 'refunded',
    mine: { state: 'refunded', refund: { state: 'done' } },
  })
  for (const seat of seats) expect(await orderOf(shop, seat)).toMatchObject({ trade: 'closed', money: 'refunded' })
  expect(await shop.availableOf(campaign.skuId)).toBe(campaign.stock)
})
