/** Lists for the hands: slips, the driver's stops, the table for a spreadsheet, and the day over all sales. */
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { aPaidSaleOrder, aSale, aSaleOrder } from '../../support/shop/group-sales'
import { allocateAsShown, aSoldSale, closeAndPick, count, leaderOf } from '../../support/shop/handing-over'
import { dayText, epochMs } from '@/domain/time'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const packing = async (sale: Awaited<ReturnType<typeof aSale>>) =>
  dataOf(await shop.call('leader', 'packing', { saleId: sale.saleId }, leaderOf(sale)))

/** Names an order as the leader wrote it down for a neighbour. */
const writtenFor = (orderId: string, forName: string) =>
  shop.deps.db.updateTable('sale_order').set({ for_name: forName }).where('order_id', '=', orderId).execute()

test('one bag for each neighbour and place, one stop for each place, and no whole name on paper', async () => {
  const { sale, orders, points } = await aSoldSale(shop, [
    [2, 1],
    [1, 0],
    [0, 3],
  ])
  const [first] = orders
  if (!first) throw new Error('no order')
  await shop.deps.db
    .updateTable('orders')
    .set({ buyer_name: '林小满', buyer_phone: '13800002071' })
    .where('id', '=', first.orderId)
    .execute()
  await aPaidSaleOrder(shop, { ...sale, pickupPointId: points[0] }, { memberId: first.memberId, quantity: 2 })
  await aSaleOrder(shop, sale)
  const view = await packing(sale)
  expect(view.slips).toMatchObject([
    {
      place: points[0],
      numbers: [1, 4],
      name: '林*',
      phoneTail: '2071',
      items: [
        { label: '草莓', quantity: 4, cut: 0 },
        { label: '可颂', quantity: 1 },
      ],
      units: 5,
    },
    { place: points[0], numbers: [3], units: 3 },
    { place: points[1], numbers: [2], units: 1 },
  ])
  expect(view.stops).toMatchObject([
    { place: points[0], bags: 2, units: 8 },
    { place: points[1], bags: 1, units: 1 },
  ])
  expect(view.pickupPoints.map((point) => point.name)).toEqual(['3 号楼', '南门'])
  expect(JSON.stringify(view)).not.toContain('小满')
})

test('what was cut stands on the slip, a bag with nothing in it is not packed', async () => {
  const { sale } = await aSoldSale(shop, [
    [2, 1],
    [2, 0],
  ])
  await closeAndPick(shop, sale)
  dataOf(await count(shop, sale, 1))
  await allocateAsShown(shop, sale)
  const view = await packing(sale)
  expect(view.slips).toMatchObject([
    { numbers: [1], units: 2, items: [{ label: '草莓', quantity: 1, cut: 1 }, { label: '可颂' }] },
  ])
})

test('whoever pays for neighbours, each gets a bag with the name that was written down', async () => {
  const sale = await aSale(shop)
  const payer = await shop.aMember({ name: '小琴', phone: '13800000001' })
  const [a, b] = [
    await aPaidSaleOrder(shop, sale, { memberId: payer }),
    await aPaidSaleOrder(shop, sale, { memberId: payer }),
  ]
  await writtenFor(a.orderId, '王阿姨')
  const view = await packing(sale)
  expect(view.slips.map(({ numbers, name, phoneTail }) => [numbers, name, phoneTail])).toEqual([
    [[1], '王*', null],
    [[2], '小*', '0001'],
  ])
  const rows = dataOf(await shop.call('leader', 'orders', { saleId: sale.saleId }, leaderOf(sale))).items
  expect(rows.map((row) => row.name)).toEqual(['小*', '王阿姨'])
  expect(b.memberId).toBe(payer)
})

test('who has left the shop keeps their bag', async () => {
  const { sale, orders } = await aSoldSale(shop, [[1], [1], [1]])
  for (const { orderId } of orders.slice(0, 2)) {
    await shop.deps.db
      .updateTable('orders')
      .set({ member_id: null, buyer_name: '' })
      .where('id', '=', orderId)
      .execute()
    await shop.deps.db.updateTable('sale_order').set({ member_id: null }).where('order_id', '=', orderId).execute()
  }
  expect((await packing(sale)).slips.map((slip) => slip.name)).toContain('*')
  expect((await packing(sale)).slips).toHaveLength(3)
})

describe('the table for a spreadsheet', () => {
  test('opens in Excel, is masked, and runs nothing', async () => {
    const { sale, orders } = await aSoldSale(shop, [
      [1, 1],
      [2, 0],
    ])
    const [first, second] = orders
    if (!first || !second) throw new Error('two orders')
    await writtenFor(first.orderId, '=HYPERLINK("http://x")')
    await writtenFor(second.orderId, '\t=1+1,"a"')
    const { csv, fileName } = dataOf(await shop.call('leader', 'exportOrders', { saleId: sale.saleId }, leaderOf(sale)))
    expect(csv.startsWith('\ufeff"号","姓名"')).toBe(true)
    const lines = csv.slice(1).trimEnd().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toMatch(
      /^"1","'=HYPERLINK\(""http:\/\/x""\)","","草莓×1，可颂×1","2","24\.00","已付","待取","3 号楼",/,
    )
    expect(lines[2]).toContain(`"'\t=1+1,""a"""`)
    expect(fileName).toMatch(/^\d{4}-\d\d-\d\d-周日鲜食接龙\.csv$/)
  })

  test('is in the audit when staff take it, and only by the right to export', async () => {
    const { sale } = await aSoldSale(shop, [[1]])
    const owner = await shop.aStaff()
    const service = await shop.aStaff({ role: 'customer-service' })
    const ask = (who: typeof owner) => shop.call('staff-sale', 'exportOrders', { saleId: sale.saleId }, who)
    expect(refusalOf(await ask(service)).code).toBe('role.required')
    dataOf(await ask(owner))
    const rows = await shop.deps.db
      .selectFrom('audit')
      .select(['action', 'staff_id'])
      .where('subject', '=', sale.saleId)
      .execute()
    expect(rows).toEqual([{ action: 'sale.export', staff_id: owner.staffId }])
  })
})

