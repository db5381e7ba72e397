/** Sales as the staff run them: all are seen and moved, the store's own are written, and the audit says who. */
import type { CallInput } from '@/contract/index'
import type { PickupPointId, SaleId, SkuId } from '@/domain/ids'
import { proposedClocks } from '@/domain/sale/propose'
import { HOUR, later } from '@/domain/time'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import type { StaffSeat } from '../../support/shop/builders'
import { aPaidSaleOrder, saleRow, aSaleOrder } from '../../support/shop/group-sales'
import { aDesk, aDraft, again, anOpenSale, lineOf, toBuy, type Desk } from '../../support/shop/writing-sales'

type SaveInput = CallInput<'staff-sale', 'save'>

let shop: Shop
let desk: Desk
let staff: StaffSeat
let skuId: SkuId
beforeAll(async () => {
  shop = await openShop()
  desk = await aDesk(shop)
  staff = await shop.aStaff({ name: '林晓禾', role: 'operations' })
  skuId = (await shop.aProduct({ title: '砂糖橘 2.5kg', skus: [{ priceFen: 1990, stock: 3 }] })).skuId
})
afterAll(() => shop.close())

const termsOf = (wish: Partial<SaveInput> = {}): SaveInput => ({
  ...{
    title: '周日鲜果接龙',
    note: '',
    keepDays: 1,
    shortagePolicy: 'first-paid',
    pickupPointIds: [desk.pickupPointId],
  },
  ...proposedClocks(shop.clock.now()),
  lines: [{ skuId, label: '砂糖橘', priceFen: 1690 }],
  ...wish,
})
const save = (wish: Partial<SaveInput> = {}, as = staff) => shop.call('staff-sale', 'save', termsOf(wish), as)
const move = (saleId: SaleId, act: CallInput<'staff-sale', 'move'>['act'], as = staff) =>
  shop.call('staff-sale', 'move', { saleId, act }, as)
const list = async (filter: CallInput<'staff-sale', 'sales'> = {}, as = staff) =>
  dataOf(await shop.call('staff-sale', 'sales', filter, as))
const auditOf = (subject: SaleId) =>
  shop.deps.db
    .selectFrom('audit')
    .select(['action', 'staff_id', 'subject_name', 'before', 'after'])
    .where('subject', '=', subject)
    .orderBy('id')
    .execute()

test('the store’s own sale is proposed, written, opened and changed; the trail has what differs', async () => {
  const proposal = dataOf(await shop.call('staff-sale', 'draft', {}, staff))
  expect(proposal).toMatchObject({ version: 0, communityId: null, communities: [], pickupPointIds: null, acts: [] })
  const asked = shop.wechat.callsTo('checkText').length
  const draft = dataOf(await save({ saleId: proposal.id }))
  expect(draft).toMatchObject({ id: proposal.id, state: 'draft', version: 1, acts: ['open', 'cancel'] })
  expect(shop.wechat.callsTo('checkText')).toHaveLength(asked)
  expect(await saleRow(shop, { saleId: draft.id })).toMatchObject({ leader_id: null, community_id: null })
  const open = dataOf(await save({ saleId: draft.id, version: 1, opens: true, title: '周日鲜果' }))
  expect(open).toMatchObject({ state: 'open', version: 2, acts: ['close', 'cancel'] })
  const note = { saleId: draft.id, version: 2, title: '周日鲜果', note: '车 9 点到' }
  dataOf(await save(note))
  dataOf(await save({ ...note, version: 3 }))
  expect(await auditOf(draft.id)).toMatchObject([
    { action: 'sale.add', staff_id: staff.staffId, subject_name: '周日鲜果接龙' },
    { action: 'sale.open', before: { title: '周日鲜果接龙' }, after: { title: '周日鲜果' } },
    { action: 'sale.change', before: { note: '' }, after: { note: '车 9 点到' } },
  ])
  expect(refusalOf(await save({ ...note, version: 3, lines: [] }))).toEqual({ code: 'sale.fixed', field: 'prices' })
  expect(refusalOf(await save({ ...note, version: 2 }))).toEqual({ code: 'sale.changed' })
})

test('a leader’s sale is the leader’s to write, and any staff’s to move', async () => {
  const theirs = await aDraft(shop, desk)
  expect(dataOf(await shop.call('staff-sale', 'draft', { saleId: theirs.id }, staff))).toMatchObject({
    ...{ id: theirs.id, communityId: desk.communityId },
  })
  const { communityId: _, ...mine } = again(theirs)
  expect(refusalOf(await shop.call('staff-sale', 'save', mine, staff))).toEqual({ code: 'community.not-yours' })
  const view = dataOf(await move(theirs.id, 'open'))
  expect(view).toMatchObject({
    ...{ state: 'open', leader: { name: '阿芳' }, community: { id: desk.communityId }, units: 0, shortGoods: 0 },
    ...{ board: { id: theirs.id }, rollUp: { saleId: theirs.id } },
    steps: [
      { state: 'open', at: shop.clock.now() },
      { state: 'closed', at: null },
      { state: 'picking', at: null },
      { state: 'delivered', at: null },
      { state: 'settled', at: null },
    ],
  })
  expect(refusalOf(await move(theirs.id, 'open'))).toMatchObject({ code: 'sale.move' })
  expect(dataOf(await move(theirs.id, 'cancel')).steps).toMatchObject([{ state: 'open' }, { state: 'cancelled' }])
  expect(await auditOf(theirs.id)).toMatchObject([
    { action: 'sale.open', before: { saleState: 'draft' }, after: { saleState: 'open' } },
    { action: 'sale.cancel', before: { saleState: 'open' }, after: { saleState: 'cancelled' } },
  ])
})

