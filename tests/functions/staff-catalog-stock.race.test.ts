import { sql } from 'kysely'
import type { CallInput } from '@/contract/index'
import type { ProductId, SkuId } from '@/domain/ids'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'
import type { StaffSeat } from '../support/shop/builders'
import { holdRows, untilWaiting } from '../support/shop/races'

let shop: Shop
let staff: StaffSeat
beforeAll(async () => {
  shop = await openShop()
  staff = await shop.aStaff({ role: 'warehouse' })
})
afterAll(() => shop.close())

const adjust = (skuId: SkuId, change: number, requestId: string) =>
  shop.call('staff-catalog', 'adjustStock', { skuId, change, kind: 'adjusted', reason: '盘点', requestId }, staff)
const twenty = Array.from({ length: 20 }, (_, i) => `request-number-${String(i).padStart(3, '0')}`)

test('twenty adjustments side by side all count, and the ledger agrees with the shelf', async () => {
  const { skuId } = await shop.aProduct({ skus: [{ stock: 100 }] })
  const replies = await Promise.all(twenty.map((requestId, i) => adjust(skuId, i % 2 ? 3 : -1, requestId)))
  expect(replies.every((reply) => reply.ok)).toBe(true)
  expect([await shop.availableOf(skuId), await shop.ledgerOf(skuId)]).toEqual([120, 120])
  const { n } = await shop.deps.db
    .selectFrom('audit')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('subject', '=', skuId)
    .executeTakeFirstOrThrow()
  expect(n).toBe(20)
})

test('the same adjustment sent twenty times side by side happens once', async () => {
  const { skuId } = await shop.aProduct({ skus: [{ stock: 100 }] })
  const replies = await Promise.all(twenty.map(() => adjust(skuId, 7, 'one-and-the-same-request')))
  expect(replies.map((reply) => dataOf(reply).available)).toEqual(twenty.map(() => 107))
  expect([await shop.availableOf(skuId), await shop.ledgerOf(skuId)]).toEqual([107, 107])
})

test('twenty who take five of thirty: six get them, the shelf is empty and never below', async () => {
  const { skuId } = await shop.aProduct({ skus: [{ stock: 30 }] })
  const replies = await Promise.all(twenty.map((requestId) => adjust(skuId, -5, requestId)))
  expect(replies.filter((reply) => reply.ok)).toHaveLength(6)
  for (const reply of replies)
    if (!reply.ok) expect(refusalOf(reply)).toEqual({ code: 'stock.below-zero', available: 0 })
  expect([await shop.availableOf(skuId), await shop.ledgerOf(skuId)]).toEqual([0, 0])
})

type Saved = CallInput<'staff-catalog', 'saveProduct'>

/** A product as an editor sends it back, unchanged. */
const editing = async (productId: ProductId, writer: StaffSeat): Promise<Saved> => {
  const { updatedAt: _at, ...product } = dataOf(await shop.call('staff-catalog', 'product', { productId }, writer))
  return {
    ...product,
    ...{ subtitle: '', origin: '', unit: '', keywords: [], tags: [], description: [], specs: [] },
    pictures: [...product.pictures],
    skus: product.skus.map(({ available: _a, held: _h, ...sku }) => ({ ...sku, options: [], code: '' })),
  }
}

test('of two who save the same version at once, one is told', async () => {
  const { productId } = await shop.aProduct()
  const writer = await shop.aStaff({ role: 'operations' })
  const product = await editing(productId, writer)
  const save = (title: string) => shop.call('staff-catalog', 'saveProduct', { ...product, title }, writer)
  const replies = await Promise.all(['一', '二', '三', '四'].map(save))
  expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
  for (const reply of replies) if (!reply.ok) expect(refusalOf(reply).code).toBe('product.changed-meanwhile')
})

test('a product that goes on sale while its last SKU is taken off stays a draft', async () => {
  const { productId, skuId } = await shop.aProduct()
  const writer = await shop.aStaff({ role: 'operations' })
  const setStatus = (status: 'draft' | 'on') =>
    shop.call('staff-catalog', 'setStatus', { productIds: [productId], status }, writer)
  dataOf(await setStatus('draft'))
  const product = await editing(productId, writer)
  const skus = product.skus.map((sku) => ({ ...sku, isOff: true }))
  const letGo = await holdRows(shop, sql`select from sku where id = ${skuId} for update`)
  const saving = shop.call('staff-catalog', 'saveProduct', { ...product, skus }, writer)
  await untilWaiting(shop, 1)
  const selling = setStatus('on')
  await untilWaiting(shop, 2)
  await letGo()
  dataOf(await saving)
  expect(dataOf(await selling)).toEqual({ changed: 0, refused: [{ productId, code: 'product.not-ready' }] })
})
