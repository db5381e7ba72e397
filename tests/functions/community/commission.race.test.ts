/** Commission where two do something in the same moment, on connections of their own. */
import { isDeepStrictEqual } from 'node:util'
import { commissionLetters } from '../../../cloudfunctions/earning/follow-order'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import type { StaffSeat } from '../../support/shop/builders'
import { pay, requestId } from '../../support/shop/buying'
import { settleRefunds } from '../../support/shop/group-buying'
import { aLeader } from '../../support/shop/communities'
import {
  aLedOrder,
  anApprovedPayout,
  aPayableOrder,
  findings,
  ledgerOf,
  proposeAll,
  rowsOf,
  statementOf,
  tick,
  wantRefund,
} from '../../support/shop/earning'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const times = <T>(n: number, act: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => act(i)))

const follow = (orderId: string) =>
  commissionLetters['commission.follow']?.(shop.deps, {
    ...{ id: requestId(), topic: 'commission.follow', subject: orderId, payload: {}, attempts: 1 },
  })

test('eight letters of one order at once book each line once', async () => {
  const order = await aLedOrder(shop, {
    lines: [
      [1000, 1],
      [2000, 2],
    ],
  })
  await pay(shop, order)
  await times(8, () => follow(order.orderId) ?? Promise.resolve())
  expect(await rowsOf(shop, order.leaderId)).toMatchObject([{ baseFen: 1000 }, { baseFen: 4000 }])
})

test('a refund that is followed eight times at once is taken off once', async () => {
  const order = await aPayableOrder(shop, { lines: [[1000, 5]] })
  await wantRefund(shop, order, 2)
  await times(8, () => follow(order.orderId) ?? Promise.resolve())
  expect(await rowsOf(shop, order.leaderId)).toMatchObject([{ baseFen: 3000, amountFen: 240 }])
  await settleRefunds(shop, [order])
})

test('five who propose at once make one payout, five who approve at once let it go once', async () => {
  const { leaderId } = await aPayableOrder(shop)
  const makers = await times(5, () => shop.aStaff())
  const input = { memberId: leaderId, amountFen: 478 as never }
  const proposed = await Promise.all(makers.map((maker) => shop.call('staff-commission', 'propose', input, maker)))
  const made = proposed.filter((reply) => reply.ok)
  expect(made).toHaveLength(1)
  for (const reply of proposed.filter((each) => !each.ok)) expect(refusalOf(reply)).toEqual({ code: 'payout.open' })
  const payoutId = made.map((reply) => dataOf(reply).id)[0] as never
  const checkers = await times(5, () => shop.aStaff({ role: 'manager' }))
  const checked = await Promise.all(
    checkers.map((checker) => shop.call('staff-commission', 'approve', { payoutId }, checker)),
  )
  expect(checked.filter((reply) => reply.ok)).toHaveLength(1)
  for (const reply of checked.filter((each) => !each.ok))
    expect(refusalOf(reply)).toEqual({ code: 'payout.over', state: 'approved' })
  const transfers = await shop.deps.db.selectFrom('transfer').select('id').where('payout_id', '=', payoutId).execute()
  expect(transfers).toHaveLength(1)
})

test('one approves while another withdraws: exactly one of them has their way', async () => {
  const { leaderId } = await aPayableOrder(shop)
  const [maker, checker] = [await shop.aStaff(), await shop.aStaff()]
  const { id: payoutId } = await proposeAll(shop, leaderId, maker)
  const replies = await Promise.all([
    shop.call('staff-commission', 'approve', { payoutId }, checker),
    shop.call('staff-commission', 'withdraw', { payoutId }, maker),
  ])
  expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
  const isApproved = replies[0].ok
  expect((await rowsOf(shop, leaderId))[0]?.state).toBe(isApproved ? 'paying' : 'payable')
})

test.each(Array.from({ length: 8 }, (_, round) => round))(
  'refunded while it is approved: refused as changed, or paid whole and clawed back (%i)',
  async () => {
    const order = await aPayableOrder(shop, { lines: [[1000, 4]] })
    const [maker, checker] = [await shop.aStaff(), await shop.aStaff()]
    const { id: payoutId } = await proposeAll(shop, order.leaderId, maker)
    await wantRefund(shop, order, 1)
    const [approved] = await Promise.all([
      shop.call('staff-commission', 'approve', { payoutId }, checker),
      follow(order.orderId),
    ])
    const rows = await rowsOf(shop, order.leaderId)
    if (approved.ok)
      expect(rows).toMatchObject([
        { state: 'paying', amountFen: 320 },
        { kind: 'claw-back', amountFen: -80 },
      ])
    else {
      expect(refusalOf(approved)).toMatchObject({ code: 'payout.changed' })
      expect(rows).toMatchObject([{ state: 'payable', amountFen: 240 }])
    }
    await settleRefunds(shop, [order])
  },
)

