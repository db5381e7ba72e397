/** Writing a sale: from a proposal to the open list, and what may still change then. */
import type { CommunityId, PickupPointId, SaleId, SkuId } from '@/domain/ids'
import { DAY, HOUR, MINUTE, dayStart, later, shopClock } from '@/domain/time'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { aLeader } from '../../support/shop/communities'
import { aPaidSaleOrder, aSaleOrder, lineRow, placeInSale, saleRow } from '../../support/shop/group-sales'
import {
  aDesk,
  aDraft,
  again,
  anOpenSale,
  lineOf,
  save,
  termsOf,
  toBuy,
  type Desk,
} from '../../support/shop/writing-sales'

let shop: Shop
let desk: Desk
beforeAll(async () => {
  shop = await openShop()
  desk = await aDesk(shop)
})
afterAll(() => shop.close())
beforeEach(() => {
  shop.wechat.say({ text: 'pass' })
  shop.wechat.setDown(false)
})

const propose = async (from: 'nothing' | 'last' = 'nothing', who = desk) =>
  dataOf(await shop.call('leader', 'draft', { from }, who.leaderId))
const move = (saleId: SaleId, act: 'open' | 'close' | 'cancel' | 'pick' | 'deliver', who = desk) =>
  shop.call('leader', 'moveSale', { saleId, act }, who.leaderId)
const other = 'com_0000000000' as CommunityId

describe('a proposal', () => {
  test('from nothing ends tonight at nine, is handed over tomorrow evening at the community’s points, and writes nothing', async () => {
    const draft = await propose()
    const today = dayStart(shop.clock.now())
    expect(draft).toMatchObject({
      ...{ state: 'draft', version: 0, title: '', lines: [], acts: [], keepDays: 1, shortagePolicy: 'first-paid' },
      ...{ communityId: desk.communityId, pickupPointIds: [desk.pickupPointId] },
      ...{ startsAt: shop.clock.now(), endsAt: later(today, 21 * HOUR) },
      handOverFromAt: later(today, DAY + 17.5 * HOUR),
      handOverUntilAt: later(today, DAY + 20.5 * HOUR),
    })
    expect(draft.pickupPoints.map(({ id }) => id)).toContain(desk.pickupPointId)
    expect(draft.communities).toMatchObject([{ id: desk.communityId, pickupPointIds: [desk.pickupPointId] }])
    expect(refusalOf(await shop.call('leader', 'draft', { from: 'self', saleId: draft.id }, desk.leaderId))).toEqual({
      code: 'sale.unknown',
    })
  })

  test('saved twice at once it is one sale, and the second phone is told', async () => {
    const { id } = await propose()
    const input = termsOf(shop, desk, { saleId: id })
    const replies = await Promise.all([save(shop, desk, input), save(shop, desk, input)])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const lost = replies.find((reply) => !reply.ok)
    expect(lost && refusalOf(lost)).toEqual({ code: 'sale.changed' })
    expect(await shop.deps.db.selectFrom('sale_line').selectAll().where('sale_id', '=', id).execute()).toHaveLength(1)
  })

  test('from the last sale brings its goods, at what the shop allows today, on the same weekday', async () => {
    const mine = await aDesk(shop)
    expect(refusalOf(await shop.call('leader', 'draft', { from: 'last' }, mine.leaderId))).toEqual({
      code: 'sale.unknown',
    })
    const gone = await shop.aProduct({ title: '砂糖橘', skus: [{ priceFen: 1990 }] })
    const first = await anOpenSale(shop, mine, {
      lines: [
        lineOf(mine.skuId, {
          tiers: [
            { fromUnits: 20, priceFen: 2890 },
            { fromUnits: 50, priceFen: 2600 },
          ],
        }),
        lineOf(gone.skuId, { label: '砂糖橘', priceFen: 1590 }),
      ],
    })
    await shop.deps.db.updateTable('product').set({ status: 'off' }).where('id', '=', gone.productId).execute()
    await shop.deps.db.updateTable('sku').set({ price_fen: 2890 }).where('id', '=', mine.skuId).execute()
    const draft = await propose('last', mine)
    expect(draft.id).not.toBe(first.id)
    expect(draft).toMatchObject({ state: 'draft', version: 0, title: first.title, note: first.note })
    expect(draft.endsAt).toBe(first.endsAt + 7 * DAY)
    expect(shopClock(draft.handOverFromAt).weekday).toBe(shopClock(first.handOverFromAt).weekday)
    expect(draft.lines).toMatchObject([
      { skuId: mine.skuId, priceFen: 2890, tiers: [{ fromUnits: 50, priceFen: 2600 }] },
    ])
    dataOf(await save(shop, mine, again(draft, { opens: true })))
  })

  test('from somebody else’s sale there is none', async () => {
    const theirs = await anOpenSale(shop, await aDesk(shop))
    for (const from of ['sale', 'self'] as const)
      expect(refusalOf(await shop.call('leader', 'draft', { from, saleId: theirs.id }, desk.leaderId))).toEqual({
        code: 'sale.unknown',
      })
  })
})

