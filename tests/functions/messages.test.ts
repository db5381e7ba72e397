/** What the shop tells its members: told once, sent only where it was allowed and wanted, and always in the inbox. */
import type { CallOutput } from '@/contract/index'
import type { CouponId, MemberId, OrderId } from '@/domain/ids'
import type { Message } from '@/domain/message/kinds'
import { fen } from '@/domain/money'
import { DAY, dayStart, HOUR, later, MINUTE } from '@/domain/time'
import type { ServiceCard } from '../../cloudfunctions/runtime/adapters/wechat-api'
import { dataOf, openShop, type Shop } from '../support/functions'
import { anExpressOrder, aPaidOrder, pay } from '../support/shop/buying'
import { aCoupon } from '../support/shop/deals'
import { aCampaign, aLostSeat, anOpenGroup, aPaidSeat, settleRefunds } from '../support/shop/group-buying'
import { answer, inboxOf, ledgerOf, sendingsOf, tellNow, TEMPLATES } from '../support/shop/messages'

let shop: Shop
beforeAll(async () => {
  shop = await openShop({ env: TEMPLATES })
})
afterAll(() => shop.close())
// noon of the next day: everybody is up, and nobody has heard anything yet
beforeEach(() => {
  shop.clock.set(later(dayStart(shop.clock.now()), DAY + 12 * HOUR))
  shop.wechat.say({ message: 'ok' })
  shop.wechat.setDown(false)
})

const tick = async () => dataOf(await shop.call('jobs', 'run', {}, 'timer'))
let before = 0
/** What WeChat was asked to send since this was last asked. */
const sent = () => {
  const all = shop.wechat.callsTo('sendSubscribeMessage')
  const fresh = all.slice(before)
  before = all.length
  return fresh
}
afterEach(() => void sent())

let serial = 0
const refundOf = (memberId: MemberId, subject = `ref-${++serial}`): Message => ({
  ...{ kind: 'refund-sent', memberId, subject },
  facts: { orderId: 'ord_0000000001' as OrderId, title: '山东红富士', refundFen: fen(1290) },
})

describe('the inbox', () => {
  test('what is told stands there at once, newest first, told twice it stands there once, and reading it counts', async () => {
    const [memberId, other] = [await shop.aMember(), await shop.aMember()]
    await tellNow(shop, refundOf(memberId, 'a'), refundOf(other, 'a'))
    await tellNow(shop, refundOf(memberId, 'b'), refundOf(memberId, 'a'))
    const { items, unread, next } = await inboxOf(shop, memberId)
    expect(items).toMatchObject([
      { kind: 'refund-sent', facts: { refundFen: 1290 }, isRead: false, at: shop.clock.now() },
      { kind: 'refund-sent', isRead: false },
    ])
    expect({ unread, next }).toEqual({ unread: 2, next: null })
    const [newest] = items
    if (!newest) throw new Error('no message')
    // somebody else's message can't be read
    expect(dataOf(await shop.call('message', 'read', { id: newest.id }, other))).toEqual({ unread: 1 })
    expect(dataOf(await shop.call('message', 'read', { id: newest.id }, memberId))).toEqual({ unread: 1 })
    expect(dataOf(await shop.call('member', 'me', {}, memberId)).counts.unread).toBe(1)
    expect(dataOf(await shop.call('message', 'read', {}, memberId))).toEqual({ unread: 0 })
    expect((await inboxOf(shop, memberId)).items.map(({ isRead }) => isRead)).toEqual([true, true])
  })

  test('it turns by page, and each message comes once', async () => {
    const memberId = await shop.aMember()
    for (let n = 0; n < 45; n++) await tellNow(shop, refundOf(memberId))
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: CallOutput<'message', 'inbox'> = dataOf(
        await shop.call('message', 'inbox', cursor ? { cursor } : {}, memberId),
      )
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next
    } while (cursor)
    expect(new Set(seen).size).toBe(45)
    expect([...seen].sort().reverse()).toEqual(seen)
  })

  test('who leaves the shop takes their messages and permissions with them, and can read them before', async () => {
    const memberId = await shop.aMember()
    await answer(shop, memberId, { refund: 'accept' })
    await tellNow(shop, refundOf(memberId))
    const told = dataOf(await shop.call('member', 'exportData', {}, memberId))
    expect(told.messages).toMatchObject([{ kind: 'refund-sent', facts: { title: '山东红富士' } }])
    expect(told.permissions).toMatchObject([{ template: 'refund', kind: 'accept' }])
    dataOf(await shop.call('member', 'deleteMe', { confirm: 'delete' }, memberId))
    expect(await sendingsOf(shop, memberId)).toEqual([])
    expect(await ledgerOf(shop, memberId, 'refund')).toEqual([])
    await tick()
    expect(sent()).toEqual([])
  })
})

