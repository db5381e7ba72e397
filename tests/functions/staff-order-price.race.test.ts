/** A price change meets the payment of the old price: one of them counts, and no money stays where it doesn't belong. */
import { aPlacedOrder } from '../support/shop/buying'
import { dataOf, openShop, type As, type Shop } from '../support/functions'

let shop: Shop
let owner: As
beforeAll(async () => {
  shop = await openShop()
  owner = await shop.aStaff({ role: 'owner' })
})
afterAll(() => shop.close())

const OLD = 9_000
const NEW = 8_000

/** Pays at WeChat if its order is still open there, then brings the notice. */
const payOld = async (number: string): Promise<boolean> => {
  if (shop.pay.stateOf(number)?.isClosed) return false
  const notice = shop.pay.pay(number)
  await shop.deliver('payment', notice)
  return true
}

test('forty orders, each changed in price while its payment arrives', async () => {
  const outcomes = new Set<string>()
  for (let round = 0; round < 40; round++) {
    const order = await aPlacedOrder(shop, { priceFen: OLD })
    const { orderId, memberId, number } = order
    dataOf(await shop.call('payment', 'start', { orderId }, memberId))
    const wait = (turns: number) =>
      Array.from({ length: turns }).reduce<Promise<unknown>>(
        (before) => before.then(() => new Promise(setImmediate)),
        Promise.resolve(),
      )
    const [changed, wasPaid] = await Promise.all([
      shop.call('staff-order', 'changePrice', { orderId, totalFen: NEW, reason: '老顾客' }, owner),
      wait(round % 10).then(() => payOld(number)),
    ])
    const view = dataOf(await shop.call('order', 'detail', { orderId }, memberId))
    if (changed.ok) {
      // the new price stands; old money that slipped in before the close goes back by itself
      expect(view.totalFen).toBe(NEW)
      expect([0, NEW]).toContain(view.paidFen)
      const back = await shop.deps.db
        .selectFrom('refund')
        .select('amount_fen')
        .where('order_id', '=', orderId)
        .execute()
      expect(back.map((r) => r.amount_fen)).toEqual(wasPaid ? [OLD] : [])
    } else {
      expect(view).toMatchObject({ totalFen: OLD, paidFen: OLD, money: 'paid', refunds: [] })
    }
    outcomes.add(changed.ok ? 'changed' : 'paid')
  }
  expect([...outcomes].sort()).toEqual(['changed', 'paid'])
})
