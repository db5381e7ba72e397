/** The demo's leaders have a past: every kind of row on 阿芳's statement, each explained, and books that are right. */
import { demoMemberId } from '../../../cloudfunctions/runtime/db/demo-ids'
import { seedDemo } from '../../../cloudfunctions/runtime/db/seed/seed-demo'
import { demoId } from '../../../cloudfunctions/runtime/db/demo-ids'
import { openStaffSession } from '../../../cloudfunctions/runtime/staff-session'
import { dataOf, openShop, type Shop } from '../../support/functions'
import { findings, ledgerOf, statementOf, tick } from '../../support/shop/earning'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
  await seedDemo(shop.deps)
}, 120_000)
afterAll(() => shop.close())

const afang = demoMemberId('afang')

test("阿芳's rows stand in every state of the way, and no letter finds anything to add", async () => {
  const before = await ledgerOf(shop, afang)
  const kinds = new Set(before.earnings.map(({ kind, state }) => `${kind} ${state}`))
  expect([...kinds]).toEqual(
    expect.arrayContaining([
      ...['commission estimated', 'commission accrued', 'commission payable', 'commission paying', 'commission paid'],
      ...['claw-back payable', 'adjustment payable'],
    ]),
  )
  await shop.deps.db
    .insertInto('outbox')
    .values(
      [...new Set(before.earnings.flatMap(({ orderId }) => orderId ?? []))].map((orderId) => ({
        ...{ store_id: shop.deps.storeId, id: shop.deps.newId('obx'), topic: 'commission.follow', subject: orderId },
        ...{ payload: '{}', next_try_at: new Date(shop.clock.now()), created_at: new Date(shop.clock.now()) },
      })),
    )
    .execute()
  await tick(shop)
  await tick(shop)
  expect((await ledgerOf(shop, afang)).earnings).toHaveLength(before.earnings.length)
  expect(await findings(shop)).toEqual([])
})

test('her payout waits for her yes a minute after the demo has opened; 老周’s waits for the second pair of eyes', async () => {
  const { items } = dataOf(await shop.call('earning', 'payouts', {}, afang))
  expect(items[0]).toMatchObject({ state: 'approved', transfers: [{ state: 'awaiting-confirm' }] })
  expect(items.slice(1).every((payout) => payout.state === 'finished')).toBe(true)
  const staffId = demoId('stf', 'owner')
  const owner = { staffId, cookie: await openStaffSession(shop.deps, staffId) }
  const { rows } = dataOf(await shop.call('staff-commission', 'payouts', { state: 'proposed' }, owner))
  expect(rows).toMatchObject([{ leader: { memberId: demoMemberId('laozhou') }, acts: ['approve', 'reject'] }])
})

test('every row of an order says how it came about: list price × quantity − discounts = paid; × rate = commission', async () => {
  const { months } = await statementOf(shop, afang)
  expect(months.length).toBeGreaterThan(1)
  for (const month of months) {
    const { rows, payable, closing } = await statementOf(shop, afang, month)
    expect(payable.netFen).toBe(closing['leader-payable'])
    for (const { formula, baseFen, order, attribution } of rows) {
      if (!formula) continue
      const cutsFen = formula.cuts.reduce((sum, cut) => sum + cut.amountFen, 0)
      expect(formula.unitFen * formula.quantity - cutsFen - formula.refundedFen).toBe(baseFen)
      expect(order).not.toBeNull()
      expect(attribution?.place).not.toBeNull()
    }
  }
})