test('rounds of the clock at once send each transfer once', async () => {
  const { leaderId } = await aPayableOrder(shop)
  const { transfers } = await anApprovedPayout(shop, leaderId)
  const before = shop.pay.calls.filter((call) => call.name === 'transfer').length
  await times(6, () => tick(shop))
  expect(shop.pay.calls.filter((call) => call.name === 'transfer')).toHaveLength(before + 1)
  expect(transfers).toHaveLength(1)
})

test('ten notices of one transfer at once, good and bad mixed, pay once; a late one changes nothing', async () => {
  const { leaderId } = await aPayableOrder(shop)
  await anApprovedPayout(shop, leaderId)
  await tick(shop)
  const { out_bill_no: number } = await shop.deps.db
    .selectFrom('transfer')
    .select('out_bill_no')
    .where('leader_id', '=', leaderId)
    .executeTakeFirstOrThrow()
  const notice = shop.pay.endTransfer(number)
  const replies = await times(10, () => shop.deliver('payment', notice))
  expect(replies.every((reply) => reply.status === 204)).toBe(true)
  await shop.deliver('payment', shop.pay.endTransfer(number, 'failed', 'ACCOUNT_FROZEN'))
  const { movements } = await ledgerOf(shop, leaderId)
  expect(movements.map(({ cause }) => cause).filter((cause) => cause.startsWith('transfer'))).toEqual(['transfer-paid'])
  expect((await statementOf(shop, leaderId)).balances['paid-out']).toBe(478)
})

test('a notice that comes before the answer to the asking is the truth', async () => {
  const { leaderId } = await aPayableOrder(shop)
  await anApprovedPayout(shop, leaderId)
  const { id, out_bill_no: outBillNo } = await shop.deps.db
    .selectFrom('transfer')
    .select(['id', 'out_bill_no'])
    .where('leader_id', '=', leaderId)
    .executeTakeFirstOrThrow()
  await shop.deps.db.updateTable('transfer').set({ state: 'sending' }).where('id', '=', id).execute()
  await shop.deps.pay.transfer({
    ...{ outBillNo, openid: 'o', amountFen: 478 as never, remark: '团长佣金', notifyUrl: 'https://x.example/notice' },
    report: { post: '社区团长', what: '佣金' },
  })
  await shop.deliver('payment', shop.pay.endTransfer(outBillNo))
  await tick(shop)
  expect(await rowsOf(shop, leaderId)).toMatchObject([{ state: 'paid' }])
})

test('the same correction five times at once is booked once', async () => {
  const { leaderId } = await aLeader(shop)
  const maker = await shop.aStaff()
  const input = { memberId: leaderId, requestId: requestId(), amountFen: -300, remark: '多发收回' }
  const replies = await times(5, () => shop.call('staff-commission', 'adjust', input, maker))
  expect(replies.every((reply) => reply.ok)).toBe(true)
  expect(await rowsOf(shop, leaderId)).toMatchObject([{ kind: 'adjustment', amountFen: -300 }])
})

test('rounds that release at once release each row once', async () => {
  const order = await aPayableOrder(shop, { lines: [[1000, 1]] })
  await shop.deps.db.updateTable('earning').set({ state: 'accrued' }).where('order_id', '=', order.orderId).execute()
  await shop.deps.db
    .deleteFrom('earning_movement')
    .where('leader_id', '=', order.leaderId)
    .where('cause', '=', 'released')
    .execute()
  await shop.deps.db.updateTable('earning').set({ moves: 2 }).where('order_id', '=', order.orderId).execute()
  await times(6, () => tick(shop))
  const { movements } = await ledgerOf(shop, order.leaderId)
  expect(movements.filter(({ cause }) => cause === 'released')).toHaveLength(1)
})

