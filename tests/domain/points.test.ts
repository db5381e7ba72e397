import * as fc from 'fast-check'
import type { OrderId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { clawBackPoints, earnedPoints } from '@/domain/points/earn'
import {
  earnPoints,
  freezePoints,
  grantPoints,
  NO_POINTS,
  refundPoints,
  releasePoints,
  spendable,
  spendFrozen,
  type PointsAccount,
  type PointsMove,
  type PointsRow,
} from '@/domain/points/ledger'
import { spendablePoints } from '@/domain/points/spend'

const order = 'ord_0000000001' as OrderId
const account = (over: Partial<PointsAccount>): PointsAccount => ({ ...NO_POINTS, ...over })

test('a point for every full yuan, and a fifth of the goods at most for points', () => {
  expect([earnedPoints(fen(9_999)), earnedPoints(fen(99))]).toEqual([99, 0])
  expect([spendablePoints(fen(9_680), 280), spendablePoints(fen(1_000), 280), spendablePoints(fen(4), 280)]).toEqual([
    280, 200, 0,
  ])
})

test('points of an unpaid order are frozen, come back with its cancelling and are spent with its payment', () => {
  const frozen = freezePoints(account({ balance: 300 }), 280)
  if (!frozen.ok) throw new Error('refused')
  expect(frozen.value).toEqual({ balance: 20, frozen: 280, owed: 0 })
  expect(releasePoints(frozen.value, 280)).toEqual({ balance: 300, frozen: 0, owed: 0 })
  expect(spendFrozen(frozen.value, 280, order)).toEqual({
    account: { balance: 20, frozen: 0, owed: 0 },
    rows: [{ kind: 'spent', points: -280, orderId: order, sourceId: order }],
  })
})

test('more than there is, or anything while points are owed, is refused with what can be spent', () => {
  expect(freezePoints(account({ balance: 20 }), 21)).toEqual({
    ok: false,
    refusal: { code: 'points.short', spendable: 20 },
  })
  expect(freezePoints(account({ owed: 5 }), 1)).toMatchObject({ ok: false, refusal: { spendable: 0 } })
})

test('what is clawed back after it was spent is owed and paid off by what comes next', () => {
  const { account: after } = refundPoints(account({ balance: 10 }), {
    orderId: order,
    refundId: 'ref_1',
    returned: 0,
    clawedBack: 40,
  })
  expect(after).toEqual({ balance: 0, frozen: 0, owed: 30 })
  expect(earnPoints(after, 50, order).account).toEqual({ balance: 20, frozen: 0, owed: 0 })
})

test('a refund says both ways in two rows, and nothing where nothing moves', () => {
  const both = refundPoints(account({ balance: 99 }), {
    orderId: order,
    refundId: 'ref_1',
    returned: 30,
    clawedBack: 7,
  })
  expect(both.rows.map((r) => [r.kind, r.points])).toEqual([
    ['returned', 30],
    ['clawed-back', -7],
  ])
  expect(refundPoints(NO_POINTS, { orderId: order, refundId: 'ref_2', returned: 0, clawedBack: 0 }).rows).toEqual([])
})

test('whatever the cuts, what is clawed back leaves what the goods kept would have earned', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.array(fc.nat(300_000), { maxLength: 10 }), (paid, cuts) => {
      let kept = paid
      let points = earnedPoints(fen(paid))
      for (const cut of cuts) {
        const refund = Math.min(cut, kept)
        points -= clawBackPoints(fen(kept), fen(refund))
        kept -= refund
      }
      expect(points).toBe(earnedPoints(fen(kept)))
    }),
  )
})

const acts = fc.array(
  fc.record({
    kind: fc.constantFrom('earn', 'freeze', 'release', 'spend', 'refund', 'grant'),
    points: fc.nat(500),
    claw: fc.nat(500),
  }),
  { maxLength: 30 },
)

test('the rows always sum to what is free, frozen and owed together, and nothing goes below zero', () => {
  fc.assert(
    fc.property(acts, (list) => {
      let state = NO_POINTS
      const rows: PointsRow[] = []
      for (const { kind, points, claw } of list) {
        const move = play(state, kind, points, claw)
        state = move.account
        rows.push(...move.rows)
        expect(state.balance + state.frozen - state.owed).toBe(rows.reduce((n, row) => n + row.points, 0))
        expect(Math.min(state.balance, state.frozen, state.owed)).toBeGreaterThanOrEqual(0)
        expect(Math.min(state.balance, state.owed)).toBe(0)
        expect(spendable(state)).toBe(state.balance)
      }
      expect(rows.every((row) => row.points !== 0)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

const play = (state: PointsAccount, kind: string, points: number, claw: number): PointsMove => {
  const held = Math.min(points, state.frozen)
  switch (kind) {
    case 'earn':
      return earnPoints(state, points, order)
    case 'grant':
      return grantPoints(state, points, 'grant')
    case 'refund':
      return refundPoints(state, { orderId: order, refundId: 'ref', returned: points, clawedBack: claw })
    case 'spend':
      return spendFrozen(state, held, order)
    case 'release':
      return { account: releasePoints(state, held), rows: [] }
    default: {
      const frozen = freezePoints(state, points)
      return { account: frozen.ok ? frozen.value : state, rows: [] }
    }
  }
}
