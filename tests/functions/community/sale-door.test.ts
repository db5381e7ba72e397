/** A group sale as neighbours see it: the page and its pulse, the chain, the card, the draft for a neighbour, the pick-up key. */
import { readPickupCode, pickupCode, verifyPickupCode } from '@/domain/pickup/code'
import { DAY } from '@/domain/time'
import { signWith } from '../../../cloudfunctions/sale/pickup-keys'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { aCommunity } from '../../support/shop/communities'
import {
  aDraft,
  aPaidSaleOrder,
  aSale,
  aSaleOrder,
  chainRow,
  expectSalesAgree,
  placeInSale,
} from '../../support/shop/group-sales'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
afterEach(() => expectSalesAgree(shop))

const touches = () => shop.deps.db.selectFrom('touch').select(['member_id', 'leader_id']).execute()

test('the page tells prices, tiers, what is left, and the chain with masked names, who has not paid yet on top', async () => {
  const lines = [{ label: '草莓', priceFen: 1_500, tiers: [[3, 1_200]] as const, stockLimit: 5, perPerson: 4 }]
  const sale = await aSale(shop, { lines })
  const [amei, lili] = [await shop.aMember({ name: '小美' }), await shop.aMember({ name: '莉莉' })]
  await aPaidSaleOrder(shop, sale, { memberId: lili, quantity: 3 })
  await aSaleOrder(shop, sale, { memberId: amei, totalFen: 1_200 })
  const view = dataOf(await shop.call('sale', 'open', { saleId: sale.saleId }, amei))
  expect(view.lineViews).toMatchObject([
    {
      ...{ label: '草莓', priceFen: 1_200, sold: 3, left: 1, leftForYou: 1, perPerson: 4 },
      tiers: [
        { fromUnits: 1, priceFen: 1_500 },
        { fromUnits: 3, priceFen: 1_200 },
      ],
    },
  ])
  expect(view.chain).toMatchObject([
    { number: 2, isPending: true, name: '小美', text: '草莓×1', isYou: true },
    { number: 1, isPending: false, name: '莉*', text: '草莓×3', isYou: false },
  ])
  expect(view).toMatchObject({ people: 1, chainCount: 1, canOrder: true, isLeader: false, priceFromFen: 1_200 })
  expect(view.totals).toEqual([{ label: '草莓', quantity: 3 }])
  expect(view.mine).toMatchObject([{ number: null, trade: 'awaiting-payment', text: '草莓×1', totalFen: 1_200 }])
  expect(JSON.stringify(view)).not.toContain('莉莉')
  const others = dataOf(await shop.call('sale', 'open', { saleId: sale.saleId }))
  expect(others.chain[0]).toMatchObject({ name: '小*', isYou: false })
  expect(others.mine).toEqual([])
})

test('the pulse is silent while nothing changes, and brings what moved', async () => {
  const sale = await aSale(shop)
  const { version } = dataOf(await shop.call('sale', 'open', { saleId: sale.saleId }))
  expect(dataOf(await shop.call('sale', 'watch', { saleId: sale.saleId, version })).pulse).toBeNull()
  await aPaidSaleOrder(shop, sale, { quantity: 2 })
  const { pulse } = dataOf(await shop.call('sale', 'watch', { saleId: sale.saleId, version }))
  expect(pulse).toMatchObject({ version: version + 2, people: 1, lines: [{ sold: 2 }], chain: [{ number: 1 }] })
  expect(pulse).not.toHaveProperty('lineViews')
})

test('a sale that is still written, or of nobody, is unknown everywhere', async () => {
  const { saleId } = await aSale(shop, { state: 'draft' })
  const memberId = await shop.aMember()
  const unknown = { code: 'sale.unknown' }
  expect(refusalOf(await shop.call('sale', 'open', { saleId }, memberId))).toEqual(unknown)
  expect(refusalOf(await shop.call('sale', 'open', { code: 'nosuchcode12' }))).toEqual(unknown)
  expect(refusalOf(await shop.call('sale', 'watch', { saleId, version: 0 }))).toEqual(unknown)
  expect(refusalOf(await shop.call('sale', 'chain', { saleId }))).toEqual(unknown)
  expect(refusalOf(await shop.call('sale', 'chainForChat', { saleId }, memberId))).toEqual(unknown)
  expect(refusalOf(await shop.call('sale', 'share', { saleId, channel: 'chat' }, memberId))).toEqual(unknown)
  expect(refusalOf(await shop.call('sale', 'drafted', { code: 'nosuchcode12' }))).toEqual({ code: 'draft.unknown' })
})