test('staff and leader who move at once move once, and the trail has no act that did not happen', async () => {
  const sale = await anOpenSale(shop, desk)
  const replies = await Promise.all([
    move(sale.id, 'close'),
    shop.call('leader', 'moveSale', { saleId: sale.id, act: 'close' }, desk.leaderId),
    move(sale.id, 'close'),
  ])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await auditOf(sale.id)).toHaveLength(replies[1].ok ? 0 : 1)
})

test('a sale of a leader who was suspended, or of a paused community, is not opened by staff either', async () => {
  const mine = await aDesk(shop)
  const draft = await aDraft(shop, mine)
  await shop.deps.db.updateTable('leader').set({ state: 'suspended' }).where('member_id', '=', mine.leaderId).execute()
  expect(refusalOf(await move(draft.id, 'open'))).toEqual({ code: 'leader.not-approved' })
  await shop.deps.db.updateTable('leader').set({ state: 'approved' }).where('member_id', '=', mine.leaderId).execute()
  dataOf(await shop.call('community', 'move', { communityId: mine.communityId, act: 'pause' }, mine.leaderId))
  expect(refusalOf(await move(draft.id, 'open'))).toEqual({ code: 'community.not-active' })
  expect(await auditOf(draft.id)).toEqual([])
})

test('a sale counts its orders, units and what came short', async () => {
  const sale = await anOpenSale(shop, desk)
  await aPaidSaleOrder(shop, toBuy(desk, sale), { quantity: 3 })
  await aSaleOrder(shop, toBuy(desk, sale))
  await shop.deps.db.updateTable('sale_line').set({ received: 2 }).where('sale_id', '=', sale.id).execute()
  const view = dataOf(await shop.call('staff-sale', 'sale', { saleId: sale.id }, staff))
  expect(view).toMatchObject({
    ...{
      paidOrders: 1,
      unpaidOrders: 1,
      paidFen: 8970,
      units: 3,
      shortGoods: 1,
      handOverUntilAt: sale.handOverUntilAt,
    },
    board: { goods: [{ skuId: desk.skuId, sold: 3, received: 2 }], unpaid: [{ text: '草莓×1' }] },
    rollUp: { sold: 3, orders: 1, rows: [{ received: 2, difference: -1 }] },
  })
})

test('the list has a tab for each state, filters by leader and community, and turns pages', async () => {
  const mine = await aDesk(shop)
  const drafts = [await aDraft(shop, mine), await aDraft(shop, mine), await aDraft(shop, mine)]
  const open = await anOpenSale(shop, mine, { lines: [lineOf(mine.skuId)] })
  const filter = { leaderId: mine.leaderId }
  const all = await list(filter)
  expect(all.counts).toMatchObject({ all: 4, draft: 3, open: 1, closed: 0, cancelled: 0 })
  expect(all.rows[0]).toMatchObject({ id: open.id, state: 'open' })
  expect(await list({ ...filter, state: 'draft' })).toMatchObject({
    total: 3,
    rows: drafts.map(() => ({ state: 'draft' })),
  })
  expect((await list({ communityId: mine.communityId })).total).toBe(4)
  expect(await list({ communityId: desk.communityId, leaderId: mine.leaderId })).toMatchObject({ total: 0, rows: [] })
  const everything = await list()
  const pages = await Promise.all([1, 2, 3, 4].map((page) => list({ page, pageSize: 5 })))
  expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(
    everything.rows.slice(0, 20).map(({ id }) => id),
  )
})

