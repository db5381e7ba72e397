/** What a leader sees: today in one call, one sale's board, all sales, and goods to choose from. */
import type { SaleId } from '@/domain/ids'
import { DAY, HOUR, MINUTE, later } from '@/domain/time'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { aLeader } from '../../support/shop/communities'
import { aPaidSaleOrder, aSaleOrder } from '../../support/shop/group-sales'
import { aDesk, aDraft, anOpenSale, lineOf, save, termsOf, toBuy, type Desk } from '../../support/shop/writing-sales'

let shop: Shop
let desk: Desk
beforeAll(async () => {
  shop = await openShop()
})
beforeEach(async () => {
  desk = await aDesk(shop)
})
afterAll(() => shop.close())

const today = (who = desk) => shop.call('leader', 'today', {}, who.leaderId)
const board = (saleId: SaleId, who = desk) => shop.call('leader', 'board', { saleId }, who.leaderId)
const move = async (saleId: SaleId, act: 'close' | 'pick' | 'deliver') =>
  dataOf(await shop.call('leader', 'moveSale', { saleId, act }, desk.leaderId))
const earned = (orderId: string, leaderId: string, amountFen: number, state: string) =>
  shop.deps.db
    .insertInto('earning')
    .values({
      ...{ store_id: shop.deps.storeId, id: shop.deps.newId('ern'), kind: 'commission', leader_id: leaderId },
      ...{ order_id: orderId, line_id: shop.deps.newId('oln'), base_fen: amountFen * 10, rate_bp: 1000 },
      ...{ amount_fen: amountFen, state: state as 'accrued', booked_at: new Date(shop.clock.now()) },
      release_at: new Date(later(shop.clock.now(), 2 * DAY)),
    })
    .execute()

test('before the first sale the desk is empty, and says whose it is', async () => {
  expect(dataOf(await today())).toEqual({
    ...{ name: '阿芳', avatar: null, sale: null, others: [], leftover: null },
    communities: [{ id: desk.communityId, name: '梧桐里邻里群', members: 1 }],
    money: { payableFen: 0, comingFen: 0, toConfirmFen: 0 },
  })
})

test('the board counts what was paid, who still has to, what each product sells and what comes of it', async () => {
  const eggs = await shop.aProduct({ title: '散养土鸡蛋 20 枚', skus: [{ priceFen: 3080 }] })
  const sale = await anOpenSale(shop, desk, {
    lines: [lineOf(desk.skuId), lineOf(eggs.skuId, { label: '土鸡蛋', priceFen: 2680 })],
  })
  const buy = toBuy(desk, sale)
  const paid = await aPaidSaleOrder(shop, buy, { quantity: 2 })
  const both = [
    { skuId: desk.skuId, quantity: 1 },
    { skuId: eggs.skuId, quantity: 3 },
  ]
  await aPaidSaleOrder(shop, buy, { basket: both, totalFen: 2990 + 3 * 2680 })
  const late = await aSaleOrder(shop, buy, { memberId: await shop.aMember({ name: '许多多' }) })
  await shop.deps.db.deleteFrom('earning').where('order_id', '=', paid.orderId).execute()
  await earned(paid.orderId, desk.leaderId, 478, 'estimated')
  await earned(paid.orderId, desk.leaderId, 22, 'held')
  await earned(paid.orderId, desk.leaderId, 1000, 'dropped')
  await earned(paid.orderId, (await aLeader(shop)).leaderId, 99, 'estimated')
  shop.clock.advance(6 * MINUTE)
  const view = dataOf(await board(sale.id))
  expect(view).toMatchObject({
    ...{ id: sale.id, state: 'open', paidOrders: 2, unpaidOrders: 1, people: 2, paidFen: 3 * 2990 + 3 * 2680 },
    ...{ estimatedFen: 500, reckonedAt: null, acts: ['close'], priceFromFen: 2680, lines: 2 },
    bags: { all: 2, handed: 0, waiting: 2, overdue: 0, noShow: 0 },
    unpaid: [{ orderId: late.orderId, name: '许*', text: '草莓×1', totalFen: 2990, nudgedAt: null, canNudge: true }],
    goods: [
      { skuId: desk.skuId, label: '草莓', orders: 2, sold: 3, received: null, cut: 0, isDecided: false },
      { skuId: eggs.skuId, label: '土鸡蛋', orders: 1, sold: 3 },
    ],
  })
  expect(dataOf(await today()).sale).toEqual(view)
})