test('the chain goes on page by page, and to the chat go only masked names of who has paid, the oldest first', async () => {
  const sale = await aSale(shop)
  for (let i = 0; i < 43; i++) await aPaidSaleOrder(shop, sale)
  await aSaleOrder(shop, sale)
  const first = dataOf(await shop.call('sale', 'chain', { saleId: sale.saleId }))
  expect(first.items.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, i) => 44 - i))
  const second = dataOf(await shop.call('sale', 'chain', { saleId: sale.saleId, cursor: first.next ?? '' }))
  expect(second).toMatchObject({ items: [{ number: 4 }, { number: 3 }, { number: 2 }, { number: 1 }], next: null })
  const reader = await shop.aMember()
  const chat = dataOf(await shop.call('sale', 'chainForChat', { saleId: sale.saleId }, reader))
  expect(chat.entries.map(({ number }) => number)).toEqual(Array.from({ length: 43 }, (_, i) => i + 1))
  expect(chat.totals).toEqual([{ label: '货1', quantity: 43 }])
})

test('a card opens the sale, tells who sent it, and leaves a touch where it is a leader who shared or whose community it is', async () => {
  const { leaderId, communityId } = await aCommunity(shop)
  const sale = await aSale(shop, { leaderId, communityId })
  const friend = await shop.aMember()
  const card = dataOf(await shop.call('sale', 'share', { saleId: sale.saleId, channel: 'chat' }, leaderId))
  expect(dataOf(await shop.call('sale', 'share', { saleId: sale.saleId, channel: 'chat' }, leaderId)).code).toBe(
    card.code,
  )
  expect(card.path).toBe(`/packages/community/sale/index?c=${card.code}`)
  const view = dataOf(await shop.call('sale', 'open', { code: card.code, scene: 1008 }, friend))
  expect(view).toMatchObject({
    id: sale.saleId,
    sharer: { name: '阿芳' },
    shareCode: card.code,
    community: { id: communityId },
  })
  // card and page are opened in one instant, and one touch of it is enough
  expect(await touches()).toMatchObject([{ member_id: friend, leader_id: leaderId }])
  expect(dataOf(await shop.call('sale', 'open', { code: card.code, scene: 1008 }, leaderId)).sharer).toBeNull()
  const closed = await aSale(shop, { state: 'closed' })
  expect(refusalOf(await shop.call('sale', 'share', { saleId: closed.saleId, channel: 'link' }, friend))).toEqual({
    ...{ code: 'sale.not-open', state: 'closed' },
  })
})

describe('an order that the leader wrote down', () => {
  test('is shown to whoever has the link and placed once, for the neighbour whose name it bears', async () => {
    const sale = await aSale(shop)
    const code = await aDraft(shop, sale, { forName: '孙奶奶', quantity: 2 })
    const shown = dataOf(await shop.call('sale', 'drafted', { code }))
    expect(shown).toMatchObject({ state: 'open', forName: '孙奶奶', totalFen: 3_000, lines: [{ quantity: 2 }] })
    const friend = await shop.aMember()
    const order = await aPaidSaleOrder(shop, sale, { memberId: friend, quantity: 2, draftCode: code })
    expect(await chainRow(shop, order)).toMatchObject({ for_name: '孙奶奶', number: 1 })
    expect(dataOf(await shop.call('sale', 'open', { saleId: sale.saleId })).chain).toMatchObject([
      { name: '孙*', avatar: null },
    ])
    const again = await placeInSale(shop, sale, await shop.aMember(), { quantity: 2, draftCode: code })
    expect(refusalOf(again)).toEqual({ code: 'draft.over', state: 'placed' })
    expect(dataOf(await shop.call('sale', 'drafted', { code }, friend)).orderId).toBe(order.orderId)
    expect(dataOf(await shop.call('sale', 'drafted', { code })).orderId).toBeNull()
    const detail = dataOf(await shop.call('order', 'detail', { orderId: order.orderId }, friend))
    expect(detail.sale).toMatchObject({
      id: sale.saleId,
      number: 1,
      forName: '孙奶奶',
      bag: 'waiting',
      tierBackFen: 0,
      cuts: [],
    })
  })

  test('can be placed again when whoever placed it did not pay', async () => {
    const sale = await aSale(shop)
    const code = await aDraft(shop, sale, { quantity: 1 })
    const order = await aSaleOrder(shop, sale, { draftCode: code })
    dataOf(await shop.call('order', 'cancel', { orderId: order.orderId }, order.memberId))
    expect(dataOf(await shop.call('sale', 'drafted', { code })).state).toBe('open')
    await aPaidSaleOrder(shop, sale, { draftCode: code })
  })

  test('is ordered as it stands: other goods, another sale, or no sale are refused', async () => {
    const [sale, other] = [await aSale(shop), await aSale(shop)]
    const code = await aDraft(shop, sale, { quantity: 1 })
    const memberId = await shop.aMember()
    const unknown = { code: 'draft.unknown' }
    expect(refusalOf(await placeInSale(shop, sale, memberId, { quantity: 2, draftCode: code }))).toEqual(unknown)
    expect(refusalOf(await placeInSale(shop, other, memberId, { draftCode: code }))).toEqual(unknown)
    expect(refusalOf(await placeInSale(shop, sale, memberId, { draftCode: 'nosuchcode12' }))).toEqual(unknown)
    const basket = [{ skuId: sale.skuId, quantity: 1 }]
    expect(refusalOf(await shop.call('order', 'checkout', { basket, draftCode: code }, memberId))).toEqual(unknown)
  })
})

