/** Who earns from an order, and how commission follows it from the payment to the release, whatever is refunded on the way. */
import type { MemberId } from '@/domain/ids'
import { DAY, HOUR, later, MINUTE } from '@/domain/time'
import { commissionLetters } from '../../../cloudfunctions/earning/follow-order'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { aNeighbour, aCommunity, aLeader } from '../../support/shop/communities'
import { aCampaign, aPaidSeat } from '../../support/shop/group-buying'
import { aPaidSaleOrder, aSale } from '../../support/shop/group-sales'
import { pay, place, readyToBuy, requestId } from '../../support/shop/buying'
import {
  aLedOrder,
  aPaidLedOrder,
  findings,
  ledgerOf,
  linesOf,
  openCardOf,
  receive,
  refund,
  rowsOf,
  statementOf,
  tick,
  wantRefund,
  type LedOrder,
} from '../../support/shop/earning'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const orderRow = (orderId: string) =>
  shop.deps.db
    .selectFrom('orders')
    .select(['leader_id', 'attribution'])
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow()

const aBuyer = () => shop.aMember({ name: '小美' })

const anOrderOf = async (memberId: MemberId): Promise<string> => {
  const { skuId, pickupPointId } = await readyToBuy(shop)
  const { orderId } = dataOf(
    await place(shop, memberId, { basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen: 1990 }),
  )
  return orderId
}

describe('who earns', () => {
  test('the leader whose card was opened last, with the rate of that day frozen on the lines', async () => {
    const [first, last] = [await aLeader(shop), await aLeader(shop, { rateBp: 1200 })]
    const memberId = await aBuyer()
    await openCardOf(shop, first.leaderId, memberId)
    shop.clock.advance(HOUR)
    const code = await openCardOf(shop, last.leaderId, memberId)
    const touchedAt = shop.clock.now()
    shop.clock.advance(HOUR)
    const orderId = await anOrderOf(memberId)
    await shop.deps.db.updateTable('leader').set({ rate_bp: 100 }).where('member_id', '=', last.leaderId).execute()
    expect(await orderRow(orderId)).toEqual({
      leader_id: last.leaderId,
      attribution: {
        kind: 'touch',
        leaderId: last.leaderId,
        touch: { at: touchedAt, leaderId: last.leaderId, via: { kind: 'card', shareCode: code } },
      },
    })
    expect((await linesOf(shop, orderId as never)).map((line) => line.rate_bp)).toEqual([1200])
  })

  test("the page of a leader's community counts like a card", async () => {
    const { leaderId, communityId } = await aCommunity(shop)
    const memberId = await aNeighbour(shop, communityId)
    dataOf(await shop.call('community', 'open', { communityId }, memberId))
    const { attribution } = await orderRow(await anOrderOf(memberId))
    expect(attribution).toMatchObject({ kind: 'touch', leaderId, touch: { via: { kind: 'community', communityId } } })
  })

  test.each([
    ['the week is over', async () => shop.clock.advance(7 * DAY + MINUTE)],
    [
      'the leader is suspended meanwhile',
      async (_: MemberId, leaderId: MemberId) =>
        void (await shop.deps.db
          .updateTable('leader')
          .set({ state: 'suspended' })
          .where('member_id', '=', leaderId)
          .execute()),
    ],
  ])('nobody once %s', async (_, happens) => {
    const { leaderId } = await aLeader(shop)
    const memberId = await aBuyer()
    await openCardOf(shop, leaderId, memberId)
    await happens(memberId, leaderId)
    expect(await orderRow(await anOrderOf(memberId))).toEqual({ leader_id: null, attribution: null })
  })

  test('nobody where the card is of somebody who is no leader, or was opened by a stranger', async () => {
    const memberId = await aBuyer()
    await openCardOf(shop, await shop.aMember(), memberId)
    const { leaderId } = await aLeader(shop)
    const { productId } = await shop.aProduct()
    const { code } = dataOf(await shop.call('share', 'create', { productId, channel: 'chat' }, leaderId))
    dataOf(await shop.call('share', 'open', { code, scene: 1007 }))
    expect((await orderRow(await anOrderOf(memberId))).leader_id).toBeNull()
  })

  test("inside a leader's sale it is that leader, whoever's card was seen before", async () => {
    const [other, memberId] = [await aLeader(shop), await aBuyer()]
    await openCardOf(shop, other.leaderId, memberId)
    const sale = await aSale(shop)
    const { orderId } = await aPaidSaleOrder(shop, sale, { memberId })
    expect(await orderRow(orderId)).toEqual({
      leader_id: sale.leaderId,
      attribution: { kind: 'sale', leaderId: sale.leaderId, saleId: sale.saleId },
    })
    await tick(shop)
    expect(await rowsOf(shop, sale.leaderId as MemberId)).toEqual([
      { kind: 'commission', state: 'estimated', amountFen: 120, baseFen: 1500 },
    ])
  })

  test("a leader's own purchase earns nothing, and the statement says so", async () => {
    const sale = await aSale(shop)
    const leaderId = sale.leaderId as MemberId
    const order = await aPaidSaleOrder(shop, sale, { memberId: leaderId })
    await tick(shop)
    expect(await orderRow(order.orderId)).toMatchObject({ attribution: { kind: 'own-purchase', leaderId } })
    const { rows, balances } = await statementOf(shop, leaderId)
    expect(rows).toMatchObject([{ state: 'dropped', amountFen: 0, rateBp: 0, why: { kind: 'own-purchase' } }])
    expect(balances['leader-estimated']).toBe(0)
  })

  test("a product's own rate beats the leader's", async () => {
    const { leaderId } = await aLeader(shop, { rateBp: 1200 })
    const memberId = await aBuyer()
    await openCardOf(shop, leaderId, memberId)
    const { skuId, productId, pickupPointId } = await readyToBuy(shop)
    const owner = await shop.aStaff()
    dataOf(await shop.call('staff-commission', 'saveRate', { kind: 'product', productId, rateBp: 300 }, owner))
    const { orderId } = dataOf(
      await place(shop, memberId, { basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen: 1990 }),
    )
    expect((await linesOf(shop, orderId)).map((line) => line.rate_bp)).toEqual([300])
  })

  test('in a group buy it is estimated when the group is full, and never where it was not', async () => {
    const { leaderId } = await aLeader(shop)
    const campaign = await aCampaign(shop, { size: 2 })
    const memberId = await aBuyer()
    await openCardOf(shop, leaderId, memberId)
    const opener = await aPaidSeat(shop, campaign, { memberId })
    await tick(shop)
    expect(await rowsOf(shop, leaderId)).toEqual([])
    await aPaidSeat(shop, campaign, { groupId: opener.groupId })
    await tick(shop)
    expect(await rowsOf(shop, leaderId)).toMatchObject([{ state: 'estimated', baseFen: 1290 }])

    const alone = await aLeader(shop)
    const lonely = await aBuyer()
    await openCardOf(shop, alone.leaderId, lonely)
    await aPaidSeat(shop, campaign, { memberId: lonely })
    shop.clock.advance(DAY + HOUR)
    await tick(shop)
    await tick(shop)
    expect(await rowsOf(shop, alone.leaderId)).toEqual([])
  })
})