test('the desk shows the open sale, then the one to hand over; what runs beside it; bags of the evening before', async () => {
  const first = await anOpenSale(shop, desk, { title: '周六接龙' })
  const order = await aPaidSaleOrder(shop, toBuy(desk, first))
  await aPaidSaleOrder(shop, toBuy(desk, first))
  for (const act of ['close', 'pick', 'deliver'] as const) await move(first.id, act)
  const second = await anOpenSale(shop, desk, { title: '周日接龙' })
  await aDraft(shop, desk, { title: '周一草稿' })
  await shop.deps.db
    .updateTable('sale_order')
    .set({ bag_state: 'handed' })
    .where('order_id', '=', order.orderId)
    .execute()
  const view = dataOf(await today())
  expect(view).toMatchObject({
    sale: { id: second.id },
    others: [{ id: first.id, state: 'delivered' }],
    leftover: { saleId: first.id, title: '周六接龙', handed: 1, bags: 2, keptUntilAt: first.handOverUntilAt + DAY },
  })
  await shop.call('leader', 'moveSale', { saleId: second.id, act: 'cancel' }, desk.leaderId)
  expect(dataOf(await today())).toMatchObject({ sale: { id: first.id }, others: [], leftover: null })
})

test('the clock turns bags overdue and given up, whoever looks', async () => {
  const sale = await anOpenSale(shop, desk)
  await aPaidSaleOrder(shop, toBuy(desk, sale))
  const was = shop.clock.now()
  shop.clock.set(later(sale.handOverUntilAt, HOUR))
  expect(dataOf(await board(sale.id)).bags).toMatchObject({ all: 1, waiting: 0, overdue: 1, noShow: 0 })
  shop.clock.set(later(sale.handOverUntilAt, 2 * DAY))
  expect(dataOf(await board(sale.id)).bags).toMatchObject({ all: 1, overdue: 0, noShow: 1 })
  shop.clock.set(was)
})

test('money stands by what can be paid, what comes within a week, what waits for a tap', async () => {
  const order = shop.deps.newId('ord')
  await earned(order, desk.leaderId, 100, 'payable')
  await earned(order, desk.leaderId, 10, 'failed')
  await earned(order, desk.leaderId, 7, 'accrued')
  await earned(order, desk.leaderId, 5, 'awaiting-confirm')
  await earned(order, desk.leaderId, 3, 'paid')
  expect(dataOf(await today()).money).toEqual({ payableFen: 110, comingFen: 7, toConfirmFen: 5 })
})

test('all sales come newest first, page by page, each once', async () => {
  const ids: SaleId[] = []
  for (let i = 0; i < 23; i++) {
    shop.clock.advance(MINUTE)
    ids.unshift((await aDraft(shop, desk, { title: `第 ${i} 场` })).id)
  }
  const seen: SaleId[] = []
  let cursor: string | null = null
  do {
    const page: { items: readonly { id: SaleId }[]; next: string | null } = dataOf(
      await shop.call('leader', 'sales', cursor ? { cursor } : {}, desk.leaderId),
    )
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next
  } while (cursor)
  expect(seen).toEqual(ids)
  expect(dataOf(await shop.call('leader', 'sales', { cursor: 'not~ours' }, desk.leaderId)).items).toHaveLength(10)
})

