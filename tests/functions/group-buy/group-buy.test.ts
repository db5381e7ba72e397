/** Group buys through the doors: opened by payment, joined, filled, left, ended by the clock. */
import { HOUR, MINUTE } from '@/domain/time'
import { foldEvents } from '@/domain/order/events'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { pay } from '../../support/shop/buying'
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
  type Seat,
} from '../../support/shop/group-buying'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  shop.pay.setDown(false)
  await expectBooksAgree(shop)
})

/** The states of the row are what its events tell. */
const toldTruly = async (seat: Seat) => {
  const order = await orderOf(shop, seat)
  const { trade, money, fulfilment } = order
  expect(foldEvents(order.timeline.map((e) => e.event))).toEqual({ trade, money, fulfilment })
  return order
}
const kinds = (order: Awaited<ReturnType<typeof orderOf>>) => order.timeline.map((entry) => entry.event.kind)
const leave = (seat: Seat) => shop.call('group-buy', 'leave', { groupId: seat.groupId }, seat.memberId)
const soldOf = async (productId: string) =>
  (await shop.deps.db.selectFrom('product').select('sold_count').where('id', '=', productId).executeTakeFirstOrThrow())
    .sold_count

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
    mine: { dueFen: 1290, paidFen: 0 },
    acts: ['pay', 'leave', 'see-order'],
  })
  await pay(shop, opener)
  expect(await groupOf(shop, opener)).toMatchObject({
    state: 'open',
    reserved: 0,
    missing: 2,
    members: [{ isYou: true, isLeader: true }],
    mine: { dueFen: null, paidFen: 1290 },
    acts: ['invite', 'leave', 'see-order'],
    deadlineAt: shop.clock.now() + 24 * HOUR,
  })
  const waiting = await toldTruly(opener)
  expect(waiting).toMatchObject({ trade: 'awaiting-group', money: 'paid', fulfilment: 'none', regretUntilAt: null })
  expect(waiting.pickup?.code).toBeNull()
  expect(waiting.group).toMatchObject({ state: 'open', seat: 'confirmed', size: 3, confirmed: 1 })
  expect(await soldOf(campaign.productId)).toBe(0)
  await aPaidSeat(shop, campaign, { groupId: opener.groupId })
  const last = await aPaidSeat(shop, campaign, { groupId: opener.groupId, quantity: 2 })
  expect(await groupOf(shop, last)).toMatchObject({ state: 'full', missing: 0, acts: ['see-order'] })
  for (const seat of [opener, last]) {
    const order = await toldTruly(seat)
    expect(order).toMatchObject({ trade: 'fulfilling', money: 'paid', fulfilment: 'to-ship', group: { state: 'full' } })
    expect(kinds(order)).toEqual(['placed', 'paid', 'awaiting-group', 'group-full', 'fulfilling'])
    expect(order.acts).toEqual(['buy-again'])
    expect(order.pickup?.code).toMatch(/^\d{6}$/)
    expect(refusalOf(await shop.call('order', 'cancel', { orderId: seat.orderId }, seat.memberId)).code).toBe(
      'order.not-cancellable',
    )
    expect(refusalOf(await leave(seat))).toEqual({ code: 'group.over', state: 'full' })
  }
  expect(await soldOf(campaign.productId)).toBe(4)
})

test('the group price replaces the member price, even where that is lower, and stands in the quote by name', async () => {
  const campaign = await aCampaign(shop, { groupPriceFen: 1500, memberPriceFen: 1400 })
  const memberId = await shop.aMember({ level: 'member' })
  const basket = [{ skuId: campaign.skuId, quantity: 1 }]
  const group = { kind: 'open', campaignId: campaign.campaignId } as const
  const seen = dataOf(await shop.call('order', 'checkout', { basket, group }, memberId))
  expect(seen).toMatchObject({
    quote: { totalFen: 1500, lines: [{ unitPriceRule: 'group', originalUnitFen: 1990 }] },
    group: { size: 3, minSize: null, missing: 3, deadlineAt: null, lifeMs: 24 * HOUR },
  })
  expect(dataOf(await shop.call('order', 'checkout', { basket }, memberId))).toMatchObject({
    quote: { totalFen: 1400 },
    group: null,
  })
  const [opener] = await anOpenGroup(shop, campaign)
  const join = { kind: 'join', groupId: (opener as Seat).groupId } as const
  expect(dataOf(await shop.call('order', 'checkout', { basket, group: join }, memberId)).group).toMatchObject({
    missing: 2,
    deadlineAt: shop.clock.now() + 24 * HOUR,
  })
  expect(refusalOf(await takePart(shop, campaign, memberId, join, { totalFen: 1400 })).code).toBe('quote.changed')
})