describe('a draft', () => {
  test('may be incomplete, and comes back as it was saved', async () => {
    const draft = await aDraft(shop, desk, { title: '', note: '', lines: [], pickupPointIds: [] })
    expect(draft).toMatchObject({ state: 'draft', version: 1, acts: ['open', 'cancel'], lines: [] })
    const full = dataOf(
      await save(shop, desk, again(draft, { title: '周一接龙', lines: [lineOf(desk.skuId, { perPerson: 2 })] })),
    )
    expect(full).toMatchObject({
      ...{ id: draft.id, version: 2, title: '周一接龙' },
      lines: [{ skuId: desk.skuId, priceFen: 2990, perPerson: 2, shopFen: 3680, floorFen: 2576, available: 999 }],
    })
    expect(refusalOf(await save(shop, desk, again(draft, { title: '旧的' })))).toEqual({ code: 'sale.changed' })
  })

  test('names only what exists', async () => {
    const [sku, point] = ['sku_0000000000' as SkuId, 'pup_0000000000' as PickupPointId]
    const refusalFor = async (wish: Parameters<typeof termsOf>[2]) =>
      refusalOf(await save(shop, desk, termsOf(shop, desk, wish)))
    expect(await refusalFor({ lines: [lineOf(sku)] })).toEqual({ code: 'sku.off', skuId: sku })
    expect(await refusalFor({ lines: [lineOf(desk.skuId), lineOf(desk.skuId)] })).toMatchObject({ code: 'sale.twice' })
    expect(await refusalFor({ pickupPointIds: [point] })).toEqual({ code: 'pickup-point.unknown' })
    expect(await refusalFor({ communityId: other })).toEqual({ code: 'community.not-yours' })
    expect(await refusalFor({ communityId: (await aDesk(shop)).communityId })).toEqual({ code: 'community.not-yours' })
    expect(await refusalFor({ saleId: 'sal_0000000000' as SaleId, version: 3 })).toEqual({ code: 'sale.unknown' })
  })

  test('of somebody else is unknown, whatever one sends', async () => {
    const theirs = await aDesk(shop)
    const draft = await aDraft(shop, theirs)
    for (const version of [0, 1, 2])
      expect(refusalOf(await save(shop, desk, { ...again(draft), communityId: desk.communityId, version }))).toEqual({
        code: 'sale.unknown',
      })
    expect(refusalOf(await move(draft.id, 'open'))).toEqual({ code: 'sale.unknown' })
  })
})

describe('words', () => {
  test('are looked at by WeChat before they are kept, once', async () => {
    const draft = await aDraft(shop, desk)
    const asked = shop.wechat.callsTo('checkText').length
    dataOf(await save(shop, desk, again(draft, { keepDays: 2 })))
    expect(shop.wechat.callsTo('checkText')).toHaveLength(asked)
  })

  test.each([
    ['risky', 'text.risky'],
    ['review', 'text.risky'],
  ] as const)('that WeChat finds %s are not kept', async (text, code) => {
    shop.wechat.say({ text })
    expect(refusalOf(await save(shop, desk, termsOf(shop, desk, { title: '加微信' })))).toEqual({ code })
  })

  test('that nobody could look at are not kept either, and a running sale keeps its note', async () => {
    const sale = await anOpenSale(shop, desk)
    shop.wechat.setDown(true)
    expect(refusalOf(await save(shop, desk, termsOf(shop, desk, { title: '新的' })))).toEqual({
      code: 'text.unchecked',
    })
    expect(refusalOf(await save(shop, desk, again(sale, { note: '车到了' })))).toEqual({ code: 'text.unchecked' })
    expect(await saleRow(shop, { saleId: sale.id })).toMatchObject({ note: sale.note })
  })
})

