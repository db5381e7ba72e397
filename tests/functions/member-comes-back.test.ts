/** Who deletes themselves and comes back is a new member, who has had what they have had. */
import type { MemberId, OrderId } from '@/domain/ids'
import { grantPoints, refundPoints } from '@/domain/points/ledger'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { changePoints } from '../../cloudfunctions/points/change-points'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'
import { anAsking, anAssistCampaign, friendsHelp, help, start } from '../support/shop/assisting'
import { pay, place, readyToBuy } from '../support/shop/buying'
import { aFlashSlot, aTemplate } from '../support/shop/deals'
import { aCampaign, anOpenGroup, aPaidSeat, groupOf, takePart, tick } from '../support/shop/group-buying'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const leave = async (memberId: MemberId) =>
  dataOf(await shop.call('member', 'deleteMe', { confirm: 'delete' }, memberId))

let serial = 0
/** Somebody from WeChat, and the way back in for them after they have left. */
const aVisitor = async () => {
  const openid = `o-visitor-${++serial}`
  const memberId = await shop.aMember({ openid })
  const comeBack = async (): Promise<MemberId> => dataOf(await shop.call('member', 'me', {}, { openid })).id
  return { openid, memberId, comeBack }
}

const kept = () => shop.deps.db.selectFrom('former_part').selectAll().execute()

beforeEach(async () => {
  await shop.deps.db.deleteFrom('former_part').execute()
})

describe('what one person may have counts again for who comes back', () => {
  test('coupons of a template', async () => {
    const templateId = await aTemplate(shop, { perPerson: 2 })
    const { memberId, comeBack } = await aVisitor()
    for (let n = 0; n < 2; n++) dataOf(await shop.call('coupon', 'claim', { templateId }, memberId))
    await leave(memberId)
    const back = await comeBack()
    expect(back).not.toBe(memberId)
    expect(refusalOf(await shop.call('coupon', 'claim', { templateId }, back))).toEqual({
      code: 'coupon.limit-reached',
      limit: 2,
    })
    const mine = dataOf(await shop.call('coupon', 'mine', { tab: 'expired' }, back))
    expect(mine.counts).toEqual({ usable: 0, used: 0, expired: 2 })
    expect(mine.items).toMatchObject([{ state: 'voided', voidReason: '注销账号时作废' }, {}])
  })

  test('a half of them leaves the other half', async () => {
    const templateId = await aTemplate(shop, { perPerson: 2 })
    const { memberId, comeBack } = await aVisitor()
    dataOf(await shop.call('coupon', 'claim', { templateId }, memberId))
    await leave(memberId)
    const back = await comeBack()
    dataOf(await shop.call('coupon', 'claim', { templateId }, back))
    await leave(back)
    expect(refusalOf(await shop.call('coupon', 'claim', { templateId }, await comeBack())).code).toBe(
      'coupon.limit-reached',
    )
  })

  test('pieces of a flash sale', async () => {
    const { pickupPointId, skuId, productId } = await readyToBuy(shop, { priceFen: 2_000 })
    const flashSlotId = await aFlashSlot(shop, { skuId, productId }, { stockShare: 10, perPerson: 2 })
    const { memberId, comeBack } = await aVisitor()
    const buy = (who: MemberId, quantity: number) =>
      place(shop, who, { basket: [{ skuId, quantity }], pickupPointId, totalFen: 990 * quantity, flashSlotId })
    const { orderId, number } = dataOf(await buy(memberId, 1))
    await pay(shop, { memberId, orderId, number })
    const owner = await shop.aStaff()
    dataOf(await shop.call('staff-order', 'makeReady', { orderIds: [orderId] }, owner))
    dataOf(await shop.call('order', 'confirmReceipt', { orderId }, memberId))
    await leave(memberId)
    const back = await comeBack()
    expect(refusalOf(await buy(back, 2)).code).toBe('flash.limit-reached')
    expect((await buy(back, 1)).ok).toBe(true)
    expect(refusalOf(await buy(back, 1)).code).toBe('flash.limit-reached')
  })

  test('groups of a campaign, though the seat and its order say no more whose they were', async () => {
    const campaign = await aCampaign(shop, { size: 2, perPerson: 1 })
    const { memberId, comeBack } = await aVisitor()
    const seat = await aPaidSeat(shop, campaign, { memberId })
    const other = await aPaidSeat(shop, campaign, { groupId: seat.groupId })
    await tick(shop)
    const owner = await shop.aStaff()
    dataOf(await shop.call('staff-order', 'makeReady', { orderIds: [seat.orderId] }, owner))
    dataOf(await shop.call('order', 'confirmReceipt', { orderId: seat.orderId }, memberId))
    await leave(memberId)
    const back = await comeBack()
    const [open] = await anOpenGroup(shop, campaign)
    const again = [
      { kind: 'open', campaignId: campaign.campaignId } as const,
      { kind: 'join', groupId: open?.groupId ?? seat.groupId } as const,
    ]
    for (const wish of again)
      expect(refusalOf(await takePart(shop, campaign, back, wish))).toMatchObject({ code: 'group.limit-reached' })
    expect(await groupOf(shop, other)).toMatchObject({ state: 'full' })
    expect(dataOf(await shop.call('group-buy', 'mine', {}, back)).items).toEqual([])
    expect(dataOf(await shop.call('order', 'list', { tab: 'all' }, back)).items).toEqual([])
    await leave(back)
    expect(refusalOf(await takePart(shop, campaign, await comeBack(), again[0] as never)).code).toBe(
      'group.limit-reached',
    )
  })

  test('one unlocked card a campaign, one help a campaign, three helps a day', async () => {
    const campaign = await anAssistCampaign(shop, { helpers: 1 })
    const { memberId, comeBack } = await aVisitor()
    const own = await anAsking(shop, campaign, memberId)
    await friendsHelp(shop, own, 1)
    const friends = [await anAsking(shop, campaign)]
    for (let n = 0; n < 3; n++) friends.push(await anAsking(shop, await anAssistCampaign(shop)))
    for (const asking of friends.slice(0, 3)) dataOf(await help(shop, asking, memberId))
    await leave(memberId)
    const back = await comeBack()
    expect(refusalOf(await start(shop, campaign, back)).code).toBe('assist.had-one')
    expect(refusalOf(await help(shop, await anAsking(shop, campaign), back)).code).toBe('assist.already-helped')
    expect(refusalOf(await help(shop, friends[3] as never, back)).code).toBe('assist.day-limit')
  })

  test('points that were clawed back after they were spent: what is earned next pays them off', async () => {
    const { memberId, comeBack } = await aVisitor()
    const points = (who: MemberId, decide: Parameters<typeof changePoints>[3]) =>
      shop.deps.db.transaction().execute((trx) => changePoints(trx, shop.deps, who, decide))
    const refund = { orderId: 'ord_gone' as OrderId, refundId: 'rfd_gone', returned: 0, clawedBack: 300 }
    await points(memberId, (account) => refundPoints(account, refund))
    await leave(memberId)
    expect(await kept()).toMatchObject([{ kind: 'points-owed', subject: '', n: 300 }])
    const back = await comeBack()
    expect(await kept()).toEqual([])
    expect(dataOf(await shop.call('points', 'mine', {}, back))).toMatchObject({ balance: 0, owed: 300 })
    await points(back, (account) => grantPoints(account, 500, 'hello'))
    const mine = dataOf(await shop.call('points', 'mine', {}, back))
    expect(mine).toMatchObject({
      balance: 200,
      owed: 0,
      items: [{ points: 500 }, { kind: 'clawed-back', points: -300 }],
    })
    await leave(back)
    expect(await kept()).toEqual([])
  })
})

