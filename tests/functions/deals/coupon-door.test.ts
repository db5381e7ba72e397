/** The claim centre, exchange codes and the wallet, and what the clock does with coupons and levels. */
import { fen } from '@/domain/money'
import { DAY, dayStart, HOUR, later, MINUTE } from '@/domain/time'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { pay, place, readyToBuy } from '../../support/shop/buying'
import { aCode, aCoupon, aFlashSlot, aTemplate, couponOf, expectDealsAgree } from '../../support/shop/deals'
import { answer } from '../../support/shop/messages'

let shop: Shop
beforeAll(async () => {
  shop = await openShop({ env: { MESSAGE_TEMPLATE_COUPON: 'tpl-coupon' } })
})
afterEach(() => expectDealsAgree(shop))
afterAll(() => shop.close())

const tick = async () => void dataOf(await shop.call('jobs', 'run', {}, 'timer'))
const at = (date: Date) => date.getTime()

test('the centre says of each coupon what its button does; a claim moves it', async () => {
  const [memberId, now] = [await shop.aMember(), shop.clock.now()]
  const open = await aTemplate(shop, { name: '新鲜立减', budget: 4, perPerson: 1, days: 3 })
  const soon = await aTemplate(shop, { claimFromAt: later(now, HOUR) })
  const gone = await aTemplate(shop, { budget: 0 })
  await aTemplate(shop, { claimUntilAt: now })
  await aTemplate(shop, { isClaimable: false })
  await aTemplate(shop, { status: 'paused' })
  const { offers } = dataOf(await shop.call('coupon', 'centre', {}))
  expect(offers.map((offer) => [offer.templateId, offer.state, offer.opensAt])).toEqual([
    [open, 'open', null],
    [soon, 'not-yet', later(now, HOUR)],
    [gone, 'sold-out', null],
  ])
  const { coupon, offer } = dataOf(await shop.call('coupon', 'claim', { templateId: open }, memberId))
  expect(offer).toMatchObject({ templateId: open, state: 'claimed', mine: 1, takenBp: 2_500 })
  expect(coupon).toMatchObject({
    name: '新鲜立减',
    state: 'claimed',
    source: 'claim',
    expiresAt: later(dayStart(now), 4 * DAY),
  })
  expect(refusalOf(await shop.call('coupon', 'claim', { templateId: open }, memberId))).toEqual({
    code: 'coupon.limit-reached',
    limit: 1,
  })
  expect(refusalOf(await shop.call('coupon', 'claim', { templateId: soon }, memberId))).toMatchObject({
    code: 'coupon.not-open',
  })
  expect(refusalOf(await shop.call('coupon', 'claim', { templateId: shop.deps.newId('ctp') }, memberId))).toEqual({
    code: 'coupon.unknown',
  })
  expect(await shop.call('coupon', 'claim', { templateId: open })).toMatchObject({
    refusal: { code: 'sign-in.required' },
  })
})

test('the centre says what has become of a coupon: in an order, used up, ended; with another to have it is open again', async () => {
  const { memberId, pickupPointId, skuId } = await readyToBuy(shop, { priceFen: 2_000 })
  const templateId = await aTemplate(shop, { name: '用光', budget: 9, perPerson: 1 })
  const twice = await aTemplate(shop, { name: '两张', budget: 9, perPerson: 2 })
  const stateOf = async (id: typeof templateId) =>
    dataOf(await shop.call('coupon', 'centre', {}, memberId)).offers.find((offer) => offer.templateId === id)?.state
  const claim = async (id: typeof templateId) =>
    dataOf(await shop.call('coupon', 'claim', { templateId: id }, memberId)).coupon.id
  const couponId = await claim(templateId)
  expect(await stateOf(templateId)).toBe('claimed')
  const basket = [{ skuId, quantity: 1 }]
  const wish = { basket, pickupPointId, totalFen: 1_500, deals: { couponId } }
  const order = dataOf(await place(shop, memberId, wish))
  expect(await stateOf(templateId)).toBe('locked')
  await pay(shop, { memberId, ...order })
  expect(await stateOf(templateId)).toBe('used')
  const first = await claim(twice)
  expect(await stateOf(twice)).toBe('open')
  await claim(twice)
  await shop.deps.db.updateTable('coupon').set({ state: 'expired' }).where('id', '=', first).execute()
  expect(await stateOf(twice)).toBe('claimed')
  await shop.deps.db.updateTable('coupon').set({ state: 'expired' }).where('template_id', '=', twice).execute()
  expect(await stateOf(twice)).toBe('gone')
})