describe('WeChat’s message', () => {
  test('one yes is one message; the next stays in the inbox', async () => {
    const memberId = await shop.aMember({ openid: 'o-one' })
    expect(await answer(shop, memberId, { refund: 'accept', shipped: 'reject' })).toEqual({ accepted: ['refund'] })
    await tellNow(shop, refundOf(memberId), refundOf(memberId))
    await tick()
    expect(sent()).toEqual([
      {
        openid: 'o-one',
        templateId: 'tpl-refund',
        page: 'packages/order/detail/index?id=ord_0000000001',
        data: { thing1: '山东红富士', amount2: '12.90元', thing3: '已原路退回微信' },
      },
    ])
    expect(await sendingsOf(shop, memberId)).toEqual([
      { kind: 'refund-sent', sending: 'sent', kept_for: null },
      { kind: 'refund-sent', sending: 'inbox', kept_for: 'no-permit' },
    ])
    expect(await ledgerOf(shop, memberId, 'refund')).toEqual([
      { kind: 'accept', moment: 'paid', permits: 1 },
      { kind: 'used', moment: null, permits: 0 },
    ])
  })

  test('an answer that is sent again counts once', async () => {
    const memberId = await shop.aMember()
    const requestId = 'a-request-of-the-phone-1'
    for (let n = 0; n < 3; n++) await answer(shop, memberId, { refund: 'accept' }, { requestId })
    expect(await ledgerOf(shop, memberId, 'refund')).toHaveLength(1)
  })

  test('43101: WeChat knows of no permission, so neither do we any more', async () => {
    const memberId = await shop.aMember()
    for (let n = 0; n < 3; n++) await answer(shop, memberId, { refund: 'accept' })
    shop.wechat.say({ message: { refused: 43101 } })
    await tellNow(shop, refundOf(memberId), refundOf(memberId))
    await tick()
    expect(sent()).toHaveLength(1)
    expect((await ledgerOf(shop, memberId, 'refund')).at(-1)).toEqual({ kind: 'empty', moment: null, permits: 0 })
    expect((await sendingsOf(shop, memberId)).map((one) => one.kept_for)).toEqual(['no-permit', 'no-permit'])
  })

  test('an openid that WeChat does not know ends it quietly, and takes no permission', async () => {
    const memberId = await shop.aMember()
    await answer(shop, memberId, { refund: 'accept' })
    shop.wechat.say({ message: { refused: 40003 } })
    await tellNow(shop, refundOf(memberId))
    await tick()
    expect(await sendingsOf(shop, memberId)).toMatchObject([{ sending: 'inbox', kept_for: 'bad-openid' }])
    expect((await ledgerOf(shop, memberId, 'refund')).at(-1)).toMatchObject({ kind: 'returned', permits: 1 })
  })

  test('a wrong template stops at once and waits for staff; once it is mended, their button sends it', async () => {
    const [memberId, owner] = [await shop.aMember(), await shop.aStaff()]
    await answer(shop, memberId, { refund: 'accept' })
    shop.wechat.say({ message: { refused: 47003 } })
    await tellNow(shop, refundOf(memberId))
    await tick()
    const dead = () => shop.call('staff-order', 'deadLetters', {}, owner)
    const [letter] = dataOf(await dead()).rows.filter(({ topic }) => topic === 'message.send')
    expect(letter).toMatchObject({ state: 'dead', lastError: 'subscription message refused: 47003' })
    shop.wechat.say({ message: 'ok' })
    dataOf(await shop.call('staff-order', 'retryLetter', { id: letter?.id ?? '' }, owner))
    await tick()
    expect(await sendingsOf(shop, memberId)).toMatchObject([{ sending: 'sent' }])
    expect((await ledgerOf(shop, memberId, 'refund')).map(({ kind }) => kind)).toEqual([
      'accept',
      'used',
      'returned',
      'used',
    ])
  })

  test('WeChat being down is tried again, under the same permission', async () => {
    const memberId = await shop.aMember()
    await answer(shop, memberId, { refund: 'accept' })
    shop.wechat.setDown(true)
    await tellNow(shop, refundOf(memberId))
    await tick()
    shop.wechat.setDown(false)
    shop.clock.advance(MINUTE)
    await tick()
    expect(await sendingsOf(shop, memberId)).toMatchObject([{ sending: 'sent' }])
    expect((await ledgerOf(shop, memberId, 'refund')).map(({ kind }) => kind)).toEqual(['accept', 'used'])
  })

  test('at night it waits for the morning, and what was read meanwhile is not told', async () => {
    const memberId = await shop.aMember()
    for (let n = 0; n < 2; n++) await answer(shop, memberId, { refund: 'accept' })
    shop.clock.set(later(dayStart(shop.clock.now()), 23 * HOUR))
    await tellNow(shop, refundOf(memberId), refundOf(memberId))
    await tick()
    expect(sent()).toEqual([])
    const [newest] = (await inboxOf(shop, memberId)).items
    if (newest) dataOf(await shop.call('message', 'read', { id: newest.id }, memberId))
    shop.clock.advance(9 * HOUR)
    await tick()
    expect(sent()).toHaveLength(1)
    expect((await sendingsOf(shop, memberId)).map((one) => one.kept_for)).toEqual([null, 'read'])
  })

  test('four a day are enough, and what is switched off is not sent; both stand in the inbox', async () => {
    const memberId = await shop.aMember()
    for (let n = 0; n < 6; n++) await answer(shop, memberId, { refund: 'accept' })
    for (let n = 0; n < 5; n++) await tellNow(shop, refundOf(memberId))
    await tick()
    expect(sent()).toHaveLength(4)
    const { topics } = dataOf(await shop.call('message', 'mute', { topic: 'refund', isMuted: true }, memberId))
    expect(topics.find(({ topic }) => topic === 'refund')).toEqual({ topic: 'refund', isMuted: true, permits: 2 })
    shop.clock.advance(DAY)
    await tellNow(shop, refundOf(memberId))
    await tick()
    expect(sent()).toEqual([])
    expect((await sendingsOf(shop, memberId)).map((one) => one.kept_for)).toEqual([
      ...[null, null, null, null],
      ...['enough', 'muted'],
    ])
    expect((await inboxOf(shop, memberId)).items).toHaveLength(6)
  })
})

