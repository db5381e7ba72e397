/** Orders that a leader writes down for neighbours without phone pay. */
import type { CallInput } from '@/contract/index'
import type { PickupPointId, SkuId } from '@/domain/ids'
import { readShareLink } from '@/domain/share/link'
import { HOUR, later } from '@/domain/time'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { placeInSale } from '../../support/shop/group-sales'
import { aDesk, aDraft, anOpenSale, lineOf, toBuy, type Desk, type Draft } from '../../support/shop/writing-sales'

let shop: Shop
let desk: Desk
let sale: Draft
beforeAll(async () => {
  shop = await openShop()
  desk = await aDesk(shop)
})
beforeEach(async () => {
  shop.wechat.say({ text: 'pass' })
  shop.wechat.setDown(false)
  sale = await anOpenSale(shop, desk, { lines: [lineOf(desk.skuId, { tiers: [{ fromUnits: 20, priceFen: 2890 }] })] })
})
afterAll(() => shop.close())

type Wish = Partial<CallInput<'leader', 'writeDraft'>>
const write = (wish: Wish = {}, who = desk) =>
  shop.call(
    'leader',
    'writeDraft',
    {
      saleId: sale.id,
      forName: '3 号楼王奶奶',
      note: '晚上送上楼',
      pickupPointId: desk.pickupPointId,
      basket: [{ skuId: desk.skuId, quantity: 2 }],
      ...wish,
    },
    who.leaderId,
  )
const list = async () => dataOf(await shop.call('leader', 'drafts', { saleId: sale.id }, desk.leaderId)).items
const withdraw = (code: string, who = desk) => shop.call('leader', 'withdrawDraft', { code }, who.leaderId)

test('a draft says what it costs now and where it leads, and holds nothing', async () => {
  const draft = dataOf(await write())
  expect(draft).toMatchObject({
    ...{
      saleId: sale.id,
      forName: '3 号楼王奶奶',
      note: '晚上送上楼',
      state: 'open',
      totalFen: 5980,
      endsAt: sale.endsAt,
    },
    ...{ leader: { name: '阿芳' }, pickupPoint: { id: desk.pickupPointId }, orderId: null },
    lines: [{ skuId: desk.skuId, quantity: 2, priceFen: 2990, title: '丹东 99 草莓 500g' }],
  })
  expect(draft.path).toContain(draft.code)
  expect(readShareLink(draft.url)).toBe(draft.code)
  expect(await list()).toMatchObject([{ code: draft.code }])
  const { taken } = await shop.deps.db
    .selectFrom('sale_line')
    .select('taken')
    .where('sale_id', '=', sale.id)
    .executeTakeFirstOrThrow()
  expect(taken).toBe(0)
})

test('the same product twice is one line', async () => {
  const basket = [
    { skuId: desk.skuId, quantity: 1 },
    { skuId: desk.skuId, quantity: 2 },
  ]
  expect(dataOf(await write({ basket, pickupPointId: null }))).toMatchObject({
    ...{ pickupPoint: null, lines: [{ quantity: 3 }], totalFen: 8970 },
  })
})

test('what was placed can’t be taken back, what was taken back can’t be placed', async () => {
  const [one, two] = [dataOf(await write()), dataOf(await write())]
  dataOf(await placeInSale(shop, toBuy(desk, sale), await shop.aMember(), { quantity: 2, draftCode: one.code }))
  expect(refusalOf(await withdraw(one.code))).toEqual({ code: 'draft.over', state: 'placed' })
  const left = dataOf(await withdraw(two.code)).items
  expect(left.map(({ state }) => state).sort()).toEqual(['placed', 'withdrawn'])
  expect(refusalOf(await withdraw(two.code))).toEqual({ code: 'draft.over', state: 'withdrawn' })
  const late = await placeInSale(shop, toBuy(desk, sale), await shop.aMember(), { quantity: 2, draftCode: two.code })
  expect(refusalOf(late)).toEqual({ code: 'draft.over', state: 'withdrawn' })
})

