/** What a leader's phone may not do at the door, and what the list of orders must not tell. */
import { epochMs, later, MINUTE } from '@/domain/time'
import { dataOf, openShop, type Shop } from '../../support/functions'
import { aPaidSaleOrder, aSale, chainRow } from '../../support/shop/group-sales'
import { answersOf, closeAndPick, kitOf, leaderOf, move, orderRow, scanOf } from '../../support/shop/handing-over'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const byHand = { codeStep: null, mac: null } as const

test('nothing is handed over while the sale still takes orders: there are no goods yet', async () => {
  const sale = await aSale(shop)
  const { orderId } = await aPaidSaleOrder(shop, sale)
  const kit = await kitOf(shop, sale)
  const scans = [scanOf(shop, kit, orderId, shop.clock.now()), scanOf(shop, kit, orderId, shop.clock.now(), byHand)]
  expect(await answersOf(shop, sale, scans)).toMatchObject([
    { outcome: 'refused', why: 'not-ready' },
    { outcome: 'refused', why: 'not-ready' },
  ])
  expect(await orderRow(shop, orderId)).toMatchObject({ trade: 'fulfilling', completed_at: null })
})

test('a tick by a phone whose clock stands in another year is not earlier than the list it is on', async () => {
  const sale = await aSale(shop)
  const { orderId } = await aPaidSaleOrder(shop, sale)
  await closeAndPick(shop, sale)
  await move(shop, sale, 'deliver')
  const kit = await kitOf(shop, sale)
  shop.clock.advance(10 * MINUTE)
  const real = scanOf(shop, kit, orderId, later(shop.clock.now(), -5 * MINUTE))
  const forged = scanOf(shop, kit, orderId, epochMs(Date.UTC(2001, 0, 1)), byHand)
  await answersOf(shop, sale, [real])
  await answersOf(shop, sale, [forged])
  const { handed_at } = await chainRow(shop, { orderId })
  const { closed_at } = await shop.deps.db
    .selectFrom('sale')
    .select('closed_at')
    .where('id', '=', sale.saleId)
    .executeTakeFirstOrThrow()
  expect(handed_at?.getTime()).toBeGreaterThanOrEqual(closed_at?.getTime() ?? Infinity)
})

test('a phone number can’t be guessed digit by digit beyond the tail that is shown', async () => {
  const sale = await aSale(shop)
  const memberId = await shop.aMember({ phone: '13800006721' })
  await aPaidSaleOrder(shop, sale, { memberId })
  const found = async (text: string) =>
    dataOf(await shop.call('leader', 'orders', { saleId: sale.saleId, tab: 'all', text }, leaderOf(sale))).items.length
  expect(await found('6721')).toBe(1)
  expect(await found('06721')).toBe(0)
  expect(await found('13800006721')).toBe(0)
})
