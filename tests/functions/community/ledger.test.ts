/** The books of commission under whatever may happen in whatever order: they sum to zero, and what is wrong is found at night. */
import * as fc from 'fast-check'
import { balancesOf, isZero } from '@/domain/commission/ledger'
import { monthPeriod } from '@/domain/commission/period'
import { statementOf as statementOfLedger } from '@/domain/commission/statement'
import { commissionFor } from '@/domain/commission/amount'
import { fen } from '@/domain/money'
import { DAY, dayStart, dayText, HOUR, later, MINUTE, type EpochMs } from '@/domain/time'
import { readMonth } from '../../../cloudfunctions/earning/read-month'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { pay } from '../../support/shop/buying'
import {
  aLedOrder,
  anApprovedPayout,
  aPaidLedOrder,
  findings,
  ledgerOf,
  linesOf,
  receive,
  refund,
  rowsOf,
  statementOf,
  tick,
  type LedOrder,
} from '../../support/shop/earning'
import { aLeader } from '../../support/shop/communities'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

type Act =
  | { readonly do: 'refund'; readonly line: number; readonly quantity: number }
  | { readonly do: 'receive' | 'a-week' | 'pay-out' | 'say-yes' | 'a-day' | 'tick' }

const anAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('refund' as const),
      line: fc.nat(2),
      quantity: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'receive' as const }) },
  {
    weight: 5,
    arbitrary: fc.constantFrom('a-week', 'pay-out', 'say-yes', 'a-day', 'tick').map((act) => ({ do: act })),
  },
)

const perform = async (order: LedOrder, act: Act): Promise<void> => {
  switch (act.do) {
    case 'refund': {
      const line = (await linesOf(shop, order.orderId))[act.line]
      const left = line ? line.quantity - line.refunded_quantity : 0
      if (left > 0) await refund(shop, order, Math.min(act.quantity, left), act.line)
      return
    }
    case 'receive':
      return receiveOnce(order)
    case 'pay-out':
      return payOut(order)
    case 'say-yes':
      return sayYes(order)
    case 'a-week':
      shop.clock.advance(7 * DAY + MINUTE)
      return tick(shop)
    case 'a-day':
      shop.clock.advance(DAY + MINUTE)
      return tick(shop)
    case 'tick':
      return tick(shop)
  }
}

const tradeOf = async ({ orderId }: LedOrder) =>
  (await shop.deps.db.selectFrom('orders').select('trade').where('id', '=', orderId).executeTakeFirstOrThrow()).trade

const receiveOnce = async (order: LedOrder): Promise<void> => {
  if ((await tradeOf(order)) === 'fulfilling') await receive(shop, order)
}

const payOut = async ({ leaderId }: LedOrder): Promise<void> => {
  const staff = await shop.aStaff()
  const { plan } = dataOf(await shop.call('staff-commission', 'statement', { memberId: leaderId }, staff))
  if (!('value' in plan)) return
  await anApprovedPayout(shop, leaderId)
  await tick(shop)
}

const sayYes = async ({ leaderId }: LedOrder): Promise<void> => {
  const open = await shop.deps.db
    .selectFrom('transfer')
    .select('out_bill_no')
    .where('leader_id', '=', leaderId)
    .where('state', '=', 'awaiting-confirm')
    .execute()
  for (const { out_bill_no } of open) await shop.deliver('payment', shop.pay.endTransfer(out_bill_no))
}

/** Of every line: what it earned and what was clawed back is the commission of what is left of it. */
const expectExact = async (order: LedOrder): Promise<void> => {
  const { earnings, movements } = await ledgerOf(shop, order.leaderId)
  for (const line of await linesOf(shop, order.orderId)) {
    const own = earnings.filter((row) => row.lineId === line.id)
    const earned = own.reduce((sum, row) => sum + (row.state === 'dropped' ? 0 : row.amountFen), 0)
    expect(earned).toBe(commissionFor(fen(line.paid_fen - line.refunded_fen), line.rate_bp ?? 0))
  }
  expect(movements.every(({ postings }) => postings.reduce((sum, posting) => sum + posting.amountFen, 0) === 0)).toBe(
    true,
  )
  const { balances, closing, payable, months } = await statementOf(shop, order.leaderId)
  expect(isZero(balances)).toBe(true)
  expect(closing).toEqual(balances)
  expect(payable.netFen).toBe(balances['leader-payable'])
  expect(new Set(months)).toEqual(new Set([monthOf(shop.clock.now()), ...movements.map(({ at }) => monthOf(at))]))
  for (const month of months) {
    // what is read of a month alone says the same as the whole ledger would
    const whole = statementOfLedger(order.leaderId, monthPeriod(month), earnings, movements)
    expect(await statementOf(shop, order.leaderId, month)).toMatchObject({ ...whole, balances: balancesOf(movements) })
  }
}