describe('what is kept of somebody who left', () => {
  test('is a code that says nothing, and numbers; nothing at all of who took part in nothing', async () => {
    const [{ memberId, openid }, nobody] = [await aVisitor(), await aVisitor()]
    const templateId = await aTemplate(shop)
    dataOf(await shop.call('coupon', 'claim', { templateId }, memberId))
    await leave(memberId)
    await leave(nobody.memberId)
    const rows = await kept()
    expect(rows).toMatchObject([{ kind: 'coupon', subject: templateId, n: 1 }])
    expect(rows[0]?.openid_code).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(rows)).not.toContain(openid)
    expect(JSON.stringify(rows)).not.toContain(memberId)
  })

  test('goes when the campaign is over, and after a year whatever the campaign does', async () => {
    const [{ memberId, comeBack }, other] = [await aVisitor(), await aVisitor()]
    const ends = await aTemplate(shop, { until: (shop.clock.now() + 2 * DAY) as never })
    const endless = await aTemplate(shop)
    for (const templateId of [ends, endless]) {
      dataOf(await shop.call('coupon', 'claim', { templateId }, memberId))
      dataOf(await shop.call('coupon', 'claim', { templateId }, other.memberId))
    }
    await leave(memberId)
    await leave(other.memberId)
    const toTheHour = HOUR - (shop.clock.now() % HOUR)
    shop.clock.advance(toTheHour)
    await tick(shop)
    expect(await kept()).toHaveLength(4)
    shop.clock.advance(2 * DAY)
    await tick(shop)
    expect((await kept()).map((row) => row.subject)).toEqual([endless, endless])
    shop.clock.advance(363 * DAY - 30 * MINUTE)
    await tick(shop)
    dataOf(await shop.call('coupon', 'mine', { tab: 'expired' }, await comeBack()))
    expect(await kept()).toHaveLength(1)
    shop.clock.advance(DAY + 30 * MINUTE)
    await tick(shop)
    expect(await kept()).toEqual([])
    expect((await shop.call('coupon', 'claim', { templateId: endless }, await other.comeBack())).ok).toBe(true)
  })

  test('nothing where the campaign was over before they left', async () => {
    const { memberId } = await aVisitor()
    const templateId = await aTemplate(shop)
    dataOf(await shop.call('coupon', 'claim', { templateId }, memberId))
    await shop.deps.db.updateTable('coupon_template').set({ status: 'ended' }).where('id', '=', templateId).execute()
    await leave(memberId)
    expect(await kept()).toEqual([])
  })
})