describe('asking', () => {
  const offer = async (memberId: MemberId, moment: 'paid' | 'coupon-claimed' = 'paid') =>
    dataOf(await shop.call('message', 'offer', { moment }, memberId)).asks.map(({ template }) => template)

  test('only for what is worth it at this moment; a no is remembered, and a topic switched on again may be asked for', async () => {
    const memberId = await shop.aMember()
    expect(dataOf(await shop.call('message', 'offer', { moment: 'paid' }, memberId)).asks).toEqual([
      { template: 'shipped', templateId: 'tpl-shipped' },
      { template: 'refund', templateId: 'tpl-refund' },
    ])
    await answer(shop, memberId, { shipped: 'reject', refund: 'accept' })
    expect(await offer(memberId)).toEqual([])
    expect(await offer(memberId, 'coupon-claimed')).toEqual(['coupon'])
    await shop.call('message', 'mute', { topic: 'order', isMuted: true }, memberId)
    await shop.call('message', 'mute', { topic: 'order', isMuted: false }, memberId)
    expect(await offer(memberId)).toEqual(['shipped', 'refund'])
  })

  test('a shop without templates asks for nothing', async () => {
    const bare = await openShop()
    try {
      const memberId = await bare.aMember()
      expect(dataOf(await bare.call('message', 'offer', { moment: 'paid' }, memberId))).toEqual({ asks: [] })
    } finally {
      await bare.close()
    }
  })
})