describe('the way of a row', () => {
  test('paid: estimated; received: accrued; seven days later: payable; each fen explained', async () => {
    const order = await aPaidLedOrder(shop, { lines: [[2990, 2]] })
    const { leaderId } = order
    expect(await rowsOf(shop, leaderId)).toEqual([
      { kind: 'commission', state: 'estimated', amountFen: 478, baseFen: 5980 },
    ])
    const [row] = (await statementOf(shop, leaderId)).rows
    expect(row).toMatchObject({
      rateBp: 800,
      exactMicroYuan: 4_784_000,
      why: { kind: 'not-received' },
      order: { number: order.number },
      goods: { quantity: 2 },
      formula: { unitFen: 2990, quantity: 2, cuts: [], refundedFen: 0 },
      attribution: { kind: 'touch', buyer: '小*' },
    })

    await receive(shop, order)
    const receivedAt = shop.clock.now()
    expect((await statementOf(shop, leaderId)).rows[0]).toMatchObject({
      state: 'accrued',
      releaseAt: later(receivedAt, 7 * DAY),
    })
    shop.clock.set(later(receivedAt, 7 * DAY - MINUTE))
    await tick(shop)
    expect(await rowsOf(shop, leaderId)).toMatchObject([{ state: 'accrued' }])
    shop.clock.set(later(receivedAt, 7 * DAY))
    await tick(shop)
    expect(await rowsOf(shop, leaderId)).toMatchObject([{ state: 'payable' }])
    const { payable, closing, balances } = await statementOf(shop, leaderId)
    expect(payable.netFen).toBe(478)
    expect(closing).toEqual(balances)
    expect(balances).toMatchObject({ 'leader-payable': 478, 'store-expense': -478, 'leader-estimated': 0 })
  })

  test('a late letter counts the seven days from the receipt, not from itself', async () => {
    const order = await aPaidLedOrder(shop)
    const owner = await shop.aStaff()
    dataOf(await shop.call('staff-order', 'makeReady', { orderIds: [order.orderId] }, owner))
    dataOf(await shop.call('order', 'confirmReceipt', { orderId: order.orderId }, order.memberId))
    const receivedAt = shop.clock.now()
    shop.clock.advance(2 * DAY)
    await tick(shop)
    expect((await ledgerOf(shop, order.leaderId)).earnings[0]).toMatchObject({
      receivedAt,
      releaseAt: later(receivedAt, 7 * DAY),
    })
  })

  test('a part refunded before it is sent shrinks the row; everything refunded ends it', async () => {
    const order = await aPaidLedOrder(shop, { lines: [[1000, 3]] })
    await refund(shop, order, 1)
    await tick(shop)
    expect(await rowsOf(shop, order.leaderId)).toMatchObject([{ state: 'estimated', baseFen: 2000, amountFen: 160 }])
    expect((await statementOf(shop, order.leaderId)).rows[0]?.formula).toMatchObject({ refundedFen: 1000 })
    await refund(shop, order, 2)
    await tick(shop)
    expect(await rowsOf(shop, order.leaderId)).toMatchObject([{ state: 'dropped', baseFen: 0, amountFen: 0 }])
    expect((await statementOf(shop, order.leaderId)).rows[0]?.why.kind).toBe('refunded')
  })

  test('whoever takes a paid order back takes its commission along', async () => {
    const order = await aPaidLedOrder(shop)
    dataOf(await shop.call('order', 'cancel', { orderId: order.orderId }, order.memberId))
    await tick(shop)
    expect(await rowsOf(shop, order.leaderId)).toMatchObject([{ state: 'dropped', amountFen: 0 }])
  })

  test('letters that come twice, or only after everything has happened, say nothing new', async () => {
    const order = await aLedOrder(shop, { lines: [[1000, 3]] })
    await pay(shop, order)
    await wantRefund(shop, order, 1)
    for (let again = 0; again < 3; again++) await follow(order)
    const { earnings, movements } = await ledgerOf(shop, order.leaderId)
    expect(earnings).toMatchObject([{ state: 'estimated', baseFen: 2000, amountFen: 160 }])
    expect(movements.map(({ cause }) => cause)).toEqual(['booked', 'refunded'])
  })

  test('an unpaid order, a cancelled one and one without a leader have no rows', async () => {
    const order = await aLedOrder(shop)
    await follow(order)
    dataOf(await shop.call('order', 'cancel', { orderId: order.orderId }, order.memberId))
    await tick(shop)
    await follow(order)
    expect(await rowsOf(shop, order.leaderId)).toEqual([])
  })
})