describe('opening', () => {
  test('refuses what neighbours could not rely on, and keeps nothing of the save', async () => {
    const draft = await aDraft(shop, desk)
    const why = async (wish: Parameters<typeof again>[1]) =>
      refusalOf(await save(shop, desk, again(draft, { ...wish, opens: true })))
    expect(await why({ title: '' })).toEqual({ code: 'sale.title' })
    expect(await why({ lines: [] })).toEqual({ code: 'sale.no-lines' })
    expect(await why({ pickupPointIds: [] })).toEqual({ code: 'sale.no-point' })
    expect(await why({ endsAt: later(shop.clock.now(), MINUTE) })).toMatchObject({ code: 'sale.window' })
    expect(await why({ handOverFromAt: shop.clock.now() })).toEqual({ code: 'sale.hand-over-window' })
    expect(await why({ lines: [lineOf(desk.skuId, { priceFen: 3681 })] })).toMatchObject({ code: 'sale.price' })
    expect(await why({ lines: [lineOf(desk.skuId, { priceFen: 2575 })] })).toEqual({
      ...{ code: 'sale.price', skuId: desk.skuId, floorFen: 2576, shopFen: 3680 },
    })
    expect(await why({ lines: [lineOf(desk.skuId, { tiers: [{ fromUnits: 20, priceFen: 2990 }] })] })).toMatchObject({
      code: 'sale.tiers',
      fault: 'price-not-falling',
    })
    expect(await saleRow(shop, { saleId: draft.id })).toMatchObject({
      state: 'draft',
      terms_version: 1,
      title: draft.title,
    })
  })

  test('goes by the SKU’s own floor where it has one, and by what is on sale', async () => {
    const { skuId, productId } = await shop.aProduct({ title: '车厘子', skus: [{ priceFen: 9900 }] })
    await shop.deps.db.updateTable('sku').set({ floor_fen: 9000 }).where('id', '=', skuId).execute()
    const cheap = await aDraft(shop, desk, { lines: [lineOf(skuId, { priceFen: 8999 })] })
    expect(refusalOf(await move(cheap.id, 'open'))).toMatchObject({ code: 'sale.price', floorFen: 9000 })
    await shop.deps.db.updateTable('product').set({ status: 'off' }).where('id', '=', productId).execute()
    expect(refusalOf(await move(cheap.id, 'open'))).toEqual({ code: 'sku.off', skuId })
  })

  test('twice at once it opens once', async () => {
    const draft = await aDraft(shop, desk)
    const replies = await Promise.all([move(draft.id, 'open'), move(draft.id, 'open'), move(draft.id, 'open')])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    for (const lost of replies.filter((reply) => !reply.ok))
      expect(refusalOf(lost)).toEqual({ code: 'sale.move', state: 'open', act: 'open' })
    expect(await saleRow(shop, { saleId: draft.id })).toMatchObject({ state: 'open', version: 1 })
  })

  test('against a save that changes it, either came first', async () => {
    for (let i = 0; i < 5; i++) {
      const draft = await aDraft(shop, desk)
      const cheaper = again(draft, { lines: [lineOf(desk.skuId, { priceFen: 2890 })] })
      const [opened, saved] = await Promise.all([move(draft.id, 'open'), save(shop, desk, cheaper)])
      expect(opened.ok).toBe(true)
      const { price_fen } = await lineRow(shop, { saleId: draft.id, skuId: desk.skuId })
      expect(price_fen).toBe(saved.ok ? 2890 : 2990)
      if (!saved.ok) expect(refusalOf(saved)).toEqual({ code: 'sale.fixed', field: 'prices' })
    }
  })

  test('needs a leader who is approved and a community that is active', async () => {
    const mine = await aDesk(shop)
    const draft = await aDraft(shop, mine)
    dataOf(await shop.call('community', 'move', { communityId: mine.communityId, act: 'pause' }, mine.leaderId))
    expect(refusalOf(await move(draft.id, 'open', mine))).toEqual({ code: 'community.not-active' })
    expect(refusalOf(await save(shop, mine, again(draft, { opens: true })))).toEqual({ code: 'community.not-active' })
    dataOf(await shop.call('community', 'move', { communityId: mine.communityId, act: 'resume' }, mine.leaderId))
    await shop.deps.db
      .updateTable('leader')
      .set({ state: 'suspended' })
      .where('member_id', '=', mine.leaderId)
      .execute()
    expect(refusalOf(await move(draft.id, 'open', mine))).toEqual({ code: 'leader.not-approved' })
    for (const opens of [true, false])
      expect(refusalOf(await save(shop, mine, again(draft, { opens })))).toEqual({ code: 'leader.not-approved' })
    for (const state of ['applied', 'rejected'] as const) {
      const { leaderId } = await aLeader(shop, { state })
      for (const from of ['nothing', 'last'] as const)
        expect(refusalOf(await shop.call('leader', 'draft', { from }, leaderId))).toEqual({
          code: 'leader.not-approved',
        })
      expect(refusalOf(await save(shop, { ...desk, leaderId }, termsOf(shop, desk)))).toEqual({
        code: 'leader.not-approved',
      })
    }
  })
})

