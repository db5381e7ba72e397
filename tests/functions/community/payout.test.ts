/** From payable to the leader's pocket: two people, WeChat's own wire, a yes within a day; and all that goes wrong on the way. */
import { DAY, HOUR, MINUTE } from '@/domain/time'
import type { MemberId } from '@/domain/ids'
import { dataOf, refusalOf } from '../../support/functions'
import { aLeader } from '../../support/shop/communities'
import { requestId } from '../../support/shop/buying'
import { openWiredShop, type WiredShop } from '../../support/shop/wired'
import {
  anApprovedPayout,
  findings,
  ledgerOf,
  openCardOf,
  proposeAll,
  rowsOf,
  statementOf,
  wantRefund,
  type LedOrder,
} from '../../support/shop/earning'
import { place } from '../../support/shop/buying'

let shop: WiredShop
beforeAll(async () => {
  shop = await openWiredShop()
})
afterAll(() => shop.close())
afterEach(() => shop.standin.faults.reset())

/** Ordered through the leader's card, paid in WeChat, fetched, and the seven days are over. */
const aPayableOrder = async (wish: { leaderId?: MemberId; priceFen?: number; quantity?: number } = {}) => {
  const { priceFen = 2990, quantity = 2 } = wish
  const leaderId = wish.leaderId ?? (await aLeader(shop)).leaderId
  const memberId = await shop.aMember({ name: '小美' })
  await openCardOf(shop, leaderId, memberId)
  const { skuId } = await shop.aProduct({ skus: [{ priceFen }] })
  const pickupPointId = await shop.aPickupPoint()
  const wanted = { basket: [{ skuId, quantity }], pickupPointId, totalFen: priceFen * quantity }
  const { orderId, number } = dataOf(await place(shop, memberId, wanted))
  await shop.payInWechat(orderId, memberId)
  const owner = await shop.aStaff()
  dataOf(await shop.call('staff-order', 'makeReady', { orderIds: [orderId] }, owner))
  dataOf(await shop.call('order', 'confirmReceipt', { orderId }, memberId))
  await shop.tick()
  shop.clock.advance(7 * DAY + MINUTE)
  await shop.tick()
  const order: LedOrder = { leaderId, memberId, orderId, number, pickupPointId, skuIds: [skuId] }
  return order
}

const transfersOf = async (leaderId: MemberId) =>
  dataOf(await shop.call('earning', 'payouts', {}, leaderId)).items.flatMap((payout) => payout.transfers)

/** What the phone hands to WeChat. */
const slipOf = async (leaderId: MemberId) => {
  const [transfer] = await transfersOf(leaderId)
  if (!transfer) throw new Error('no transfer')
  const slip = dataOf(await shop.call('earning', 'confirmTransfer', { transferId: transfer.id }, leaderId))
  return { ...slip, transferId: transfer.id }
}

const sayYes = async (leaderId: MemberId): Promise<void> => {
  expect(shop.standin.receive((await slipOf(leaderId)).package, 'success').errMsg).toBe('requestMerchantTransfer:ok')
  await shop.standin.settled()
}

const statesOf = async (leaderId: MemberId) => (await rowsOf(shop, leaderId)).map((row) => row.state)
const payoutOf = async (leaderId: MemberId) =>
  dataOf(await shop.call('earning', 'payouts', {}, leaderId)).items[0]?.state ?? null