const follow = (order: Pick<LedOrder, 'orderId'>) =>
  commissionLetters['commission.follow']?.(shop.deps, {
    ...{ id: requestId(), topic: 'commission.follow', subject: order.orderId, payload: {}, attempts: 1 },
  })

describe('the statement', () => {
  test('is for leaders alone, and everybody sees their own', async () => {
    const order = await aPaidLedOrder(shop)
    expect(refusalOf(await shop.call('earning', 'statement', {}, order.memberId))).toEqual({
      code: 'leader.not-approved',
    })
    const other = await aLeader(shop)
    expect((await statementOf(shop, other.leaderId)).rows).toEqual([])
    expect(refusalOf(await shop.call('earning', 'statement', {}))).toMatchObject({ code: 'sign-in.required' })
    expect(refusalOf(await shop.call('earning', 'statement', { month: '2026-13' }, order.leaderId))).toMatchObject({
      code: 'input.invalid',
    })
  })

  test('of a month that is over reads the same for ever', async () => {
    const order = await aPaidLedOrder(shop)
    const month = (await statementOf(shop, order.leaderId)).month
    const before = await statementOf(shop, order.leaderId, month)
    shop.clock.advance(40 * DAY)
    await receive(shop, order)
    await refund(shop, order, 1)
    await tick(shop)
    const after = await statementOf(shop, order.leaderId, month)
    expect({ ...after.closing, rows: after.rows.map((row) => [row.state, row.amountFen]) }).toEqual({
      ...before.closing,
      rows: before.rows.map((row) => [row.state, row.amountFen]),
    })
    expect(after.months).toHaveLength(2)
  })

  test('says what comes when, by the usual way of the goods', async () => {
    const order = await aPaidLedOrder(shop)
    const { forecast } = await statementOf(shop, order.leaderId)
    expect(forecast.days[0]).toMatchObject({ payableFen: 0 })
    expect(forecast.days.at(-1)).toMatchObject({ estimatedFen: 478 })
  })

  test('goes out as a spreadsheet without formulas of others', async () => {
    const order = await aPaidLedOrder(shop)
    const { month } = await statementOf(shop, order.leaderId)
    const { csv, fileName } = dataOf(await shop.call('earning', 'exportStatement', { month }, order.leaderId))
    expect(fileName).toBe(`commission-${month}.csv`)
    // eighteen digits: as a number a spreadsheet would round the last ones away
    expect(csv).toContain(`"\t${order.number}"`)
    expect(csv).toContain('"4.78"')
  })
})

test('the books of all that happened here are right', async () => {
  expect(await findings(shop)).toEqual([])
})