test('so many a day: the next come tomorrow', async () => {
  const templateId = await aTemplate(shop, { perDay: 1 })
  dataOf(await shop.call('coupon', 'claim', { templateId }, await shop.aMember()))
  const memberId = await shop.aMember()
  const againAt = later(dayStart(shop.clock.now()), DAY)
  expect(refusalOf(await shop.call('coupon', 'claim', { templateId }, memberId))).toEqual({
    code: 'coupon.day-limit',
    limit: 1,
    againAt,
  })
  shop.clock.set(againAt)
  dataOf(await shop.call('coupon', 'claim', { templateId }, memberId))
})

test('a code is good as it is printed, typed or read aloud, and once', async () => {
  const memberId = await shop.aMember()
  const templateId = await aTemplate(shop, { isClaimable: false, perPerson: 3 })
  await aCode(shop, templateId, 'QJ2026A10')
  const { coupon } = dataOf(await shop.call('coupon', 'redeem', { code: ' ｑｊ-2026 aIo ' }, memberId))
  expect(coupon).toMatchObject({ source: 'code', state: 'claimed' })
  expect(refusalOf(await shop.call('coupon', 'redeem', { code: 'QJ2026A10' }, memberId))).toEqual({ code: 'code.used' })
  for (const code of ["' or 1=1 --", '％％％％', '草莓草莓草莓', '\u0000\u0000\u0000\u0000', '🍓🍓🍓🍓', '----'])
    expect([code, refusalOf(await shop.call('coupon', 'redeem', { code }, memberId)).code]).toEqual([
      code,
      expect.stringMatching(/^(code\.unknown|input\.invalid)$/),
    ])
  const paused = await aTemplate(shop, { status: 'paused' })
  await aCode(shop, paused, 'PAV5ED99')
  expect(refusalOf(await shop.call('coupon', 'redeem', { code: 'PAV5ED99' }, memberId))).toMatchObject({
    code: 'coupon.not-open',
  })
  // what was refused spent nothing
  await shop.deps.db.updateTable('coupon_template').set({ status: 'live' }).where('id', '=', paused).execute()
  dataOf(await shop.call('coupon', 'redeem', { code: 'pav5ed99' }, memberId))
})

test('the wallet by tab, in pages, and never somebody else’s', async () => {
  const [memberId, other] = [await shop.aMember(), await shop.aMember()]
  const now = shop.clock.now()
  for (let n = 25; n > 0; n--) await aCoupon(shop, memberId, { name: `第 ${n} 张`, expiresAt: later(now, n * HOUR) })
  await aCoupon(shop, memberId, { state: 'voided' })
  await aCoupon(shop, memberId, { expiresAt: now })
  await aCoupon(shop, other)
  const first = dataOf(await shop.call('coupon', 'mine', {}, memberId))
  expect(first.counts).toEqual({ usable: 25, used: 0, expired: 2 })
  expect(first.items.map((coupon) => coupon.name).slice(0, 2)).toEqual(['第 1 张', '第 2 张'])
  const rest = dataOf(await shop.call('coupon', 'mine', { cursor: first.next ?? '' }, memberId))
  expect([first.items.length, rest.items.map((coupon) => coupon.name), rest.next]).toEqual([
    20,
    [21, 22, 23, 24, 25].map((n) => `第 ${n} 张`),
    null,
  ])
  const over = dataOf(await shop.call('coupon', 'mine', { tab: 'expired' }, memberId))
  expect(over.items).toHaveLength(2)
})