describe('what happens in the shop is told', () => {
  const kindsOf = async (memberId: MemberId) => (await inboxOf(shop, memberId)).items.map(({ kind }) => kind)

  test('a parcel that leaves, each of them once', async () => {
    const order = await anExpressOrder(shop)
    await pay(shop, order)
    const owner = await shop.aStaff()
    await answer(shop, order.memberId, { shipped: 'accept' })
    const { lines } = dataOf(await shop.call('staff-order', 'detail', { orderId: order.orderId }, owner))
    const part = { orderId: order.orderId, carrier: 'sf' as const }
    const first = [{ lineId: lines[0]?.id as never, quantity: 1 }]
    dataOf(await shop.call('staff-order', 'ship', { ...part, trackingNo: 'SF20001', lines: first }, owner))
    dataOf(await shop.call('staff-order', 'ship', { ...part, trackingNo: 'SF20002' }, owner))
    expect((await inboxOf(shop, order.memberId)).items).toMatchObject([
      { kind: 'order-shipped', facts: { orderId: order.orderId, carrier: 'sf', trackingTail: '0002', isPart: false } },
      { kind: 'order-shipped', facts: { trackingTail: '0001', isPart: true } },
    ])
    await tick()
    expect(sent()).toMatchObject([
      { data: { thing2: '顺丰速运', character_string3: '0001', thing4: '先发出一部分，其余随后' } },
    ])
  })

  test('an order that stands ready, with its code; one that was fetched before the morning is not told', async () => {
    const [owner, soon, late] = [await shop.aStaff(), await aPaidOrder(shop), await aPaidOrder(shop)]
    await answer(shop, soon.memberId, { ready: 'accept' })
    await answer(shop, late.memberId, { ready: 'accept' })
    dataOf(await shop.call('staff-order', 'makeReady', { orderIds: [soon.orderId] }, owner))
    await tick()
    const { pickup } = dataOf(await shop.call('order', 'detail', { orderId: soon.orderId }, soon.memberId))
    expect(sent()).toMatchObject([{ templateId: 'tpl-ready', data: { character_string3: pickup?.code } }])
    shop.clock.set(later(dayStart(shop.clock.now()), 22 * HOUR))
    const night = await shop.aStaff()
    dataOf(await shop.call('staff-order', 'makeReady', { orderIds: [late.orderId] }, night))
    dataOf(await shop.call('order', 'confirmReceipt', { orderId: late.orderId }, late.memberId))
    shop.clock.advance(10 * HOUR)
    await tick()
    expect(sent()).toEqual([])
    expect(await sendingsOf(shop, late.memberId)).toEqual([{ kind: 'order-ready', sending: 'inbox', kept_for: 'over' }])
  })

  test('money that is back', async () => {
    const order = await aPaidOrder(shop, { priceFen: 1990 })
    dataOf(await shop.call('order', 'cancel', { orderId: order.orderId }, order.memberId))
    await tick()
    expect(await kindsOf(order.memberId)).toEqual([])
    await settleRefunds(shop, [order])
    expect((await inboxOf(shop, order.memberId)).items).toMatchObject([
      { kind: 'refund-sent', facts: { orderId: order.orderId, refundFen: 1990 } },
    ])
  })

  test('a group that is full', async () => {
    const campaign = await aCampaign(shop)
    const [opener] = await anOpenGroup(shop, campaign, 2)
    if (!opener) throw new Error('no opener')
    await answer(shop, opener.memberId, { group: 'accept' }, { moment: 'group-joined' })
    await aPaidSeat(shop, campaign, { groupId: opener.groupId })
    await tick()
    await tick()
    expect(sent()).toMatchObject([{ templateId: 'tpl-group', data: { phrase2: '拼成了' } }])
    expect(await kindsOf(opener.memberId)).toEqual(['group-full'])
  })

  test('a group that did not fill: one message, and the money’s arrival quietly', async () => {
    const campaign = await aCampaign(shop)
    const seats = await anOpenGroup(shop, campaign, 2)
    const [seat] = seats
    if (!seat) throw new Error('no seat')
    for (let n = 0; n < 2; n++) await answer(shop, seat.memberId, { group: 'accept', refund: 'accept' })
    shop.clock.set(later(dayStart(shop.clock.now()), DAY + 12 * HOUR))
    await tick()
    await tick()
    await settleRefunds(shop, seats)
    await tick()
    expect(sent()).toMatchObject([{ templateId: 'tpl-group', data: { phrase2: '没拼成', thing3: '12.90元原路退回' } }])
    expect(await sendingsOf(shop, seat.memberId)).toEqual([
      { kind: 'group-expired', sending: 'sent', kept_for: null },
      { kind: 'refund-sent', sending: 'inbox', kept_for: 'quiet' },
    ])
  })

  test('a seat that was gone, at any hour, while there is still a choice', async () => {
    const { lost } = await aLostSeat(shop, await aCampaign(shop))
    expect((await inboxOf(shop, lost.memberId)).items).toMatchObject([
      { kind: 'seat-lost', facts: { groupId: lost.groupId, orderId: lost.orderId } },
    ])
  })

  test('coupons that end: one message a week names all that are left', async () => {
    const memberId = await shop.aMember({ openid: 'o-coupons' })
    for (let n = 0; n < 2; n++) await answer(shop, memberId, { coupon: 'accept' }, { moment: 'coupon-claimed' })
    const claimedAt = later(shop.clock.now(), -5 * DAY)
    const ending = (days: number, name: string): Promise<CouponId> =>
      aCoupon(shop, memberId, {
        ...{ name, claimedAt, validFromAt: claimedAt },
        expiresAt: later(dayStart(shop.clock.now()), days * DAY),
      })
    await ending(2, '满 30 减 5')
    await ending(3, '满 50 减 8')
    await tick()
    await tick()
    expect(sent()).toMatchObject([{ templateId: 'tpl-coupon', data: { thing1: '满 30 减 5' } }])
    shop.clock.advance(DAY)
    await tick()
    await tick()
    expect(sent()).toEqual([])
    expect(await sendingsOf(shop, memberId)).toEqual([
      { kind: 'coupon-ending', sending: 'sent', kept_for: null },
      { kind: 'coupon-ending', sending: 'inbox', kept_for: 'enough' },
    ])
  })
})