describe('a payout', () => {
  test('goes from the statement to the pocket: proposed, checked, asked, confirmed, and told by notice', async () => {
    const { leaderId } = await aPayableOrder()
    const payout = await anApprovedPayout(shop, leaderId)
    expect(payout).toMatchObject({
      state: 'approved',
      amountFen: 478,
      transfers: [{ state: 'unsent', amountFen: 478 }],
    })
    expect(await statesOf(leaderId)).toEqual(['paying'])
    await shop.tick()
    expect(await transfersOf(leaderId)).toMatchObject([{ state: 'awaiting-confirm' }])
    expect((await statementOf(shop, leaderId)).rows[0]).toMatchObject({
      state: 'awaiting-confirm',
      why: { kind: 'awaiting-confirm', untilAt: shop.clock.now() + DAY },
    })
    const slip = await slipOf(leaderId)
    expect(slip).toMatchObject({ merchantId: shop.standin.keys.mchid, amountFen: 478 })
    expect(slip.standinUrl).toBe('/standin/wechat-pay/receive')

    await sayYes(leaderId)
    expect(await statesOf(leaderId)).toEqual(['paid'])
    expect(await payoutOf(leaderId)).toBe('finished')
    const { balances, paidOutEverFen } = await statementOf(shop, leaderId)
    expect(paidOutEverFen).toBe(478)
    expect(balances).toMatchObject({ 'leader-payable': 0, 'in-transfer': 0, 'paid-out': 478, 'store-expense': -478 })
    expect(shop.standin.transfers()).toMatchObject([{ amountFen: 478, state: 'SUCCESS' }])
  })

  test('is never checked by its maker, nor made or checked by somebody without the permission', async () => {
    const { leaderId } = await aPayableOrder()
    const [maker, service] = [await shop.aStaff(), await shop.aStaff({ role: 'customer-service' })]
    const { id: payoutId } = await proposeAll(shop, leaderId, maker)
    const call = (who: typeof maker) => shop.call('staff-commission', 'approve', { payoutId }, who)
    expect(refusalOf(await call(maker))).toEqual({ code: 'payout.same-person' })
    expect(refusalOf(await call(service))).toMatchObject({ code: 'role.required' })
    expect(refusalOf(await shop.call('staff-commission', 'approve', { payoutId }))).toMatchObject({
      code: 'sign-in.required',
    })
    const input = { payoutId, reason: '再核对' }
    expect(refusalOf(await shop.call('staff-commission', 'reject', input, maker))).toEqual({
      code: 'payout.same-person',
    })
    expect(await statesOf(leaderId)).toEqual(['payable'])
  })

  test('is one at a time, of the amount that was on the screen, and taken back or refused it leaves everything as it was', async () => {
    const { leaderId } = await aPayableOrder()
    const [maker, checker] = [await shop.aStaff(), await shop.aStaff()]
    const wrong = { memberId: leaderId, amountFen: 477 as never }
    expect(refusalOf(await shop.call('staff-commission', 'propose', wrong, maker))).toMatchObject({
      code: 'payout.plan-changed',
      plan: { amountFen: 478 },
    })
    const first = await proposeAll(shop, leaderId, maker)
    const again = { memberId: leaderId, amountFen: 478 as never }
    expect(refusalOf(await shop.call('staff-commission', 'propose', again, checker))).toEqual({ code: 'payout.open' })
    dataOf(await shop.call('staff-commission', 'withdraw', { payoutId: first.id }, maker))
    const second = await proposeAll(shop, leaderId, maker)
    const rejected = dataOf(
      await shop.call('staff-commission', 'reject', { payoutId: second.id, reason: '先对账' }, checker),
    )
    expect(rejected).toMatchObject({ state: 'rejected', reason: '先对账', acts: [] })
    expect(refusalOf(await shop.call('staff-commission', 'approve', { payoutId: second.id }, checker))).toEqual({
      code: 'payout.over',
      state: 'rejected',
    })
    expect(await statesOf(leaderId)).toEqual(['payable'])
    const { counts } = dataOf(await shop.call('staff-commission', 'payouts', {}, maker))
    expect(counts).toMatchObject({ rejected: 1, withdrawn: 1 })
  })

  test('finds out that a part was refunded after it was proposed', async () => {
    const order = await aPayableOrder()
    const [maker, checker] = [await shop.aStaff(), await shop.aStaff()]
    const { id: payoutId } = await proposeAll(shop, order.leaderId, maker)
    await wantRefund(shop, order, 1)
    await shop.settleRefunds()
    expect(refusalOf(await shop.call('staff-commission', 'approve', { payoutId }, checker))).toMatchObject({
      code: 'payout.changed',
    })
  })

  test('is cut into transfers below ¥2,000 without dividing a row, all of which the leader confirms', async () => {
    const { leaderId } = await aPayableOrder({ priceFen: 1_500_000, quantity: 1 })
    await aPayableOrder({ leaderId, priceFen: 1_500_000, quantity: 1 })
    const payout = await anApprovedPayout(shop, leaderId)
    expect(payout.transfers.map((transfer) => transfer.amountFen)).toEqual([120_000, 120_000])
    await shop.tick()
    for (const { id: transferId } of await transfersOf(leaderId)) {
      const slip = dataOf(await shop.call('earning', 'confirmTransfer', { transferId }, leaderId))
      shop.standin.receive(slip.package, 'success')
    }
    await shop.standin.settled()
    expect(await statesOf(leaderId)).toEqual(['paid', 'paid'])
    expect(await payoutOf(leaderId)).toBe('finished')
  })
})