test('goods are what is on sale, best sellers first, with how far a leader may go', async () => {
  await shop.aProduct({ title: '不卖的', status: 'off', soldCount: 1_000_000 })
  const { productId } = await shop.aProduct({
    title: '砂糖橘 2.5kg',
    searchText: '砂糖橘 shatangju stj',
    soldCount: 900_000,
    skus: [
      { options: ['小果'], priceFen: 1990, stock: 3 },
      { options: ['大果'], priceFen: 2990, isOff: true },
      { options: ['礼盒'], priceFen: 5001 },
    ],
  })
  await shop.deps.db
    .insertInto('commission_terms')
    .values({ store_id: shop.deps.storeId, floor_bp: 8000, updated_at: new Date(shop.clock.now()) })
    .execute()
  const find = async (text?: string) =>
    dataOf(await shop.call('leader', 'catalogue', text === undefined ? {} : { text }, desk.leaderId))
  const [first, second] = (await find()).items
  expect(first).toEqual({
    ...{ productId, skuId: first?.skuId, title: '砂糖橘 2.5kg', options: ['小果'], picture: expect.anything() },
    ...{ shopFen: 1990, floorFen: 1592, available: 3, proposedLabel: '砂糖橘' },
  })
  expect(second).toMatchObject({ productId, options: ['礼盒'], floorFen: 4001 })
  expect((await find('shatangju')).items).toHaveLength(2)
  expect((await find('!!!')).items).toEqual([])
  await shop.deps.db.deleteFrom('commission_terms').execute()
})

test('goods go on over pages without a product twice', async () => {
  for (let i = 0; i < 25; i++) await shop.aProduct({ title: `货 ${i}`, soldCount: i })
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: { items: readonly { skuId: string }[]; next: string | null } = dataOf(
      await shop.call('leader', 'catalogue', cursor ? { cursor } : {}, desk.leaderId),
    )
    seen.push(...page.items.map(({ skuId }) => skuId))
    cursor = page.next
  } while (cursor)
  const { n } = await shop.deps.db
    .selectFrom('sku')
    .innerJoin('product', 'product.id', 'sku.product_id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('product.status', '=', 'on')
    .where('sku.is_off', '=', false)
    .executeTakeFirstOrThrow()
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toHaveLength(Number(n))
})

test('others’ sales are unknown, and who is no leader has no desk', async () => {
  const sale = await anOpenSale(shop, desk)
  const other = await aDesk(shop)
  expect(refusalOf(await board(sale.id, other))).toEqual({ code: 'sale.unknown' })
  expect(dataOf(await shop.call('leader', 'sales', {}, other.leaderId)).items).toEqual([])
  const nobody = [await shop.aMember(), (await aLeader(shop, { state: 'applied' })).leaderId]
  nobody.push((await aLeader(shop, { state: 'rejected' })).leaderId)
  for (const who of nobody) {
    for (const action of ['today', 'sales', 'catalogue'] as const)
      expect(refusalOf(await shop.call('leader', action, {}, who))).toEqual({ code: 'leader.not-approved' })
    expect(refusalOf(await shop.call('leader', 'board', { saleId: sale.id }, who))).toEqual({ code: 'sale.unknown' })
  }
})

test('a suspended leader still has the desk, for what runs', async () => {
  const sale = await anOpenSale(shop, desk)
  await shop.deps.db.updateTable('leader').set({ state: 'suspended' }).where('member_id', '=', desk.leaderId).execute()
  expect(dataOf(await today())).toMatchObject({ sale: { id: sale.id } })
  expect(dataOf(await shop.call('leader', 'sales', {}, desk.leaderId)).items).toHaveLength(1)
  expect(refusalOf(await shop.call('leader', 'catalogue', {}, desk.leaderId))).toEqual({ code: 'leader.not-approved' })
  expect(refusalOf(await save(shop, desk, termsOf(shop, desk)))).toEqual({ code: 'leader.not-approved' })
})

test('bad input is refused', async () => {
  for (const [action, input] of [
    ['today', { saleId: 'sal_0000000000' }],
    ['sales', { cursor: "x' or 1=1" }],
    ['board', {}],
    ['board', { saleId: 'ord_0000000000' }],
    ['catalogue', { text: '长'.repeat(41) }],
    ['catalogue', { cursor: 5 }],
  ] as const)
    expect(await shop.send('leader', { action, input }, desk.leaderId)).toMatchObject({
      refusal: { code: 'input.invalid' },
    })
})