describe('WeChat’s card of an express order', () => {
  let cards: Shop
  beforeAll(async () => {
    cards = await openShop({ env: { ...TEMPLATES, WECHAT_SERVICE_CARDS: 'on' } })
    cards.clock.set(later(dayStart(cards.clock.now()), DAY + 12 * HOUR))
  })
  afterAll(() => cards.close())
  const round = async () => dataOf(await cards.call('jobs', 'run', {}, 'timer'))
  const shown = (from = 0) =>
    (cards.wechat.callsTo('setUserNotify') as ServiceCard[]).slice(from).map(({ status, activation }) => ({
      status,
      isFirst: activation !== undefined,
    }))

  test('begins when the order can’t be taken back any more, follows its parcels, and no message says the same', async () => {
    const order = await anExpressOrder(cards, [2, 3])
    await pay(cards, order)
    await answer(cards, order.memberId, { shipped: 'accept' })
    await round()
    expect(shown()).toEqual([])
    cards.clock.advance(10 * MINUTE)
    cards.wechat.say({ card: { refused: 85437 } })
    await round()
    cards.wechat.say({ card: 'ok' })
    const known = shown().length
    for (let n = 0; n < 2; n++) await round()
    expect(shown(known)).toEqual([{ status: 2, isFirst: true }])
    const owner = await cards.aStaff()
    const { lines } = dataOf(await cards.call('staff-order', 'detail', { orderId: order.orderId }, owner))
    const parcel = { orderId: order.orderId, carrier: 'sf' as const }
    const part = { ...parcel, trackingNo: 'SF30001', lines: [{ lineId: lines[0]?.id as never, quantity: 1 }] }
    dataOf(await cards.call('staff-order', 'ship', part, owner))
    await round()
    dataOf(await cards.call('staff-order', 'ship', { ...parcel, trackingNo: 'SF30002' }, owner))
    await round()
    await round()
    expect(shown(known)).toEqual([
      { status: 2, isFirst: true },
      { status: 3, isFirst: false },
      { status: 4, isFirst: false },
    ])
    expect(cards.wechat.callsTo('setUserNotify').at(-1)).toMatchObject({
      page: `packages/order/detail/index?id=${order.orderId}`,
      products: [{ quantity: 2 }, { quantity: 3 }],
    })
    expect(cards.wechat.callsTo('sendSubscribeMessage')).toEqual([])
    expect((await sendingsOf(cards, order.memberId)).map((one) => one.kept_for)).toEqual(['card', 'card'])
    expect(dataOf(await cards.call('message', 'offer', { moment: 'paid-express' }, order.memberId)).asks).toEqual([])
  })

  test('one that WeChat would not have is left alone, and the message goes out in its place', async () => {
    const order = await anExpressOrder(cards, [1])
    await pay(cards, order)
    await answer(cards, order.memberId, { shipped: 'accept' })
    cards.clock.advance(10 * MINUTE)
    const before = cards.wechat.callsTo('setUserNotify').length
    cards.wechat.say({ card: { refused: 85433 } })
    for (let n = 0; n < 3; n++) await round()
    const owner = await cards.aStaff()
    const parcel = { orderId: order.orderId, carrier: 'zto' as const, trackingNo: 'ZT40001' }
    dataOf(await cards.call('staff-order', 'ship', parcel, owner))
    await round()
    expect(cards.wechat.callsTo('setUserNotify')).toHaveLength(before + 1)
    expect(cards.wechat.callsTo('sendSubscribeMessage')).toMatchObject([{ data: { thing2: '中通快递' } }])
  })

  test('pick-up orders and payments of yesterday have none', async () => {
    const [pickup, late] = [await aPaidOrder(cards), await anExpressOrder(cards, [1])]
    await pay(cards, late)
    cards.clock.advance(DAY)
    cards.wechat.say({ card: 'ok' })
    const before = cards.wechat.callsTo('setUserNotify').length
    await round()
    expect(cards.wechat.callsTo('setUserNotify')).toHaveLength(before)
    expect(pickup.orderId).not.toBe(late.orderId)
  })
})
