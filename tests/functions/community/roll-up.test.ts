/** Who ordered, who is reminded, how much goes where, and what came. */
import { MINUTE } from '@/domain/time'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { aPaidSaleOrder, aSale, aSaleOrder } from '../../support/shop/group-sales'
import { aSoldSale, closeAndPick, copyOrder, count, leaderOf, look } from '../../support/shop/handing-over'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

test('the roll-up counts every product for every place, and who has not paid is not in it', async () => {
  const { sale, orders, points } = await aSoldSale(shop, [
    [2, 1],
    [3, 0],
    [1, 2],
  ])
  await aSaleOrder(shop, sale)
  const rollUp = dataOf(await shop.call('leader', 'rollUp', { saleId: sale.saleId }, leaderOf(sale)))
  expect(rollUp).toMatchObject({ orders: 3, people: 3, sold: 9, cut: 0, unpaid: 1, paidFen: 6 * 1_500 + 3 * 900 })
  expect(rollUp.places).toMatchObject([
    { place: points[0], sold: 6, people: 2 },
    { place: points[1], sold: 3, people: 1 },
  ])
  expect(rollUp.rows).toMatchObject([
    { label: '草莓', sold: 6, orders: 3, received: null, difference: null, cells: [{ sold: 3 }, { sold: 3 }] },
    { label: '可颂', sold: 3, orders: 2, cells: [{ sold: 3 }, { sold: 0 }] },
  ])
  expect(rollUp.goods).toMatchObject([{ label: '草莓', priceFen: 1_500, shopFen: 2_000 }, { label: '可颂' }])
  expect(rollUp.pickupPoints.map((point) => point.name)).toEqual(['3 号楼', '南门'])
  expect(orders).toHaveLength(3)
})

test('what a shopper took back is sold no more; what was cut stays sold and shows its cut', async () => {
  const { sale, orders } = await aSoldSale(shop, [
    [2, 1],
    [3, 0],
    [1, 2],
  ])
  const [first] = orders
  if (!first) throw new Error('no order')
  dataOf(await shop.call('order', 'cancel', { orderId: first.orderId }, first.memberId))
  await closeAndPick(shop, sale)
  dataOf(await count(shop, sale, 3))
  const shown = await look(shop, sale)
  dataOf(
    await shop.call(
      'leader',
      'allocate',
      { saleId: sale.saleId, skuId: sale.skuId, refundFen: shown.outlines[0]?.refundFen ?? 0 },
      leaderOf(sale),
    ),
  )
  const rollUp = dataOf(await shop.call('leader', 'rollUp', { saleId: sale.saleId }, leaderOf(sale)))
  expect(rollUp.rows[0]).toMatchObject({ sold: 4, cut: 1, received: 3, difference: 0 })
  expect(rollUp).toMatchObject({ orders: 2, people: 2 })
})

test('a thousand orders are rolled up in one go', async () => {
  const sale = await aSale(shop)
  await copyOrder(shop, sale, await aPaidSaleOrder(shop, sale, { quantity: 2 }), 1_000)
  const rollUp = dataOf(await shop.call('leader', 'rollUp', { saleId: sale.saleId }, leaderOf(sale)))
  expect(rollUp).toMatchObject({ orders: 1_000, people: 1_000, sold: 2_000, paidFen: 3_000_000 })
  const first = dataOf(await shop.call('leader', 'orders', { saleId: sale.saleId }, leaderOf(sale)))
  expect(first.counts).toMatchObject({ all: 1_000, waiting: 1_000, unpaid: 0, gone: 0 })
  const seen = new Set(first.items.map((row) => row.orderId))
  for (let next = first.next; next;) {
    const page = dataOf(await shop.call('leader', 'orders', { saleId: sale.saleId, cursor: next }, leaderOf(sale)))
    for (const row of page.items) seen.add(row.orderId)
    next = page.next
  }
  expect(seen.size).toBe(1_000)
})