describe('an open sale', () => {
  test('keeps its prices, and gives more', async () => {
    const sale = await anOpenSale(shop, desk, { lines: [lineOf(desk.skuId, { stockLimit: 5, perPerson: 2 })] })
    const no = async (wish: Parameters<typeof again>[1]) => refusalOf(await save(shop, desk, again(sale, wish)))
    const line = { stockLimit: 5, perPerson: 2 }
    expect(await no({ lines: [lineOf(desk.skuId, { ...line, priceFen: 2900 })] })).toEqual({
      ...{ code: 'sale.fixed', field: 'prices' },
    })
    expect(await no({ lines: [] })).toEqual({ code: 'sale.fixed', field: 'prices' })
    expect(await no({ title: '别的' })).toEqual({ code: 'sale.fixed', field: 'terms' })
    expect(await no({ keepDays: 3 })).toEqual({ code: 'sale.fixed', field: 'terms' })
    expect(await no({ pickupPointIds: null })).toEqual({ code: 'sale.fixed', field: 'terms' })
    expect(await no({ endsAt: later(sale.endsAt, -HOUR) })).toEqual({ code: 'sale.only-later', field: 'window' })
    expect(await no({ lines: [lineOf(desk.skuId, { ...line, stockLimit: 4 })] })).toMatchObject({
      code: 'sale.only-more',
    })
    const { saleId } = { saleId: sale.id }
    expect(await saleRow(shop, { saleId })).toMatchObject({ version: 1, terms_version: 1 })
    const more = dataOf(
      await save(
        shop,
        desk,
        again(sale, {
          endsAt: later(sale.endsAt, HOUR),
          note: '车晚一点',
          lines: [lineOf(desk.skuId, { stockLimit: 8, perPerson: null })],
        }),
      ),
    )
    expect(more).toMatchObject({ version: 2, endsAt: sale.endsAt + HOUR, note: '车晚一点' })
    expect(await lineRow(shop, { saleId, skuId: desk.skuId })).toMatchObject({ stock_limit: 8, per_person: null })
  })

  test('takes a note while orders come in, and tells the page', async () => {
    const sale = await anOpenSale(shop, desk)
    await aPaidSaleOrder(shop, toBuy(desk, sale))
    const { version } = await saleRow(shop, { saleId: sale.id })
    dataOf(await save(shop, desk, again(sale, { note: '还剩几盒' })))
    expect(await saleRow(shop, { saleId: sale.id })).toMatchObject({ note: '还剩几盒', version: version + 1 })
  })

  test('whose limit for each person is lifted lets go of what people have, and takes orders and cancellations', async () => {
    const sale = await anOpenSale(shop, desk, { lines: [lineOf(desk.skuId, { perPerson: 1 })] })
    const buy = toBuy(desk, sale)
    const order = await aSaleOrder(shop, buy)
    expect(refusalOf(await placeInSale(shop, buy, order.memberId))).toMatchObject({ code: 'sale.per-person' })
    dataOf(await save(shop, desk, again(sale, { lines: [lineOf(desk.skuId, { perPerson: null })] })))
    dataOf(await placeInSale(shop, buy, order.memberId, { quantity: 3 }))
    dataOf(await shop.call('order', 'cancel', { orderId: order.orderId }, order.memberId))
    expect(await lineRow(shop, buy)).toMatchObject({ taken: 3 })
  })

  test('of a suspended leader is brought to its end, not made longer', async () => {
    const mine = await aDesk(shop)
    const sale = await anOpenSale(shop, mine)
    await shop.deps.db
      .updateTable('leader')
      .set({ state: 'suspended' })
      .where('member_id', '=', mine.leaderId)
      .execute()
    expect(refusalOf(await save(shop, mine, again(sale, { endsAt: later(sale.endsAt, HOUR) })))).toEqual({
      code: 'leader.not-approved',
    })
    dataOf(await save(shop, mine, again(sale, { note: '车到了' })))
    expect(dataOf(await move(sale.id, 'close', mine))).toMatchObject({ state: 'closed' })
  })

  test('is cancelled while nobody has paid, closed early, and stays where it is for the rest', async () => {
    const empty = await anOpenSale(shop, desk)
    expect(dataOf(await move(empty.id, 'cancel'))).toMatchObject({ state: 'cancelled', acts: [] })
    const sale = await anOpenSale(shop, desk)
    await aPaidSaleOrder(shop, toBuy(desk, sale))
    expect(refusalOf(await move(sale.id, 'cancel'))).toEqual({ code: 'sale.has-paid', paid: 1 })
    expect(refusalOf(await move(sale.id, 'pick'))).toMatchObject({ code: 'sale.move' })
    expect(dataOf(await move(sale.id, 'close'))).toMatchObject({ state: 'closed', reckonedAt: shop.clock.now() })
    expect(dataOf(await move(sale.id, 'pick'))).toMatchObject({ state: 'picking', acts: ['deliver'] })
    expect(refusalOf(await save(shop, desk, again(sale, { endsAt: later(sale.endsAt, HOUR) })))).toEqual({
      ...{ code: 'sale.fixed', field: 'window' },
    })
    expect(dataOf(await move(sale.id, 'deliver'))).toMatchObject({ state: 'delivered' })
  })
})