describe('who looks after single pick-up points', () => {
  let elsewhere: PickupPointId
  let keeper: StaffSeat
  beforeAll(async () => {
    elsewhere = await shop.aPickupPoint({ name: '梧桐里架空层' })
    keeper = await shop.aStaff({ role: 'operations', pickupPointIds: [elsewhere] })
  })

  test('knows only sales that are handed over there, and moves only those that are nowhere else', async () => {
    const [theirs, both] = [
      await anOpenSale(shop, desk),
      dataOf(await save({ opens: true, pickupPointIds: [desk.pickupPointId, elsewhere] })),
    ]
    const own = dataOf(await save({ opens: true, pickupPointIds: [elsewhere] }))
    const courier = dataOf(await save({ opens: true, pickupPointIds: null }))
    expect((await list({}, keeper)).rows.map(({ id }) => id)).toEqual([own.id, both.id])
    for (const { id } of [theirs, courier]) {
      expect(refusalOf(await shop.call('staff-sale', 'sale', { saleId: id }, keeper))).toEqual({ code: 'sale.unknown' })
      expect(refusalOf(await shop.call('staff-sale', 'draft', { saleId: id }, keeper))).toEqual({
        code: 'sale.unknown',
      })
      expect(refusalOf(await move(id, 'close', keeper))).toEqual({ code: 'sale.unknown' })
    }
    dataOf(await shop.call('staff-sale', 'sale', { saleId: both.id }, keeper))
    expect(refusalOf(await move(both.id, 'close', keeper))).toEqual({ code: 'sale.unknown' })
    expect(dataOf(await move(own.id, 'close', keeper))).toMatchObject({ state: 'closed' })
  })

  test('writes sales that are handed over there alone', async () => {
    const proposal = dataOf(await shop.call('staff-sale', 'draft', {}, keeper))
    expect(proposal).toMatchObject({ pickupPointIds: [elsewhere], pickupPoints: [{ id: elsewhere }] })
    const draft = dataOf(await save({ saleId: proposal.id, pickupPointIds: [elsewhere] }, keeper))
    for (const pickupPointIds of [null, [desk.pickupPointId], [elsewhere, desk.pickupPointId]])
      expect(refusalOf(await save({ saleId: draft.id, version: 1, pickupPointIds }, keeper))).toEqual({
        code: 'pickup-point.unknown',
      })
    const wide = dataOf(await save({ pickupPointIds: [elsewhere, desk.pickupPointId] }))
    expect(refusalOf(await save({ saleId: wide.id, version: 1, pickupPointIds: [elsewhere] }, keeper))).toEqual({
      code: 'sale.unknown',
    })
  })

  test('sees of a shared sale only who orders there', async () => {
    const sale = dataOf(await save({ opens: true, pickupPointIds: [desk.pickupPointId, elsewhere] }))
    const buy = { ...toBuy(desk, sale), leaderId: null, skuId, priceFen: 1690 }
    await aSaleOrder(shop, buy)
    await aSaleOrder(shop, { ...buy, pickupPointId: elsewhere })
    const seen = async (as: StaffSeat) =>
      dataOf(await shop.call('staff-sale', 'sale', { saleId: sale.id }, as)).board.unpaid.length
    expect([await seen(staff), await seen(keeper)]).toEqual([2, 1])
  })
})

test('each act asks for its right', async () => {
  const reader = await shop.aStaff({ role: 'customer-service' })
  const clerk = await shop.aStaff({ role: 'clerk' })
  const sale = await anOpenSale(shop, desk)
  for (const action of ['catalogue', 'draft', 'save', 'move'] as const)
    expect(await shop.send('staff-sale', { action, input: {} }, reader)).toMatchObject({
      refusal: { code: 'role.required', permission: 'community.write' },
    })
  dataOf(await shop.call('staff-sale', 'sale', { saleId: sale.id }, reader))
  for (const action of ['sales', 'sale'] as const)
    expect(await shop.send('staff-sale', { action, input: {} }, clerk)).toMatchObject({
      refusal: { code: 'role.required', permission: 'community.read' },
    })
  for (const action of ['sales', 'sale', 'catalogue', 'draft', 'save', 'move'])
    expect(await shop.send('staff-sale', { action, input: {} }, desk.leaderId)).toMatchObject({ ok: false })
})

test('goods are those of the leaders’ catalogue', async () => {
  const { items } = dataOf(await shop.call('staff-sale', 'catalogue', { text: '砂糖橘' }, staff))
  expect(items).toMatchObject([{ skuId, shopFen: 1990, floorFen: 1393, available: await shop.availableOf(skuId) }])
})

test('bad input and unknown sales are refused', async () => {
  const unknown = 'sal_0000000000' as SaleId
  for (const action of ['sale', 'draft'] as const)
    expect(refusalOf(await shop.call('staff-sale', action, { saleId: unknown }, staff))).toEqual({
      code: 'sale.unknown',
    })
  expect(refusalOf(await move(unknown, 'open'))).toEqual({ code: 'sale.unknown' })
  for (const [action, input] of [
    ['sales', { state: 'gone' }],
    ['sales', { page: 0 }],
    ['sales', { leaderId: 'stf_0000000000' }],
    ['sale', {}],
    ['draft', { saleId: 5 }],
    ['save', { ...termsOf(), communityId: desk.communityId }],
    ['save', { ...termsOf(), endsAt: 'tomorrow' }],
    ['move', { saleId: unknown, act: 'settle' }],
    ['catalogue', { text: '长'.repeat(41) }],
  ] as const)
    expect(await shop.send('staff-sale', { action, input }, staff)).toMatchObject({
      refusal: { code: 'input.invalid' },
    })
  expect(refusalOf(await save({ opens: true, endsAt: later(shop.clock.now(), -HOUR) }))).toMatchObject({
    code: 'sale.window',
  })
})