test('taken back while somebody places it, one of the two happens', async () => {
  for (let i = 0; i < 5; i++) {
    const { code } = dataOf(await write())
    const buyer = await shop.aMember()
    const [placed, back] = await Promise.all([
      placeInSale(shop, toBuy(desk, sale), buyer, { quantity: 2, draftCode: code }),
      withdraw(code),
    ])
    expect([placed.ok, back.ok].filter(Boolean)).toHaveLength(1)
  }
})

test('a draft lapses with its sale', async () => {
  const { code } = dataOf(await write())
  dataOf(await shop.call('leader', 'moveSale', { saleId: sale.id, act: 'close' }, desk.leaderId))
  expect(await list()).toMatchObject([{ code, state: 'lapsed' }])
  expect(refusalOf(await withdraw(code))).toEqual({ code: 'draft.over', state: 'lapsed' })
  expect(refusalOf(await write())).toEqual({ code: 'sale.not-open', state: 'closed' })
})

test('after its end a sale takes none, though nobody has closed it yet', async () => {
  const was = shop.clock.now()
  shop.clock.set(later(sale.endsAt, HOUR))
  expect(refusalOf(await write())).toEqual({ code: 'sale.not-open', state: 'closed' })
  shop.clock.set(was)
})

test('it names goods and points of its sale', async () => {
  const skuId = 'sku_0000000000' as SkuId
  expect(refusalOf(await write({ basket: [{ skuId, quantity: 1 }] }))).toEqual({ code: 'sale.line-gone', skuId })
  expect(refusalOf(await write({ pickupPointId: 'pup_0000000000' as PickupPointId }))).toEqual({
    code: 'pickup-point.unknown',
  })
  const draft = await aDraft(shop, desk)
  expect(refusalOf(await write({ saleId: draft.id }))).toEqual({ code: 'sale.not-open', state: 'draft' })
})

test('words for the neighbour pass WeChat’s check or are not written', async () => {
  shop.wechat.say({ text: 'risky' })
  expect(refusalOf(await write())).toEqual({ code: 'text.risky' })
  shop.wechat.setDown(true)
  expect(refusalOf(await write())).toEqual({ code: 'text.unchecked' })
  expect(await list()).toEqual([])
})

test('fifty may wait at a time, on two phones too', async () => {
  for (let i = 0; i < 49; i++) dataOf(await write({ forName: `${i} 号` }))
  const replies = await Promise.all([write(), write(), write()])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(refusalOf(await write())).toEqual({ code: 'draft.too-many', limit: 50 })
})

test('other leaders know neither sale nor draft', async () => {
  const { code } = dataOf(await write())
  const other = await aDesk(shop)
  expect(refusalOf(await write({}, other))).toEqual({ code: 'sale.unknown' })
  expect(refusalOf(await withdraw(code, other))).toEqual({ code: 'draft.unknown' })
  expect(refusalOf(await withdraw('AAAABBBBCCCCDDDD'))).toEqual({ code: 'draft.unknown' })
  expect(refusalOf(await shop.call('leader', 'drafts', { saleId: sale.id }, other.leaderId))).toEqual({
    code: 'sale.unknown',
  })
})

test('bad input is refused', async () => {
  const good = { saleId: sale.id, forName: '王', pickupPointId: null, basket: [{ skuId: desk.skuId, quantity: 1 }] }
  for (const [action, input] of [
    ['writeDraft', { ...good, forName: ' ' }],
    ['writeDraft', { ...good, forName: '长'.repeat(21) }],
    ['writeDraft', { ...good, basket: [] }],
    ['writeDraft', { ...good, basket: [{ skuId: desk.skuId, quantity: 0 }] }],
    ['writeDraft', { ...good, priceFen: 1 }],
    ['withdrawDraft', { code: "';drop" }],
    ['drafts', { saleId: 'sal' }],
  ] as const)
    expect(await shop.send('leader', { action, input }, desk.leaderId)).toMatchObject({
      refusal: { code: 'input.invalid' },
    })
})