test('a group keeps the price it was opened at, whatever the campaign asks of later ones', async () => {
  const campaign = await aCampaign(shop)
  const [opener] = (await anOpenGroup(shop, campaign)) as [Seat]
  await shop.deps.db
    .updateTable('group_price')
    .set({ price_fen: 1690 })
    .where('campaign_id', '=', campaign.campaignId)
    .execute()
  const open = { kind: 'open', campaignId: campaign.campaignId } as const
  expect(refusalOf(await takePart(shop, campaign, await shop.aMember(), open)).code).toBe('quote.changed')
  await aPaidSeat(shop, campaign, { groupId: opener.groupId })
  expect((await groupOf(shop, opener)).prices).toEqual([{ skuId: campaign.skuId, priceFen: 1290, left: 98 }])
})

test('a seat that is not paid in a quarter of an hour is anybody’s again; an opener who never pays leaves nothing behind', async () => {
  const campaign = await aCampaign(shop, { size: 2, stock: 5 })
  const [opener] = (await anOpenGroup(shop, campaign)) as [Seat]
  const kept = await aKeptSeat(shop, campaign, { groupId: opener.groupId })
  expect((await orderOf(shop, kept)).payDeadlineAt).toBe(shop.clock.now() + 15 * MINUTE)
  const hopeful = await shop.aMember()
  const join = { kind: 'join', groupId: opener.groupId } as const
  expect(refusalOf(await takePart(shop, campaign, hopeful, join))).toEqual({
    code: 'group.full',
    freesAt: shop.clock.now() + 15 * MINUTE,
  })
  const never = await aKeptSeat(shop, campaign)
  shop.clock.advance(15 * MINUTE)
  await tick(shop)
  expect(await toldTruly(kept)).toMatchObject({ trade: 'cancelled', group: { seat: 'released' } })
  expect(await groupOf(shop, never)).toMatchObject({ state: 'dropped', acts: ['open-own'] })
  expect(dataOf(await takePart(shop, campaign, hopeful, join)).groupId).toBe(opener.groupId)
  expect(await shop.availableOf(campaign.skuId)).toBe(3)
})

test('whoever joins in the last minutes has no longer to pay than the group lives', async () => {
  const campaign = await aCampaign(shop)
  const [opener] = (await anOpenGroup(shop, campaign)) as [Seat]
  const { deadlineAt } = await groupOf(shop, opener)
  shop.clock.advance(24 * HOUR - 4 * MINUTE)
  const late = await aKeptSeat(shop, campaign, { groupId: opener.groupId })
  expect((await orderOf(shop, late)).payDeadlineAt).toBe(deadlineAt)
})

test('a group left to expire gives everybody everything back, once, and says when it is there', async () => {
  const campaign = await aCampaign(shop)
  const seats = await anOpenGroup(shop, campaign, 2)
  const [one] = seats as [Seat]
  const unpaid = await aKeptSeat(shop, campaign, { groupId: one.groupId })
  shop.clock.advance(24 * HOUR)
  await tick(shop)
  await tick(shop)
  expect(await groupOf(shop, one)).toMatchObject({
    state: 'expired',
    members: [{}, {}],
    acts: ['open-own', 'see-order'],
  })
  const refunding = await toldTruly(one)
  expect(refunding).toMatchObject({ trade: 'closed', money: 'refunding', fulfilment: 'stopped' })
  expect(kinds(refunding)).toEqual(['placed', 'paid', 'awaiting-group', 'refund-wanted', 'group-expired'])
  expect(await toldTruly(unpaid)).toMatchObject({ trade: 'cancelled', money: 'unpaid' })
  const { version } = await groupOf(shop, one)
  await settleRefunds(shop, seats)
  const after = await groupOf(shop, one)
  expect(after).toMatchObject({
    state: 'refunded',
    mine: { state: 'refunded', refund: { state: 'done', amountFen: 1290 } },
  })
  expect(after.version).toBeGreaterThan(version)
  for (const seat of seats) expect(await toldTruly(seat)).toMatchObject({ trade: 'closed', money: 'refunded' })
  expect(await shop.availableOf(campaign.skuId)).toBe(campaign.stock)
  expect(await soldOf(campaign.productId)).toBe(0)
})