test('bad input is refused before anybody looks at it', async () => {
  const good = termsOf(shop, desk)
  const bad: unknown[] = [
    {},
    { ...good, title: '长'.repeat(25) },
    { ...good, note: '长'.repeat(501) },
    { ...good, communityId: 'com' },
    { ...good, startsAt: 1.5 },
    { ...good, keepDays: 8 },
    { ...good, shortagePolicy: 'by-mood' },
    { ...good, lines: [lineOf(desk.skuId, { label: '' })] },
    { ...good, lines: [lineOf(desk.skuId, { label: '九个字九个字九个字' })] },
    { ...good, lines: [lineOf(desk.skuId, { priceFen: 0 })] },
    { ...good, lines: [lineOf(desk.skuId, { priceFen: 29.9 })] },
    { ...good, lines: [lineOf(desk.skuId, { stockLimit: -1 })] },
    { ...good, lines: [lineOf(desk.skuId, { tiers: [{ fromUnits: 1, priceFen: 1 }] })] },
    { ...good, pickupPointIds: Array.from({ length: 21 }, () => desk.pickupPointId) },
    { ...good, leaderId: desk.leaderId },
  ]
  for (const input of bad)
    expect(await shop.send('leader', { action: 'saveSale', input }, desk.leaderId)).toMatchObject({
      ...{ ok: false, refusal: { code: 'input.invalid' } },
    })
  for (const [action, input] of [
    ['moveSale', { saleId: 'sal_0000000000', act: 'settle' }],
    ['moveSale', { act: 'open' }],
    ['draft', { from: 'sale' }],
    ['draft', { from: 'poster' }],
  ] as const)
    expect(await shop.send('leader', { action, input }, desk.leaderId)).toMatchObject({
      refusal: { code: 'input.invalid' },
    })
  for (const action of ['saveSale', 'moveSale', 'draft', 'today', 'sales', 'board', 'catalogue'])
    expect(await shop.send('leader', { action, input: good })).toMatchObject({ refusal: { code: 'sign-in.required' } })
})