const monthOf = (at: EpochMs): string => dayText(at).slice(0, 7)

const prices = fc.array(fc.tuple(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 5 })), {
  minLength: 1,
  maxLength: 3,
})

test('whatever is refunded, fetched, paid out and confirmed in whatever order, the books are right to the fen', async () => {
  await fc.assert(
    fc.asyncProperty(prices, fc.array(anAct, { minLength: 1, maxLength: 10 }), async (lines, acts) => {
      const order = await aPaidLedOrder(shop, { lines })
      for (const act of acts) await perform(order, act)
      await tick(shop)
      await expectExact(order)
      expect(await findings(shop)).toEqual([])
    }),
    { numRuns: 20, endOnFailure: true },
  )
})

test('a line refunded in many pieces after it was sent gives back exactly what it earned', async () => {
  const order = await aPaidLedOrder(shop, { lines: [[333, 7]] })
  await receive(shop, order)
  shop.clock.advance(7 * DAY + MINUTE)
  await tick(shop)
  await anApprovedPayout(shop, order.leaderId)
  await tick(shop)
  await sayYes(order)
  for (let piece = 0; piece < 7; piece++) await refund(shop, order, 1)
  const rows = await rowsOf(shop, order.leaderId)
  expect(rows).toHaveLength(8)
  expect(rows.reduce((sum, row) => sum + row.amountFen, 0)).toBe(0)
})

test('a statement reads its month and what was carried into it, nothing that was over before', async () => {
  const first = await aPaidLedOrder(shop)
  await receive(shop, first)
  shop.clock.advance(7 * DAY + MINUTE)
  await tick(shop)
  await anApprovedPayout(shop, first.leaderId)
  await tick(shop)
  await sayYes(first)
  shop.clock.advance(40 * DAY)
  const carried = await aPaidLedOrder(shop, { leaderId: first.leaderId })
  shop.clock.advance(40 * DAY)
  const fresh = await aPaidLedOrder(shop, { leaderId: first.leaderId })
  const ordersOf = async (at: EpochMs) => {
    const read = shop.deps.db
      .transaction()
      .execute((trx) => readMonth(trx, shop.deps, first.leaderId, monthPeriod(monthOf(at))))
    return (await read).earnings.map(({ orderId }) => orderId)
  }
  const now = shop.clock.now()
  expect(await ordersOf(now)).toEqual([fresh.orderId, carried.orderId])
  expect(await ordersOf(later(now, -40 * DAY))).toEqual([carried.orderId])
  await expectExact(fresh)
})

