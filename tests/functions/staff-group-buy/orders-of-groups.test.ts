/** What the staff see of groups elsewhere: in the orders, on the day's board, and of a campaign that changes under way. */
import { DAY, HOUR, MINUTE, later } from '@/domain/time'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import type { StaffSeat } from '../../support/shop/builders'
import { aCampaign, aLostSeat, anOpenGroup, aPaidSeat, groupOf, tick } from '../../support/shop/group-buying'

let shop: Shop
let owner: StaffSeat
beforeAll(async () => {
  shop = await openShop()
})
beforeEach(async () => {
  owner = await shop.aStaff({ name: '林晓禾' })
})
afterAll(() => shop.close())

const list = async (tab: 'awaiting-group' | 'to-ship') => dataOf(await shop.call('staff-order', 'list', { tab }, owner))

test('an order that waits for its group stands under its own tab, with the people it has and the system’s clock', async () => {
  const campaign = await aCampaign(shop)
  const [opener] = await anOpenGroup(shop, campaign, 2)
  if (!opener) throw new Error('nobody opened')
  const waiting = await list('awaiting-group')
  expect([waiting.total, waiting.counts['awaiting-group']]).toEqual([2, 2])
  expect(waiting.rows.find(({ id }) => id === opener.orderId)).toMatchObject({
    ...{ group: { id: opener.groupId, state: 'open', size: 3, confirmed: 2 }, acts: ['remark'] },
    clock: { kind: 'group', endAt: later(shop.clock.now(), DAY), isSystem: true },
  })
  const detail = dataOf(await shop.call('staff-order', 'detail', { orderId: opener.orderId }, owner))
  expect(detail).toMatchObject({ group: { seat: 'confirmed', size: 3 }, clock: { kind: 'group' } })
  await aPaidSeat(shop, campaign, { groupId: opener.groupId })
  expect((await list('awaiting-group')).rows).toEqual([])
  const row = (await list('to-ship')).rows.find(({ id }) => id === opener.orderId)
  expect(row).toMatchObject({ group: { state: 'full', confirmed: 3 }, clock: { kind: 'ship', isSystem: false } })
})

test('who paid for a seat that was gone chooses against a clock that staff see', async () => {
  const { lost } = await aLostSeat(shop, await aCampaign(shop))
  const row = (await list('awaiting-group')).rows.find(({ id }) => id === lost.orderId)
  expect(row?.clock).toMatchObject({ kind: 'choose', startAt: shop.clock.now(), isSystem: true })
  expect(row?.clock?.endAt).toBe(later(shop.clock.now(), 10 * MINUTE))
})

test('a group’s refund that was given up is a thing to do, apart from other letters; retried it is gone', async () => {
  const todos = async () => dataOf(await shop.call('staff-order', 'today', {}, owner))
  const campaign = await aCampaign(shop)
  const [seat] = await anOpenGroup(shop, campaign)
  if (!seat) throw new Error('nobody opened')
  shop.clock.advance(DAY + MINUTE)
  owner = await shop.aStaff()
  shop.pay.setDown(true)
  await tick(shop)
  for (let hours = 0; hours < 16; hours++) {
    shop.clock.advance(HOUR + MINUTE)
    await tick(shop)
  }
  shop.pay.setDown(false)
  owner = await shop.aStaff()
  const board = await todos()
  const kinds = board.todos.map(({ kind }) => kind)
  expect(board.todos).toContainEqual({
    kind: 'group-refund',
    refunds: expect.any(Number),
    totalFen: expect.any(Number),
  })
  // they have a ledger of their own, so the outbox neither counts nor lists them
  expect(board.counts.deadLetters).toBe(0)
  expect(kinds).not.toContain('dead-letter')
  const letters = dataOf(await shop.call('staff-order', 'deadLetters', {}, owner)).rows
  expect(letters.filter(({ topic }) => topic === 'refund.send')).toEqual([])
  const ledger = dataOf(await shop.call('staff-group-buy', 'refunds', { tab: 'failed' }, owner))
  expect(ledger.rows.map(({ orderId }) => orderId)).toContain(seat.orderId)
  for (const { id } of ledger.rows) dataOf(await shop.call('staff-group-buy', 'retryRefund', { refundId: id }, owner))
  await tick(shop)
  expect((await todos()).todos.map(({ kind }) => kind)).not.toContain('group-refund')
  for (const refund of shop.pay.refundsOf(seat.number))
    await shop.deliver('payment', shop.pay.settleRefund(refund.outRefundNo))
  const done = dataOf(await shop.call('staff-group-buy', 'refunds', { tab: 'done' }, owner))
  expect(done.rows.find(({ orderId }) => orderId === seat.orderId)).toMatchObject({
    why: 'group-expired',
    isDead: false,
  })
})

test('an open group keeps its price and its size when the campaign changes; the next one gets the new ones', async () => {
  const campaign = await aCampaign(shop, { groupPriceFen: 1290 })
  const [opener] = await anOpenGroup(shop, campaign)
  if (!opener) throw new Error('nobody opened')
  const { campaignId, productId, skuId } = campaign
  const before = dataOf(await shop.call('staff-group-buy', 'campaign', { campaignId }, owner))
  const { name, version, startsAt, endsAt, perPerson, mostPieces } = before
  const changed = dataOf(
    await shop.call(
      'staff-group-buy',
      'saveCampaign',
      {
        ...{ campaignId, version, name, productId, size: 2, lifeMinutes: 60, perPerson, mostPieces, startsAt, endsAt },
        prices: [{ skuId, priceFen: 1490, stockShare: 50 }],
      },
      owner,
    ),
  )
  expect(changed).toMatchObject({ size: 2, openGroups: 1, priceFromFen: 1490 })
  const joined = await aPaidSeat(shop, campaign, { groupId: opener.groupId, totalFen: 1290 })
  expect(await groupOf(shop, joined)).toMatchObject({ size: 3, missing: 1, state: 'open' })
  const next = await aPaidSeat(shop, campaign, { totalFen: 1490 })
  expect(await groupOf(shop, next)).toMatchObject({ size: 2, missing: 1 })
})

test('a paused campaign opens no new group, and those that are open fill', async () => {
  const campaign = await aCampaign(shop)
  const [opener] = await anOpenGroup(shop, campaign, 2)
  if (!opener) throw new Error('nobody opened')
  const { campaignId } = campaign
  const { version } = dataOf(await shop.call('staff-group-buy', 'campaign', { campaignId }, owner))
  dataOf(await shop.call('staff-group-buy', 'moveCampaign', { campaignId, version, act: 'pause' }, owner))
  await expect(anOpenGroup(shop, campaign)).rejects.toThrow('campaign.over')
  const last = await aPaidSeat(shop, campaign, { groupId: opener.groupId })
  expect(await groupOf(shop, last)).toMatchObject({ state: 'full' })
  const { numbers } = dataOf(await shop.call('staff-group-buy', 'campaign', { campaignId }, owner))
  expect(numbers).toMatchObject({ opened: 1, filled: 1, expired: 0, medianFillMs: 0, paidFen: 3 * 1290, pieces: 3 })
  expect(
    refusalOf(await shop.call('staff-group-buy', 'moveCampaign', { campaignId, version, act: 'end' }, owner)).code,
  ).toBe('campaign.changed')
})