// its statement had a parameter that nothing in it gave a type, and PostgreSQL refused it
test('the tab of used coupons answers where there are none', async () => {
  const used = await shop.call('coupon', 'mine', { tab: 'used' }, await shop.aMember())
  expect(dataOf(used).items).toEqual([])
})

test('somebody else’s coupon is no coupon: the price is the one without it', async () => {
  const { memberId, pickupPointId, skuId } = await readyToBuy(shop, { priceFen: 2_000 })
  const couponId = await aCoupon(shop, await shop.aMember())
  const wish = { basket: [{ skuId, quantity: 1 }], pickupPointId, deals: { couponId } }
  expect(refusalOf(await place(shop, memberId, { ...wish, totalFen: 1_500 }))).toMatchObject({
    code: 'quote.changed',
    quote: { totalFen: 2_000 },
  })
  dataOf(await place(shop, memberId, { ...wish, totalFen: 2_000 }))
  expect((await couponOf(shop, couponId)).state).toBe('claimed')
})

test('the clock: what ran out is over, what ends tomorrow is reminded of once, in waking hours', async () => {
  const memberId = await shop.aMember({ openid: 'o-reminded' })
  await answer(shop, memberId, { coupon: 'accept' }, { moment: 'coupon-claimed' })
  shop.clock.set(later(dayStart(shop.clock.now()), DAY + 9 * HOUR))
  const now = shop.clock.now()
  const tomorrow = later(dayStart(now), 2 * DAY)
  const claimedAt = later(now, -5 * DAY)
  const ends = await aCoupon(shop, memberId, {
    name: '满 30 减 5',
    claimedAt,
    validFromAt: claimedAt,
    expiresAt: tomorrow,
  })
  await aCoupon(shop, memberId, { claimedAt, validFromAt: claimedAt, expiresAt: tomorrow })
  const over = await aCoupon(shop, memberId, { claimedAt, validFromAt: claimedAt, expiresAt: now })
  await tick()
  expect((await couponOf(shop, over)).state).toBe('expired')
  expect(shop.wechat.callsTo('sendSubscribeMessage')).toEqual([])
  shop.clock.advance(HOUR)
  for (let n = 0; n < 3; n++) await tick()
  expect(shop.wechat.callsTo('sendSubscribeMessage')).toMatchObject([
    { openid: 'o-reminded', templateId: 'tpl-coupon', data: { thing1: '满 30 减 5', thing3: '还有 1 张也快到期了' } },
  ])
  expect(at((await couponOf(shop, ends)).expiresAt)).toBe(tomorrow)
})

test('the clock: slots end, and levels rise with what was bought', async () => {
  const { memberId, pickupPointId, skuId, productId } = await readyToBuy(shop, { priceFen: 30_000 })
  const owner = await shop.aStaff()
  const slotId = await aFlashSlot(shop, { skuId, productId }, { endsAt: later(shop.clock.now(), MINUTE) })
  await tick()
  const placed = dataOf(
    await place(shop, memberId, { basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen: 30_000 }),
  )
  await pay(shop, { memberId, ...placed })
  dataOf(await shop.call('staff-order', 'makeReady', { orderIds: [placed.orderId] }, owner))
  dataOf(await shop.call('order', 'confirmReceipt', { orderId: placed.orderId }, memberId))
  expect(dataOf(await shop.call('points', 'mine', {}, memberId))).toMatchObject({
    ...{ balance: 300, worthFen: fen(300) },
    level: { now: 'ordinary', spentFen: 30_000, missingFen: 0 },
  })
  shop.clock.advance(DAY)
  await tick()
  expect(dataOf(await shop.call('points', 'mine', {}, memberId)).level).toMatchObject({
    now: 'member',
    checkedAt: shop.clock.now(),
  })
  const slot = await shop.deps.db
    .selectFrom('flash_slot')
    .select('status')
    .where('id', '=', slotId)
    .executeTakeFirstOrThrow()
  expect(slot.status).toBe('ended')
})