test('a refund that the bank refuses keeps the group from being refunded until it is done after all', async () => {
  const campaign = await aCampaign(shop)
  const [one] = (await anOpenGroup(shop, campaign)) as [Seat]
  shop.clock.advance(24 * HOUR)
  shop.pay.setDown(true)
  await tick(shop)
  await tick(shop)
  expect((await groupOf(shop, one)).state).toBe('expired')
  shop.pay.setDown(false)
  shop.clock.advance(2 * HOUR)
  await settleRefunds(shop, [one])
  expect((await groupOf(shop, one)).state).toBe('refunded')
})

test('declared beforehand: so many are enough when time is up, at the group price', async () => {
  const campaign = await aCampaign(shop, { size: 3, minSize: 2 })
  const seats = await anOpenGroup(shop, campaign, 2)
  const [alone] = (await anOpenGroup(shop, campaign)) as [Seat]
  shop.clock.advance(24 * HOUR)
  await tick(shop)
  for (const seat of seats) {
    expect(await groupOf(shop, seat)).toMatchObject({ state: 'full', missing: 1, minSize: 2 })
    expect(await toldTruly(seat)).toMatchObject({ trade: 'fulfilling', paidFen: 1290 })
  }
  expect((await groupOf(shop, alone)).state).toBe('expired')
})

test('at the deadline WeChat Pay is asked first: who has paid counts, and may be the one that was missing', async () => {
  const campaign = await aCampaign(shop, { size: 2 })
  const [opener] = (await anOpenGroup(shop, campaign)) as [Seat]
  shop.clock.advance(24 * HOUR - MINUTE)
  const last = await aKeptSeat(shop, campaign, { groupId: opener.groupId })
  dataOf(await shop.call('payment', 'start', { orderId: last.orderId }, last.memberId))
  shop.pay.pay(last.number)
  shop.clock.advance(MINUTE)
  await tick(shop)
  expect(await groupOf(shop, opener)).toMatchObject({ state: 'full', missing: 0 })
  expect(await toldTruly(last)).toMatchObject({ trade: 'fulfilling', money: 'paid' })
})

test('while WeChat Pay can’t be asked the group waits for the answer, but not for ever', async () => {
  const campaign = await aCampaign(shop)
  const [opener] = (await anOpenGroup(shop, campaign)) as [Seat]
  shop.clock.advance(24 * HOUR - MINUTE)
  const last = await aKeptSeat(shop, campaign, { groupId: opener.groupId })
  dataOf(await shop.call('payment', 'start', { orderId: last.orderId }, last.memberId))
  shop.pay.pay(last.number)
  shop.pay.setDown(true)
  shop.clock.advance(2 * MINUTE)
  await tick(shop)
  expect((await groupOf(shop, opener)).state).toBe('open')
  shop.clock.advance(10 * MINUTE)
  await tick(shop)
  expect(await groupOf(shop, opener)).toMatchObject({ state: 'expired', reserved: 1 })
  shop.pay.setDown(false)
  await tick(shop)
  expect(await toldTruly(last)).toMatchObject({ trade: 'awaiting-group', money: 'paid', group: { seat: 'lost' } })
  expect((await groupOf(shop, last)).acts).toEqual(['choose', 'see-order'])
})