describe('the nightly proof', () => {
  const breaking: readonly [string, string, (order: LedOrder) => Promise<unknown>][] = [
    [
      'a row that somebody edited',
      'row-differs',
      ({ leaderId }) =>
        shop.deps.db.updateTable('earning').set({ amount_fen: 99_999 }).where('leader_id', '=', leaderId).execute(),
    ],
    [
      'a movement that is missing',
      'row-differs',
      ({ leaderId }) => shop.deps.db.deleteFrom('earning_movement').where('leader_id', '=', leaderId).execute(),
    ],
    [
      'a line that was refunded behind its back',
      'order-differs',
      ({ orderId }) =>
        shop.deps.db.updateTable('order_line').set({ refunded_fen: 1 }).where('order_id', '=', orderId).execute(),
    ],
  ]

  test.each(breaking)('finds %s, once, and mends nothing', async (_, kind, breakIt) => {
    const order = await aPaidLedOrder(shop)
    await breakIt(order)
    const staff = await shop.aStaff()
    await shop.call('staff-commission', 'checkLedger', { again: true }, staff)
    const check = dataOf(await shop.call('staff-commission', 'checkLedger', { again: true }, staff))
    const open = check.findings.filter((found) => found.settled === null)
    expect(open.filter((found) => found.kind === kind)).toHaveLength(1)
    for (const { id } of open)
      dataOf(await shop.call('staff-commission', 'settleFinding', { id, remark: '已查明' }, staff))
    const again = await shop.call(
      'staff-commission',
      'settleFinding',
      { id: open[0]?.id ?? '', remark: '已查明' },
      staff,
    )
    expect(refusalOf(again)).toEqual({ code: 'finding.unknown' })
    const next = dataOf(await shop.call('staff-commission', 'checkLedger', { again: true }, staff))
    expect(next.findings.filter((found) => found.settled === null)).toEqual([])
    expect(next.findings.map((found) => found.settled?.remark)).toContain('已查明')
    await shop.deps.db.deleteFrom('earning').where('leader_id', '=', order.leaderId).execute()
    await shop.deps.db.deleteFrom('earning_movement').where('leader_id', '=', order.leaderId).execute()
  })

  test('a finding that was settled comes back when its facts change, not when business goes on beside it', async () => {
    const order = await aPaidLedOrder(shop)
    const staff = await shop.aStaff()
    const openAfter = async (change: () => Promise<unknown>) => {
      await change()
      const { findings } = dataOf(await shop.call('staff-commission', 'checkLedger', { again: true }, staff))
      return findings.filter((found) => found.settled === null)
    }
    const takeAway = (amountFen: number) => () =>
      shop.deps.db
        .updateTable('earning')
        .set((eb) => ({ amount_fen: eb('amount_fen', '-', amountFen) }))
        .where('order_id', '=', order.orderId)
        .where('kind', '=', 'commission')
        .execute()
    const found = await openAfter(takeAway(1))
    expect(found.map(({ kind }) => kind).sort()).toEqual(['balance-differs', 'balance-differs', 'row-differs'])
    for (const { id } of found)
      dataOf(await shop.call('staff-commission', 'settleFinding', { id, remark: '盘点时改的' }, staff))
    expect(await openAfter(() => aPaidLedOrder(shop, { leaderId: order.leaderId }))).toEqual([])
    expect((await openAfter(takeAway(1))).map(({ kind }) => kind)).toEqual(['balance-differs', 'balance-differs'])
    await shop.deps.db.deleteFrom('earning').where('leader_id', '=', order.leaderId).execute()
    await shop.deps.db.deleteFrom('earning_movement').where('leader_id', '=', order.leaderId).execute()
  })

  test.each(['settled', 'open'])(
    'a finding that was %s and mended is told again when it happens again',
    async (was) => {
      const order = await aPaidLedOrder(shop)
      const staff = await shop.aStaff()
      const refundBehindItsBack = (refunded_fen: number) =>
        shop.deps.db.updateTable('order_line').set({ refunded_fen }).where('order_id', '=', order.orderId).execute()
      const look = async () => {
        const { findings } = dataOf(await shop.call('staff-commission', 'checkLedger', { again: true }, staff))
        return findings.flatMap(({ facts, mendedAt, settled, id }) =>
          facts['orderId'] === order.orderId ? [{ id, mendedAt, isOpen: settled === null }] : [],
        )
      }
      await refundBehindItsBack(1)
      const [found] = await look()
      if (!found) throw new Error('nothing found')
      expect(found).toMatchObject({ mendedAt: null, isOpen: true })
      if (was === 'settled')
        dataOf(await shop.call('staff-commission', 'settleFinding', { id: found.id, remark: '已查明' }, staff))
      const isOpen = was === 'open'
      expect(await look()).toEqual([{ id: found.id, mendedAt: null, isOpen }])
      await refundBehindItsBack(0)
      const mendedAt = shop.clock.now()
      expect(await look()).toEqual([{ id: found.id, mendedAt, isOpen }])
      shop.clock.advance(MINUTE)
      expect(await look()).toEqual([{ id: found.id, mendedAt, isOpen }])
      await refundBehindItsBack(1)
      const again = await look()
      expect(again).toHaveLength(2)
      expect(again).toContainEqual({ id: found.id, mendedAt, isOpen })
      expect(again).toContainEqual({ id: expect.not.stringMatching(found.id) as string, mendedAt: null, isOpen: true })
      expect(await look()).toEqual(again)
      await refundBehindItsBack(0)
    },
  )

  test('runs by itself, once a night', async () => {
    const checkedAt = async () =>
      (await shop.deps.db.selectFrom('ledger_check').select('checked_at').executeTakeFirst())?.checked_at.getTime()
    const midnight = later(dayStart(shop.clock.now()), DAY)
    const before = await checkedAt()
    shop.clock.set(later(midnight, HOUR))
    await tick(shop)
    expect(await checkedAt()).toBe(before)
    shop.clock.set(later(midnight, 3 * HOUR + MINUTE))
    await tick(shop)
    expect(await checkedAt()).toBe(shop.clock.now())
    shop.clock.advance(MINUTE)
    await tick(shop)
    expect(await checkedAt()).toBe(later(midnight, 3 * HOUR + MINUTE))
  })

  test('the database itself takes no movement that does not sum to zero', async () => {
    const order = await aPaidLedOrder(shop)
    const crooked = shop.deps.db
      .updateTable('earning_movement')
      .set({ postings: JSON.stringify([{ account: 'paid-out', amountFen: 1 }]) })
      .where('leader_id', '=', order.leaderId)
      .execute()
    await expect(crooked).rejects.toMatchObject({ constraint: 'ledger_not_zero' })
  })
})

test('touches older than a week are forgotten', async () => {
  const { leaderId } = await aLeader(shop)
  const order = await aLedOrder(shop, { leaderId })
  await pay(shop, order)
  shop.clock.set(later(dayStart(shop.clock.now()), 9 * DAY))
  await tick(shop)
  expect(await shop.deps.db.selectFrom('touch').select('at').where('leader_id', '=', leaderId).execute()).toEqual([])
})