test('the checkout offers only the places of the sale and says what is agreed', async () => {
  const elsewhere = await shop.aPickupPoint()
  const sale = await aSale(shop, { lines: [{ tiers: [[10, 1_200]] }] })
  const memberId = await shop.aMember()
  const basket = [{ skuId: sale.skuId, quantity: 2 }]
  const view = dataOf(await shop.call('order', 'checkout', { basket, saleId: sale.saleId }, memberId))
  expect(view.quote.totalFen).toBe(3_000)
  expect(view.pickupPoints.map(({ id }) => id)).toEqual([sale.pickupPointId])
  expect(view.choices.map(({ kind }) => kind)).toEqual(['pickup'])
  expect(view.sale).toMatchObject({
    id: sale.saleId,
    hasTiers: true,
    pickupPointIds: [sale.pickupPointId],
    forName: null,
  })
  const delivery = { kind: 'pickup' as const, pickupPointId: elsewhere }
  expect(refusalOf(await shop.call('order', 'checkout', { basket, saleId: sale.saleId, delivery }, memberId))).toEqual({
    ...{ code: 'sale.elsewhere', pickupPointIds: [sale.pickupPointId] },
  })
})

test('the key of a paid order makes codes that the shop knows, and nobody else gets it', async () => {
  const sale = await aSale(shop)
  const order = await aSaleOrder(shop, sale)
  const ask = (memberId = order.memberId) => shop.call('sale', 'pickupKey', { orderId: order.orderId }, memberId)
  expect(refusalOf(await ask())).toEqual({ code: 'pickup.not-ready', trade: 'awaiting-payment' })
  const { memberId } = await aPaidSaleOrder(shop, sale)
  expect(refusalOf(await ask(memberId))).toEqual({ code: 'order.unknown' })
  const paid = await aPaidSaleOrder(shop, sale)
  const key = dataOf(await shop.call('sale', 'pickupKey', { orderId: paid.orderId }, paid.memberId))
  expect(key).toMatchObject({ number: 2, bag: 'waiting', plainCode: expect.stringMatching(/^\d{6}$/) as string })
  const now = shop.clock.now()
  // what the page shows with it, with or without a network
  expect(key).toMatchObject({ madeAt: now, saleId: sale.saleId, title: '周日鲜食接龙', state: 'open', forName: null })
  expect(key.keptUntilAt - key.handOverUntilAt).toBe(DAY)
  expect(key.place?.name).toEqual(expect.any(String))
  const code = readPickupCode(pickupCode(paid.orderId, now, signWith(key.key)))
  if (!code) throw new Error('no code')
  expect(verifyPickupCode(code, signWith(key.key), now).ok).toBe(true)
  const other = dataOf(await shop.call('sale', 'pickupKey', { orderId: paid.orderId }, paid.memberId)).key
  expect(other).toBe(key.key)
  expect(verifyPickupCode({ ...code, orderId: order.orderId }, signWith(key.key), now)).toMatchObject({ ok: false })
})

test('the list of orders says which were ordered in a sale, and as which in its chain', async () => {
  const sale = await aSale(shop)
  const { memberId } = await aPaidSaleOrder(shop, sale)
  await aSaleOrder(shop, sale, { memberId })
  const { items } = dataOf(await shop.call('order', 'list', {}, memberId))
  const card = { title: '周日鲜食接龙', state: 'open' }
  expect(items.map((order) => order.sale)).toEqual([
    { ...card, number: null },
    { ...card, number: 1 },
  ])
})