describe('a transfer', () => {
  const aSentTransfer = async () => {
    const order = await aPayableOrder()
    await anApprovedPayout(shop, order.leaderId)
    await shop.tick()
    return order
  }

  test('that nobody confirms within a day comes back, payable for the next payout', async () => {
    const { leaderId } = await aSentTransfer()
    shop.clock.advance(DAY + MINUTE)
    const [transfer] = await transfersOf(leaderId)
    const late = await shop.call('earning', 'confirmTransfer', { transferId: transfer?.id as never }, leaderId)
    expect(refusalOf(late)).toEqual({ code: 'transfer.over', state: 'lapsed' })
    await shop.tick()
    expect(await statesOf(leaderId)).toEqual(['payable'])
    expect(await transfersOf(leaderId)).toMatchObject([{ state: 'lapsed' }])
    expect(await payoutOf(leaderId)).toBe('finished')
    await anApprovedPayout(shop, leaderId)
    await shop.tick()
    await sayYes(leaderId)
    expect(await statesOf(leaderId)).toEqual(['paid'])
  })

  test('that fails at WeChat is still owed, and goes into the next payout', async () => {
    const { leaderId } = await aSentTransfer()
    shop.standin.faults.set({ transfer: 'ACCOUNT_FROZEN' })
    await sayYes(leaderId)
    expect(await statesOf(leaderId)).toEqual(['failed'])
    expect(await transfersOf(leaderId)).toMatchObject([{ state: 'failed', failReason: 'ACCOUNT_FROZEN' }])
    expect((await statementOf(shop, leaderId)).balances['leader-payable']).toBe(478)
    shop.standin.faults.reset()
    await anApprovedPayout(shop, leaderId)
    await shop.tick()
    await sayYes(leaderId)
    expect(await statesOf(leaderId)).toEqual(['paid'])
  })

  test('waits, named by its reason, while the merchant has no money, and goes out once it has', async () => {
    const { leaderId } = await aPayableOrder()
    await anApprovedPayout(shop, leaderId)
    shop.standin.faults.set({ transfer: 'short' })
    await shop.tick()
    expect(await transfersOf(leaderId)).toMatchObject([{ state: 'sending', failReason: 'NOT_ENOUGH' }])
    shop.standin.faults.reset()
    shop.clock.advance(2 * MINUTE)
    await shop.tick()
    expect(await transfersOf(leaderId)).toMatchObject([{ state: 'awaiting-confirm', failReason: null }])
  })

  test('whose answer got lost is asked after, and never sent twice', async () => {
    const { leaderId } = await aPayableOrder()
    await anApprovedPayout(shop, leaderId)
    const before = shop.standin.transfers().length
    shop.standin.faults.set({ api: 'reply-lost' })
    await shop.tick()
    expect(await transfersOf(leaderId)).toMatchObject([{ state: 'sending' }])
    shop.standin.faults.reset()
    shop.clock.advance(2 * MINUTE)
    await shop.tick()
    expect(shop.standin.transfers()).toHaveLength(before + 1)
    await sayYes(leaderId)
    expect(await statesOf(leaderId)).toEqual(['paid'])
  })

  test('whose answer got lost is called back where its leader has left meanwhile, not given up as failed', async () => {
    const { leaderId } = await aPayableOrder()
    await anApprovedPayout(shop, leaderId)
    shop.standin.faults.set({ api: 'reply-lost' })
    await shop.tick()
    shop.standin.faults.reset()
    const leftAt = new Date(shop.clock.now())
    await shop.deps.db.updateTable('member').set({ deleted_at: leftAt }).where('id', '=', leaderId).execute()
    for (let round = 0; round < 2; round++) {
      shop.clock.advance(2 * MINUTE)
      await shop.tick()
    }
    expect(shop.standin.transfers().at(-1)).toMatchObject({ state: 'CANCELLED' })
    expect(await statesOf(leaderId)).toEqual(['payable'])
  })

  test('whose notice got lost is asked after by the leader who has just said yes, or by the clock', async () => {
    const { leaderId } = await aSentTransfer()
    shop.standin.faults.set({ notice: 'lost' })
    const { transferId } = await slipOf(leaderId)
    await sayYes(leaderId)
    expect(await statesOf(leaderId)).toEqual(['awaiting-confirm'])
    const checked = dataOf(await shop.call('earning', 'checkTransfer', { transferId }, leaderId))
    expect(checked.state).toBe('paid')
    expect(await statesOf(leaderId)).toEqual(['paid'])

    shop.standin.faults.reset()
    const other = await aSentTransfer()
    shop.standin.faults.set({ notice: 'lost' })
    await sayYes(other.leaderId)
    shop.clock.advance(2 * MINUTE)
    await shop.tick()
    expect(await statesOf(other.leaderId)).toEqual(['paid'])
  })

  test('told five times at once is paid once', async () => {
    const { leaderId } = await aSentTransfer()
    shop.standin.faults.set({ copies: 5 })
    await sayYes(leaderId)
    const { movements } = await ledgerOf(shop, leaderId)
    expect(movements.filter(({ cause }) => cause === 'transfer-paid')).toHaveLength(1)
  })

  test.each(['forged', 'altered', 'stale', 'unknown-serial'] as const)(
    'a notice that is %s is refused',
    async (notice) => {
      const { leaderId } = await aSentTransfer()
      shop.standin.faults.set({ notice })
      const before = shop.answers.length
      await sayYes(leaderId)
      expect(shop.answers.slice(before)).toEqual(expect.arrayContaining([401]))
      expect(await statesOf(leaderId)).toEqual(['awaiting-confirm'])
      shop.standin.faults.reset()
      shop.clock.advance(2 * MINUTE)
      await shop.tick()
    },
  )

  test('is nobody else’s to see or to confirm', async () => {
    const { leaderId, memberId } = await aSentTransfer()
    const { transferId } = await slipOf(leaderId)
    const other = await aLeader(shop)
    for (const who of [memberId, other.leaderId])
      for (const action of ['confirmTransfer', 'checkTransfer'] as const)
        expect(refusalOf(await shop.call('earning', action, { transferId }, who))).toEqual({ code: 'transfer.unknown' })
    expect(dataOf(await shop.call('earning', 'payouts', {}, other.leaderId)).items).toEqual([])
  })
})