describe('several staff at once', () => {
  type Change = { before: unknown; after: unknown }
  const trailOf = (action: string, subject: string): Promise<Change[]> =>
    shop.deps.db
      .selectFrom('audit')
      .select(['before', 'after'])
      .where('action', '=', action)
      .where('subject', '=', subject)
      .execute()

  /** Each saw what the one before had left, from `first` to the last. */
  const chainFrom = (first: unknown, trail: readonly Change[]): unknown[] => {
    const next = trail.find(({ before }) => isDeepStrictEqual(before, first))
    return next
      ? [
          next.after,
          ...chainFrom(
            next.after,
            trail.filter((change) => change !== next),
          ),
        ]
      : []
  }

  test.each(['leader', 'product'] as const)('change the rate of one %s: one after the other', async (kind) => {
    const { leaderId } = await aLeader(shop)
    const { productId } = await shop.aProduct()
    const staff = await times(8, () => shop.aStaff())
    const replies = await times(8, (i) => {
      const rateBp = 100 * (i + 1)
      const input = kind === 'leader' ? { kind, memberId: leaderId, rateBp } : { kind, productId, rateBp }
      return shop.call('staff-commission', 'saveRate', input, staff[i])
    })
    expect(replies.every((reply) => reply.ok)).toBe(true)
    const chain = chainFrom(
      { rateBp: null },
      await trailOf('commission.rate', kind === 'leader' ? leaderId : productId),
    )
    expect(chain).toHaveLength(8)
    const terms = dataOf(await shop.call('staff-commission', 'terms', {}, staff[0] as StaffSeat))
    const rateBp =
      kind === 'leader'
        ? terms.leaders.find(({ memberId }) => memberId === leaderId)?.rateBp
        : terms.products.find((product) => product.id === productId)?.commissionBp
    expect(chain.at(-1)).toEqual({ rateBp })
  })

  test('agree on the shop’s terms for the first time: each says truly what was before', async () => {
    const staff = await times(8, () => shop.aStaff())
    await times(8, (i) =>
      shop.call('staff-commission', 'saveTerms', { rateBp: 900 + i, floorBp: 7_000 }, staff[i] as StaffSeat),
    )
    const chain = chainFrom({ rateBp: 800, floorBp: 7_000 }, await trailOf('commission.terms', 'commission'))
    expect(chain).toHaveLength(8)
    const { rateBp, floorBp } = dataOf(await shop.call('staff-commission', 'terms', {}, staff[0] as StaffSeat))
    expect(chain.at(-1)).toEqual({ rateBp, floorBp })
    dataOf(await shop.call('staff-commission', 'saveTerms', { rateBp: 800, floorBp: 7_000 }, staff[0] as StaffSeat))
  })

  test('correct the same leader: each correction is booked, and let go by two checkers it is paid once', async () => {
    const { leaderId } = await aLeader(shop)
    const staff = await times(6, () => shop.aStaff())
    const corrected = await times(6, (i) =>
      shop.call(
        'staff-commission',
        'adjust',
        { memberId: leaderId, requestId: requestId(), amountFen: i % 2 ? 500 : -200, remark: `第 ${i + 1} 笔更正` },
        staff[i] as StaffSeat,
      ),
    )
    expect(corrected.every((reply) => reply.ok)).toBe(true)
    expect((await rowsOf(shop, leaderId)).map((row) => row.amountFen).sort((a, b) => a - b)).toEqual([
      ...[-200, -200, -200, 500, 500, 500],
    ])
    expect(await trailOf('commission.adjust', leaderId)).toHaveLength(6)
    const { id: payoutId } = await proposeAll(shop, leaderId, staff[0])
    const approved = await times(2, (i) =>
      shop.call('staff-commission', 'approve', { payoutId }, staff[i + 1] as StaffSeat),
    )
    expect(approved.filter((reply) => reply.ok)).toHaveLength(1)
    const sent = await shop.deps.db
      .selectFrom('transfer')
      .select('amount_fen')
      .where('leader_id', '=', leaderId)
      .execute()
    expect(sent).toEqual([{ amount_fen: 900 }])
  })

  test.each(['first', 'second'])(
    'take something back %s while a payout is let go: it stops the payout, or waits for the next',
    async (turn) => {
      const { leaderId } = await aPayableOrder(shop)
      const [maker, checker, other] = [await shop.aStaff(), await shop.aStaff(), await shop.aStaff()]
      const { id: payoutId } = await proposeAll(shop, leaderId, maker)
      shop.clock.advance(1_000)
      const input = { memberId: leaderId, requestId: requestId(), amountFen: -300, remark: '多发收回' }
      const adjust = () => shop.call('staff-commission', 'adjust', input, other)
      const early = turn === 'first' ? adjust() : null
      const approving = shop.call('staff-commission', 'approve', { payoutId }, checker)
      dataOf(await (early ?? adjust()))
      const approved = await approving
      if (!approved.ok) expect(refusalOf(approved)).toMatchObject({ code: 'payout.changed' })
      expect(await rowsOf(shop, leaderId)).toMatchObject([
        { state: approved.ok ? 'paying' : 'payable', amountFen: 478 },
        { kind: 'adjustment', state: 'payable', amountFen: -300 },
      ])
    },
  )
})

test('the books of all that happened here are right', async () => {
  await tick(shop)
  expect(await findings(shop)).toEqual([])
})