test('a member leaves before it is full: everything goes back, the lead passes on, the deadline stays', async () => {
  const campaign = await aCampaign(shop)
  const [opener, second] = (await anOpenGroup(shop, campaign, 2)) as [Seat, Seat]
  const { deadlineAt } = await groupOf(shop, opener)
  shop.clock.advance(HOUR)
  const left = dataOf(await leave(opener))
  expect(left).toMatchObject({ state: 'open', missing: 2, mine: { state: 'left', refund: { state: 'wanted' } } })
  expect(dataOf(await leave(opener)).mine?.state).toBe('left')
  expect(await groupOf(shop, second)).toMatchObject({ members: [{ isYou: true, isLeader: true }], deadlineAt })
  expect(kinds(await toldTruly(opener))).toEqual(['placed', 'paid', 'awaiting-group', 'refund-wanted', 'group-left'])
  await settleRefunds(shop, [opener])
  expect(await toldTruly(opener)).toMatchObject({ trade: 'closed', money: 'refunded' })
  // by the order's own cancel it is the same, and the last one to leave ends the group
  expect(dataOf(await shop.call('order', 'cancel', { orderId: second.orderId }, second.memberId))).toMatchObject({
    trade: 'closed',
    money: 'refunding',
  })
  expect((await groupOf(shop, second)).state).toBe('dropped')
  expect(await shop.availableOf(campaign.skuId)).toBe(campaign.stock)
  // who left may come back, to another group
  expect((await aPaidSeat(shop, campaign, { memberId: opener.memberId })).groupId).not.toBe(opener.groupId)
})

test('a kept seat is called off without money; one that was paid in that moment is refunded', async () => {
  const campaign = await aCampaign(shop)
  const [opener] = (await anOpenGroup(shop, campaign)) as [Seat]
  const kept = await aKeptSeat(shop, campaign, { groupId: opener.groupId })
  expect(dataOf(await leave(kept))).toMatchObject({ reserved: 0, mine: { state: 'released' } })
  const paid = await aKeptSeat(shop, campaign, { groupId: opener.groupId })
  dataOf(await shop.call('payment', 'start', { orderId: paid.orderId }, paid.memberId))
  shop.pay.pay(paid.number)
  expect(dataOf(await leave(paid))).toMatchObject({ missing: 2, mine: { state: 'left', refund: { amountFen: 1290 } } })
})

test('one person, one seat; so many parts a person as the campaign says; so many pieces an order', async () => {
  const campaign = await aCampaign(shop, { perPerson: 2, mostPieces: 2 })
  const [opener] = (await anOpenGroup(shop, campaign)) as [Seat]
  const join = { kind: 'join', groupId: opener.groupId } as const
  const open = { kind: 'open', campaignId: campaign.campaignId } as const
  expect(refusalOf(await takePart(shop, campaign, opener.memberId, join))).toEqual({
    code: 'group.already-in',
    groupId: opener.groupId,
    orderId: opener.orderId,
  })
  const [other] = (await anOpenGroup(shop, campaign)) as [Seat]
  await aPaidSeat(shop, campaign, { memberId: opener.memberId, groupId: other.groupId })
  expect(refusalOf(await takePart(shop, campaign, opener.memberId, open))).toEqual({
    code: 'group.limit-reached',
    limit: 2,
  })
  expect(refusalOf(await takePart(shop, campaign, await shop.aMember(), join, { quantity: 3 }))).toEqual({
    code: 'group.pieces',
    most: 2,
  })
})

test('the campaign’s share and the shelf are both held; what is out says so', async () => {
  const scarce = await aCampaign(shop, { stock: 50, share: 2, mostPieces: 5 })
  const open = { kind: 'open', campaignId: scarce.campaignId } as const
  await aKeptSeat(shop, scarce, { quantity: 2 })
  expect(refusalOf(await takePart(shop, scarce, await shop.aMember(), open))).toEqual({
    code: 'group.sold-out',
    available: 0,
  })
  const empty = await aCampaign(shop, { stock: 1, share: 100 })
  await aKeptSeat(shop, empty)
  const second = { kind: 'open', campaignId: empty.campaignId } as const
  expect(refusalOf(await takePart(shop, empty, await shop.aMember(), second))).toMatchObject({ code: 'sku.short' })
})