describe('after it was sent', () => {
  test('a refund is never an edit: a row stands against it, and the next payout is that much smaller', async () => {
    const order = await aPayableOrder({ priceFen: 3580, quantity: 2 })
    const { leaderId } = order
    await anApprovedPayout(shop, leaderId)
    await shop.tick()
    await sayYes(leaderId)
    await wantRefund(shop, order, 1)
    await shop.settleRefunds()
    expect(await rowsOf(shop, leaderId)).toEqual([
      { kind: 'commission', state: 'paid', amountFen: 573, baseFen: 7160 },
      { kind: 'claw-back', state: 'payable', amountFen: -287, baseFen: -3580 },
    ])
    const maker = await shop.aStaff()
    const { plan, rows } = dataOf(await shop.call('staff-commission', 'statement', { memberId: leaderId }, maker))
    expect(plan).toMatchObject({ no: { code: 'payout.too-small', payableFen: -287 } })
    expect(rows.find((row) => row.kind === 'claw-back')?.why).toMatchObject({
      kind: 'clawed-back',
      fromFen: 7160,
      toFen: 3580,
    })
    await aPayableOrder({ leaderId })
    expect((await anApprovedPayout(shop, leaderId)).amountFen).toBe(478 - 287)
    await shop.tick()
    await sayYes(leaderId)
    expect((await statementOf(shop, leaderId)).balances['paid-out']).toBe(573 + 478 - 287)
  })

  test('refunded while the leader has not said yes, the row goes its way and is clawed back', async () => {
    const order = await aPayableOrder()
    await anApprovedPayout(shop, order.leaderId)
    await shop.tick()
    await wantRefund(shop, order, 2)
    await shop.settleRefunds()
    expect(await rowsOf(shop, order.leaderId)).toMatchObject([
      { state: 'awaiting-confirm', amountFen: 478 },
      { kind: 'claw-back', state: 'payable', amountFen: -478 },
    ])
    shop.clock.advance(DAY + HOUR)
    await shop.tick()
    const { balances } = await statementOf(shop, order.leaderId)
    expect(balances['leader-payable']).toBe(0)
  })
})

