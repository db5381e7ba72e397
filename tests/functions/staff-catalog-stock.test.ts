import type { CallInput } from '@/contract/index'
import type { SkuId } from '@/domain/ids'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'
import type { StaffSeat } from '../support/shop/builders'

let shop: Shop
let staff: StaffSeat
let serial = 0
beforeAll(async () => {
  shop = await openShop()
  staff = await shop.aStaff({ name: '周一帆', role: 'warehouse' })
})
afterAll(() => shop.close())

const requestId = () => `request-number-${String(++serial).padStart(6, '0')}`
const adjust = (skuId: SkuId, change: number, wish: Partial<CallInput<'staff-catalog', 'adjustStock'>> = {}) =>
  shop.call(
    'staff-catalog',
    'adjustStock',
    { skuId, change, kind: 'adjusted', reason: '盘点', requestId: requestId(), ...wish },
    staff,
  )
const ledger = async (skuId: SkuId, cursor?: string) =>
  dataOf(await shop.call('staff-catalog', 'movements', { skuId, ...(cursor ? { cursor } : {}) }, staff))

describe('adjusting the stock', () => {
  test('changes shelf, ledger and trail together', async () => {
    const { skuId, productId } = await shop.aProduct({ title: '丹东草莓', skus: [{ options: [], stock: 28 }] })
    expect(dataOf(await adjust(skuId, 60, { kind: 'received', reason: '进货单 1122-03' }))).toEqual({ available: 88 })
    expect(await shop.ledgerOf(skuId)).toBe(88)
    const row = await shop.deps.db.selectFrom('audit').selectAll().where('subject', '=', skuId).executeTakeFirst()
    expect(row).toMatchObject({
      action: 'stock.adjust',
      staff_id: staff.staffId,
      subject_name: '丹东草莓',
      before: { available: 28 },
      after: { available: 88, kind: 'received', change: 60, reason: '进货单 1122-03' },
    })
    const product = await shop.deps.db
      .selectFrom('product')
      .select('arrived_at')
      .where('id', '=', productId)
      .executeTakeFirst()
    expect(product?.arrived_at?.getTime()).toBe(shop.clock.now())
  })

  test('below zero is refused with what is there, and writes nothing', async () => {
    const { skuId } = await shop.aProduct({ skus: [{ stock: 3 }] })
    expect(refusalOf(await adjust(skuId, -4))).toEqual({ code: 'stock.below-zero', available: 3 })
    expect([await shop.availableOf(skuId), await shop.ledgerOf(skuId)]).toEqual([3, 3])
    expect(dataOf(await adjust(skuId, -3))).toEqual({ available: 0 })
  })

  test('the same request again changes nothing more', async () => {
    const { skuId } = await shop.aProduct({ skus: [{ stock: 10 }] })
    const again = { requestId: requestId() }
    expect(dataOf(await adjust(skuId, 5, again))).toEqual({ available: 15 })
    expect(dataOf(await adjust(skuId, 5, again))).toEqual({ available: 15 })
    expect(await shop.ledgerOf(skuId)).toBe(15)
  })

  test('of nothing is unknown', async () => {
    expect(refusalOf(await adjust('sku_0000000000' as SkuId, 1)).code).toBe('sku.unknown')
  })

  test.each<[string, object]>([
    ['by nothing', { change: 0 }],
    ['by half a box', { change: 0.5 }],
    ['by more than there is room for', { change: 1_000_001 }],
    ['without a reason', { reason: ' ' }],
    ['as a sale', { kind: 'held' }],
    ['with a request id that could be SQL', { requestId: "' or 1=1 -- 0123456789" }],
  ])('%s is refused', async (_what, wish) => {
    const { skuId } = await shop.aProduct()
    const input = { skuId, change: 1, kind: 'adjusted', reason: '盘点', requestId: requestId(), ...wish }
    const reply = await shop.send('staff-catalog', { action: 'adjustStock', input }, staff)
    expect(refusalOf(reply as { ok: false; refusal: { code: string } }).code).toBe('input.invalid')
    expect(await shop.availableOf(skuId)).toBe(100)
  })
})

describe('the ledger of a SKU', () => {
  test('says after each line what was left, over all pages, and sums up to the shelf', async () => {
    const { skuId } = await shop.aProduct({ skus: [{ stock: 500 }] })
    for (let i = 1; i <= 119; i++) {
      shop.clock.advance(1000)
      await adjust(skuId, i % 3 === 0 ? 4 : -2)
    }
    const rows: Awaited<ReturnType<typeof ledger>>['rows'][number][] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await ledger(skuId, cursor ?? undefined)
      expect(page.sum).toBe(await shop.availableOf(skuId))
      rows.push(...page.rows)
      cursor = page.next
    }
    expect(rows).toHaveLength(120)
    expect(rows[0]).toMatchObject({ balance: await shop.availableOf(skuId), staffName: '周一帆', reason: '盘点' })
    expect(rows.at(-1)).toMatchObject({ balance: 500, quantity: 500, staffName: null })
    rows.forEach((row, i) => expect(row.balance).toBe(row.quantity + (rows[i + 1]?.balance ?? 0)))
  })

  test('of nothing is unknown', async () => {
    const input = { skuId: 'sku_0000000000' as SkuId }
    expect(refusalOf(await shop.call('staff-catalog', 'movements', input, staff)).code).toBe('sku.unknown')
  })
})

describe('the shelf', () => {
  const shelf = async (filter: CallInput<'staff-catalog', 'stock'> = {}) =>
    dataOf(await shop.call('staff-catalog', 'stock', filter, staff))

  test('shows the lowest first, counts what is low and leaves out what is off and gone', async () => {
    const title = '阳光玫瑰'
    const specs = [{ name: '重量', options: ['1', '2', '3', '4'] }]
    const { skuIds } = await shop.aProduct({
      title,
      specs,
      skus: [
        { options: ['1'], stock: 50 },
        { options: ['2'], stock: 3 },
        { options: ['3'], stock: 0, isOff: true },
        { options: ['4'], stock: 2, isOff: true },
      ],
    })
    const all = await shelf({ text: title })
    expect(all.rows.map((row) => [row.skuId, row.available, row.isLow])).toEqual([
      [skuIds[1], 3, true],
      [skuIds[3], 2, false],
      [skuIds[0], 50, false],
    ])
    expect(all).toMatchObject({ total: 3, lowCount: 1 })
    expect(await shelf({ text: title, lowOnly: true })).toMatchObject({
      total: 1,
      lowCount: 1,
      rows: [{ skuId: skuIds[1] }],
    })
  })

  test('what counts as low is what staff said', async () => {
    await shop.deps.db
      .updateTable('store')
      .set({ settings: JSON.stringify({ lowStockAt: 60 }) })
      .execute()
    expect((await shelf({ text: '阳光玫瑰' })).lowCount).toBe(2)
    await shop.deps.db.updateTable('store').set({ settings: '{}' }).execute()
  })
})