describe('who ordered', () => {
  test('every order stands in its tab, is found by number or name, and shows no whole name', async () => {
    const sale = await aSale(shop)
    const named = await shop.aMember({ name: '林小满', phone: '13800002071' })
    const paid = await aPaidSaleOrder(shop, sale, { memberId: named })
    const unpaid = await aSaleOrder(shop, sale)
    const gone = await aSaleOrder(shop, sale)
    dataOf(await shop.call('order', 'cancel', { orderId: gone.orderId }, gone.memberId))
    const list = (more: object) => shop.call('leader', 'orders', { saleId: sale.saleId, ...more }, leaderOf(sale))
    const all = dataOf(await list({}))
    expect(all.counts).toEqual({ all: 2, unpaid: 1, waiting: 1, handed: 0, 'no-show': 0, gone: 1 })
    expect(all.items.map((row) => row.orderId)).toEqual([unpaid.orderId, paid.orderId])
    expect(all.items[1]).toMatchObject({ name: '林*', phoneTail: '2071', number: 1, bag: 'waiting', text: '货1×1' })
    expect(JSON.stringify(all)).not.toContain('小满')
    expect(dataOf(await list({ tab: 'gone' })).items.map((row) => row.orderId)).toEqual([gone.orderId])
    for (const text of ['1', '林小', '2071', ' 林 '])
      expect(dataOf(await list({ text })).items.map((row) => row.orderId)).toEqual([paid.orderId])
    expect(dataOf(await list({ text: '%' })).items).toEqual([])
    expect(dataOf(await list({ cursor: 'made-up' })).items).toHaveLength(2)
  })

  test('another leader, a neighbour and a stranger see nothing', async () => {
    const { sale, orders } = await aSoldSale(shop, [[1, 0]])
    const stranger = await aSale(shop)
    for (const who of [leaderOf(stranger), orders[0]?.memberId ?? leaderOf(stranger)]) {
      const { saleId, skuId } = sale
      const skuIds = [{ skuId, received: 1 }]
      for (const reply of [
        await shop.call('leader', 'orders', { saleId }, who),
        await shop.call('leader', 'rollUp', { saleId }, who),
        await shop.call('leader', 'packing', { saleId }, who),
        await shop.call('leader', 'exportOrders', { saleId }, who),
        await shop.call('leader', 'kit', { saleId }, who),
        await shop.call('leader', 'receive', { saleId, counts: skuIds }, who),
        await shop.call('leader', 'shortage', { saleId, skuId }, who),
        await shop.call('leader', 'allocate', { saleId, skuId, refundFen: 0 }, who),
        await shop.call('leader', 'nudge', { saleId, orderIds: orders.map((o) => o.orderId) }, who),
        await shop.call('leader', 'returnBag', { saleId, orderId: orders[0]?.orderId as never }, who),
      ])
        expect(reply).toMatchObject({ ok: false, refusal: { code: 'sale.unknown' } })
    }
    expect(refusalOf(await shop.call('leader', 'rollUp', { saleId: sale.saleId })).code).toBe('sign-in.required')
  })
})

describe('a reminder', () => {
  test('goes out once for each order, when a moment of thought is over', async () => {
    const sale = await aSale(shop)
    const order = await aSaleOrder(shop, sale)
    const paid = await aPaidSaleOrder(shop, sale)
    const nudge = () =>
      shop.call('leader', 'nudge', { saleId: sale.saleId, orderIds: [order.orderId, paid.orderId] }, leaderOf(sale))
    expect(dataOf(await nudge())).toMatchObject({ nudged: 0, unpaid: [{ canNudge: false }] })
    shop.clock.advance(6 * MINUTE)
    const replies = await Promise.all([nudge(), nudge(), nudge()])
    expect(replies.map((reply) => dataOf(reply).nudged).sort((a, b) => a - b)).toEqual([0, 0, 1])
    expect(dataOf(await nudge())).toMatchObject({
      nudged: 0,
      unpaid: [{ nudgedAt: shop.clock.now(), canNudge: false }],
    })
    const told = await shop.deps.db
      .selectFrom('inbox_message')
      .selectAll()
      .where('subject', '=', order.orderId)
      .execute()
    expect(told).toMatchObject([{ kind: 'sale-unpaid', member_id: order.memberId }])
  })

  test('does not reach orders of other sales', async () => {
    const [sale, other] = [await aSale(shop), await aSale(shop)]
    const theirs = await aSaleOrder(shop, other)
    shop.clock.advance(6 * MINUTE)
    const reply = await shop.call(
      'leader',
      'nudge',
      { saleId: sale.saleId, orderIds: [theirs.orderId] },
      leaderOf(sale),
    )
    expect(dataOf(reply)).toEqual({ nudged: 0, unpaid: [] })
  })
})

describe('counting in', () => {
  test('happens while goods are on their way and being sorted, and can be taken back', async () => {
    const { sale } = await aSoldSale(shop, [[2, 1]])
    expect(refusalOf(await count(shop, sale, 2))).toEqual({ code: 'sale.not-counted-now', state: 'open' })
    await closeAndPick(shop, sale)
    expect(dataOf(await count(shop, sale, 5)).rows[0]).toMatchObject({ received: 5, difference: 3 })
    expect(dataOf(await count(shop, sale, null)).rows[0]).toMatchObject({ received: null, difference: null })
    const other = await shop.aProduct()
    expect(refusalOf(await count(shop, sale, 1, other.skuId))).toEqual({ code: 'sale.line-gone', skuId: other.skuId })
  })

  test('several products at once, all or none', async () => {
    const { sale } = await aSoldSale(shop, [[2, 1]])
    await closeAndPick(shop, sale)
    const [a, b] = sale.skuIds
    if (!a || !b) throw new Error('two products')
    const call = (counts: { skuId: typeof a; received: number | null }[]) =>
      shop.call('leader', 'receive', { saleId: sale.saleId, counts }, leaderOf(sale))
    const stranger = (await shop.aProduct()).skuId
    expect(
      refusalOf(
        await call([
          { skuId: a, received: 9 },
          { skuId: stranger, received: 1 },
        ]),
      ).code,
    ).toBe('sale.line-gone')
    const rows = dataOf(
      await call([
        { skuId: a, received: 1 },
        { skuId: b, received: 1 },
        { skuId: a, received: 2 },
      ]),
    ).rows
    expect(rows.map((row) => row.received)).toEqual([2, 1])
  })
})