describe('a correction', () => {
  test('needs a reason and two people as every payout does, and a second tap books nothing', async () => {
    const { leaderId } = await aLeader(shop)
    const [maker, checker] = [await shop.aStaff(), await shop.aStaff()]
    const input = { memberId: leaderId, requestId: requestId(), amountFen: 5000, remark: '中秋活动补贴' }
    const both = await Promise.all([1, 2].map(() => shop.call('staff-commission', 'adjust', input, maker)))
    expect(both.every((reply) => reply.ok)).toBe(true)
    expect(await rowsOf(shop, leaderId)).toMatchObject([{ kind: 'adjustment', state: 'payable', amountFen: 5000 }])
    const blank = { ...input, requestId: requestId(), remark: '  ' }
    expect((await shop.call('staff-commission', 'adjust', blank, maker)).ok).toBe(false)
    const nothing = { ...input, requestId: requestId(), amountFen: 0 }
    expect(refusalOf(await shop.call('staff-commission', 'adjust', nothing, maker))).toEqual({
      code: 'adjustment.nothing',
    })
    expect((await statementOf(shop, leaderId)).rows[0]?.why).toEqual({ kind: 'adjusted', remark: '中秋活动补贴' })
    const { id: payoutId } = await proposeAll(shop, leaderId, maker)
    dataOf(await shop.call('staff-commission', 'approve', { payoutId }, checker))
  })
})

test('terms count for orders to come, and the road of the money is looked at without sending any', async () => {
  const owner = await shop.aStaff()
  const terms = dataOf(await shop.call('staff-commission', 'saveTerms', { rateBp: 900, floorBp: 7500 }, owner))
  expect(terms).toMatchObject({ rateBp: 900, floorBp: 7500, rail: { isReady: true } })
  expect(terms.rail.checks.map((check) => check.what)).toEqual([
    ...['merchant', 'certificate', 'transfer-scene', 'notify-url'],
  ])
  shop.standin.faults.set({ api: 'busy' })
  expect(dataOf(await shop.call('staff-commission', 'terms', {}, owner)).rail.isReady).toBe(false)
  shop.standin.faults.reset()
  dataOf(await shop.call('staff-commission', 'saveTerms', { rateBp: 800, floorBp: 7000 }, owner))
})

test('every act of the staff is in the audit, and the leaders stand in one list', async () => {
  const owner = await shop.aStaff()
  const { rows, totals } = dataOf(await shop.call('staff-commission', 'leaders', {}, owner))
  expect(rows.length).toBeGreaterThan(5)
  expect(totals['paid-out']).toBe(rows.reduce((sum, row) => sum + row.balances['paid-out'], 0))
  const acts = await shop.deps.db.selectFrom('audit').select('action').distinct().execute()
  expect(acts.map((row) => row.action)).toEqual(
    expect.arrayContaining([
      ...['payout.propose', 'payout.approved', 'payout.rejected', 'payout.withdrawn', 'commission.adjust'],
      'commission.terms',
    ]),
  )
})

test('the books of all that happened here are right', async () => {
  expect(await findings(shop)).toEqual([])
})