describe('staff who look after one place', () => {
  test('see its rows and no others, and no sale without it', async () => {
    const { sale, orders, points } = await aSoldSale(shop, [
      [1, 1],
      [2, 0],
      [3, 0],
    ])
    const other = await aSoldSale(shop, [[1]])
    const keeper = await shop.aStaff({ role: 'manager', pickupPointIds: [points[1]] })
    const { saleId } = sale
    const rows = dataOf(await shop.call('staff-sale', 'orders', { saleId }, keeper))
    expect(rows).toMatchObject({ total: 1, rows: [{ orderId: orders[1]?.orderId, pickupPointId: points[1] }] })
    const slips = dataOf(await shop.call('staff-sale', 'packing', { saleId }, keeper))
    expect(slips.slips).toMatchObject([{ place: points[1], numbers: [2] }])
    expect(slips.pickupPoints.map((point) => point.id)).toEqual([points[1]])
    const { csv } = dataOf(await shop.call('staff-sale', 'exportOrders', { saleId }, keeper))
    expect(csv.trimEnd().split('\r\n')).toHaveLength(2)
    for (const action of ['orders', 'packing', 'exportOrders'] as const)
      expect(refusalOf(await shop.call('staff-sale', action, { saleId: other.sale.saleId }, keeper))).toEqual({
        code: 'sale.unknown',
      })
    const day = dataOf(await shop.call('staff-sale', 'day', { day: dayText(await eveningOf(saleId)) }, keeper))
    expect(day.sales.map((one) => one.id)).toEqual([saleId])
    expect(day).toMatchObject({
      rows: [{ sold: 2, cells: [{ place: points[1], sold: 2 }] }, { sold: 0 }],
      stops: [{ bags: 1 }],
    })
  })

  test('with all places see every order, page by page', async () => {
    const { sale, points } = await aSoldSale(shop, [[1], [1], [1], [1], [1], [1], [1]])
    const owner = await shop.aStaff()
    const page = async (n: number, more = {}) =>
      dataOf(await shop.call('staff-sale', 'orders', { saleId: sale.saleId, page: n, pageSize: 5, ...more }, owner))
    expect((await page(1)).rows.map((row) => row.number)).toEqual([7, 6, 5, 4, 3])
    expect(await page(2)).toMatchObject({ total: 7, rows: [{ number: 2 }, { number: 1 }] })
    expect(await page(1, { pickupPointId: points[1] })).toMatchObject({
      total: 3,
      rows: [{ number: 6 }, { number: 4 }, { number: 2 }],
    })
  })
})

const eveningOf = async (saleId: string) =>
  epochMs(
    (
      await shop.deps.db
        .selectFrom('sale')
        .select('hand_over_from_at')
        .where('id', '=', saleId)
        .executeTakeFirstOrThrow()
    ).hand_over_from_at.getTime(),
  )

test('the day adds up what all its sales need, and where to unload', async () => {
  const fresh = await openShop()
  try {
    const [one, two] = [await aSoldSale(fresh, [[2], [1]]), await aSoldSale(fresh, [[4]])]
    // the same strawberries in both
    const [sku, replaced] = [one.sale.skuId, two.sale.skuId]
    for (const table of ['order_line', 'sale_line'] as const)
      await fresh.deps.db.updateTable(table).set({ sku_id: sku }).where('sku_id', '=', replaced).execute()
    const owner = await fresh.aStaff()
    const at = await fresh.deps.db.selectFrom('sale').select('hand_over_from_at').executeTakeFirstOrThrow()
    const ask = async (day?: string) =>
      dataOf(await fresh.call('staff-sale', 'day', day === undefined ? {} : { day }, owner))
    const day = await ask(dayText(epochMs(at.hand_over_from_at.getTime())))
    expect(day.sales).toMatchObject([
      { people: 2, units: 3 },
      { people: 1, units: 4 },
    ])
    expect(day.rows[0]).toMatchObject({ skuId: sku, sold: 7, received: null })
    expect(day.rows[0]?.cells.map((cell) => cell.sold)).toEqual([2, 1, 4, 0])
    expect(day.stops.map((stop) => [stop.bags, stop.units])).toEqual([
      [1, 2],
      [1, 1],
      [1, 4],
    ])
    expect(await ask()).toMatchObject({ sales: [], rows: [], stops: [] })
    expect((await ask('2026-13-45')).sales).toEqual([])
    await closeAndPick(fresh, one.sale)
    dataOf(await count(fresh, one.sale, 3))
    expect((await ask(dayText(day.dayAt))).rows[0]?.received).toBeNull()
    await closeAndPick(fresh, two.sale)
    dataOf(await count(fresh, { ...two.sale, skuId: sku }, 5))
    expect((await ask(dayText(day.dayAt))).rows[0]?.received).toBe(8)
  } finally {
    await fresh.close()
  }
})