test('a paused campaign takes no new groups while open ones go on', async () => {
  const campaign = await aCampaign(shop, { size: 2 })
  const [opener] = (await anOpenGroup(shop, campaign)) as [Seat]
  await shop.deps.db
    .updateTable('group_campaign')
    .set({ status: 'paused' })
    .where('id', '=', campaign.campaignId)
    .execute()
  const open = { kind: 'open', campaignId: campaign.campaignId } as const
  expect(refusalOf(await takePart(shop, campaign, await shop.aMember(), open)).code).toBe('campaign.over')
  await aPaidSeat(shop, campaign, { groupId: opener.groupId })
  expect((await groupOf(shop, opener)).state).toBe('full')
})

test('when all of a full group have their goods, it is fulfilled', async () => {
  const campaign = await aCampaign(shop, { size: 2 })
  const seats = await anOpenGroup(shop, campaign, 2)
  const owner = await shop.aStaff()
  for (const { orderId, memberId } of seats) {
    dataOf(await shop.call('staff-order', 'makeReady', { orderIds: [orderId] }, owner))
    dataOf(await shop.call('order', 'confirmReceipt', { orderId }, memberId))
  }
  await tick(shop)
  expect((await groupOf(shop, seats[0] as Seat)).state).toBe('fulfilled')
})

test('who deletes themselves stays nobody in their groups, and the seats still count', async () => {
  const campaign = await aCampaign(shop, { size: 2 })
  const seats = await anOpenGroup(shop, campaign, 2)
  const owner = await shop.aStaff()
  for (const { orderId, memberId } of seats) {
    dataOf(await shop.call('staff-order', 'makeReady', { orderIds: [orderId] }, owner))
    dataOf(await shop.call('order', 'confirmReceipt', { orderId }, memberId))
    shop.clock.advance(HOUR)
  }
  await tick(shop)
  for (const { memberId } of seats) dataOf(await shop.call('member', 'deleteMe', { confirm: 'delete' }, memberId))
  const [{ groupId }] = seats as [Seat]
  const left = await shop.deps.db.selectFrom('group_seat').selectAll().where('group_id', '=', groupId).execute()
  for (const seat of left) expect(seats.map((s) => s.memberId)).not.toContain(seat.member_id)
  expect(dataOf(await shop.call('group-buy', 'open', { groupId }))).toMatchObject({
    state: 'fulfilled',
    members: [{ name: '*', isLeader: true }, { name: '*' }],
  })
})

test('who deletes themselves stays nobody in their groups, and the seats still count', async () => {
  const campaign = await aCampaign(shop, { size: 2 })
  const seats = await anOpenGroup(shop, campaign, 2)
  const owner = await shop.aStaff()
  for (const { orderId, memberId } of seats) {
    dataOf(await shop.call('staff-order', 'makeReady', { orderIds: [orderId] }, owner))
    dataOf(await shop.call('order', 'confirmReceipt', { orderId }, memberId))
  }
  await tick(shop)
  for (const { memberId } of seats) dataOf(await shop.call('member', 'deleteMe', { confirm: 'delete' }, memberId))
  const [{ groupId }] = seats as [Seat]
  const left = await shop.deps.db.selectFrom('group_seat').selectAll().where('group_id', '=', groupId).execute()
  for (const seat of left) expect(seats.map((s) => s.memberId)).not.toContain(seat.member_id)
  expect(dataOf(await shop.call('group-buy', 'open', { groupId }))).toMatchObject({
    state: 'fulfilled',
    members: [{ name: '*', isLeader: true }, { name: '*' }],
  })
})

test('before the group is full the staff neither ship nor refund, and never change its price', async () => {
  const campaign = await aCampaign(shop)
  const owner = await shop.aStaff()
  const actsOf = async (seat: Seat) =>
    dataOf(await shop.call('staff-order', 'detail', { orderId: seat.orderId }, owner)).acts
  const kept = await aKeptSeat(shop, campaign)
  expect(await actsOf(kept)).toEqual(['cancel', 'remark'])
  const [opener] = (await anOpenGroup(shop, campaign)) as [Seat]
  expect(await actsOf(opener)).toEqual(['remark'])
  dataOf(await shop.call('staff-order', 'cancel', { orderId: kept.orderId }, owner))
  expect((await groupOf(shop, kept)).state).toBe('dropped')
})
